"""When a format for a team meeting was used."""

from __future__ import annotations

from datetime import date

from onlinesafe_tui.domain.meetings import Held, last_held


def held(id: str, format: str, day: int) -> Held:
    """A format that was used on a day of November."""
    return Held(id=id, format=format, on=date(2026, 11, day))


def test_the_last_time_is_the_latest_day_whatever_was_noted_last() -> None:
    known = (held("a", "case", 20), held("b", "case", 3), held("c", "check-in", 22))
    assert last_held(known, "case") == known[0]


def test_a_format_that_was_never_used_has_no_last_time() -> None:
    assert last_held((held("a", "case", 20),), "check-in") is None
