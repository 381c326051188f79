"""One search for what can be done, for pages by their name, and for what the texts say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.services.many_ages import due_word
from onlinesafe_tui.services.search_views import Hit
from onlinesafe_tui.services.searching import Results, fitting
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.fields import CleanInput
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_MOST = 12
"""What is offered before anything is typed."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be found."""

    name: str
    """Its name, in the language of now."""

    about: str
    """What kind of thing it is, likewise."""

    run: Callable[[], object]
    """Does it."""

    is_page: bool = False
    """Whether it opens a page, from which one comes back to the search; other things are done after it is closed."""

    more: Content = field(default=BLANK)
    """What stands under its name; empty for nothing."""


class SearchScreen(BaseScreen[Command]):
    """Lists what fits while one types. Its result is what was chosen, when that is no page."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1")
    ALWAYS: ClassVar[tuple[str, ...]] = ("f8",)
    LABELS: ClassVar[dict[str, str]] = {"enter": N_("Choose")}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", N_("Down"), show=False, priority=True),
        Binding("up", "move(-1)", N_("Up"), show=False, priority=True),
        Binding("pagedown", "page(1)", N_("Page down"), show=False, priority=True),
        Binding("pageup", "page(-1)", N_("Page up"), show=False, priority=True),
        Binding("enter", "choose", N_("Choose"), show=False),
    ]

    class AllRead(Message):
        """All texts were read."""

    def __init__(
        self, workspace: Workspace, find: Callable[[], Sequence[Command]], read: Callable[[Hit], object]
    ) -> None:
        """Create the search.

        Args:
            workspace: What a person can do.
            find: Names what can be done, and the pages that are needed most, in the language of now; in that order.
            read: Shows a page that was found.
        """
        super().__init__(workspace)
        self._find = find
        self._read = read
        self._language: Language | None = None
        self._commands: tuple[Command, ...] = ()
        self._found: dict[str, Command] = {}
        self._results = Results((), 0, is_complete=True)

    def compose_body(self) -> ComposeResult:
        """Lay out the field and what fits."""
        yield PageView(id="title")
        yield CleanInput(id="text")
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="nothing")
            yield RowList(id="found", is_led=True)

    def on_mount(self) -> None:
        """Show what is needed most, and begin to read all texts."""
        self.workspace.searching.prepare(lambda: self.post_message(self.AllRead()))

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        if self._language is not self.workspace.language:
            self._language = self.workspace.language
            self._commands = tuple(self._find())
        self.query_one("#title", PageView).draw(self._title)
        self._list()

    @on(Input.Changed)
    def _search(self) -> None:
        self._list(cursor=True)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @on(AllRead)
    def _search_again(self) -> None:
        """Find more than names; the cursor stays on what it is on."""
        self._list()

    def _list(self, *, cursor: bool = False) -> None:
        """List what fits; the cursor begins at the top again when asked."""
        text = clean_text(self.query_one("#text", Input).value)
        rows = list(self._fitting(text) if text.strip() else self._needed_most())
        first = next((row.id for row in rows if row.id), "")
        self.query_one("#nothing", PageView).draw(self._nothing)
        self.query_one("#found", RowList).show(rows, cursor=first if cursor else None)

    def _needed_most(self) -> Iterator[Row]:
        self._results = Results((), 0, is_complete=True)
        self._found = {}
        for place, command in enumerate(self._commands[:_MOST]):
            yield self._row(f"command:{place}", command)

    def _fitting(self, text: str) -> Iterator[Row]:
        workspace = self.workspace
        self._found = {}
        actions = [command for command in self._commands if not command.is_page]
        for place in fitting([action.name for action in actions], text):
            yield self._row(f"command:{place}", actions[place])
        self._results = workspace.searching.find(text, workspace.language, workspace.country)
        was_name = True
        for hit in self._results.hits:
            if was_name and not hit.is_name:
                title = self.words(N_("In the texts"))
                yield Row("", Content.styled(title, "bold $accent"), is_spaced=bool(self._found))
            was_name = was_name and hit.is_name
            yield self._row(f"{hit.kind}/{hit.id}", self._command(hit))
        if self._results.more:
            told = self.words(N_("and {n} more; type another word"), n=self._results.more)
            yield Row("", Content.styled(told, "$muted"), is_spaced=True)

    def _row(self, id: str, command: Command) -> Row:
        self._found[id] = command
        return Row(id, Content(command.name), more=command.more, state=command.about)

    def _command(self, hit: Hit) -> Command:
        where = f" › {hit.where}" if hit.where else ""
        said = Content.assemble(*((piece.text, "bold $accent" if piece.is_found else "") for piece in hit.excerpt))
        due = due_word(hit.review_after, self.words, self.workspace.clock.today())
        note = " · ".join(filter(None, (hit.note, due)))
        more = Content.assemble(f"{note}: " if note and hit.excerpt else note, said)
        name = f"{hit.title}  {hit.reached}" if hit.reached else f"{hit.title}{where}"
        return Command(name, hit.label, lambda: self._read(hit), is_page=True, more=more)

    @on(Input.Submitted)
    def action_choose(self) -> None:
        """Choose what the cursor is on."""
        self.query_one("#found", RowList).action_choose()

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        command = self._found[event.id]
        if command.is_page:
            command.run()
        else:
            self.dismiss(command)

    def action_move(self, by: int) -> None:
        """Move the cursor while the field keeps the keys."""
        self.query_one("#found", RowList).action_move(by)

    def action_page(self, by: int) -> None:
        """Move the page while the field keeps the keys."""
        self.query_one("#found", RowList).action_page(by)

    def _title(self, width: int) -> Lines:
        return titled(self.words(N_("What are you looking for?")), width)

    def _nothing(self, width: int) -> Lines:
        if not self._results.is_complete:
            return [*wrapped(Content.styled(self.words(N_("Reading all texts…")), "$muted"), width), BLANK]
        text = "" if self._found else self.words(N_("Nothing is found. Try a shorter word, or another one."))
        return wrapped(Content(text), width) if text else []
