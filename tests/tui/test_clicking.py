"""Every key has a place to click: at the foot, or behind F1, which stands at the foot of every screen."""

from __future__ import annotations

import re
from typing import Any

import pytest
from textual import events
from textual.binding import ActiveBinding

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.tui.keys import key_name, own_keys
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.help import HelpScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.reading import ListScreen
from onlinesafe_tui.tui.screens.search import SearchScreen
from onlinesafe_tui.tui.screens.steps import StepsScreen
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told
from tests.tui.walking import every_screen

pytestmark = pytest.mark.usefixtures("undrawn")

_TURNS = 40


class Mouse:
    """A hand on the mouse. What a click asks for can be noted down instead of done: some keys end the program."""

    def __init__(self, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[tuple[str, object]] = []
        self.only_notes = False
        self._person = person
        really = person.app.run_action

        async def run_action(action: Any, default_namespace: Any = None, namespaces: Any = None) -> bool:
            if self.only_notes:
                self.asked.append((action, default_namespace))
                return True
            return await really(action, default_namespace, namespaces)

        monkeypatch.setattr(person.app, "run_action", run_action)

    async def click(self, x: int, y: int) -> None:
        """Click somewhere."""
        for kind in (events.MouseDown, events.MouseUp):
            self._person.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        await self._person.pause()

    async def click_foot(self, name: str) -> bool:
        """Click a key at the foot; False when it does not stand there."""
        foot = self._person.lines[-1]
        if f" {name} " not in foot:
            return False
        await self.click(foot.index(f" {name} ") + 1, len(self._person.lines) - 1)
        return True

    async def click_row(self, name: str, about: str) -> None:
        """Turn the wheel until a row of the help is in sight, and click it."""
        pattern = re.compile(rf"\W*{re.escape(name)} +{re.escape(about[:20])}")
        for _ in range(_TURNS):
            at = next((y for y, line in enumerate(self._person.lines[1:-1], 1) if pattern.match(line)), None)
            if at is not None:
                await self.click(8, at)
                return
            self._person.app.post_message(events.MouseScrollDown(None, 8, 8, 0, 1, 0, False, False, False, 8, 8))
            await self._person.pause()
        raise AssertionError(f"{name} {about} never came into sight:\n{self._person.seen}")

    async def reach(self, key: ActiveBinding) -> None:
        """Ask for what a key does with clicks alone."""
        words = self._person.workspace.words
        name = key_name(key.binding.key, words)
        self.asked.clear()
        self.only_notes = True
        if not await self.click_foot(name):
            self.only_notes = False
            assert await self.click_foot("F1"), f"no help at the foot: {self._person.lines[-1]}"
            assert self._person.is_at(HelpScreen)
            self.only_notes = True
            await self.click_row(name, words(key.binding.tooltip or key.binding.description))
        self.only_notes = False


async def test_every_key_of_every_screen_is_reached_with_clicks_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = set()
    async with desk.sit_down() as person:
        mouse = Mouse(person, monkeypatch)
        async for name in every_screen(person):
            here, kind = person.screen, type(person.screen)
            if person.is_gone or kind in seen or person.is_at(HelpScreen):
                continue
            seen.add(kind)
            # In the smallest window the fewest keys stand at the foot.
            await person.resize(60, 20)
            for key in [key for key in own_keys(here) if key.enabled]:
                await mouse.reach(key)
                assert person.screen is here, (name, key.binding)
                assert mouse.asked == [(key.binding.action, key.node)], (name, key.binding)
            await person.resize(80, 24)
    assert {HomeScreen, GuideScreen, SearchScreen} < seen


async def test_a_row_of_the_help_does_it_on_the_screen_one_came_from(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        guide = person.screen
        await person.press("f1")
        await person.choose("command:steps")
        assert person.is_at(StepsScreen)
        await person.press("escape")
        assert person.screen is guide
        await person.press("f1")
        await person.choose("command:forward")
        assert person.screen is guide
        assert person.step() is Step.SCREENSHOT


async def test_enter_in_the_help_shows_who_to_call(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.press("f1", "enter")
        assert person.is_at(ListScreen)
        await person.press("escape")
        assert person.is_at(GuideScreen)


async def test_the_space_bar_reads_on_in_the_help(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.press("f1")
        before = person.seen
        await person.press("space")
        assert person.is_at(HelpScreen)
        assert person.seen != before


async def test_a_search_from_the_help_finds_what_the_screen_below_can_do(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        guide = person.screen
        await person.press("f1", "ctrl+p")
        await person.write(person.label("All steps"))
        await person.press("enter")
        assert person.is_at(StepsScreen)
        await person.press("escape")
        assert person.screen is guide


async def test_the_way_to_the_first_screen_is_found(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.press("ctrl+p")
        await person.write(person.label("First screen"))
        await person.press("enter")
        assert person.is_at(HomeScreen)


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_hiding_and_searching_stand_at_the_foot_in_any_window(desk: Desk, width: int) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK), size=(width, 24)) as person:
        for key in (None, "f7", "escape", "f3", "f1"):
            await person.press(*([key] if key else []))
            assert f" F8 {person.label('Hide')} " in person.lines[-1]
            assert f" ^P {person.label('Search')} " in person.lines[-1]
