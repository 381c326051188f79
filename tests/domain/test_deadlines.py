"""Dates that the law or good care sets, counted on the calendar."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.domain.actions import Action, ActionKind, ActionState
from onlinesafe_tui.domain.deadlines import Deadline, DeadlineKind, days_after, deadlines, months_after
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from tests.domain.telling import told

K = DeadlineKind


def known(day: str, incident: Incident) -> Incident:
    return replace(incident, known_on=date.fromisoformat(day))


def dates(incident: Incident) -> dict[DeadlineKind, str]:
    return {deadline.kind: deadline.on.isoformat() for deadline in deadlines(incident)}


@pytest.mark.parametrize(
    ("learned", "last_day"),
    [
        ("2026-11-19", "2027-02-19"),
        ("2026-11-30", "2027-02-28"),
        ("2027-11-30", "2028-02-29"),
        ("2027-11-29", "2028-02-29"),
        ("2028-02-29", "2028-05-29"),
        ("2026-01-31", "2026-04-30"),
        ("2026-12-31", "2027-03-31"),
        ("2026-10-01", "2027-01-01"),
    ],
)
def test_three_months_count_on_the_calendar_from_the_day_of_knowledge(learned: str, last_day: str) -> None:
    assert dates(known(learned, told("nl", acts="insult")))[K.COMPLAINT_NL] == last_day


def test_the_three_months_count_from_knowledge_not_from_opening_the_guide() -> None:
    incident = known("2026-10-02", told("nl", acts="stalking"))
    assert incident.opened.date() == date(2026, 11, 19)
    assert dates(incident)[K.COMPLAINT_NL] == "2027-01-02"


@pytest.mark.parametrize(
    "incident",
    [told("nl", acts="threat"), told("nl", acts="criticism"), told("nl"), told("be", acts="insult stalking")],
)
def test_no_three_months_without_a_complaint_offence_in_the_netherlands(incident: Incident) -> None:
    assert K.COMPLAINT_NL not in dates(incident)


def test_aftercare_is_due_within_72_hours_after_two_weeks_and_from_six_to_eight() -> None:
    learned = date(2026, 11, 19)
    assert deadlines(told("be", acts="threat")) == (
        Deadline(K.AFTERCARE_FIRST, date(2026, 11, 22), learned),
        Deadline(K.AFTERCARE_SECOND, date(2026, 12, 3), learned),
        Deadline(K.AFTERCARE_THIRD, date(2026, 12, 31), learned, until=date(2027, 1, 14)),
    )


def test_criticism_only_sets_no_dates() -> None:
    assert deadlines(told("nl", acts="criticism", home="no")) == ()


REPORTS = pytest.mark.parametrize("kind", [ActionKind.PLATFORM_REPORT, ActionKind.LEGAL_NOTICE])


def reported(kind: ActionKind, *states: tuple[ActionState, str | None]) -> Incident:
    action = Action(kind=kind)
    for state, day in states:
        action = action.reach(state, date.fromisoformat(day) if day else None)
    return told("be", acts="threat").act(action)


@REPORTS
def test_a_report_is_looked_at_14_days_after_it_was_sent(kind: ActionKind) -> None:
    sent = (ActionState.SENT, "2026-12-20")
    assert dates(reported(kind, sent))[K.REPORT_FOLLOW_UP] == "2027-01-03"
    received = (ActionState.RECEIVED, "2026-12-24")
    assert dates(reported(kind, sent, received))[K.REPORT_FOLLOW_UP] == "2027-01-03"


@REPORTS
def test_a_reference_whose_report_has_no_day_counts_from_the_reference(kind: ActionKind) -> None:
    assert dates(reported(kind, (ActionState.RECEIVED, "2026-12-24")))[K.REPORT_FOLLOW_UP] == "2027-01-07"


@REPORTS
def test_a_decision_can_be_objected_to_for_six_months(kind: ActionKind) -> None:
    found = dates(reported(kind, (ActionState.SENT, "2026-08-01"), (ActionState.ANSWERED, "2026-08-31")))
    assert found[K.PLATFORM_COMPLAINT] == "2027-02-28"
    assert K.REPORT_FOLLOW_UP not in found


@pytest.mark.parametrize(
    "incident",
    [
        reported(ActionKind.PLATFORM_REPORT, (ActionState.PREPARED, "2026-12-20")),
        reported(ActionKind.PLATFORM_REPORT, (ActionState.SENT, None)),
        reported(ActionKind.PLATFORM_REPORT, (ActionState.ANSWERED, None)),
        reported(ActionKind.TELL_MANAGER, (ActionState.SENT, "2026-12-20")),
        reported(ActionKind.POLICE_REPORT, (ActionState.ANSWERED, "2026-12-20")),
    ],
)
def test_no_date_for_what_was_not_sent_or_is_no_report(incident: Incident) -> None:
    assert not {K.REPORT_FOLLOW_UP, K.PLATFORM_COMPLAINT} & set(dates(incident))


def test_the_nearest_date_comes_first() -> None:
    incident = known("2026-06-01", told("nl", acts="insult"))
    incident = incident.act(Action(kind=ActionKind.PLATFORM_REPORT).reach(ActionState.SENT, date(2026, 6, 2)))
    found = [deadline.kind for deadline in deadlines(incident)]
    assert found == [K.AFTERCARE_FIRST, K.AFTERCARE_SECOND, K.REPORT_FOLLOW_UP, K.AFTERCARE_THIRD, K.COMPLAINT_NL]


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(1, 24))
def test_months_later_is_the_same_day_or_the_last_one_of_a_shorter_month(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and days_after(later, 1).day == 1)


@given(st.dates())
def test_no_day_that_somebody_types_is_too_far_away(day: date) -> None:
    assert deadlines(replace(told("nl", acts="insult"), known_on=day))


@pytest.mark.parametrize("kind", list(DeadlineKind))
def test_something_can_be_done_about_each_date_at_a_step(kind: DeadlineKind) -> None:
    assert kind.step in {Step.REPORT, Step.LEGAL, Step.AFTERCARE}
