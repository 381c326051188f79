"""The very first start, and the choice of language and country."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.settings import Settings, read_settings
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.welcome import WelcomeScreen
from tests.tui.desk import Desk
from tests.tui.situations import THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")


@pytest.mark.parametrize(
    ("key", "country", "language"),
    [
        ("1", Country.NL, Language.NL),
        ("2", Country.BE, Language.NL),
        ("3", Country.NL, Language.EN),
        ("4", Country.BE, Language.EN),
    ],
)
async def test_one_key_chooses_country_and_language(
    new_desk: Desk, key: str, country: Country, language: Language
) -> None:
    async with new_desk.sit_down() as person:
        assert person.is_at(WelcomeScreen)
        await person.press(key)
        assert person.is_at(HomeScreen)
        assert person.language() is language
    assert read_settings(new_desk.settings) == Settings(country=country, language=language)


async def test_it_is_asked_once(new_desk: Desk) -> None:
    async with new_desk.sit_down() as person:
        await person.press("escape", "escape")
        assert person.is_at(WelcomeScreen)
        await person.press("down", "enter")
    async with new_desk.sit_down() as person:
        assert person.is_at(HomeScreen)
        assert person.workspace.country is Country.BE


async def test_the_question_is_asked_in_both_languages_with_every_number(new_desk: Desk) -> None:
    async with new_desk.sit_down() as person:
        assert "Waar werk je, en in welke taal lees je?" in person.read
        assert "Where do you work, and in which language do you read?" in person.read
        assert "112 / 101" in person.lines[0]


async def test_the_first_screen_speaks_of_what_happened_before_anything_else(desk: Desk) -> None:
    async with desk.sit_down() as person:
        assert person.row_ids[0] == "self"
        assert "Er is net iets gebeurd" in person.read
        assert person.rows.current is not None
        assert person.rows.current.id == "self"


async def test_country_and_language_can_be_changed_later(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.choose("choices")
        await person.choose("country")
        await person.press("4", "escape")
        assert person.is_at(HomeScreen)
        assert "112 / 101" in person.lines[0]
        assert "Something just happened" in person.read
    assert read_settings(desk.settings) == Settings(country=Country.BE, language=Language.EN)


async def test_what_is_under_way_comes_first_with_what_is_next(desk: Desk) -> None:
    incident = told(THREAT_ON_YOUTUBE)
    desk.keep(incident)
    async with desk.sit_down(is_open=True) as person:
        assert person.row_ids[:3] == [f"incident:{incident.id}", "due", "self"]
        assert "Bedreiging · YouTube · 22 november 2026" in person.read
        assert "Leg eerst vast wat er staat" in person.read
