"""The policy scan by prompts: answered by number, kept at once, finished into an action list, put on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.policy import Phase, Scan, Standing
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.services.incidents import start_incident
from onlinesafe_tui.services.policy import SCORE_IS_NOT, Statement, Statements
from onlinesafe_tui.services.workspace import Workspace
from tests.plain.laptop import TODAY, Laptop
from tests.plain.person import Person, Reply, pick
from tests.store.quick import PASSPHRASE

POLICY: Sequence[Reply] = (pick("Prevention"), pick("Policy of the organisation"))
BEGIN: Sequence[Reply] = (*POLICY, pick("Begin the scan"))
IN_PLACE: Sequence[Reply] = (pick("In place"), "", "", "")
NOT_YET: Sequence[Reply] = (pick("Not yet in place"), "")
FINISH = pick("Finish this scan")
SAVE: Sequence[Reply] = ("s", pick("Make a passphrase"), PASSPHRASE, PASSPHRASE)


@pytest.fixture
def workspace(laptop: Laptop) -> Workspace:
    return laptop.workspace()


@pytest.fixture
def statements(library: Library) -> tuple[Statement, ...]:
    return Statements(library, Language.EN, Country.NL).all


def only(workspace: Workspace) -> Scan:
    """Return the one scan that is kept."""
    (scan,) = workspace.keeper.workbook.scans
    return scan


def test_each_answer_is_kept_at_once_and_leads_to_the_next_statement(
    workspace: Workspace, statements: tuple[Statement, ...]
) -> None:
    details = ("team lead", "1-9-2026", "the handbook")
    person = Person([*BEGIN, pick("In place"), *details, *NOT_YET]).walk(workspace)
    first, second = (only(workspace).finding(statement.id) for statement in statements[:2])
    assert (first.standing, first.owner, first.on, first.proof) == (
        Standing.IN_PLACE,
        "team lead",
        date(2026, 9, 1),
        "the handbook",
    )
    assert second.standing is Standing.NOT_YET
    assert f"To begin with: {statements[1].first_action}" in person.text
    assert statements[2].title in person.text


def test_a_scan_is_gone_on_with_at_the_first_statement_without_an_answer(
    workspace: Workspace, statements: tuple[Statement, ...]
) -> None:
    person = Person([*BEGIN, *IN_PLACE, "b", pick("Go on"), *NOT_YET]).walk(workspace)
    assert "Begun on 22 November 2026: 1 of" in person.text
    assert list(only(workspace).findings) == [statements[0].id, statements[1].id]


def test_a_statement_can_be_passed_over_and_nothing_is_kept_of_it(
    workspace: Workspace, statements: tuple[Statement, ...]
) -> None:
    Person([*BEGIN, "n", *NOT_YET, "b", "b"]).walk(workspace)
    assert list(only(workspace).findings) == [statements[1].id]


def test_what_stands_there_stays_on_enter_and_goes_with_a_hyphen(
    workspace: Workspace, statements: tuple[Statement, ...]
) -> None:
    level = pick("Quality level")
    details = pick("Change who looks after it")
    first = pick(statements[0].title[:40])
    answers: Sequence[Reply] = (pick("In place"), "team lead", "1-9-2026", "the handbook")
    Person([*BEGIN, *answers, "b", level, first, details, "", "", "-"]).walk(workspace)
    found = only(workspace).finding(statements[0].id)
    assert (found.owner, found.on, found.proof) == ("team lead", date(2026, 9, 1), "")


def test_the_overview_says_each_level_in_words_and_once_what_a_score_is_not(workspace: Workspace) -> None:
    person = Person([*BEGIN, *IN_PLACE, "b"]).walk(workspace)
    assert "- Quality level: 1 in place, " in person.text
    assert person.text.count(SCORE_IS_NOT) == 1


def test_finishing_makes_an_action_list_in_which_phase_owner_and_day_are_set(
    workspace: Workspace, statements: tuple[Statement, ...]
) -> None:
    action = pick(statements[0].first_action[:40])
    change = (pick("Do:"), pick("Who does it"), "HR", pick("By when"), "soon", "1-3-2027")
    note = (pick("What came of it"), "first", "second", ".")
    replies = [*BEGIN, *NOT_YET, "b", FINISH, "", pick("Action list"), action, *change, *note, "b"]
    person = Person(replies).walk(workspace)
    assert only(workspace).finished_on == TODAY
    assert "stands in the action list now (1 new)" in person.text
    kept = workspace.keeper.workbook.improvements[statements[0].id]
    assert (kept.phase, kept.owner, kept.due, kept.note) == (Phase.DO, "HR", date(2027, 3, 1), "first\nsecond")
    assert "This is no day yet." in person.text
    assert "Do · HR · 1 March 2027. " in person.text


def test_an_action_gets_own_words_and_the_suggested_ones_back(
    workspace: Workspace, statements: tuple[Statement, ...]
) -> None:
    first = pick(statements[0].first_action[:40])
    own = (pick("Say in your own words"), "Ask two teams")
    replies = [*BEGIN, *NOT_YET, "b", FINISH, "", pick("Action list"), first, *own, "b", pick("Ask two teams")]
    Person(replies).walk(workspace)
    assert workspace.keeper.workbook.improvements[statements[0].id].what == "Ask two teams"
    again = [*POLICY, pick("Action list"), pick("Ask two teams"), pick("Say in your own words"), "-", "b"]
    person = Person(again).walk(workspace)
    assert workspace.keeper.workbook.improvements[statements[0].id].what == ""
    assert statements[0].first_action in " ".join(person.since("b").split())


def test_what_got_in_place_is_offered_to_be_closed(workspace: Workspace, statements: tuple[Statement, ...]) -> None:
    correct = (pick("Quality level"), pick(statements[0].title[:40]), *IN_PLACE, "b")
    close = (pick("Action list"), pick(statements[0].first_action[:40]), pick("Closed"), "b")
    person = Person([*BEGIN, *NOT_YET, "b", FINISH, "", *correct, *close]).walk(workspace)
    assert "what you change here corrects it" in person.text
    assert "This is in place now: you can close it." in person.text
    assert workspace.keeper.workbook.improvements[statements[0].id].phase is Phase.CLOSED


def test_an_incident_is_linked_by_ticking_what_was_missing(
    workspace: Workspace, statements: tuple[Statement, ...]
) -> None:
    workspace.keeper.save(start_incident(workspace.clock, Country.NL))
    tick = pick(f"open: {statements[0].title[:40]}")
    links: Sequence[Reply] = (pick("Incidents and what was missing"), "1", tick, "b")
    person = Person([*BEGIN, *NOT_YET, "b", *links]).walk(workspace)
    (linked,) = workspace.keeper.workbook.links.values()
    assert linked == {statements[0].id}
    assert f"Ticked: {statements[0].title}" in person.text
    assert f"In the only incident this was missing: {statements[0].title}" in person.text


def test_the_scan_is_there_again_with_the_passphrase(laptop: Laptop, statements: tuple[Statement, ...]) -> None:
    workspace = laptop.workspace()
    Person([*BEGIN, *NOT_YET, *SAVE]).walk(workspace)
    workspace.keeper.close()
    again = laptop.workspace()
    unlock = (pick("Go on with what I saved"), PASSPHRASE)
    person = Person([*POLICY, *unlock, pick("Go on"), *NOT_YET]).walk(again)
    assert "What you did before comes with your passphrase." in person.text
    assert list(only(again).findings) == [statements[0].id, statements[1].id]
    again.keeper.close()


def test_practice_scans_in_memory_and_makes_no_file(laptop: Laptop) -> None:
    workspace = laptop.workspace(is_practice=True)
    paper = (pick("On paper: Board page"), "1", "1")
    Person([*BEGIN, *NOT_YET, "b", FINISH, "", *paper]).walk(workspace)
    assert only(workspace).is_finished
    assert not any(laptop.folder.rglob("*"))
