"""Walking through the steps: back is never refused, and what happens outside has states of its own."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.actions import ActionKind, ActionState
from onlinesafe_tui.domain.facets import Act, Question
from onlinesafe_tui.domain.journey import ALL_STEPS, Step
from onlinesafe_tui.labels import ACTION_STATES
from onlinesafe_tui.tui.screens.action import ActionScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.reading import ListScreen
from onlinesafe_tui.tui.screens.skip import SkipScreen
from onlinesafe_tui.tui.screens.steps import StepsScreen
from onlinesafe_tui.tui.screens.triage import TriageScreen
from tests.tui.desk import TODAY, Desk
from tests.tui.person import Person
from tests.tui.situations import INSULT_ON_LINKEDIN, THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")


async def test_back_leads_through_every_step_to_the_questions_and_home(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.AFTERCARE)) as person:
        await person.fill("note", "nazorg")
        for step in reversed(ALL_STEPS[:-1]):
            await person.press("ctrl+b")
            assert person.step() is step
        await person.press("ctrl+b")
        assert person.is_at(TriageScreen)
        answered = person.incident.situation
        await person.press("ctrl+b")
        assert person.is_at(GuideScreen)
        await person.press("escape")
        assert person.is_at(HomeScreen)
        await person.press("escape", "escape")
        assert person.is_at(HomeScreen)

        await person.press("1")
        assert person.incident.situation == answered
        assert person.incident.notes == {Step.AFTERCARE: "nazorg"}


@pytest.mark.parametrize("key", ["ctrl+b", "left", "escape"])
async def test_back_leads_through_every_question_and_loses_no_answer(desk: Desk, key: str) -> None:
    async with desk.sit_down() as person:
        await person.choose("self")
        await person.choose("no")
        await person.tick("threat")
        await person.tick("insult")
        await person.press("enter")
        await person.choose("whatsapp")
        await person.press(key, key, key)
        assert person.is_at(TriageScreen)
        assert person.rows.current is not None
        assert person.rows.current.id == "no"
        await person.press(key)
        assert person.is_at(HomeScreen)

        await person.press("1", "enter", "enter", "enter")
        assert person.incident.situation.acts == {Act.THREAT, Act.INSULT}
        assert person.incident.situation.channel == "whatsapp"


async def test_changed_answers_change_the_steps_and_lose_nothing(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        task = next(id for id in person.row_ids if id.startswith("task:"))
        await person.tick(task)
        await person.fill("note", "blijft")
        await person.press("ctrl+b")
        await person.choose("answers")
        await person.answer({**INSULT_ON_LINKEDIN, Question.ACTS: ["threat", "insult"]})
        assert person.is_at(GuideScreen)
        assert person.incident.situation.acts == {Act.INSULT}
        assert task.removeprefix("task:") in person.incident.ticked
        assert person.incident.notes == {Step.TALK: "blijft"}


async def test_a_step_is_skipped_with_a_reason_and_taken_up_again(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.choose("skip")
        assert person.is_at(SkipScreen)
        await person.write("Mijn leidinggevende praat.")
        await person.press("enter")
        assert person.step() is Step.SCREENSHOT

        await person.press("ctrl+b")
        assert "Mijn leidinggevende praat." in person.read
        assert "skip" not in person.row_ids
        await person.choose("resume")
        assert "Mijn leidinggevende praat." not in person.page
        assert person.incident.journey.skipped == {}


async def test_a_step_is_skipped_without_a_reason_or_not_at_all(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.choose("skip")
        await person.write("bij nader inzien")
        await person.press("escape")
        assert person.step() is Step.TALK
        assert person.incident.journey.skipped == {}

        await person.choose("skip")
        await person.press("enter")
        assert person.incident.journey.skipped == {Step.TALK: ""}


async def test_all_steps_are_listed_and_any_of_them_is_one_key_away(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.SAFETY)) as person:
        await person.press("f7")
        assert person.is_at(StepsScreen)
        assert person.row_ids == list(ALL_STEPS)
        await person.choose(Step.LEGAL)
        assert person.is_at(GuideScreen)
        assert person.step() is Step.LEGAL

        await person.press("f7", "1")
        assert person.step() is Step.SAFETY


async def test_down_reads_the_page_to_its_last_line(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        read = []
        for _ in range(200):
            read.append(person.read)
            if person.label("Note, for yourself") in person.read:
                break
            await person.press("down")
        whole = " ".join(read)
        for word in person.page.split():
            assert word in whole


async def reach(person: Person, state: ActionState) -> None:
    assert person.is_at(ActionScreen)
    await person.choose(state)


async def test_what_happens_outside_is_kept_with_its_day_and_reference(desk: Desk) -> None:
    incident = told(THREAT_ON_YOUTUBE, Step.REPORT)
    desk.keep(incident)
    async with desk.sit_down(incident, is_open=True) as person:
        await person.choose("action:platform-report")
        await reach(person, ActionState.SENT)
        await person.focus("day")
        await person.press(*["backspace"] * 10)
        await person.write("20/11/26")
        await person.fill("reference", "YT-4471")
        await person.fill("answer", "We kijken ernaar.\nTot dan.")
        await person.press("escape")

        state = person.label(ACTION_STATES[ActionState.SENT])
        assert f"{state} 20 nov, YT-4471" in person.page
        await person.press("f10")
        await person.until(lambda: person.is_gone)

    action = desk.look().action(ActionKind.PLATFORM_REPORT)
    assert (action.state, str(action.on), action.reference) == (ActionState.SENT, "2026-11-20", "YT-4471")
    assert action.answer == "We kijken ernaar.\nTot dan."


async def test_a_day_that_is_none_stays_in_its_field_and_is_said(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        await person.choose("action:platform-report")
        await reach(person, ActionState.SENT)
        await person.focus("day")
        await person.press(*["backspace"] * 10)
        await person.write("vorige week")
        said = person.label("This is no day yet. Write day-month-year, as in 19-11-2026.")
        await person.until(lambda: said in person.page)
        assert person.field("day") == "vorige week"
        assert person.incident.action(ActionKind.PLATFORM_REPORT).on == TODAY

        await person.press("f1", "escape", "f2")
        assert person.field("day") == "vorige week"


async def test_no_day_that_anybody_types_ends_the_program(desk: Desk) -> None:
    days = ["31-2-2026", "1-1-" + "9" * 900, "1-1-" + "9" * 30, "0-0-0", "-", "١-١-٢٠٢٦", "1-1-0001", "1-1-0101"]
    async with desk.sit_down(told(INSULT_ON_LINKEDIN, Step.REPORT)) as person:
        await person.choose("action:platform-report")
        await reach(person, ActionState.ANSWERED)
        for typed in days:
            await person.focus("day")
            await person.press("ctrl+u")
            await person.paste(typed)
            await person.press("f3", "escape")
            assert person.field("day") == typed
        await person.press("escape", "f7", "escape", "ctrl+n", "ctrl+n")
        await person.choose("day")
        for typed in days:
            await person.press("end", "ctrl+u")
            await person.paste(typed)
            await person.press("f3", "escape")
            assert person.field("day") == typed
        await person.press("escape", "f7")
        assert person.is_at(StepsScreen)


async def test_nothing_prepared_is_called_sent(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        await person.press("f4", "f4", "escape")
        assert desk.copied
        assert person.incident.actions == {}
        await person.choose("action:platform-report")
        await reach(person, ActionState.PREPARED)
        await person.press("escape")
        assert person.label(ACTION_STATES[ActionState.PREPARED]) in person.page
        assert person.label(ACTION_STATES[ActionState.SENT]) not in person.page.split(person.label("Texts to copy"))[0]


async def test_going_home_and_on_again_at_once_loses_nothing(desk: Desk) -> None:
    incident = told(THREAT_ON_YOUTUBE, Step.TALK)
    desk.keep(incident)
    async with desk.sit_down(incident, is_open=True) as person:
        for letter in "abcdef":
            await person.fill("note", letter)
            await person.press("f6", "1")
        assert person.field("note") == "abcdef"
        await person.press("f10")
        await person.until(lambda: person.is_gone)
    assert desk.look().notes == {Step.TALK: "abcdef"}


async def test_who_to_call_is_opened_once_however_often_one_asks(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.press("f3", "f3", "f3")
        assert person.is_at(ListScreen)
        assert "0900-8844" in person.read
        await person.press("escape")
        assert person.is_at(GuideScreen)


@pytest.mark.parametrize("way", [("f7", "6"), ("ctrl+n",), ("ctrl+b",), ("ctrl+g",)], ids=str)
async def test_a_step_is_read_from_its_top_however_one_comes_to_it(desk: Desk, way: tuple[str, ...]) -> None:
    async with desk.sit_down(told(INSULT_ON_LINKEDIN, Step.TALK), size=(80, 24)) as person:
        screen = person.screen
        assert isinstance(screen, GuideScreen)
        await person.press(*["pagedown"] * 8)
        assert screen.page.scroll_y
        await person.press(*way)
        assert person.step() is not Step.TALK
        assert screen.page.scroll_y == 0
