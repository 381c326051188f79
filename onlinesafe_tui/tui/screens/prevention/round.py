"""A prevention round, one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import TextArea

from onlinesafe_tui.domain.prevention import Outcome, Round
from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.labels import OUTCOMES
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.round_views import ThingView
from onlinesafe_tui.services.rounds import rounds_of
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.draw_blocks import block_lines
from onlinesafe_tui.tui.glyphs import CHOSEN, UNCHOSEN
from onlinesafe_tui.tui.screens.prevention.ask_help import AskHelpScreen
from onlinesafe_tui.tui.screens.prevention.base import WorkbookScreen
from onlinesafe_tui.tui.screens.prevention.round_end import RoundEndScreen
from onlinesafe_tui.tui.widgets.fields import CleanTextArea
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

SAVE_AFTER: Final = 0.5
"""Seconds without typing before a note is kept."""


class RoundScreen(WorkbookScreen[None]):
    """Shows what to do, the four answers and a note; how to do it stands below. An answer leads on."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "ctrl+b", "pagedown", "tab", "ctrl+n", "f1", "f10", "f3")
    NEEDED: ClassVar[tuple[str, ...]] = ("ctrl+b", "f1", "f8")
    LABELS: ClassVar[Mapping[str, str]] = {"pagedown": N_("How to do it")}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+b", "back", N_("Thing before"), id="round.back", priority=True),
        Binding("ctrl+n", "forward", N_("Pass over"), id="round.forward", priority=True),
        Binding("tab", "app.focus_next", N_("Note"), id="round.note", tooltip=N_("Between the answers and the note")),
    ]

    DEFAULT_CSS = """
    RoundScreen #note { height: 2; max-width: 72; }
    """

    page = getters.query_one(".page", VerticalScroll)
    rows = getters.query_one("#answers", RowList)
    note = getters.query_one("#note", TextArea)

    def __init__(self, workspace: Workspace, round: Round, at: str = "") -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            round: The round; a new one is kept from its first answer or note on.
            at: The thing to begin with; empty for the first one without an answer.
        """
        super().__init__(workspace)
        self._begun = round
        self._at = at
        self._shown = ""
        self._typing: Timer | None = None

    def compose_body(self) -> ComposeResult:
        """Lay out the thing, its answers, the note and how to do it."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="thing")
            yield RowList(id="answers", is_numbered=True)
            yield PageView(id="note-title")
            yield CleanTextArea(id="note")
            yield PageView(id="how")

    @property
    def place(self) -> str:
        """Which thing this is, and of how many; before it that nothing is saved yet, when that is so."""
        view = self._view
        number = self.words(N_("{number} of {total}"), number=view.number, total=view.total)
        # A narrow window has no room for the language too.
        return f"{self.kept.rpartition(' · ')[0]} · {number}" if self.workspace.keeper.has_unsaved else number

    def on_mount(self) -> None:
        """Show the first thing that has no answer."""
        self._at = self._at or next(iter(self._open_things), self._things[0])
        self.show()

    def show(self) -> None:
        """Show the thing in the language of now."""
        super().show()
        view = self._view
        self.query_one("#thing", PageView).draw(lambda width: self._thing(view, width))
        self.query_one("#note-title", PageView).draw(self._note_title)
        self.query_one("#how", PageView).draw(lambda width: self._how(view, width))
        is_new = self._shown != view.id
        self.rows.show(self._answers(view), cursor=(view.outcome or Outcome.DONE) if is_new else None)
        if is_new:
            self._shown = view.id
            with self.prevent(TextArea.Changed):
                self.note.text = view.note
            self.note.move_cursor(self.note.document.end)
            self.rows.focus(scroll_visible=False)
            self.page.scroll_home(animate=False, force=True, immediate=True)

    def settle(self) -> None:
        """Take over the note as far as it is written."""
        if self._typing is not None:
            self._typing.stop()
            self._typing = None
        text = clean_text(self.note.text).strip("\n")
        if self._shown and text != self._round.notes.get(self._shown, ""):
            self._put(self._round.note(self._shown, text, self.workspace.clock.now()))

    @property
    def _round(self) -> Round:
        return self.workbook.round(self._begun.id) or self._begun

    @property
    def _things(self) -> tuple[str, ...]:
        return rounds_of(self.workspace).things(self._round)

    @property
    def _open_things(self) -> list[str]:
        return [thing for thing in self._things if thing not in self._round.outcomes]

    @property
    def _view(self) -> ThingView:
        return rounds_of(self.workspace).thing(self.workbook, self._round, self._at)

    def _put(self, round: Round) -> None:
        self.keep(self.workbook.put_round(round))

    def _thing(self, view: ThingView, width: int) -> Lines:
        lines = [
            *wrapped(Content.assemble((view.title, "bold $accent"), (f"  {view.topic}", "$muted")), width),
            *block_lines(view.what, width),
            BLANK,
        ]
        if view.news:
            lines.extend(wrapped(Content.styled(view.news, "$warning"), width, "! "))
        if view.last:
            lines.extend(wrapped(Content.styled(" ".join(view.last), "$muted"), width))
        return [*lines, BLANK] if view.news or view.last else lines

    def _answers(self, view: ThingView) -> list[Row]:
        return [
            Row(
                outcome,
                Content(self.words(label)),
                mark=(CHOSEN if outcome is view.outcome else UNCHOSEN) if view.outcome else "",
                state=str(number),
            )
            for number, (outcome, label) in enumerate(OUTCOMES.items(), 1)
        ]

    def _note_title(self, width: int) -> Lines:
        return [BLANK, *titled(self.words(N_("Note, for yourself")), width)]

    def _how(self, view: ThingView, width: int) -> Lines:
        age = wrapped(Content.styled(view.age, "$muted"), width)
        return [BLANK, *block_lines(view.how, width), BLANK, *age, BLANK]

    @on(TextArea.Changed, "#note")
    def _note_soon(self) -> None:
        if self._typing is not None:
            self._typing.stop()
        self._typing = self.set_timer(SAVE_AFTER, self.settle)

    @on(RowList.Chosen, "#answers")
    def _answer(self, event: RowList.Chosen) -> None:
        event.stop()
        self.settle()
        outcome = Outcome(event.id)
        self._put(self._round.answer(self._at, outcome, self.workspace.clock.now()))
        if outcome is Outcome.HELP:
            self.show()
            self.app.push_screen(AskHelpScreen(self.workspace, (self._view.title,)), lambda _: self._go_on())
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Go to the next thing without an answer; when none comes, to the end of the round."""
        after = self._things[self._things.index(self._at) + 1 :]
        following = [thing for thing in self._open_things if thing in after]
        if following:
            self._go(following[0])
        else:
            self._end()

    def _go(self, thing: str) -> None:
        self.settle()
        self._at = thing
        self.show()

    def action_leave(self) -> None:
        """Leave the note for the answers, and the answers for the screen before. Everything is kept."""
        if self.note.has_focus:
            self.rows.focus()
            self.page.scroll_home(animate=False)
        else:
            super().action_leave()

    def action_back(self) -> None:
        """Go to the thing before; from the first one, leave. Everything is kept."""
        before = self._things[: self._things.index(self._at)]
        if before:
            self._go(before[-1])
        else:
            super().action_leave()

    def action_forward(self) -> None:
        """Go to the next thing; from the last one, to the end of the round."""
        after = self._things[self._things.index(self._at) + 1 :]
        if after:
            self._go(after[0])
        else:
            self._end()

    def _end(self) -> None:
        self.settle()
        self.show()
        self.app.push_screen(RoundEndScreen(self.workspace, self._round), self._after_end)

    def _after_end(self, at: str | None) -> None:
        """Go to the thing that was chosen at the end; without one, the round is left."""
        if at is None:
            self.dismiss()
        else:
            self._go(at)
