"""The prevention rounds: begin one, go on with one, and see the year so far."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.domain.prevention import Extent, Round
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.round_views import MonthView, OverviewView
from onlinesafe_tui.services.rounds import rounds_of
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.marks import MONTHS
from onlinesafe_tui.tui.screens.prevention.base import WorkbookScreen
from onlinesafe_tui.tui.screens.prevention.round import RoundScreen
from onlinesafe_tui.tui.screens.prevention.round_end import RoundEndScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_GAP: Final = 3
"""Cells between two months of the calendar."""


class RoundsScreen(WorkbookScreen[None]):
    """Shows where somebody stands with the rounds, what is left open first of all."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f5", "f3", "f1", "f10")

    def compose_body(self) -> ComposeResult:
        """Lay out when the next round is, what can be done, and the year."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="choices", is_numbered=True)
            yield PageView(id="calendar")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        view = self._view
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#choices", RowList).show(list(_numbered(self._rows(view))))
        self.query_one("#calendar", PageView).draw(lambda width: self._calendar(view.months, width))

    @property
    def _view(self) -> OverviewView:
        is_locked = self.workspace.keeper.state is Keeping.LOCKED
        return rounds_of(self.workspace).overview(self.workbook, is_locked=is_locked)

    def _title(self, width: int) -> Lines:
        view = self._view
        lines = titled(self.words(N_("Prevention round")), width)
        if view.due:
            lines.extend(wrapped(Content.styled(view.due, "bold" if view.is_due else ""), width))
        if view.last:
            lines.extend(wrapped(Content.styled(view.last, "$muted"), width))
        if self.workspace.keeper.state is Keeping.LOCKED:
            closed = self.words(N_("Your earlier rounds come with your passphrase: {key}."), key=self.key("app.save"))
            lines.extend(wrapped(Content.styled(closed, "$warning"), width))
        return [*lines, BLANK]

    def _rows(self, view: OverviewView) -> Iterator[Row]:
        for extent in view.extents:
            is_spaced = extent is not view.extents[0]
            yield Row(f"go:{extent.extent}", Content(extent.text), more=Content(extent.more), is_spaced=is_spaced)
            if extent.anew:
                yield Row(f"anew:{extent.extent}", Content(extent.anew))
        if view.left_open:
            heading = Content.styled(self.words(N_("Still open")), "bold $accent")
            yield Row("", heading, is_spaced=True)
            for line in view.left_open:
                yield Row(f"thing:{line.round_id}:{line.id}", Content(line.title), state=line.state)
        if view.last_round is not None:
            look = Content(self.words(N_("Look at the last round")))
            yield Row(f"look:{view.last_round.id}", look, is_spaced=True)

    def _calendar(self, months: tuple[MonthView, ...], width: int) -> Lines:
        if not months:
            return []
        cells = [(f"{MONTHS[month.mark]} {month.name} ", month.word) for month in months]
        room = max(len(before + word) for before, word in cells) + _GAP
        columns = max((width + _GAP) // room, 1)
        lines = [BLANK, Content.styled(self.words(N_("The last twelve months")), "bold $accent")]
        for start in range(0, len(cells), columns):
            row = [
                Content.assemble(before, (word, "bold"), " " * (room - len(before + word)))
                for before, word in cells[start : start + columns]
            ]
            lines.append(Content("").join(row).rstrip())
        return lines

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        what, _, which = event.id.partition(":")
        match what:
            case "go" | "anew":
                self._go(Extent(which), is_new=what == "anew")
            case "thing":
                round_id, _, thing = which.partition(":")
                self._again(self.workbook.round(round_id), thing)
            case _:
                self._look(self.workbook.round(which))

    def _go(self, extent: Extent, *, is_new: bool) -> None:
        rounds = rounds_of(self.workspace)
        round = None if is_new else rounds.going(self.workbook, extent)
        self.app.push_screen(RoundScreen(self.workspace, round or rounds.begin(self.workbook, extent)))

    def _look(self, round: Round | None) -> None:
        if round is not None:
            self.app.push_screen(RoundEndScreen(self.workspace, round), lambda at: self._again(round, at))

    def _again(self, round: Round | None, at: str | None) -> None:
        if round is not None and at:
            self.app.push_screen(RoundScreen(self.workspace, round, at))


def _numbered(rows: Iterator[Row]) -> Iterator[Row]:
    """Say at the end of a row with which digit it is chosen, unless something else stands there."""
    number = 0
    for row in rows:
        number += bool(row.id)
        is_free = row.id and not row.state and number <= 9
        yield Row(row.id, row.text, more=row.more, state=str(number) if is_free else row.state, is_spaced=row.is_spaced)
