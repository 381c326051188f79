"""The one question before everything else: which language, which country."""

from __future__ import annotations

from typing import Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.errors import SettingsError
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.plain.choices import Option, choose
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.render import wrapped
from onlinesafe_tui.services.demo import follow_choice

_OFFERED: Final = (
    Option((Country.NL, Language.NL), "Nederland, Nederlands"),
    Option((Country.BE, Language.NL), "Vlaanderen, Nederlands"),
    Option((Country.NL, Language.EN), "The Netherlands, English"),
    Option((Country.BE, Language.EN), "Flanders, English"),
)


def ask_language_and_country(desk: Desk) -> None:
    """Ask both in one go, in every language as long as none was chosen.

    Raises:
        Back: The person goes back.
    """
    languages = (desk.workspace.settings.language,) if desk.workspace.settings.language else tuple(Language)
    asked = [Words(language)(N_("Which language do you read, and where do you work?")) for language in languages]
    desk.prompts.screen(asked[0], (line for text in asked[1:] for line in wrapped(text)))
    country, language = choose(desk.prompts, _OFFERED)
    before = desk.workspace.settings
    try:
        desk.workspace.choose(language=language, country=country)
    except SettingsError as error:
        desk.prompts.error(error)
    follow_choice(desk.workspace, before)
