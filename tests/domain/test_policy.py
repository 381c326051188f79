"""The policy scan: what is found, how it is counted, what changed, and what is done about it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from onlinesafe_tui.domain.policy import Finding, Improvement, Phase, Scan, Score, Standing, to_begin, to_close
from onlinesafe_tui.domain.policy_changes import Change, Turn, changes, last_scan, missed, scan_under_way

NOW = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
TODAY = date(2026, 11, 22)
ALL = ("channels", "recordings", "training", "climate", "map")


def scan(id: str = "a", begun: datetime = NOW, **standings: Standing) -> Scan:
    """A scan in which statements were answered."""
    made = Scan(id=id, begun=begun, changed=begun)
    for statement, standing in standings.items():
        made = made.find(statement, Finding(standing=standing), begun)
    return made


def test_a_scan_counts_every_statement_once_also_those_without_an_answer() -> None:
    found = scan(
        channels=Standing.IN_PLACE, recordings=Standing.PARTLY, training=Standing.NOT_YET, climate=Standing.UNKNOWN
    )
    assert found.score(ALL) == Score(1, 1, 1, 1, 1)
    assert found.score(ALL).total == len(ALL)
    assert found.unanswered(ALL) == ("map",)


def test_all_but_what_is_in_place_is_a_gap_and_what_was_not_answered_is_none_yet() -> None:
    found = scan(
        channels=Standing.IN_PLACE, recordings=Standing.PARTLY, training=Standing.NOT_YET, climate=Standing.UNKNOWN
    )
    assert found.gaps(ALL) == ("recordings", "training", "climate")


def test_a_finding_that_says_nothing_any_more_is_gone() -> None:
    found = scan(channels=Standing.PARTLY).find("channels", Finding(), LATER)
    assert found.findings == {}
    assert found.changed == LATER


def test_an_owner_alone_is_kept_before_there_is_an_answer() -> None:
    found = scan().find("channels", Finding(owner="team lead"), LATER)
    assert found.finding("channels").owner == "team lead"
    assert found.unanswered(["channels"]) == ("channels",)


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        (Standing.NOT_YET, Standing.PARTLY, Turn.BETTER),
        (Standing.UNKNOWN, Standing.IN_PLACE, Turn.BETTER),
        (Standing.IN_PLACE, Standing.PARTLY, Turn.WORSE),
        (Standing.IN_PLACE, Standing.UNKNOWN, Turn.WORSE),
        (Standing.UNKNOWN, Standing.NOT_YET, Turn.OTHERWISE),
        (Standing.NOT_YET, Standing.UNKNOWN, Turn.OTHERWISE),
        (None, Standing.NOT_YET, Turn.NEW),
        (Standing.IN_PLACE, None, Turn.UNANSWERED),
    ],
)
def test_a_change_says_in_which_way(before: Standing | None, after: Standing | None, turn: Turn) -> None:
    assert Change("channels", before, after).turn is turn


def test_the_difference_with_the_last_scan_leaves_out_what_stayed_the_same() -> None:
    before = scan(channels=Standing.PARTLY, recordings=Standing.NOT_YET)
    after = scan("b", LATER, channels=Standing.IN_PLACE, recordings=Standing.NOT_YET, map=Standing.PARTLY)
    assert changes(before, after, ALL) == (
        Change("channels", Standing.PARTLY, Standing.IN_PLACE),
        Change("map", None, Standing.PARTLY),
    )


def test_the_last_scan_is_the_finished_one_before_this_one() -> None:
    first, second = scan("a").finish(TODAY, NOW), scan("b", LATER).finish(TODAY, LATER)
    third = scan("c", LATER + timedelta(days=1))
    scans = (second, first, third)
    assert last_scan(scans) == second
    assert last_scan(scans, before=second.begun) == first
    assert last_scan(scans, before=first.begun) is None
    assert scan_under_way(scans) == third
    assert scan_under_way((first, second)) is None


def test_two_scans_under_way_are_gone_on_with_as_one() -> None:
    kept = scan("a", channels=Standing.PARTLY, map=Standing.NOT_YET)
    while_locked = scan("b", LATER, channels=Standing.IN_PLACE)
    found = scan_under_way((while_locked, kept))
    assert found is not None
    assert found.id == "b"
    standings = {statement: finding.standing for statement, finding in found.findings.items()}
    assert standings == {"channels": Standing.IN_PLACE, "map": Standing.NOT_YET}
    assert scan_under_way((kept, found.finish(TODAY, LATER))) is None


def test_each_gap_is_begun_once_and_again_when_it_comes_back() -> None:
    busy = Improvement(statement="recordings", what="Ask two teams", phase=Phase.DO, changed=NOW)
    closed = Improvement(statement="training", owner="HR", phase=Phase.CLOSED, due=TODAY, changed=NOW)
    known = {one.statement: one for one in (busy, closed)}
    begun = to_begin(["recordings", "training", "climate", "climate"], known, LATER)
    assert begun == (
        Improvement(statement="training", owner="HR", phase=Phase.PLAN, changed=LATER),
        Improvement(statement="climate", changed=LATER),
    )


def test_an_action_whose_statement_got_in_place_can_be_closed() -> None:
    ready = Improvement(statement="channels", changed=NOW)
    busy = Improvement(statement="recordings", changed=NOW)
    closed = Improvement(statement="map", phase=Phase.CLOSED, changed=NOW)
    found = scan(channels=Standing.IN_PLACE, recordings=Standing.PARTLY, map=Standing.IN_PLACE)
    assert to_close((ready, busy, closed), found) == (ready,)
    assert to_close((ready,), None) == ()


def test_an_action_is_late_from_the_day_after_until_it_is_closed() -> None:
    due = Improvement(statement="map", due=TODAY, changed=NOW)
    assert not due.is_overdue(TODAY)
    assert due.is_overdue(TODAY + timedelta(days=1))
    closed = Improvement(statement="map", due=TODAY, phase=Phase.CLOSED, changed=NOW)
    assert not closed.is_overdue(TODAY + timedelta(days=1))
    assert not Improvement(statement="map", changed=NOW).is_overdue(TODAY)


def test_incidents_count_once_and_deleted_ones_not_at_all() -> None:
    links = {"one": frozenset({"recordings", "map"}), "two": frozenset({"recordings"}), "gone": frozenset({"map"})}
    assert missed(links, ["one", "two", "three", "two"]) == {"recordings": 2, "map": 1}
