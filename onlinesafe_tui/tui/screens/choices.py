"""What one chooses once: country and language, the texts of one's organisation, the looks, and a cursor to follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.errors import SettingsError
from onlinesafe_tui.language import N_
from onlinesafe_tui.settings import COUNTRIES, LANGUAGES
from onlinesafe_tui.tui.draw import BLANK, Lines, titled
from onlinesafe_tui.tui.messages import Chosen, Failed
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.own_folder import OwnFolderScreen
from onlinesafe_tui.tui.screens.welcome import WelcomeScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class ChoicesScreen(BaseScreen[None]):
    """Lists the choices with what holds now. Enter changes one at once."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1", "f10")
    LABELS: ClassVar[dict[str, str]] = {"enter": N_("Change")}

    def compose_body(self) -> ComposeResult:
        """Lay out the title and the choices."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="choices")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#choices", RowList).show(list(self._rows()))

    def _title(self, width: int) -> Lines:
        return [*titled(self.words(N_("Country, language and looks")), width), BLANK]

    def _rows(self) -> Iterator[Row]:
        words, settings = self.words, self.workspace.settings
        country = words(COUNTRIES[settings.country]) if settings.country else ""
        place = f"{country} · {LANGUAGES[self.workspace.language]}"
        yield Row("country", Content(words(N_("Country and language"))), state=place)
        yield Row("folder", Content(words(N_("Folder of your organisation"))), is_spaced=True)
        # Where a terminal has few colours, they are its own, and there is nothing to choose.
        if not self.app.current_theme.ansi:
            look = words(N_("light")) if settings.theme == "light" else words(N_("dark"))
            more = words(N_("Light is for daylight and for a projector."))
            yield Row("look", Content(words(N_("Light or dark"))), more=Content(more), state=look, is_spaced=True)
        cursor = words(N_("on")) if settings.visible_cursor else words(N_("off"))
        more = words(
            N_("Shows where you are to a magnifier or a braille line. For a screen reader there is: onlinesafe plain.")
        )
        yield Row("cursor", Content(words(N_("Visible cursor"))), more=Content(more), state=cursor, is_spaced=True)

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        settings = self.workspace.settings
        if event.id == "country":
            self.app.push_screen(WelcomeScreen(self.workspace))
            return
        if event.id == "folder":
            self.app.push_screen(OwnFolderScreen(self.workspace))
            return
        try:
            if event.id == "look":
                self.workspace.choose(theme="dark" if settings.theme == "light" else "light")
            else:
                self.workspace.choose(visible_cursor=not settings.visible_cursor)
        except SettingsError as error:
            self.post_message(Failed(error))
        self.post_message(Chosen())
        self.show()
