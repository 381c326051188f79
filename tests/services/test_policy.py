"""The policy scan as a person goes through it: every answer is kept, gaps become actions, and it can be done again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.policy import Phase, Standing
from onlinesafe_tui.domain.policy_changes import Turn
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.policy_actions import PolicyActions
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.workspace import Workspace
from tests.plain.laptop import TODAY, Laptop
from tests.services.policy_content import IDS, laptop_with


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return laptop_with(tmp_path)


@pytest.fixture
def workspace(laptop: Laptop) -> Workspace:
    return laptop.workspace()


def keep(workspace: Workspace, workbook: Workbook) -> None:
    workspace.keeper.keep_workbook(workbook)


def go_through(workspace: Workspace, **standings: Standing) -> PolicyScan:
    """Answer statements, and finish the scan."""
    policy = PolicyScan(workspace)
    policy.begin()
    for statement, standing in standings.items():
        keep(workspace, policy.answered(statement, standing))
    keep(workspace, policy.finished())
    return policy


def long_ago(workspace: Workspace) -> None:
    """Let everything that was done so far be of half a year ago."""
    workbook, by = workspace.keeper.workbook, timedelta(days=182)
    scans = tuple(
        replace(scan, begun=scan.begun - by, changed=scan.changed - by, finished_on=TODAY - by)
        for scan in workbook.scans
    )
    keep(workspace, replace(workbook, scans=scans))


def test_the_statements_stand_level_by_level_and_those_of_another_country_stay_out(workspace: Workspace) -> None:
    policy = PolicyScan(workspace)
    assert policy.statements.ids == IDS
    assert [len(level.rows) for level in policy.overview().levels] == [2, 1, 1]
    assert policy.statements.title("belgium") == "Only in Belgium"
    workspace.choose(country=Country.BE)
    assert PolicyScan(workspace).statements.ids == (*IDS, "belgium")


def test_a_statement_that_is_gone_is_told_as_that(workspace: Workspace) -> None:
    assert PolicyScan(workspace).statements.title("never") == "A statement that is not in this version any more"
    assert PolicyScan(workspace).statement("never") is None


def test_the_first_answer_begins_a_scan_that_is_gone_on_with(workspace: Workspace) -> None:
    policy = PolicyScan(workspace)
    assert policy.overview().scan is None
    keep(workspace, policy.answered("recordings", Standing.PARTLY))
    later = PolicyScan(workspace)
    assert later.overview().is_under_way
    assert later.overview().unanswered == ("channels", "training", "aftercare")
    later.begin()
    keep(workspace, later.answered("channels", Standing.PARTLY))
    assert len(workspace.keeper.workbook.scans) == 1


def test_a_scan_in_which_nothing_was_answered_is_not_kept(workspace: Workspace) -> None:
    policy = go_through(workspace, channels=Standing.IN_PLACE)
    long_ago(workspace)
    policy.begin()
    assert policy.overview().is_under_way
    assert len(policy.overview().unanswered) == len(IDS)
    assert not PolicyScan(workspace).overview().is_under_way


def test_a_score_is_said_in_words_without_what_there_is_none_of(workspace: Workspace) -> None:
    policy = go_through(workspace, channels=Standing.IN_PLACE)
    assert policy.overview().levels[0].said == "1 in place, 1 no answer yet"
    workspace.choose(language=Language.NL)
    assert policy.overview().levels[0].said == "1 geregeld, 1 nog geen antwoord"


def test_who_since_when_and_where_are_kept_with_the_answer(workspace: Workspace) -> None:
    policy = PolicyScan(workspace)
    keep(workspace, policy.answered("channels", Standing.IN_PLACE))
    keep(workspace, policy.described("channels", owner="team lead", on=date(2026, 1, 2), proof="the handbook"))
    keep(workspace, policy.answered("channels", Standing.PARTLY))
    view = policy.statement("channels")
    assert view is not None
    assert (view.said, view.finding.owner, view.finding.proof) == ("Partly in place", "team lead", "the handbook")


def test_finishing_gives_each_gap_one_action_with_the_owner_that_was_named(workspace: Workspace) -> None:
    policy = PolicyScan(workspace)
    keep(workspace, policy.answered("channels", Standing.IN_PLACE))
    keep(workspace, policy.answered("recordings", Standing.NOT_YET))
    keep(workspace, policy.described("recordings", owner="quality officer", on=None, proof=""))
    keep(workspace, policy.answered("training", Standing.UNKNOWN))
    assert policy.to_begin() == 2
    assert not workspace.keeper.workbook.improvements
    keep(workspace, policy.finished())
    actions = PolicyActions(workspace, policy).open()
    assert [(view.what, view.owner, view.due) for view in actions] == [
        ("Recording is agreed first", "quality officer", "no day yet"),
        ("Everybody learns it first", "nobody yet", "no day yet"),
    ]


def test_correcting_a_finished_scan_keeps_the_action_list_right(workspace: Workspace) -> None:
    policy = go_through(workspace, channels=Standing.IN_PLACE, recordings=Standing.NOT_YET)
    keep(workspace, policy.answered("channels", Standing.PARTLY))
    keep(workspace, policy.answered("recordings", Standing.IN_PLACE))
    views = PolicyActions(workspace, policy).open()
    assert [(view.improvement.statement, view.is_closable) for view in views] == [
        ("recordings", True),
        ("channels", False),
    ]
    assert policy.overview().closable == 1


def test_correcting_a_finished_scan_opens_nothing_that_was_closed_on_purpose(workspace: Workspace) -> None:
    policy = go_through(workspace, recordings=Standing.PARTLY)
    actions = PolicyActions(workspace, policy)
    keep(workspace, actions.reached("recordings", Phase.CLOSED))
    keep(workspace, policy.described("recordings", owner="team lead", on=None, proof=""))
    keep(workspace, policy.answered("training", Standing.NOT_YET))
    assert [view.improvement.statement for view in actions.open()] == ["training"]


def test_an_action_is_changed_in_own_words_and_goes_back_to_what_is_suggested(workspace: Workspace) -> None:
    policy = go_through(workspace, recordings=Standing.NOT_YET)
    actions = PolicyActions(workspace, policy)
    known = workspace.keeper.workbook.improvements["recordings"]
    keep(workspace, actions.changed(replace(known, what="Ask two teams", due=date(2026, 11, 1))))
    (view,) = actions.open()
    assert (view.what, view.is_overdue) == ("Ask two teams", True)
    assert view.due == "1 November 2026: this day is over"
    keep(workspace, actions.changed(replace(view.improvement, what="")))
    assert actions.open()[0].what == "Recording is agreed first"


def test_a_closed_action_leaves_the_list_until_its_gap_comes_back(workspace: Workspace) -> None:
    policy = go_through(workspace, recordings=Standing.NOT_YET)
    actions = PolicyActions(workspace, policy)
    keep(workspace, actions.reached("recordings", Phase.CLOSED))
    assert actions.open() == ()
    assert [view.title for view in actions.closed()] == ["Recording is agreed"]
    long_ago(workspace)
    go_through(workspace, recordings=Standing.PARTLY)
    assert [view.phase for view in actions.open()] == ["Plan"]
    assert actions.closed() == ()


def test_actions_come_by_their_day_and_those_without_one_last(workspace: Workspace) -> None:
    policy = go_through(workspace, **dict.fromkeys(IDS, Standing.NOT_YET))
    actions = PolicyActions(workspace, policy)
    for statement, due in (("aftercare", date(2026, 12, 1)), ("training", date(2027, 2, 1))):
        known = workspace.keeper.workbook.improvements[statement]
        keep(workspace, actions.changed(replace(known, due=due)))
    order = [view.improvement.statement for view in actions.open()]
    assert order == ["aftercare", "training", "channels", "recordings"]


def test_scanning_again_shows_the_difference_and_offers_what_was_written_before(workspace: Workspace) -> None:
    first = PolicyScan(workspace)
    keep(workspace, first.answered("channels", Standing.PARTLY))
    keep(workspace, first.described("channels", owner="team lead", on=None, proof="the handbook"))
    go_through(workspace, recordings=Standing.IN_PLACE, training=Standing.NOT_YET)
    long_ago(workspace)
    again = go_through(workspace, channels=Standing.IN_PLACE, recordings=Standing.UNKNOWN, aftercare=Standing.PARTLY)
    assert [(change.statement, change.turn) for change in again.overview().changes] == [
        ("channels", Turn.BETTER),
        ("recordings", Turn.WORSE),
        ("aftercare", Turn.NEW),
        ("training", Turn.UNANSWERED),
    ]
    said = [change.said for change in again.overview().changes]
    assert said == [
        'Better: first "partly in place", now "in place"',
        'Worse: first "in place", now "we don\'t know"',
        "New: partly in place",
        "Not answered this time; it was not yet in place",
    ]
    view = again.statement("channels")
    assert view is not None
    assert (view.finding.owner, view.finding.proof) == ("team lead", "the handbook")
    assert view.said_before == "Last time (24 May 2026): partly in place"


def test_an_action_whose_statement_is_gone_stays_in_the_list(workspace: Workspace) -> None:
    policy = go_through(workspace, recordings=Standing.NOT_YET)
    workbook = workspace.keeper.workbook
    gone = replace(workbook.improvements["recordings"], statement="gone", what="Finish this")
    keep(workspace, workbook.improve(gone))
    views = PolicyActions(workspace, policy).open()
    assert [view.what for view in views] == ["Recording is agreed first", "Finish this"]
    assert views[1].title == "A statement that is not in this version any more"


def test_what_is_done_while_the_vault_is_locked_comes_beside_what_is_in_it(workspace: Workspace) -> None:
    policy = PolicyScan(workspace)
    keep(workspace, policy.answered("channels", Standing.PARTLY))
    kept = workspace.keeper.workbook.scans[0]
    later = replace(kept, id="b", begun=datetime(2026, 11, 22, 15, tzinfo=UTC), findings={})
    keep(workspace, workspace.keeper.workbook.put_scan(later))
    keep(workspace, policy.answered("training", Standing.NOT_YET))
    assert policy.overview().unanswered == ("recordings", "aftercare")
    keep(workspace, policy.finished())
    assert not policy.overview().is_under_way
