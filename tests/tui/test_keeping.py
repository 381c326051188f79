"""Everything is kept after every key, and an end that nobody chose loses nothing."""

from __future__ import annotations

import signal
from dataclasses import replace
from datetime import timedelta

import pytest

from onlinesafe_tui.domain.facets import Act, Question
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.incidents import AT_ONCE, IncidentsScreen
from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen
from tests.store.quick import PASSPHRASE
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import INSULT_ON_LINKEDIN, THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")


async def make_passphrase(person: Person) -> None:
    """Choose a passphrase on the screen that asks for one."""
    assert person.is_at(PassphraseScreen)
    await person.write(PASSPHRASE)
    await person.press("enter")
    await person.write(PASSPHRASE)
    await person.press("enter")
    await person.until(lambda: person.workspace.keeper.state is Keeping.SEALED)
    await person.put_off_code()


async def test_every_answer_is_on_disk_as_soon_as_it_is_given(desk: Desk) -> None:
    desk.keep()
    async with desk.sit_down(is_open=True) as person:
        await person.choose("self")
        await person.choose("no")
        await person.until(lambda: bool(desk.summaries()) and desk.look().situation.danger == "no")

        await person.tick("threat")
        await person.until(lambda: desk.look().situation.acts == {Act.THREAT})


async def test_every_tick_is_on_disk_as_soon_as_it_is_made(desk: Desk) -> None:
    incident = told(THREAT_ON_YOUTUBE, Step.TALK)
    desk.keep(incident)
    async with desk.sit_down(incident, is_open=True) as person:
        task = next(id for id in person.row_ids if id.startswith("task:"))
        await person.tick(task)
        await person.until(lambda: task.removeprefix("task:") in desk.look().ticked)

        await person.press("ctrl+n")
        await person.until(lambda: desk.look().journey.at is Step.SCREENSHOT)


async def test_half_a_sentence_is_on_disk_when_the_fingers_rest(desk: Desk) -> None:
    incident = told(THREAT_ON_YOUTUBE, Step.TALK)
    desk.keep(incident)
    async with desk.sit_down(incident, is_open=True) as person:
        await person.fill("note", "Hij zei dat hij")
        await person.until(lambda: desk.look().notes == {Step.TALK: "Hij zei dat hij"})


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
async def test_a_closed_window_loses_nothing_and_the_next_start_goes_on_there(desk: Desk, name: str) -> None:
    if not hasattr(signal, name):
        pytest.skip(f"{name} does not exist here")
    incident = told(THREAT_ON_YOUTUBE, Step.TALK)
    desk.keep(incident)
    async with desk.sit_down(incident, is_open=True) as person:
        await person.press("ctrl+n")
        tasks = [id for id in person.row_ids if id.startswith("task:")]
        await person.tick(tasks[0])
        await person.tick(tasks[1])
        await person.fill("note", "Bij 1:12 noemt hij mijn")
        signal.raise_signal(getattr(signal, name))
        await person.until(lambda: person.is_gone)

    kept = desk.look()
    assert set(kept.ticked) == {tasks[0].removeprefix("task:"), tasks[1].removeprefix("task:")}
    assert kept.notes[Step.SCREENSHOT] == "Bij 1:12 noemt hij mijn"

    async with desk.sit_down() as person:
        assert person.row_ids[0] == "unlock"
        await person.press("1")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.until(lambda: person.is_at(HomeScreen))
        assert person.row_ids[0] == f"incident:{incident.id}"
        await person.press("1")

        assert person.is_at(GuideScreen)
        assert person.step() is Step.SCREENSHOT
        assert person.field("note") == "Bij 1:12 noemt hij mijn"
        assert f"2/{len(tasks)}" in person.read


async def test_half_way_through_the_questions_the_next_start_goes_on_with_them(desk: Desk) -> None:
    desk.keep()
    async with desk.sit_down(is_open=True) as person:
        await person.choose("self")
        await person.choose("no")
        await person.tick("threat")
        await person.press("enter")
        signal.raise_signal(signal.SIGTERM)
        await person.until(lambda: person.is_gone)

    async with desk.sit_down(is_open=True) as person:
        await person.press("1")
        await person.answer({**THREAT_ON_YOUTUBE, Question.ACTS: []})
        assert person.is_at(GuideScreen)
        assert person.incident.situation.acts == {Act.THREAT}


