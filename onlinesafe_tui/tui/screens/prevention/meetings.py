"""Short formats for a team meeting, one part at a time, large enough to project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.exports.shapes import Report
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.services.meetings import AGENDA, PAPER, FormatView, Meetings, begun, for_agenda
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.draw_blocks import block_lines
from onlinesafe_tui.tui.screens.prevention.base import WorkbookScreen
from onlinesafe_tui.tui.screens.prevention.held import HeldScreen
from onlinesafe_tui.tui.screens.prevention.paper import PaperScreen
from onlinesafe_tui.tui.screens.template import TemplateScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class MeetingsScreen(WorkbookScreen[None]):
    """Lists the formats: what was not used yet first, then what was used longest ago."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def compose_body(self) -> ComposeResult:
        """Lay out what it is for, and the list."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="formats", is_numbered=True)

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#formats", RowList).show(list(self._rows()))

    def _rows(self) -> Iterator[Row]:
        words = self.words
        views = Meetings(self.workspace.library, self.workspace.language, self.workbook.held).formats()
        for view in views:
            own = words(N_("From your organisation")) if view.is_own else ""
            more = " · ".join(filter(None, (view.about, view.state, own)))
            yield Row(f"format:{view.id}", Content(view.title), more=Content(more))
        agenda = words(N_("Text to put it on the agenda"))
        yield Row("agenda", Content(agenda), is_spaced=True)

    def _title(self, width: int) -> Lines:
        words = self.words
        about = words(
            N_(
                "Five to fifteen minutes in a team meeting. It makes talking about online contact ordinary, so that "
                "somebody tells it sooner when something happens."
            )
        )
        return [
            *titled(words(N_("For a team meeting")), width),
            *wrapped(Content(about), width),
            BLANK,
        ]

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.is_ticking:
            return
        what, _, id = event.id.partition(":")
        if what == "agenda":
            self.app.push_screen(TemplateScreen(self.workspace, None, AGENDA))
        else:
            self.app.push_screen(FormatScreen(self.workspace, id))


class FormatScreen(WorkbookScreen[None]):
    """Shows one part of a format at a time, and notes that it was used."""

    KEYS: ClassVar[tuple[str, ...]] = ("right", "left", "enter", "escape", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "part(1)", N_("Next part"), id="format.next", priority=True),
        Binding("left", "part(-1)", N_("Part before"), id="format.before", priority=True),
    ]

    def __init__(self, workspace: Workspace, format: str) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            format: The id of the format.
        """
        super().__init__(workspace)
        self._format = format
        self._at = 0

    def compose_body(self) -> ComposeResult:
        """Lay out the part, and what can be done with the format."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="part")
            yield RowList(id="actions")

    @property
    def view(self) -> FormatView | None:
        """The format in the language of now; None when the content does not have it any more."""
        return self._meetings(self.workspace.language).find(self._format)

    def show(self) -> None:
        """Show the part in the language of now."""
        super().show()
        view = self.view
        if view is not None:
            self._at = min(self._at, len(view.parts) - 1)
            self.query_one("#part", PageView).draw(lambda width: self._part(view, width))
            self.query_one("#actions", RowList).show(list(self._rows(view)))

    def action_part(self, by: int) -> None:
        """Show the part after or before this one, from its beginning."""
        view = self.view
        if view is None or not 0 <= self._at + by < len(view.parts):
            return
        self._at += by
        self.show()
        rows = self.query_one("#actions", RowList)
        rows.show(rows.rows, cursor=rows.rows[0].id)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer another part only where there is one."""
        if action != "part" or self.view is None:
            return True
        at = self._at + (1 if parameters[0] == 1 else -1)
        return 0 <= at < len(self.view.parts) or None

    def _meetings(self, language: Language) -> Meetings:
        return Meetings(self.workspace.library, language, self.workbook.held)

    def _rows(self, view: FormatView) -> Iterator[Row]:
        words = self.words
        if self._at + 1 < len(view.parts):
            yield Row("next", Content(words(N_("Next: {title}"), title=view.parts[self._at + 1].title)), is_spaced=True)
        is_last = self._at + 1 == len(view.parts)
        if self._at and not is_last:
            return
        yield Row("held", Content(words(N_("We did this today"))), is_spaced=is_last)
        yield Row("paper", Content(words(N_("Make a handout"))))
        yield Row("agenda", Content(words(N_("Text to put it on the agenda"))))
        if view.held:
            yield Row("", Content.styled(words(N_("When you did this")), "bold $accent"), is_spaced=True)
        for held in view.held:
            day = long_day(held.on, self.workspace.language)
            yield Row(f"note:{held.id}", Content(day), more=Content(held.note))

    def _part(self, view: FormatView, width: int) -> Lines:
        part = view.parts[self._at]
        where = self.words(N_("{about} · part {n} of {all}"), about=view.about, n=self._at + 1, all=len(view.parts))
        return [
            *titled(view.title, width),
            *wrapped(Content.styled(where, "$muted"), width),
            BLANK,
            *wrapped(Content.styled(part.title, "bold"), width),
            BLANK,
            *block_lines(part.blocks, width),
        ]

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.is_ticking:
            return
        what, _, id = event.id.partition(":")
        match what:
            case "next":
                self.action_part(1)
            case "held":
                held = begun(self._format, self.workspace.clock)
                self.keep(self.workbook.hold(held))
                self.app.push_screen(HeldScreen(self.workspace, held.id))
            case "note":
                self.app.push_screen(HeldScreen(self.workspace, id))
            case "agenda":
                known = for_agenda(self.view) if self.view else None
                self.app.push_screen(TemplateScreen(self.workspace, None, AGENDA, known))
            case _:
                self.app.push_screen(PaperScreen(self.workspace, self._report, PAPER))

    def _report(self, language: Language) -> Report:
        meetings = self._meetings(language)
        view = meetings.find(self._format)
        today = self.workspace.clock.today()
        return meetings.report(view, today) if view else Report("", language, (), made=today)
