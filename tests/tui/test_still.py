"""Nothing moves by itself, and no key waits for something that does."""

from __future__ import annotations

import pytest
from textual.widgets import Input, TextArea

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.tui.app import OnlineSafeApp
from tests.tui.desk import Desk
from tests.tui.situations import THREAT_ON_YOUTUBE, told
from tests.tui.walking import every_screen

pytestmark = pytest.mark.usefixtures("undrawn")


async def test_a_page_is_where_a_key_brings_it_at_once(desk: Desk) -> None:
    app = OnlineSafeApp(desk.workspace())
    async with app.run_test(size=(60, 20)):
        assert app.animation_level == "none"


async def test_no_screen_moves_or_blinks(desk: Desk) -> None:
    async with desk.sit_down() as person:
        async for name in every_screen(person):
            if person.is_gone:
                break
            assert not person.app.animator._animations, name
            for field in person.screen.query("Input, TextArea").results():
                assert isinstance(field, Input | TextArea)
                assert not field.cursor_blink, (name, field)


async def test_keys_pressed_in_one_go_all_count(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.rattle("ctrl+n", 3)
        assert person.step() is Step.DISCUSS
        await person.rattle("ctrl+b", 2)
        assert person.step() is Step.SCREENSHOT
