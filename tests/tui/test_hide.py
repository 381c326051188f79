"""Hiding the screen: at once and from anywhere, with everything kept, and nothing shown until one comes back."""

from __future__ import annotations

from textual import events

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.tui import guarded
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.widgets.key_bar import KeyBar
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import INSULT_ON_LINKEDIN, THREAT_ON_YOUTUBE, told
from tests.tui.walking import every_screen


def is_hidden(person: Person) -> bool:
    """Whether nothing of the program can be seen."""
    return person.app.is_covered


async def come_back(person: Person) -> None:
    """Press the key a while after hiding, as somebody does who means it."""
    person.app._pressed_at -= guarded.HELD
    await person.press("f8")


async def test_it_hides_from_every_screen_and_comes_back_to_the_same_one(new_desk: Desk) -> None:
    new_desk.choose()
    async with new_desk.sit_down() as person:
        async for name in every_screen(person):
            before = person.screen
            await person.press("f8")
            assert is_hidden(person), name
            await person.press("escape", "f1", "enter", "1", "ctrl+p")
            assert person.screen is before, name
            await come_back(person)
            assert not is_hidden(person), name
            assert person.screen is before, name


async def test_what_is_half_typed_is_on_the_disk_while_it_is_hidden(desk: Desk) -> None:
    incident = told(THREAT_ON_YOUTUBE, Step.TALK)
    desk.keep(incident)
    async with desk.sit_down(incident, is_open=True) as person:
        await person.fill("note", "Halverwege een zi")
        await person.press("f8")
        assert desk.look().notes[Step.TALK] == "Halverwege een zi"
        await person.write("dit leest niemand")
        await person.paste("en dit ook niet")
        await come_back(person)
        assert person.field("note") == "Halverwege een zi"
        await person.write("n.")
        assert person.field("note") == "Halverwege een zin."


async def test_a_hand_that_hammers_the_key_does_not_bring_it_back(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.press("f8", "f8", "f8", "f8")
        assert is_hidden(person)
        await come_back(person)
        assert not is_hidden(person)


async def test_a_failing_save_shows_nothing_until_one_comes_back(desk: Desk) -> None:
    incident = told(THREAT_ON_YOUTUBE, Step.TALK)
    desk.keep(incident)
    async with desk.sit_down(incident, is_open=True) as person:
        folder = Layout(desk.vault).incident_folder(incident.id)
        folder.rename(desk.folder / "gone")
        folder.write_text("no folder any more")
        await person.fill("note", "te laat")
        await person.press("f8")
        await person.until(lambda: person.is_at(AskScreen))
        assert is_hidden(person)
        await come_back(person)
        assert person.is_at(AskScreen)
        await person.choose("back")
        assert person.field("note") == "te laat"


async def test_one_stops_from_a_hidden_screen_when_everything_is_kept(desk: Desk) -> None:
    incident = told(THREAT_ON_YOUTUBE, Step.TALK)
    desk.keep(incident)
    async with desk.sit_down(incident, is_open=True) as person:
        await person.fill("note", "bewaard")
        await person.press("f8", "f10")
        await person.until(lambda: person.is_gone)
    assert desk.look().notes[Step.TALK] == "bewaard"


async def test_a_hidden_screen_does_not_stop_when_something_would_be_lost(desk: Desk) -> None:
    async with desk.sit_down(told(INSULT_ON_LINKEDIN, Step.TALK)) as person:
        await person.press("f8", "f10", "ctrl+q")
        assert not person.is_gone
        assert is_hidden(person)
        await come_back(person)
        assert person.is_at(GuideScreen)


async def test_the_mouse_hides_it_too_and_then_does_nothing(desk: Desk) -> None:
    async with desk.sit_down() as person:
        foot = person.screen.query_one(KeyBar)
        await person.click(person.lines[-1].index("F8"), foot.region.y)
        assert is_hidden(person)
        for event in (events.MouseDown, events.MouseUp):
            person.app.post_message(event(None, 4, 5, 0, 0, 1, False, False, False, 4, 5))
            await person.pause()
        assert person.is_at(HomeScreen)


async def test_hiding_works_in_an_exercise(desk: Desk) -> None:
    async with desk.sit_down(workspace=desk.practice()) as person:
        await person.press("1", "f8")
        assert is_hidden(person)
        await come_back(person)
        assert person.is_at(GuideScreen)


async def test_from_every_screen_one_key_stops_or_asks_what_to_do_with_what_is_not_saved(new_desk: Desk) -> None:
    new_desk.choose()
    asked = 0
    async with new_desk.sit_down() as person:
        async for name in every_screen(person):
            if person.is_gone or not person.workspace.keeper.has_unsaved or name == "leaving":
                continue
            before = person.screen
            await person.press("f10", "f10")
            assert person.row_ids == ["save", "back", "leave"], name
            await person.press("escape")
            assert person.screen is before, name
            asked += 1
    assert asked > 50


async def test_somebody_in_danger_can_stop_where_it_says_to_call(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.press("1", "enter")
        assert person.label("Call now") in person.read
        await person.press("f10")
        await person.choose("leave")
        assert person.is_gone
