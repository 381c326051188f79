"""Checking a photo: first whose picture it is, because what may be proof is left as it is."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.language import N_
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.photo_views import ABOUT_PHOTOS, WHOSE, Whose
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.messages import Read
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.prevention.photo import PhotoScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class PhotosScreen(BaseScreen[None]):
    """Asks whose picture it is, and leads to looking at it."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def compose_body(self) -> ComposeResult:
        """Lay out the question and its answers."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="whose", is_numbered=True)

    def show(self) -> None:
        """Ask in the language of now."""
        super().show()
        words = self.words
        self.query_one("#title", PageView).draw(self._title)
        rows = [
            Row(whose, Content(words(label)), more=Content(words(more)), state=str(number), is_spaced=number > 1)
            for number, (whose, (label, more)) in enumerate(WHOSE.items(), 1)
        ]
        about = Row("about", Content(words(N_("What a photo tells"))), state=str(len(rows) + 1), is_spaced=True)
        self.query_one("#whose", RowList).show([*rows, about])

    def _title(self, width: int) -> Lines:
        words = self.words
        asked = words(N_("Whose picture or video is it?"))
        return [
            *titled(words(N_("Look at a photo")), width),
            *wrapped(Content(asked), width),
            BLANK,
        ]

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.is_ticking:
            return
        if event.id == "about":
            self.post_message(Read(Kind.ABOUT, ABOUT_PHOTOS))
        else:
            self.app.push_screen(PhotoScreen(self.workspace, Whose(event.id)))
