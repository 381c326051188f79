"""Finding an action, a page or a contact by typing a part of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.fuzzy import Matcher
from textual.widgets import Input

from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.fields import CleanInput
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_MOST = 12


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be found."""

    name: str
    """Its name, in the language of now."""

    about: str
    """What kind of thing it is, likewise."""

    run: Callable[[], object]
    """Does it, after the search is closed."""


class SearchScreen(BaseScreen[Command]):
    """Lists what fits while one types. Its result is what was chosen."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1")
    LABELS: ClassVar[Mapping[str, str]] = {"enter": N_("Choose")}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", N_("Down"), show=False, priority=True),
        Binding("up", "move(-1)", N_("Up"), show=False, priority=True),
        Binding("enter", "choose", N_("Choose"), show=False),
    ]

    def __init__(self, workspace: Workspace, find: Callable[[], Sequence[Command]]) -> None:
        """Create the search.

        Args:
            workspace: What a person can do.
            find: Names everything that can be found in the language of now, in the order of what is needed most.
        """
        super().__init__(workspace)
        self._find = find
        self._language: Language | None = None
        self._commands: tuple[Command, ...] = ()
        self._found: tuple[Command, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Lay out the field and what fits."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield CleanInput(id="text")
            yield PageView(id="nothing")
            yield RowList(id="found")

    def on_mount(self) -> None:
        """Show what is needed most."""
        self.show()
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        if self._language is not self.workspace.language:
            self._language = self.workspace.language
            self._commands = tuple(self._find())
        text = self.query_one("#text", Input).value
        self._found = self._fitting(text)[:_MOST] if text else self._commands[:_MOST]
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#nothing", PageView).draw(self._nothing)
        rows = [
            Row(str(index), Content(command.name), state=command.about) for index, command in enumerate(self._found)
        ]
        self.query_one("#found", RowList).show(rows, cursor="0")

    @on(Input.Changed)
    def _search(self) -> None:
        self.show()

    def _fitting(self, text: str) -> tuple[Command, ...]:
        matcher = Matcher(text)
        scored = [(matcher.match(command.name), command) for command in self._commands]
        fitting = sorted((entry for entry in scored if entry[0] > 0), key=lambda entry: -entry[0])
        return tuple(command for _, command in fitting)

    @on(Input.Submitted)
    def action_choose(self) -> None:
        """Choose what the cursor is on."""
        self.query_one("#found", RowList).action_choose()

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(self._found[int(event.id)])

    def action_move(self, by: int) -> None:
        """Move the cursor while the field keeps the keys."""
        self.query_one("#found", RowList).action_move(by)

    def _title(self, width: int) -> Lines:
        return wrapped(Content.styled(self.words(N_("What are you looking for?")), "bold $accent"), width)

    def _nothing(self, width: int) -> Lines:
        text = "" if self._found else self.words(N_("Nothing is called like that. Try a shorter word."))
        return [BLANK, *wrapped(Content(text), width)] if text else [BLANK]
