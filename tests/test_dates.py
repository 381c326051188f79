"""Days as people type them."""

from datetime import date

import pytest

from onlinesafe_tui.dates import parse_since


@pytest.mark.parametrize(
    "typed", ["maart 2025", "Mrt 2025", "3-2025", "03/2025", "Mar. 2025", "1-3-2025", "2025-03-01"]
)
def test_since_when_something_holds_may_be_a_month(typed: str) -> None:
    assert parse_since(typed) == date(2025, 3, 1)


@pytest.mark.parametrize("typed", ["", "2025", "13-2025", "ooit 2025", "maart", "03-25"])
def test_what_is_neither_a_month_nor_a_day_is_no_day(typed: str) -> None:
    assert parse_since(typed) is None
