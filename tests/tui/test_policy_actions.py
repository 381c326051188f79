"""What follows a policy scan on the full screen: actions, incidents that are linked, the vault, an exercise."""

from __future__ import annotations

from datetime import date

import pytest

from onlinesafe_tui.domain.policy import Finding, Improvement, Phase, Standing
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.policy import Statements
from onlinesafe_tui.tui.screens.prevention.improvements import ImprovementScreen
from onlinesafe_tui.tui.screens.prevention.policy import PolicyScreen
from onlinesafe_tui.tui.screens.prevention.policy_links import LinkScreen, LinksScreen
from onlinesafe_tui.tui.screens.prevention.statement import StatementScreen
from tests.store.quick import PASSPHRASE
from tests.store.samples import incident
from tests.tui.desk import NOW, TODAY, Desk
from tests.tui.policies import policy_at, scan, statements, title

pytestmark = pytest.mark.usefixtures("undrawn")


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


@pytest.mark.parametrize(
    ("paper", "name"), [("draft", "DRAFT"), ("actions", "Action list"), ("board", "Online safety of staff")]
)
async def test_a_paper_is_made_in_the_language_chosen_for_it(desk: Desk, paper: str, name: str) -> None:
    first = statements(desk)[0]
    book = Workbook().put_scan(scan({first: Standing.NOT_YET})).improve(Improvement(statement=first, changed=NOW))
    desk.keep_workbook(book)
    async with policy_at(desk) as person:
        await person.choose("papers")
        assert "Van een incident komt niets op papier" in person.page
        await person.choose(paper)
        await person.choose("format")
        await person.choose("markdown")
        await person.choose("language")
        await person.choose("make")
        await person.press("enter")
        await person.until(lambda: "Er wordt niets verstuurd" in person.page and desk.exports.is_dir())
        await person.until(lambda: any(desk.exports.glob("*.md")))
    (kept,) = desk.exports.glob("*.md")
    assert name in kept.name
    text = kept.read_text()
    assert "22 November 2026" in text
    assert title(desk, first, Language.NL) not in text


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
