"""The policy scan on the full screen: answered by one key, kept at once, finished into an action list."""

from __future__ import annotations

from datetime import date

import pytest

from onlinesafe_tui.domain.policy import Standing
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.prevention.improvements import ImprovementsScreen
from onlinesafe_tui.tui.screens.prevention.policy_level import ChangesScreen, LevelScreen
from tests.tui.desk import TODAY, Desk
from tests.tui.policies import policy_at, scan, statements, title

pytestmark = pytest.mark.usefixtures("undrawn")


async def test_a_key_answers_and_enter_goes_on_to_the_next_statement(desk: Desk) -> None:
    first, second, third = statements(desk)[:3]
    async with policy_at(desk) as person:
        await person.choose("begin")
        assert title(desk, first) in person.page
        await person.press("2")
        assert title(desk, first) in person.page
        await person.press("enter")
        assert title(desk, second) in person.page
        await person.press("4", "ctrl+n")
        assert title(desk, third) in person.page
    (kept,) = desk.look_workbook().scans
    assert {id: found.standing for id, found in kept.findings.items()} == {
        first: Standing.PARTLY,
        second: Standing.UNKNOWN,
    }


async def test_who_since_when_and_where_are_kept_while_one_types(desk: Desk) -> None:
    first = statements(desk)[0]
    async with policy_at(desk) as person:
        await person.choose("begin")
        await person.press("1")
        await person.fill("owner", "teamleider")
        await person.fill("on", "1-9-2026")
        await person.fill("proof", "handboek, blz. 3")
        await person.press("ctrl+n", "ctrl+b")
        assert (person.field("owner"), person.field("on")) == ("teamleider", "01-09-2026")
    found = desk.look_workbook().scans[0].finding(first)
    assert (found.owner, found.on, found.proof) == ("teamleider", date(2026, 9, 1), "handboek, blz. 3")


@pytest.mark.parametrize(("typed", "said"), [("morgen", "Dit is nog geen dag"), ("1-1-2030", "Deze dag komt nog")])
async def test_a_day_that_cannot_be_is_said_and_not_kept(desk: Desk, typed: str, said: str) -> None:
    async with policy_at(desk) as person:
        await person.choose("begin")
        await person.press("1")
        await person.fill("on", typed)
        await person.press("tab")
        await person.until(lambda: said in person.page)
        await person.press("escape")
    (found,) = desk.look_workbook().scans[0].findings.values()
    assert found.on is None


async def test_a_scan_is_gone_on_with_at_the_first_statement_without_an_answer(desk: Desk) -> None:
    first, second = statements(desk)[:2]
    desk.keep_workbook(Workbook().put_scan(scan({first: Standing.IN_PLACE}, days_ago=3, is_finished=False)))
    async with policy_at(desk) as person:
        assert "Begonnen op 19 november 2026: 1 van de" in person.page
        await person.choose("go-on")
        assert title(desk, second) in person.page


async def test_statements_are_answered_in_any_order_from_their_level(desk: Desk) -> None:
    async with policy_at(desk) as person:
        await person.choose("level:reaction")
        assert person.is_at(LevelScreen)
        last = person.row_ids[-1]
        await person.choose(last)
        await person.press("3", "escape")
        assert person.is_at(LevelScreen)
        assert "1 nog niet geregeld" in person.page
    assert desk.look_workbook().scans[0].finding(last).standing is Standing.NOT_YET


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_picture_of_a_level_fits_and_never_speaks_by_colour_alone(desk: Desk, size: tuple[int, int]) -> None:
    first, second, third = statements(desk)[:3]
    answers = {first: Standing.IN_PLACE, second: Standing.NOT_YET, third: Standing.UNKNOWN}
    desk.keep_workbook(Workbook().put_scan(scan(answers, is_finished=False)))
    async with policy_at(desk, size=size) as person:
        await person.choose("level:quality")
        (bar,) = (line.strip() for line in person.lines if "██" in line)
        assert bar.startswith("██░░??")
        assert set(bar) == {"█", "░", "?", "·"}
        assert "1 geregeld, 1 nog niet geregeld, 1 weten we niet" in person.read
        assert "█ geregeld" in person.seen


async def test_finishing_says_what_follows_and_leads_to_the_action_list(desk: Desk) -> None:
    first, second = statements(desk)[:2]
    answers = {first: Standing.IN_PLACE, second: Standing.PARTLY}
    desk.keep_workbook(Workbook().put_scan(scan(answers, days_ago=1, is_finished=False)))
    async with policy_at(desk) as person:
        assert "uitspraken hebben nog geen antwoord. Je kunt de scan toch afronden." in person.page
        await person.choose("finish")
        assert person.is_at(AskScreen)
        assert "(1 nieuw)" in person.read
        await person.choose("actions")
        assert person.is_at(ImprovementsScreen)
        assert person.row_ids == [second]
    book = desk.look_workbook()
    assert book.scans[0].finished_on == TODAY
    assert list(book.improvements) == [second]


async def test_a_scan_that_was_finished_too_soon_is_still_answered(desk: Desk) -> None:
    first, second = statements(desk)[:2]
    desk.keep_workbook(Workbook().put_scan(scan({first: Standing.IN_PLACE})))
    async with policy_at(desk) as person:
        await person.choose("go-on")
        assert title(desk, second) in person.page
        assert "wat je hier wijzigt, verbetert hem" in person.page
        await person.press("3", "escape")
        assert "1 actie open" in person.page
    book = desk.look_workbook()
    assert [kept.is_finished for kept in book.scans] == [True]
    assert list(book.improvements) == [second]


async def test_nothing_is_kept_of_a_scan_in_which_nothing_was_answered(desk: Desk) -> None:
    async with policy_at(desk, is_open=False) as person:
        await person.choose("begin")
        await person.press("ctrl+n", "ctrl+b", "escape")
        assert "finish" not in person.row_ids
        assert not person.workspace.keeper.has_unsaved


async def test_a_second_scan_shows_the_last_answer_and_what_changed(desk: Desk) -> None:
    first = statements(desk)[0]
    desk.keep_workbook(Workbook().put_scan(scan({first: Standing.NOT_YET}, days_ago=200)))
    async with policy_at(desk) as person:
        await person.choose("begin")
        assert "Vorige keer (6 mei 2026): nog niet geregeld" in person.page
        await person.press("1", "escape")
        states = [row.state for row in person.rows.rows]
        assert states == [*"123456789", ""], "only what a digit chooses shows one"
        await person.choose("changes")
        assert person.is_at(ChangesScreen)
        assert 'Beter: eerst "nog niet geregeld", nu "geregeld"' in person.page
        assert title(desk, first) in person.page
