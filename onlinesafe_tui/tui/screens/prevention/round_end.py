"""The end of a prevention round: what was done, what is left open, who looked along, and when the next one is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from onlinesafe_tui.domain.prevention import Round
from onlinesafe_tui.domain.text import LONGEST_LINE, clean_name
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.round_views import SummaryView, ThingLine
from onlinesafe_tui.services.rounds import COLLEAGUE_TEXT, for_colleague, rounds_of
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.glyphs import BULLET
from onlinesafe_tui.tui.screens.prevention.ask_help import AskHelpScreen
from onlinesafe_tui.tui.screens.prevention.base import WorkbookForm
from onlinesafe_tui.tui.screens.template import TemplateScreen
from onlinesafe_tui.tui.widgets.fields import CleanInput
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class RoundEndScreen(WorkbookForm[str]):
    """Tells what came of a round. Its result is the thing to look at again; none when the round is left."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "ctrl+b", "tab", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+b", "back", N_("Thing before"), id="round.back", priority=True),
    ]

    DEFAULT_CSS = """
    RoundEndScreen #along { max-width: 72; }
    """

    def __init__(self, workspace: Workspace, round: Round) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            round: The round; a new one is kept from its first answer or note on.
        """
        super().__init__(workspace)
        self._begun = round

    def compose_body(self) -> ComposeResult:
        """Lay out how it went, what can be done now, and who looked along."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="choices")
            yield PageView(id="along-title")
            yield CleanInput(id="along")
            yield PageView(id="done")

    def on_mount(self) -> None:
        """End the round when every thing has an answer."""
        if not self._view.unanswered:
            self._put(rounds_of(self.workspace).finish(self._round))
        with self.prevent(Input.Changed):
            self.query_one("#along", Input).value = self._round.looked_along
        self.show()
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        view = self._view
        self.query_one("#title", PageView).draw(lambda width: self._title(view, width))
        self.query_one("#choices", RowList).show(list(self._rows(view)))
        self.query_one("#along-title", PageView).draw(self._along_title)
        self.query_one("#done", PageView).draw(lambda width: self._done(view, width))

    def settle(self) -> None:
        """Take over who looked along."""
        who = clean_name(self.query_one("#along", Input).value, longest=LONGEST_LINE)
        if who != self._round.looked_along:
            self._put(self._round.look_along(who, self.workspace.clock.now()))

    @property
    def _round(self) -> Round:
        return self.workbook.round(self._begun.id) or self._begun

    @property
    def _view(self) -> SummaryView:
        return rounds_of(self.workspace).summary(self.workbook, self._round)

    def _put(self, round: Round) -> None:
        self.keep(self.workbook.put_round(round))

    def _title(self, view: SummaryView, width: int) -> Lines:
        lines = titled(view.title, width)
        lines.extend(wrapped(Content.styled(view.count, "bold"), width))
        if view.following:
            lines.extend(wrapped(Content(view.following), width))
        if not view.is_finished:
            text = self.words(N_("The round is not finished. You can go on with it later; nothing is lost."))
            lines.extend(wrapped(Content(text), width))
        return [*lines, BLANK]

    def _rows(self, view: SummaryView) -> Iterator[Row]:
        words = self.words
        leave = N_("Done, back to the rounds") if view.is_finished else N_("Go on later, back to the rounds")
        yield Row("leave", Content(words(leave)))
        if not view.is_finished and view.can_finish:
            yield Row("finish", Content(words(N_("Finish the round like this"))))
        if view.unanswered:
            yield Row("", Content.styled(words(N_("Without an answer")), "bold $accent"), is_spaced=True)
            yield from _things(view.unanswered)
        if view.left_open:
            yield Row("", Content.styled(words(N_("Still open")), "bold $accent"), is_spaced=True)
            comes = words(N_("This comes first the next time. Enter takes it up again now."))
            yield Row("", Content.styled(comes, "$muted"))
            yield from _things(view.left_open)
            yield Row("text", Content(words(N_("A text to ask a colleague to look along"))), is_spaced=True)
            yield Row("help", Content(words(N_("Who can help you"))))

    def _along_title(self, width: int) -> Lines:
        text = self.words(N_("Who looked along, if anybody did"))
        return [BLANK, *titled(text, width)]

    def _done(self, view: SummaryView, width: int) -> Lines:
        lines: Lines = []
        for title, things in ((N_("Done"), view.done), (N_("Not for you"), view.passed)):
            if things:
                lines.extend([BLANK, *titled(self.words(title), width)])
            for line in things:
                lines.extend(wrapped(Content(line.title), width, f"{BULLET} "))
        return lines

    @on(RowList.Chosen, "#choices")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        self.settle()
        what, _, thing = event.id.partition(":")
        match what:
            case "thing":
                self.dismiss(thing)
            case "finish":
                self._put(rounds_of(self.workspace).finish(self._round))
                self.show()
                choices = self.query_one("#choices", RowList)
                choices.show(choices.rows, cursor="leave")
            case "text":
                known = for_colleague(self._view.help_wanted)
                self.app.push_screen(TemplateScreen(self.workspace, None, COLLEAGUE_TEXT, known))
            case "help":
                self.app.push_screen(AskHelpScreen(self.workspace, self._view.help_wanted))
            case _:
                self.dismiss()

    def action_back(self) -> None:
        """Go back to the last thing of the round."""
        self.settle()
        things = rounds_of(self.workspace).things(self._round)
        self.dismiss(things[-1] if things else None)


def _things(lines: Iterable[ThingLine]) -> Iterator[Row]:
    return (Row(f"thing:{line.id}", Content(line.title), state=line.state) for line in lines)
