"""The sheets of agreements that somebody made, and a new one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.domain.agreements import Audience, Sheet
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.agreements import Agreements, in_order, is_due
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.messages import Unlock
from onlinesafe_tui.tui.screens.prevention.base import WorkbookScreen
from onlinesafe_tui.tui.screens.prevention.sheet import SheetScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class AgreementsScreen(WorkbookScreen[None]):
    """Lists the sheets, those to look at again first, and begins a new one for a client or for the team."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def compose_body(self) -> ComposeResult:
        """Lay out what it is for, and the list."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="sheets", is_numbered=True)

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#sheets", RowList).show(list(self._rows()))

    @property
    def _agreements(self) -> Agreements:
        return Agreements(self.workspace.library, self.workspace.language, self.workspace.country)

    def _rows(self) -> Iterator[Row]:
        words, agreements = self.words, self._agreements
        today = self.workspace.clock.today()
        sheets = in_order(self.workbook.sheets, today)
        for sheet in sheets:
            view = agreements.view(sheet)
            state = words(N_("Time to look at it again")) if is_due(sheet, today) else ""
            yield Row(f"sheet:{sheet.id}", Content(view.name), more=Content(view.about), state=state)
        if self.workspace.keeper.state is Keeping.LOCKED:
            more = Content(words(N_("It opens with your passphrase.")))
            yield Row("unlock", Content(words(N_("Go on with what I saved"))), more=more)
        yield Row(
            "new:client",
            Content(words(N_("New sheet for a client"))),
            more=Content(words(N_("What you and a client agree about contact online."))),
            is_spaced=bool(sheets),
        )
        yield Row(
            "new:team",
            Content(words(N_("New sheet for the team"))),
            more=Content(words(N_("What you and your colleagues all do in the same way."))),
        )

    def _title(self, width: int) -> Lines:
        words = self.words
        about = words(
            N_(
                "You pick the points, put them in your own words where you want, and get one page to sign. "
                "Talk about it together from the first contact on."
            )
        )
        return [
            *titled(words(N_("Agreements about online contact")), width),
            *wrapped(Content(about), width),
            BLANK,
        ]

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.is_ticking:
            return
        what, _, id = event.id.partition(":")
        if what == "unlock":
            self.post_message(Unlock())
        elif what == "new":
            self.open(self._agreements.begun(Audience(id), self.workspace.clock))
        else:
            self.open(next(sheet for sheet in self.workbook.sheets if sheet.id == id))

    def open(self, sheet: Sheet) -> None:
        """Open a sheet; one that it is copied to opens in its place."""
        self.app.push_screen(SheetScreen(self.workspace, sheet), self._after_sheet)

    def _after_sheet(self, another: Sheet | None) -> None:
        if another is not None:
            self.open(another)
