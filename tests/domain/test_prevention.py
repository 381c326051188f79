"""Prevention rounds: what was answered, what is left open, and what came before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from onlinesafe_tui.domain.prevention import (
    Extent,
    Outcome,
    Round,
    is_new,
    last_begun,
    last_finished,
    last_look,
    still_open,
)
from onlinesafe_tui.domain.workbook import Workbook

NOW = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


def begun(day: str, *things: str, extent: Extent = Extent.FULL, **outcomes: Outcome) -> Round:
    """A round that was begun at noon of a day; what has an answer is given by name."""
    at = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    return Round(id=f"{day}-{extent}", begun=at, extent=extent, things=things, outcomes=outcomes, changed=at)


def finished(round: Round, day: str) -> Round:
    return round.finish(date.fromisoformat(day), round.changed)


def test_an_answer_can_be_changed_and_taken_back() -> None:
    round = begun("2026-11-22", "a", "b").answer("a", Outcome.LATER, LATER)
    assert (round.outcomes, round.changed) == ({"a": Outcome.LATER}, LATER)
    assert round.answer("a", Outcome.DONE, LATER).outcomes == {"a": Outcome.DONE}
    assert round.answer("a", None, LATER).outcomes == {}


def test_an_empty_note_is_no_note() -> None:
    round = begun("2026-11-22", "a").note("a", "in my street", LATER)
    assert round.notes == {"a": "in my street"}
    assert round.note("a", "", LATER).notes == {}


def test_who_looked_along_can_be_said_and_taken_back() -> None:
    round = begun("2026-11-22", "a").look_along("Noor", LATER)
    assert round.looked_along == "Noor"
    assert round.look_along("", LATER).looked_along == ""


def test_what_waits_or_has_no_answer_keeps_the_order_of_the_round() -> None:
    round = begun("2026-11-22", "d", "c", "b", "a", a=Outcome.HELP, b=Outcome.DONE, d=Outcome.LATER)
    assert round.left_open == ("d", "a")
    assert round.unanswered == ("c",)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_only_later_and_help_leave_something_to_do(outcome: Outcome) -> None:
    assert outcome.is_open is (outcome in {Outcome.LATER, Outcome.HELP})


def test_a_round_is_finished_on_a_day_and_not_before() -> None:
    round = begun("2026-11-22", "a")
    assert not round.is_finished
    assert finished(round, "2026-11-23").finished_on == date(2026, 11, 23)


def test_the_last_look_is_the_latest_round_with_an_answer_before_this_one() -> None:
    first = begun("2026-09-22", "a", "b", a=Outcome.DONE, b=Outcome.DONE)
    second = begun("2026-10-22", "a", "b", a=Outcome.LATER)
    third = begun("2026-11-22", "a", "b", a=Outcome.HELP)
    rounds = (first, second, third)

    assert last_look(rounds, "a", third.begun) is second
    assert last_look(rounds, "b", third.begun) is first
    assert last_look(rounds, "a") is third
    assert last_look(rounds, "c", third.begun) is None
    assert last_look(rounds, "a", first.begun) is None


def test_a_minute_round_counts_as_a_look() -> None:
    minute = begun("2026-10-22", "a", extent=Extent.MINUTE, a=Outcome.DONE)
    assert last_look((minute,), "a", NOW) is minute


def test_of_rounds_begun_at_one_moment_the_one_that_was_added_last_counts() -> None:
    first = begun("2026-10-22", "a", a=Outcome.LATER)
    second = replace(first, id="second", outcomes={"a": Outcome.DONE})
    assert last_look((first, second), "a") is second
    assert last_begun((first, second), Extent.FULL) is second


def test_what_was_done_since_is_not_open_any_more() -> None:
    first = begun("2026-09-22", "a", "b", "c", a=Outcome.LATER, b=Outcome.HELP, c=Outcome.LATER)
    second = begun("2026-10-22", "c", "a", "b", a=Outcome.DONE, c=Outcome.LATER)
    rounds = (first, second)

    assert still_open(rounds) == {"b": first, "c": second}
    assert still_open(rounds, before=second.begun) == {"a": first, "b": first, "c": first}
    assert still_open(()) == {}


def test_the_whole_round_and_the_minute_are_begun_and_finished_apart() -> None:
    whole = finished(begun("2026-10-22", "a"), "2026-10-23")
    minute = finished(begun("2026-11-01", "a", extent=Extent.MINUTE), "2026-11-01")
    half = begun("2026-11-20", "a")
    rounds = (whole, minute, half)

    assert last_begun(rounds, Extent.FULL) is half
    assert last_begun(rounds, Extent.MINUTE) is minute
    assert last_finished(rounds) is whole
    assert last_finished(rounds, Extent.MINUTE) is minute
    assert last_finished((half,)) is None


def test_the_round_that_was_finished_last_counts_even_when_it_was_begun_first() -> None:
    slow = finished(begun("2026-09-22", "a"), "2026-11-01")
    quick = finished(begun("2026-10-22", "a"), "2026-10-22")
    assert last_finished((slow, quick)) is slow


def test_a_thing_is_new_only_to_somebody_who_did_a_full_round_without_it() -> None:
    full = begun("2026-10-22", "a")
    minute = begun("2026-10-22", "a", extent=Extent.MINUTE)

    assert is_new((full,), "b", NOW)
    assert not is_new((full,), "a", NOW)
    assert not is_new((minute,), "b", NOW)
    assert not is_new((), "b", NOW)
    assert not is_new((full,), "b", full.begun)


def test_the_workbook_gives_a_round_by_its_id() -> None:
    round = begun("2026-11-22", "a")
    assert Workbook(rounds=(round,)).round(round.id) is round
    assert Workbook(rounds=(round,)).round("another") is None