async def test_what_was_written_before_the_passphrase_goes_with_it(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.fill("note", "nog niet bewaard")
        assert person.label("Not saved yet: {key}", key="F5") in person.lines[0]

        await person.press("f5")
        await make_passphrase(person)

        assert person.is_at(GuideScreen)
        assert person.label("Saved {time}", time="")[:7] in person.lines[0]
        assert desk.look().notes == {Step.TALK: "nog niet bewaard"}


async def test_leaving_with_everything_saved_asks_nothing(desk: Desk) -> None:
    incident = told(THREAT_ON_YOUTUBE, Step.TALK)
    desk.keep(incident)
    async with desk.sit_down(incident, is_open=True) as person:
        await person.fill("note", "tot morgen")
        await person.press("f10")
        await person.until(lambda: person.is_gone)
    assert desk.look().notes == {Step.TALK: "tot morgen"}


async def test_leaving_before_anything_was_written_asks_nothing(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.press("f10")
        assert person.is_gone


@pytest.mark.parametrize("key", ["f10", "ctrl+q"])
async def test_leaving_unsaved_asks_first_and_going_back_keeps_everything(desk: Desk, key: str) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.fill("note", "half een zin")
        await person.press(key, key, key)
        assert not person.is_gone
        assert person.is_at(AskScreen)

        await person.choose("back")
        assert person.is_at(GuideScreen)
        assert person.field("note") == "half een zin"

        await person.press(key, "escape")
        assert person.is_at(GuideScreen)
        assert not desk.vault.exists()


async def test_leaving_unsaved_can_lose_it_on_purpose(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.press("f10")
        await person.choose("leave")
        assert person.is_gone
    assert not desk.files()


async def test_leaving_unsaved_can_save_first(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.fill("note", "dit blijft")
        await person.press("f10")
        await person.choose("save")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.until(lambda: person.is_gone)
    assert desk.look().notes == {Step.TALK: "dit blijft"}


async def test_not_wanting_a_passphrase_after_all_ends_nothing(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.press("f10")
        await person.choose("save")
        await person.press("escape")
        assert not person.is_gone
        assert person.is_at(GuideScreen)


async def test_no_screen_lets_the_program_end_without_asking(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        for screen in ("ctrl+p", "f1", "f3", "f7", "f5"):
            for key in ("f10", "ctrl+q"):
                await person.press(screen, key)
                assert person.is_at(AskScreen)
                assert not person.is_gone
                await person.press("escape", "escape")


async def test_an_older_incident_is_found_in_the_list_and_gone_on_with(desk: Desk) -> None:
    oldest = told(INSULT_ON_LINKEDIN, Step.REPORT, number=1)
    others = [told(THREAT_ON_YOUTUBE, Step.TALK, number=number) for number in range(2, 6)]
    desk.keep(
        *(
            replace(incident, changed=incident.changed.replace(hour=number))
            for number, incident in enumerate((oldest, *others), 1)
        )
    )
    async with desk.sit_down(is_open=True) as person:
        assert person.row_ids[:4] == [*(f"incident:{number:016x}" for number in (5, 4, 3)), "incidents"]
        await person.choose("incidents")
        assert person.is_at(IncidentsScreen)
        assert len(person.row_ids) == 5

        await person.choose(oldest.id)
        assert person.is_at(GuideScreen)
        assert person.incident.id == oldest.id
        assert person.step() is Step.REPORT


async def test_of_many_incidents_the_last_come_first_and_the_earlier_ones_when_asked(desk: Desk) -> None:
    moment = told(THREAT_ON_YOUTUBE, Step.TALK).changed
    desk.keep(
        *(
            replace(told(THREAT_ON_YOUTUBE, Step.TALK, number=number), changed=moment + timedelta(seconds=number))
            for number in range(1, AT_ONCE + 4)
        )
    )
    async with desk.sit_down(is_open=True) as person:
        await person.choose("incidents")
        assert len(person.row_ids) == AT_ONCE + 1
        await person.press("end")
        assert "3 eerdere incidenten" in person.seen
        await person.press("enter")
        assert len(person.row_ids) == AT_ONCE + 3
        assert person.rows.current
        assert person.rows.current.id == person.row_ids[AT_ONCE]
        await person.press("end", "enter")
        assert person.incident.id == told(THREAT_ON_YOUTUBE, Step.TALK, number=1).id


async def test_two_incidents_keep_apart_what_is_written_in_each(desk: Desk) -> None:
    one, two = told(THREAT_ON_YOUTUBE, Step.TALK, number=1), told(INSULT_ON_LINKEDIN, Step.TALK, number=2)
    desk.keep(one, two)
    async with desk.sit_down(is_open=True) as person:
        for incident in (one, two, one):
            await person.choose(f"incident:{incident.id}")
            await person.fill("note", f"nota {incident.id[-1]}. ")
            await person.press("f6")
        await person.press("f10")
        await person.until(lambda: person.is_gone)
    assert desk.look(one.id).notes == {Step.TALK: "nota 1. nota 1. "}
    assert desk.look(two.id).notes == {Step.TALK: "nota 2. "}
