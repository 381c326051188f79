"""Practising: it never looks real, and it reaches no disk."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.services.keeping import Keeping
from tests.tui.desk import Desk
from tests.tui.situations import INSULT_ON_LINKEDIN, THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")


async def test_f9_starts_over_from_wherever_one_is(desk: Desk) -> None:
    async with desk.sit_down(workspace=desk.practice()) as person:
        await person.press("1")
        fresh = person.incident
        for there in ("f1", "f3", "ctrl+p", "f7", "f4", "ctrl+n", "tab"):
            await person.press(there, "f9")
            assert person.step() is Step.SCREENSHOT, there
            assert person.incident.situation == fresh.situation, there
            assert person.incident.notes == fresh.notes, there
            assert len(person.workspace.keeper.summaries()) == 1, there


async def test_f9_takes_away_what_the_group_before_wrote(desk: Desk) -> None:
    async with desk.sit_down(workspace=desk.practice()) as person:
        await person.press("1")
        await person.fill("note", "van groep een")
        await person.press("f9")
        assert "van groep een" not in person.field("note")
        await person.press("f6")
        await person.start(INSULT_ON_LINKEDIN)
        await person.press("f9", "f6")
        assert len([id for id in person.row_ids if id.startswith("incident:")]) == 1


async def test_the_first_choice_makes_the_exercise_in_that_country_and_language(new_desk: Desk) -> None:
    async with new_desk.sit_down(workspace=new_desk.practice()) as person:
        await person.choose("be-en")
        await person.press("1")
        assert person.incident.situation.country is Country.BE
        assert "A video in which someone" in next(iter(person.incident.evidence)).facts[Fact.WHAT]
        assert len(person.workspace.keeper.summaries()) == 1


async def test_another_country_holds_for_what_is_practised_already(desk: Desk) -> None:
    async with desk.sit_down(workspace=desk.practice()) as person:
        await person.press("1")
        await person.fill("note", "van deze groep")
        await person.press("f6")
        await person.choose("choices")
        await person.choose("country")
        await person.choose("be-nl")
        await person.press("f6", "1")
        assert person.incident.situation.country is Country.BE
        assert "van deze groep" in person.field("note")
        await person.press("f6", "1")
        assert person.incident.situation.country is Country.BE


async def test_nothing_reaches_the_disk(desk: Desk) -> None:
    desk.keep(told(THREAT_ON_YOUTUBE))
    before = desk.files()
    settings = desk.settings.read_bytes()
    async with desk.sit_down(workspace=desk.practice()) as person:
        await person.press("1")
        await person.fill("note", "geheim")
        await person.press("f5", "f2", "f6")
        assert f"incident:{1:016x}" not in person.row_ids
        assert person.workspace.keeper.state is Keeping.PRACTICE
        await person.start(INSULT_ON_LINKEDIN)
        await person.press("ctrl+n", "f4", "f4", "ctrl+s", "enter", "escape", "f10")
        await person.until(lambda: person.is_gone)
    assert desk.files() == before
    assert desk.settings.read_bytes() == settings


async def test_outside_an_exercise_f9_never_starts_anything_over(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.fill("note", "blijft")
        await person.press("f9", "escape", "f6", "f9", "1")
        assert person.field("note") == "blijft"
