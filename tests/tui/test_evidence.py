"""Describing what was captured, in words only."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.labels import FACTS
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.tui.screens.evidence import EvidenceScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen
from tests.store.quick import PASSPHRASE
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")

INCIDENT = told(THREAT_ON_YOUTUBE, Step.SCREENSHOT)

LONG = {Fact.WHAT, Fact.ADDRESSES}


async def describe(person: Person) -> None:
    """Begin to describe another item; a passphrase may wait."""
    await person.choose("evidence:new")
    if person.is_at(PassphraseScreen):
        await person.press("escape")
    assert person.is_at(EvidenceScreen)


async def test_every_fact_is_asked_and_kept(desk: Desk) -> None:
    desk.keep(INCIDENT)
    async with desk.sit_down(INCIDENT, is_open=True) as person:
        await describe(person)
        assert person.field("fact-channel") == "YouTube"
        for fact in Fact:
            assert person.label(FACTS[fact]) in person.page
            await person.focus(f"fact-{fact}")
            if fact is Fact.CHANNEL:
                await person.press("end", "ctrl+u")
            await person.write(f"het {fact}\nen meer" if fact in LONG else f"het {fact}")
        await person.press("escape")
        assert person.is_at(GuideScreen)
        await person.press("f10")
        await person.until(lambda: person.is_gone)

    (item,) = desk.look().evidence
    assert item.facts == {fact: f"het {fact}\nen meer" if fact in LONG else f"het {fact}" for fact in Fact}
    assert item.number == 1


async def test_what_is_typed_is_on_disk_when_the_fingers_rest(desk: Desk) -> None:
    desk.keep(INCIDENT)
    async with desk.sit_down(INCIDENT, is_open=True) as person:
        await describe(person)
        await person.fill("fact-what", "Hij noemt mijn str")
        await person.until(
            lambda: [item.facts.get(Fact.WHAT) for item in desk.look().evidence] == ["Hij noemt mijn str"]
        )
        assert person.field("fact-what") == "Hij noemt mijn str"


async def test_not_knowing_is_an_answer_until_one_does(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await describe(person)
        await person.fill("fact-account", "@naam")
        await person.press("ctrl+t")
        assert person.field("fact-account") == "@naam", "what was written is not thrown away"
        await person.press(*["backspace"] * 5, "ctrl+t")
        assert person.label("you do not know this") in person.page
        assert Fact.ACCOUNT in person.incident.evidence[0].unknown
        assert person.app.focused is not None
        assert person.app.focused.id == "fact-account-owner"

        await person.press("shift+tab")
        await person.write("@naam_0412")
        await person.press("escape")
        (item,) = person.incident.evidence
        assert item.facts[Fact.ACCOUNT] == "@naam_0412"
        assert Fact.ACCOUNT not in item.unknown


async def test_an_empty_item_is_not_kept(desk: Desk) -> None:
    async with desk.sit_down(told({**THREAT_ON_YOUTUBE, Question.CHANNEL: ["other"]}, Step.SCREENSHOT)) as person:
        await describe(person)
        await person.fill("fact-posted-by", "   ")
        await person.press("escape")
        assert person.incident.evidence == ()


async def test_a_number_is_never_given_again(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        for text in ("een", "twee"):
            await describe(person)
            await person.fill("fact-posted-by", text)
            await person.press("escape")
        await person.choose("evidence:2")
        await person.press("ctrl+r", "ctrl+r")
        assert [item.number for item in person.incident.evidence] == [1]

        await describe(person)
        await person.fill("fact-posted-by", "drie")
        await person.press("escape")
        assert [item.number for item in person.incident.evidence] == [1, 3]
        assert "3. " in person.page


async def test_removing_asks_twice_and_writing_on_takes_the_question_back(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await describe(person)
        await person.fill("fact-posted-by", "een ouder")
        await person.press("ctrl+r")
        assert person.is_at(EvidenceScreen)
        assert person.toasts
        await person.write(" van een cliënt")
        await person.press("ctrl+r")
        assert person.is_at(EvidenceScreen)
        assert person.field("fact-posted-by") == "een ouder van een cliënt"

        await person.press("ctrl+r")
        assert person.is_at(GuideScreen)
        assert person.incident.evidence == ()


async def test_before_the_first_item_a_passphrase_is_asked_which_may_wait(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await person.choose("evidence:new")
        assert person.is_at(PassphraseScreen)
        await person.press("escape")
        assert person.is_at(EvidenceScreen)
        await person.fill("fact-posted-by", "een ouder")
        await person.press("escape")
        await describe(person)


async def test_after_the_passphrase_the_item_is_sealed_right_away(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await person.choose("evidence:new")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.put_off_code()
        assert person.is_at(EvidenceScreen)
        assert person.workspace.keeper.state is Keeping.SEALED
        await person.fill("fact-posted-by", "een ouder")
        await person.press("escape")
        await person.until(lambda: bool(desk.look().evidence))


async def test_the_answers_of_an_item_stand_in_its_fields_again(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await describe(person)
        await person.fill("fact-what", "regel een\nregel twee")
        await person.fill("fact-reached-me", "van een collega")
        await person.press("escape", "f6", "1")
        await person.choose("evidence:1")
        await person.press("escape")
        assert person.field("fact-what") == "regel een\nregel twee"
        assert person.field("fact-reached-me") == "van een collega"
