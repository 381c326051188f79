"""One sign on the screen points at where the keys go, and what is said in passing does not follow to other screens."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.prevention import Extent
from onlinesafe_tui.tui.glyphs import CURSOR
from onlinesafe_tui.tui.screens.prevention.round_end import RoundEndScreen
from onlinesafe_tui.tui.screens.prevention.statement import StatementScreen
from onlinesafe_tui.tui.widgets.row_list import RowList
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told


def pointed_at(person: Person) -> list[str]:
    """What the sign points at in the lists of this screen."""
    lines = [line for rows in person.screen.query(RowList) for line in str(rows.render()).split("\n")]
    return [line.removeprefix(CURSOR).strip() for line in lines if line.startswith(CURSOR)]


async def test_of_two_lists_only_the_one_with_the_keys_has_the_sign(desk: Desk) -> None:
    async with desk.sit_down(size=(120, 40)) as person:
        await person.choose("prevention")
        await person.choose("policy")
        await person.choose("begin")
        assert person.is_at(StatementScreen)
        assert len(pointed_at(person)) == 1
        await person.focus("ways")
        (pointed,) = pointed_at(person)
        assert pointed == "Volgende uitspraak"


async def test_while_one_writes_no_row_is_pointed_at(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        assert len(pointed_at(person)) == 1
        await person.focus("note")
        assert pointed_at(person) == []
        await person.press("escape")
        assert len(pointed_at(person)) == 1


async def test_what_the_search_found_is_pointed_at_while_one_types(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.press("ctrl+p", "down")
        assert len(pointed_at(person)) == 1


async def test_after_finishing_a_round_the_way_back_is_pointed_at(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.choose("prevention")
        await person.choose("rounds")
        await person.choose(f"go:{Extent.MINUTE}")
        await person.press("1", "ctrl+n", "ctrl+n")
        assert person.is_at(RoundEndScreen)
        await person.choose("finish")
        assert pointed_at(person) == ["Klaar, terug naar de rondes"]


@pytest.mark.parametrize("key", ["f3", "f7", "ctrl+n"])
async def test_what_was_said_in_passing_stays_where_it_was_said(desk: Desk, key: str) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.press("f4")
        assert "Bij deze stap is er geen tekst om te kopiëren." in person.toasts[-1]
        await person.press(key)
        assert person.toasts == []
