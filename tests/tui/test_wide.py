"""Where the window is wide, what is due and who to call stand beside the page; elsewhere they are a key away."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from tests.tui.desk import Desk
from tests.tui.situations import THREAT_ON_YOUTUBE, told


@pytest.mark.parametrize(("width", "is_there"), [(80, False), (100, False), (119, False), (120, True), (200, True)])
async def test_it_stands_there_from_120_columns_on(desk: Desk, width: int, is_there: bool) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK), size=(width, 40)) as person:
        assert ("Eerste gesprek" in person.read) is is_there
        assert ("0800-0113" in person.read) is is_there
        assert "Nu:" in person.read
        assert ("De vijf stappen" in person.read) is (width >= 100)


@pytest.mark.parametrize("height", [20, 24, 60])
async def test_the_page_beside_it_keeps_its_lines_together(desk: Desk, height: int) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.SCREENSHOT), size=(120, height)) as person:
        page = person.screen.query_one("#page")
        assert page.region.width >= 52
        assert person.screen.query_one("#aside").region.right == 120
        assert "112" in person.lines[0]
        await person.tick(next(id for id in person.row_ids if id.startswith("task:")))
        assert "[x]" in person.read


async def test_it_speaks_the_language_and_the_country_of_now(new_desk: Desk) -> None:
    new_desk.choose(Country.BE, Language.EN)
    async with new_desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK), size=(160, 50)) as person:
        assert "Coming up" in person.read
        assert "First talk" in person.read
        await person.press("f2")
        assert "Komt eraan" in person.read
        assert "Eerste gesprek" in person.read
