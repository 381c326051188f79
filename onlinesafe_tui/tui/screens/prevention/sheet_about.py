"""What a sheet is called, and when one looks at it again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from onlinesafe_tui.dates import long_day, parse_day
from onlinesafe_tui.domain.deadlines import months_after
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.agreements import LONGEST_NAME, OpenSheet, own_name
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.prevention.base import WorkbookForm
from onlinesafe_tui.tui.widgets.fields import CleanInput
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_MONTHS: Final = (3, 6, 12)


class SheetAboutScreen(WorkbookForm[None]):
    """Asks the name of a sheet, for oneself, and the day on which one looks at it again."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, workspace: Workspace, sheet: OpenSheet) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            sheet: The sheet.
        """
        super().__init__(workspace)
        self._open = sheet

    def compose_body(self) -> ComposeResult:
        """Lay out the two fields, and a few days to choose from."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="name-label")
            yield CleanInput(id="name", longest=LONGEST_NAME)
            yield PageView(id="day-label")
            yield CleanInput(id="day", select_on_focus=True)
            yield PageView(id="said")
            yield RowList(id="days")

    def on_mount(self) -> None:
        """Fill in what is known."""
        with self.prevent(Input.Changed):
            self.query_one("#name", Input).value = self._open.value.name
        self._show_day()
        self.show()
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#name-label", PageView).draw(self._name_label)
        self.query_one("#day-label", PageView).draw(self._day_label)
        self.query_one("#said", PageView).draw(self._said)
        self.query_one("#days", RowList).show(list(self._rows()))

    def settle(self) -> None:
        """Take over the name, and the day when it is one that is still to come."""
        sheet, now = self._open.value, self.workspace.clock.now()
        name = own_name(self.query_one("#name", Input).value)
        if name != sheet.name:
            sheet = sheet.call(name, now)
        typed = self.query_one("#day", Input).value.strip()
        day = parse_day(typed)
        if not typed and sheet.review_on is not None:
            sheet = sheet.review(None, now)
        elif day is not None and day != sheet.review_on and day >= self.workspace.clock.today():
            sheet = sheet.review(day, now)
        if sheet != self._open.value:
            self._open.change(sheet)
        self.show()

    def _rows(self) -> Iterator[Row]:
        words, language = self.words, self.workspace.language
        today = self.workspace.clock.today()
        for months in _MONTHS:
            day = long_day(months_after(today, months), language)
            yield Row(
                str(months), Content(words(N_("In {n} months"), n=months)), state=day, is_spaced=months == _MONTHS[0]
            )
        yield Row("none", Content(words(N_("No day"))))

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        self.settle()
        day = None if event.id == "none" else months_after(self.workspace.clock.today(), int(event.id))
        self._open.change(self._open.value.review(day, self.workspace.clock.now()))
        self._show_day()
        self.dismiss()

    def _show_day(self) -> None:
        day: date | None = self._open.value.review_on
        with self.prevent(Input.Changed):
            self.query_one("#day", Input).value = day.strftime("%d-%m-%Y") if day else ""

    def _name_label(self, width: int) -> Lines:
        words = self.words
        hint = words(N_("For yourself, so that you find it again. No client's name is needed. It stands on no paper."))
        return [
            *titled(words(N_("How do you call this sheet?")), width),
            *wrapped(Content(hint), width),
            BLANK,
        ]

    def _day_label(self, width: int) -> Lines:
        words = self.words
        hint = words(
            N_(
                "This day stands on the paper, and comes back under what is due. "
                "Type day-month-year, or choose one below."
            )
        )
        return [
            BLANK,
            *titled(words(N_("When do you look at it again?")), width),
            *wrapped(Content(hint), width),
            BLANK,
        ]

    def _said(self, width: int) -> Lines:
        typed = self.query_one("#day", Input).value.strip()
        day = parse_day(typed)
        if not typed:
            return []
        if day is None:
            text = self.words(N_("This is no day yet. Write day-month-year, as in 19-11-2026."))
        elif day < self.workspace.clock.today() and day != self._open.value.review_on:
            text = self.words(N_("This day is over. Write a day that is still to come."))
        else:
            return wrapped(Content(long_day(day, self.workspace.language)), width)
        return wrapped(Content.styled(text, "$warning"), width)
