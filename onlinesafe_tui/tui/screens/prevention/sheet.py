"""One sheet of agreements: its points, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.domain.agreements import OWN, Sheet
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.agreement_paper import PAPER, sheet_report
from onlinesafe_tui.services.agreement_views import PointView, SheetView
from onlinesafe_tui.services.agreements import Agreements, OpenSheet, copied, toggled
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.glyphs import OPEN, TICKED
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.prevention.base import WorkbookScreen
from onlinesafe_tui.tui.screens.prevention.paper import PaperScreen
from onlinesafe_tui.tui.screens.prevention.point import PointScreen
from onlinesafe_tui.tui.screens.prevention.preview import PreviewScreen
from onlinesafe_tui.tui.screens.prevention.sheet_about import SheetAboutScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class SheetScreen(WorkbookScreen[Sheet]):
    """Shows which points stand on a sheet, and in which words. Its result is a new sheet that begins as this one."""

    KEYS: ClassVar[tuple[str, ...]] = ("space", "enter", "f4", "ctrl+s", "escape", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space", "tick", N_("On or off"), id="sheet.tick", tooltip=N_("Put a point on the sheet, or take it off")
        ),
        Binding("f4", "preview", N_("Read it"), id="sheet.preview", priority=True),
        Binding("ctrl+s", "paper", N_("Make paper"), id="sheet.paper", priority=True),
    ]

    def __init__(self, workspace: Workspace, sheet: Sheet) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            sheet: The sheet; a new one is kept when something of it changes.
        """
        super().__init__(workspace)
        self._open = OpenSheet(sheet, self._keep)

    def compose_body(self) -> ComposeResult:
        """Lay out the name of the sheet, its points, and what can be done with it."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="points")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#points", RowList).show(list(self._rows()))

    @property
    def view(self) -> SheetView:
        """The sheet in the language of now."""
        return self._agreements.view(self._open.value)

    def _keep(self, sheet: Sheet) -> None:
        self.keep(self.workbook.put_sheet(sheet))

    def _rows(self) -> Iterator[Row]:
        words, view = self.words, self.view
        for point in view.points:
            yield self._point_row(point)
        yield Row("", Content.styled(words(N_("With this sheet")), "bold $accent"), is_spaced=True)
        yield Row("preview", Content(words(N_("Read it as it comes on paper"))))
        blanks = self._agreements.told_blanks(view)
        yield Row("paper", Content(words(N_("Make the paper to sign"))), more=Content(blanks))
        again = view.review or words(N_("no day yet"))
        more = words(N_("Look at it again: {day}"), day=again)
        yield Row("about", Content(words(N_("Name and day to look at it again"))), more=Content(more))
        yield Row("copy", Content(words(N_("Begin a new sheet with these points"))))
        yield Row("remove", Content(words(N_("Remove this sheet"))))

    @property
    def _agreements(self) -> Agreements:
        return Agreements(self.workspace.library, self.workspace.language, self.workspace.country)

    def _point_row(self, view: PointView) -> Row:
        words = self.words
        state = (
            words(N_("own words"))
            if view.picked == OWN
            else words(N_("from your organisation"))
            if view.point.is_own
            else ""
        )
        return Row(
            f"point:{view.point.id}",
            Content(view.point.title),
            mark=TICKED if view.is_on else OPEN,
            more=Content(view.text),
            state=state,
            is_quiet=not view.is_on,
        )

    def _title(self, width: int) -> Lines:
        words, view = self.words, self.view
        how = words(
            N_("{key} puts a point on the sheet or takes it off. Enter opens it, to choose or change its words."),
            key=self.key("sheet.tick"),
        )
        about = view.about if view.sheet.name else ""
        return [
            *titled(view.name, width),
            *(wrapped(Content.styled(about, "$muted"), width) if about else []),
            *wrapped(Content(how), width),
            BLANK,
        ]

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        what, _, id = event.id.partition(":")
        if what == "point" and event.is_ticking:
            self._toggle(id)
        elif what == "point":
            self.app.push_screen(PointScreen(self.workspace, self._open, id))
        elif not event.is_ticking:
            self._do(what)

    def _do(self, what: str) -> None:
        match what:
            case "preview":
                self.action_preview()
            case "paper":
                self.action_paper()
            case "about":
                self.app.push_screen(SheetAboutScreen(self.workspace, self._open))
            case "copy":
                self.dismiss(copied(self._open.value, self.workspace.clock))
            case _:
                self._ask_removal()

    def _toggle(self, id: str) -> None:
        view = self.view.point(id)
        if view is not None:
            self._open.change(toggled(view, self._open.value, self.workspace.clock))
            self.show()

    def action_tick(self) -> None:
        """Put the point under the cursor on the sheet, or take it off."""
        self.query_one("#points", RowList).tick()

    def action_preview(self) -> None:
        """Show the sheet as it comes on paper."""
        self.app.push_screen(PreviewScreen(self.workspace, partial(sheet_report, self.workspace, self._open.value)))

    def action_paper(self) -> None:
        """Make the paper, after saying what is still to fill in."""
        self._keep(self._open.value)
        told = self._agreements.told_blanks(self.view)
        if not told:
            self._make_paper()
            return
        answers = [("back", N_("Go back and fill it in")), ("paper", N_("Make the paper all the same"))]
        message = N_("{told} To fill it in now, open the point and choose its words.")
        title = N_("Something is still to fill in")
        ask = AskScreen(self.workspace, title, message, answers, {"told": told})
        self.app.push_screen(ask, lambda answer: self._make_paper() if answer == "paper" else None)

    def _make_paper(self) -> None:
        make = partial(sheet_report, self.workspace, self._open.value)
        self.app.push_screen(PaperScreen(self.workspace, make, PAPER))

    def _ask_removal(self) -> None:
        answers = [("back", N_("Keep it")), ("remove", N_("Remove it"))]
        sentence = N_("This sheet goes from this program. A paper that you made of it stays where it is.")
        ask = AskScreen(self.workspace, N_("Remove this sheet?"), sentence, answers)
        self.app.push_screen(ask, self._after_removal)

    def _after_removal(self, answer: str | None) -> None:
        if answer == "remove":
            self.keep(self.workbook.drop_sheet(self._open.value.id))
            self.dismiss()
