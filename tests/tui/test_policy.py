"""The policy scan on the full screen: answered by one key, kept at once, finished into an action list."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date, timedelta

import pytest

from onlinesafe_tui.domain.facets import Country
from onlinesafe_tui.domain.policy import Finding, Improvement, Phase, Scan, Standing
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.policy import Statements
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.prevention.improvements import ImprovementScreen, ImprovementsScreen
from onlinesafe_tui.tui.screens.prevention.policy import PolicyScreen
from onlinesafe_tui.tui.screens.prevention.policy_level import ChangesScreen, LevelScreen
from onlinesafe_tui.tui.screens.prevention.policy_links import LinkScreen, LinksScreen
from onlinesafe_tui.tui.screens.prevention.statement import StatementScreen
from tests.store.quick import PASSPHRASE
from tests.store.samples import incident
from tests.tui.desk import NOW, TODAY, Desk
from tests.tui.person import Person

pytestmark = pytest.mark.usefixtures("undrawn")


def statements(desk: Desk) -> tuple[str, ...]:
    """The statements that hold in the Netherlands, in their order."""
    return Statements(desk.library, Language.NL, Country.NL).ids


def title(desk: Desk, statement: str, language: Language = Language.NL) -> str:
    return Statements(desk.library, language, None).title(statement)


def scan(answers: Mapping[str, Standing], *, days_ago: int = 0, is_finished: bool = True) -> Scan:
    """A scan of some days ago."""
    begun = NOW - timedelta(days=days_ago)
    findings = {id: Finding(standing=standing) for id, standing in answers.items()}
    finished_on = TODAY - timedelta(days=days_ago) if is_finished else None
    return Scan(id=f"{days_ago:016x}", begun=begun, changed=begun, findings=findings, finished_on=finished_on)


@asynccontextmanager
async def policy_at(desk: Desk, *, is_open: bool = True, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Person]:
    """Sit down, and go to the policy scan by the menu."""
    if is_open and not desk.vault.exists():
        desk.keep_workbook(Workbook())
    async with desk.sit_down(is_open=is_open, size=size) as person:
        await person.choose("prevention")
        await person.choose("policy")
        assert person.is_at(PolicyScreen)
        yield person


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
        await person.choose("changes")
        assert person.is_at(ChangesScreen)
        assert 'Beter: eerst "nog niet geregeld", nu "geregeld"' in person.page
        assert title(desk, first) in person.page


async def test_an_action_takes_own_words_an_owner_and_a_day_that_is_still_to_come(desk: Desk) -> None:
    first = statements(desk)[0]
    book = Workbook().put_scan(scan({first: Standing.NOT_YET})).improve(Improvement(statement=first, changed=NOW))
    desk.keep_workbook(book)
    suggested = Statements(desk.library, Language.NL, None).find(first)
    assert suggested is not None
    async with policy_at(desk) as person:
        await person.choose("actions")
        await person.choose(first)
        assert person.is_at(ImprovementScreen)
        assert person.field("what") == suggested.first_action
        await person.press("2")
        await person.fill("owner", "zorgmanager")
        await person.fill("due", "1-3-2027")
        await person.fill("note", "twee teams zijn klaar")
        await person.press("escape")
        assert "zorgmanager · 1 maart 2027" in person.page
    kept = desk.look_workbook().improvements[first]
    assert (kept.phase, kept.owner, kept.due) == (Phase.DO, "zorgmanager", date(2027, 3, 1))
    assert kept.note == "twee teams zijn klaar"
    assert kept.what == ""


async def test_what_is_suggested_changes_with_the_language_until_somebody_writes_it_anew(desk: Desk) -> None:
    first = statements(desk)[0]
    book = Workbook().put_scan(scan({first: Standing.NOT_YET})).improve(Improvement(statement=first, changed=NOW))
    desk.keep_workbook(book)
    english = Statements(desk.library, Language.EN, None).find(first)
    assert english is not None
    async with policy_at(desk) as person:
        await person.choose("actions")
        await person.choose(first)
        await person.press("f2")
        assert person.field("what") == english.first_action
        await person.fill("what", "!")
        await person.press("f2", "escape")
    assert desk.look_workbook().improvements[first].what.strip("!") == english.first_action


async def test_an_action_whose_statement_got_in_place_is_offered_to_be_closed(desk: Desk) -> None:
    first = statements(desk)[0]
    book = Workbook().put_scan(scan({first: Standing.IN_PLACE})).improve(Improvement(statement=first, changed=NOW))
    desk.keep_workbook(book)
    async with policy_at(desk) as person:
        assert "1 actie open, 1 kan worden afgerond" in person.page
        await person.choose("actions")
        assert "Dit is nu geregeld" in person.page
        await person.choose(first)
        await person.press("enter", "escape")
        assert "Afgerond" in person.page
    assert desk.look_workbook().improvements[first].phase is Phase.CLOSED


async def test_an_action_that_is_due_opens_from_what_is_due(desk: Desk) -> None:
    first = statements(desk)[0]
    desk.keep_workbook(Workbook().improve(Improvement(statement=first, due=TODAY, changed=NOW)))
    async with desk.sit_down(is_open=True) as person:
        await person.choose("due")
        await person.choose(f"improvement:{first}")
        assert person.is_at(ImprovementScreen)
        assert title(desk, first) in person.page


async def test_incidents_are_linked_to_what_was_missing_and_counted(desk: Desk) -> None:
    first = statements(desk)[0]
    desk.keep(incident())
    desk.keep_workbook(Workbook().put_scan(scan({first: Standing.NOT_YET})))
    async with policy_at(desk) as person:
        await person.choose("links")
        assert person.is_at(LinksScreen)
        await person.choose(f"incident:{incident().id}")
        assert person.is_at(LinkScreen)
        assert person.row_ids[0] == first
        await person.tick(first)
        await person.press("escape")
        assert f"Bij het enige incident ontbrak dit: {title(desk, first)}" in person.page
    assert desk.look_workbook().links == {incident().id: frozenset({first})}


async def test_while_locked_it_says_that_what_was_done_before_comes_with_the_passphrase(desk: Desk) -> None:
    desk.keep(incident())
    desk.keep_workbook(Workbook().put_scan(scan({statements(desk)[0]: Standing.NOT_YET})))
    async with policy_at(desk, is_open=False) as person:
        assert "Wat je eerder deed, komt terug met je wachtwoordzin: F5." in person.page
        await person.choose("begin")
        await person.press("1", "escape")
        await person.choose("links")
        assert person.row_ids == ["unlock"]


async def test_opening_the_vault_with_a_statement_open_keeps_what_was_in_it(desk: Desk) -> None:
    first = statements(desk)[0]
    before = scan({}, days_ago=3, is_finished=False).find(
        first, Finding(standing=Standing.IN_PLACE, owner="directie", proof="handboek"), NOW
    )
    desk.keep_workbook(Workbook().put_scan(before))
    async with policy_at(desk, is_open=False) as person:
        await person.choose("begin")
        await person.press("f5")
        await person.fill("first", PASSPHRASE)
        await person.press("enter")
        await person.until(lambda: person.is_at(StatementScreen))
        assert (person.field("owner"), person.field("proof")) == ("directie", "handboek")
        await person.fill("owner", " en bestuur")
        await person.press("escape")
    found = desk.look_workbook().scans[0].finding(first)
    assert (found.standing, found.owner, found.proof) == (Standing.IN_PLACE, "directie en bestuur", "handboek")


async def test_practice_scans_in_memory_and_makes_no_file(desk: Desk) -> None:
    async with desk.sit_down(workspace=desk.practice()) as person:
        person.app.push_screen(PolicyScreen(person.workspace))
        await person.pause()
        await person.choose("begin")
        await person.press("3", "escape")
        await person.choose("finish")
        await person.choose("actions")
        assert len(person.row_ids) == 1
    assert desk.files() == {}


async def test_foreign_text_in_a_field_is_shown_for_what_it_is(desk: Desk) -> None:
    first = statements(desk)[0]
    async with policy_at(desk) as person:
        await person.choose("begin")
        await person.press("1")
        await person.focus("owner")
        await person.paste("[b]baas[/] \x1b]0;x\x07")
        await person.press("escape")
        await person.choose("level:quality")
        assert "[b]baas[/] ␛]0;x" in person.page
    assert desk.look_workbook().scans[0].finding(first).owner == "[b]baas[/] ␛]0;x"
