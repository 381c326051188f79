"""Changing the language in the middle of anything: the words change, what was typed does not."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.tui.screens.evidence import EvidenceScreen
from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import INSULT_ON_LINKEDIN, THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")

HALF = "Hij zei: «ïk wéét waar»"


async def go_to_field(person: Person, place: str) -> str:
    """Walk to a field, and return its id."""
    match place:
        case "note":
            await person.focus("note")
        case "evidence":
            await person.choose("evidence:new")
            if person.is_at(PassphraseScreen):
                await person.press("escape")
            assert person.is_at(EvidenceScreen)
            await person.focus("fact-what")
        case "evidence line":
            await go_to_field(person, "evidence")
            await person.focus("fact-posted-by")
        case "action":
            await person.press("ctrl+n")
            await person.choose("action:platform-report")
            await person.focus("answer")
        case "action line":
            await go_to_field(person, "action")
            await person.press("shift+tab")
        case "template":
            await person.press("ctrl+n", "f4")
            await person.press("ctrl+home")
        case "passphrase":
            await person.press("f5")
        case "skip":
            await person.choose("skip")
        case "search":
            await person.press("ctrl+p")
    focused = person.app.focused
    assert focused is not None
    assert focused.id is not None
    return focused.id


@pytest.mark.parametrize(
    "place",
    [
        "note", "evidence", "evidence line", "action", "action line", "template", "passphrase", "skip", "search",
    ],
)  # fmt: skip
async def test_every_letter_and_the_cursor_stay(desk: Desk, place: str) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.SCREENSHOT)) as person:
        field = await go_to_field(person, place)
        await person.write(HALF)
        await person.press("left", "left")
        before = person.field(field)
        await person.press("f2")
        assert person.language() is Language.EN
        assert person.field(field) == before
        await person.write("X")
        await person.press("f1", "f2", "escape")
        await person.write("Y")
        assert person.language() is Language.NL
        assert person.field(field) == before.replace(HALF, f"{HALF[:-2]}XY{HALF[-2:]}")


async def test_the_language_is_a_view_that_touches_no_data(desk: Desk) -> None:
    incident = told(INSULT_ON_LINKEDIN, Step.LEGAL)
    desk.keep(incident)
    before = desk.look()
    async with desk.sit_down(incident, is_open=True) as person:
        dutch = person.page
        await person.press("f2")
        english = person.page
        assert "22 februari 2027" in dutch
        assert "22 February 2027" in english
        await person.press("f2")
        assert person.page == dutch
        await person.press("f10")
        await person.until(lambda: person.is_gone)
    assert desk.look() == before


async def test_what_was_said_before_is_said_again_in_the_other_language(desk: Desk) -> None:
    async with desk.sit_down(told(INSULT_ON_LINKEDIN, Step.TALK)) as person:
        await person.press("f4", "f4")
        said = "Copied. Paste it where it has to go; nothing is sent from here."
        assert Words(Language.NL)(said) in person.page
        await person.press("f2")
        assert said in person.page

        await person.press("escape", "ctrl+p", "f2")
        assert Words(Language.NL)("Who to call") in person.page
        assert "Who to call" not in person.page
