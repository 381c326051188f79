"""What is due comes from incidents and from the workbook, in one order, and leaves when it is over or done."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.domain.agreements import Audience, Sheet
from onlinesafe_tui.domain.deadlines import DeadlineKind
from onlinesafe_tui.domain.due import Due, DueKind, IncidentDates, next_round, what_is_due
from onlinesafe_tui.domain.policy import Improvement, Phase, Scan
from onlinesafe_tui.domain.prevention import Extent
from onlinesafe_tui.domain.workbook import Workbook
from tests.store.samples import NOW, days
from tests.store.workbooks import round_of, workbooks

TODAY = date(2026, 11, 22)
K = DeadlineKind


def finished(number: int, on: date, extent: Extent = Extent.FULL) -> Workbook:
    return Workbook().put_round(replace(round_of(number), extent=extent).finish(on, NOW))


def test_the_next_round_is_due_a_month_after_the_last_full_one() -> None:
    assert next_round(finished(1, date(2026, 10, 31))) == date(2026, 11, 30)
    both = finished(1, date(2026, 9, 2)).merged(finished(2, date(2026, 10, 20)), NOW)
    assert next_round(both) == date(2026, 11, 20)


def test_the_one_minute_version_moves_no_date() -> None:
    both = finished(1, date(2026, 10, 20)).merged(finished(2, date(2026, 11, 21), Extent.MINUTE), NOW)
    assert next_round(both) == date(2026, 11, 20)


def test_who_never_finished_a_round_is_not_late() -> None:
    assert what_is_due(Workbook().put_round(round_of()), {}, TODAY) == ()


def test_a_round_that_is_over_time_stays_until_it_is_done() -> None:
    assert what_is_due(finished(1, date(2020, 1, 1)), {}, TODAY) == (Due(DueKind.ROUND, date(2020, 2, 1)),)


def test_a_scan_comes_back_after_a_year() -> None:
    scan = Scan(id="s", begun=NOW, changed=NOW).finish(date(2026, 2, 3), NOW)
    assert what_is_due(Workbook().put_scan(scan), {}, TODAY) == (Due(DueKind.SCAN, date(2027, 2, 3)),)


def test_open_improvements_and_sheets_with_a_day_are_due() -> None:
    planned = Improvement(statement="recordings", due=date(2026, 12, 1), changed=NOW)
    sheet = Sheet(id="a", made=NOW, changed=NOW, audience=Audience.TEAM, review_on=date(2026, 11, 30))
    book = Workbook().improve(planned).put_sheet(sheet)
    assert what_is_due(book, {}, TODAY) == (
        Due(DueKind.SHEET, date(2026, 11, 30), "a"),
        Due(DueKind.IMPROVEMENT, date(2026, 12, 1), "recordings"),
    )
    closed = book.improve(replace(planned, phase=Phase.CLOSED)).put_sheet(replace(sheet, review_on=None))
    assert what_is_due(closed, {}, TODAY) == ()


def test_the_third_talk_has_two_weeks_and_is_not_over_within_them() -> None:
    dates: IncidentDates = {"i": [(K.AFTERCARE_THIRD, date(2026, 11, 10))]}
    assert what_is_due(Workbook(), dates, TODAY) == (
        Due(K.AFTERCARE_THIRD, date(2026, 11, 10), "i", date(2026, 11, 24)),
    )


def test_a_date_of_an_incident_that_was_over_for_two_weeks_is_left_out() -> None:
    assert what_is_due(Workbook(), {"i": [(K.AFTERCARE_FIRST, date(2026, 11, 8))]}, TODAY) != ()
    assert what_is_due(Workbook(), {"i": [(K.AFTERCARE_FIRST, date(2026, 11, 7))]}, TODAY) == ()


@given(workbooks, st.dictionaries(st.text(max_size=4), st.lists(st.tuples(st.sampled_from(K), days), max_size=3)))
def test_the_nearest_comes_first_whatever_there_is(book: Workbook, dates: IncidentDates) -> None:
    found = what_is_due(book, dates, TODAY)
    assert [due.on for due in found] == sorted(due.on for due in found)
