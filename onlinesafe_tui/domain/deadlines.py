"""Dates that the law or good care sets, each with where it comes from. All are local calendar days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from onlinesafe_tui.domain.actions import ActionKind, ActionState
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.rules import complaint_offence_nl


class DeadlineKind(StrEnum):
    """What a date is for."""

    AFTERCARE_FIRST = "aftercare-first"
    AFTERCARE_SECOND = "aftercare-second"
    AFTERCARE_THIRD = "aftercare-third"
    REPORT_FOLLOW_UP = "report-follow-up"
    PLATFORM_COMPLAINT = "platform-complaint"
    COMPLAINT_NL = "complaint-nl"

    @property
    def step(self) -> Step:
        """The step in which something can be done about it."""
        return _STEPS[self]


_STEPS: Final = {
    DeadlineKind.AFTERCARE_FIRST: Step.AFTERCARE,
    DeadlineKind.AFTERCARE_SECOND: Step.AFTERCARE,
    DeadlineKind.AFTERCARE_THIRD: Step.AFTERCARE,
    DeadlineKind.REPORT_FOLLOW_UP: Step.REPORT,
    DeadlineKind.PLATFORM_COMPLAINT: Step.REPORT,
    DeadlineKind.COMPLAINT_NL: Step.LEGAL,
}

COMPLAINT_MONTHS: Final = 3
"""Months to ask for prosecution in the Netherlands, from the day of knowledge (article 66 Sr)."""

PLATFORM_COMPLAINT_MONTHS: Final = 6
"""Months in which a platform must take an internal complaint, from its decision (article 20 DSA)."""

FOLLOW_UP_DAYS: Final = 14
"""Days after a report to a platform when it is time to look what came of it: our own choice."""

AFTERCARE_DAYS: Final = {
    DeadlineKind.AFTERCARE_FIRST: (3, None),
    DeadlineKind.AFTERCARE_SECOND: (14, None),
    DeadlineKind.AFTERCARE_THIRD: (42, 56),
}
"""Days after the event when the talks of aftercare are due: within 72 hours, at two weeks, at six to eight weeks
(veiligepubliekedienstverlening.nl, Nazorg)."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date to keep in sight."""

    kind: DeadlineKind

    on: date
    """The last day, or the day to begin when there is an `until`."""

    since: date
    """The day from which it counts."""

    until: date | None = None
    """The last day of a span; None when `on` is the day itself."""


def deadlines(incident: Incident) -> tuple[Deadline, ...]:
    """Return the dates of an incident, the nearest first."""
    return tuple(sorted(_dates(incident), key=lambda deadline: deadline.on))


def months_after(day: date, months: int) -> date:
    """Return the same day some months later; the last day of the month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_after(day: date, days: int) -> date:
    """Return the day some days later; the last day of the calendar when somebody typed a year that far away."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _dates(incident: Incident) -> Iterator[Deadline]:
    known = incident.known_on
    if complaint_offence_nl(incident.situation, incident):
        yield Deadline(DeadlineKind.COMPLAINT_NL, months_after(known, COMPLAINT_MONTHS), known)
    if not incident.situation.is_criticism_only:
        for kind, (after, until) in AFTERCARE_DAYS.items():
            yield Deadline(kind, days_after(known, after), known, days_after(known, until) if until else None)
    for report in (ActionKind.PLATFORM_REPORT, ActionKind.LEGAL_NOTICE):
        action = incident.action(report)
        sent = action.sent_on or action.on
        if action.state in (ActionState.SENT, ActionState.RECEIVED) and sent:
            yield Deadline(DeadlineKind.REPORT_FOLLOW_UP, days_after(sent, FOLLOW_UP_DAYS), sent)
        if action.state is ActionState.ANSWERED and action.on:
            last = months_after(action.on, PLATFORM_COMPLAINT_MONTHS)
            yield Deadline(DeadlineKind.PLATFORM_COMPLAINT, last, action.on)
