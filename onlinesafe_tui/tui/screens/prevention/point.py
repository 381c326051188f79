"""One point of a sheet: which words stand on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import TextArea

from onlinesafe_tui.domain.agreements import OWN
from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.agreement_views import PointView, blanks_in
from onlinesafe_tui.services.agreements import LONGEST_WORDS, Agreements, OpenSheet
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.draw_blocks import block_lines
from onlinesafe_tui.tui.glyphs import CHOSEN, UNCHOSEN
from onlinesafe_tui.tui.screens.prevention.base import WorkbookForm
from onlinesafe_tui.tui.screens.prevention.blanks import BlanksScreen
from onlinesafe_tui.tui.widgets.fields import CleanTextArea
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_OFF = "off"


class PointScreen(WorkbookForm[None]):
    """Offers the wordings of a point, and a field for one's own words that begins with the wording that was picked."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "tab", "escape", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, workspace: Workspace, sheet: OpenSheet, point: str) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            sheet: The sheet.
            point: The id of the point.
        """
        super().__init__(workspace)
        self._open = sheet
        self._point = point
        self._begun_with = ""
        """What stood in the field before the person wrote in it."""

    def compose_body(self) -> ComposeResult:
        """Lay out why it is a point, its wordings, and the field for one's own words."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="wordings", is_numbered=True)
            yield PageView(id="label")
            yield CleanTextArea(id="own")

    def on_mount(self) -> None:
        """Show the words that stand on the sheet now."""
        view = self.view
        if view is not None and view.picked == OWN:
            self._fill(view.own)
        else:
            self.query_one("#own", TextArea).display = False
        self.show()
        self.begin()
        if view is not None:
            rows = self.query_one("#wordings", RowList)
            rows.show(rows.rows, cursor=view.picked)

    @property
    def view(self) -> PointView | None:
        """The point in the language of now; None when the content does not have it any more."""
        workspace = self.workspace
        agreements = Agreements(workspace.library, workspace.language, workspace.country)
        return agreements.view(self._open.value).point(self._point)

    def show(self) -> None:
        """Say everything in the language of now; what was typed stays."""
        super().show()
        view = self.view
        if view is not None:
            self.query_one("#title", PageView).draw(lambda width: self._title(view, width))
            self.query_one("#wordings", RowList).show(list(self._rows(view)))
        self.query_one("#label", PageView).draw(self._label)

    def settle(self) -> None:
        """Take over the person's own words, once they are other words than those that they began with."""
        field = self.query_one("#own", TextArea)
        text = clean_text(field.text, longest=LONGEST_WORDS).strip()
        if not field.display or text == self._begun_with:
            return
        self._begun_with = text
        self._open.change(self._open.value.adapt(self._point, text, self.workspace.clock.now()))
        self.show()

    def _rows(self, view: PointView) -> Iterator[Row]:
        words = self.words
        for wording in view.wordings:
            mark = CHOSEN if view.picked == wording.id else UNCHOSEN
            yield Row(wording.id, Content(wording.text), mark=mark, is_spaced=True)
        own = words(N_("In your own words"))
        yield Row(OWN, Content(own), mark=CHOSEN if view.picked == OWN else UNCHOSEN, is_spaced=True)
        yield Row(_OFF, Content(words(N_("Not on the sheet"))), mark=UNCHOSEN if view.is_on else CHOSEN)

    def _title(self, view: PointView, width: int) -> Lines:
        lines = titled(view.point.title, width)
        if view.point.is_own:
            lines.extend(wrapped(Content.styled(self.words(N_("From your organisation")), "$muted"), width))
        return [*lines, *block_lines(view.point.about, width)]

    def _label(self, width: int) -> Lines:
        if not self.query_one("#own", TextArea).display:
            return []
        words = self.words
        if len(self.query_one("#own", TextArea).text) > LONGEST_WORDS:
            text = words(
                N_("This is too long for one page: what comes after {n} characters is left out."), n=LONGEST_WORDS
            )
            return [BLANK, *wrapped(Content.styled(text, "$warning"), width)]
        text = words(N_("Your own words. They stay as you write them, also on paper in another language."))
        return [BLANK, *wrapped(Content.styled(text, "$muted"), width)]

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        view, now = self.view, self.workspace.clock.now()
        if view is None:
            return
        self.settle()
        if event.id == OWN:
            self._write(view.own or view.text or view.wordings[0].text)
        elif event.id == _OFF:
            self._open.change(self._open.value.leave_out(self._point, now))
            self.dismiss()
        else:
            self._open.change(self._open.value.pick(self._point, event.id, now))
            if blanks_in(view.point.text(event.id)):
                fill_in = BlanksScreen(self.workspace, self._open, self._point, event.id)
                self.app.push_screen(fill_in, self._after_blanks)
            else:
                self.dismiss()

    def _after_blanks(self, _: None) -> None:
        self.dismiss()

    def _write(self, text: str) -> None:
        """Let the person change a text."""
        self._fill(text)
        field = self.query_one("#own", TextArea)
        field.focus()
        self.show()
        self.call_after_refresh(field.scroll_visible, animate=False)

    def _fill(self, text: str) -> None:
        field = self.query_one("#own", TextArea)
        with self.prevent(TextArea.Changed):
            field.text = text
        field.display = True
        field.move_cursor(field.document.end)
        self._begun_with = text
