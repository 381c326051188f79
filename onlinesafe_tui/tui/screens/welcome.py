"""The one question before everything else: which language, which country."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.errors import SettingsError
from onlinesafe_tui.language import Language
from onlinesafe_tui.tui.draw import BLANK, Lines, wrapped
from onlinesafe_tui.tui.messages import CountryChosen
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_OFFERED: Final = (
    (Country.NL, Language.NL, "Nederland · Nederlands"),
    (Country.BE, Language.NL, "Vlaanderen, België · Nederlands"),
    (Country.NL, Language.EN, "The Netherlands · English"),
    (Country.BE, Language.EN, "Flanders, Belgium · English"),
)


class WelcomeScreen(BaseScreen[None]):
    """Asks country and language in one go, in both languages, because neither is known yet."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f1", "f10")

    def compose_body(self) -> ComposeResult:
        """Lay out the question and its four answers."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="question")
            yield RowList(id="answers", is_numbered=True)

    def show(self) -> None:
        """Ask."""
        super().show()
        self.query_one("#question", PageView).draw(_question)
        rows = [
            Row(f"{country}-{language}", Content(label), state=str(number))
            for number, (country, language, label) in enumerate(_OFFERED, 1)
        ]
        self.query_one("#answers", RowList).show(rows)

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        country, language = event.id.split("-")
        before = self.workspace.settings
        try:
            self.workspace.choose(country=Country(country), language=Language(language))
        except SettingsError as error:
            self.notify(error.told(self.words), title=self.words(error.title), severity="warning", markup=False)
        self.app.post_message(CountryChosen(before))
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way back unless nothing was answered yet: the answer decides which numbers are shown."""
        return action != "leave" or self.workspace.country is not None


def _question(width: int) -> Lines:
    return [
        *wrapped(Content.styled("Waar werk je, en in welke taal lees je?", "bold"), width),
        *wrapped(Content.styled("Where do you work, and in which language do you read?", "$muted"), width),
        BLANK,
    ]
