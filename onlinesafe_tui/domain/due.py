"""What is due: the dates of incidents and of the workbook, in one order. All are local calendar days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from onlinesafe_tui.domain.deadlines import AFTERCARE_DAYS, DeadlineKind, days_after, months_after
from onlinesafe_tui.domain.policy_changes import last_scan
from onlinesafe_tui.domain.prevention import last_finished
from onlinesafe_tui.domain.workbook import Workbook

ROUND_MONTHS: Final = 1
"""Months from one prevention round to the next: at least once a month (the source on prevention for oneself)."""

SCAN_MONTHS: Final = 12
"""Months from one policy scan to the next: our own choice."""

PAST_DAYS: Final = 14
"""Days for which the date of an incident stays in sight after it is over: our own choice."""


class DueKind(StrEnum):
    """What a date of the workbook is for."""

    ROUND = "prevention-round"
    SHEET = "agreements"
    IMPROVEMENT = "improvement"
    SCAN = "policy-scan"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due."""

    kind: DueKind | DeadlineKind

    on: date
    """The day, or the first one when there is an `until`."""

    about: str = ""
    """The id of the incident, the sheet or the statement; empty for a round and a scan."""

    until: date | None = None
    """The last day of a span; None when `on` is the day itself."""

    @property
    def last(self) -> date:
        """The last day on which it is not too late."""
        return self.until or self.on


IncidentDates = Mapping[str, Iterable[tuple[DeadlineKind, date]]]
"""The dates of incidents, by the id of the incident."""


def what_is_due(workbook: Workbook, incidents: IncidentDates, today: date) -> tuple[Due, ...]:
    """Return everything that is due, the nearest first.

    Dates of incidents that were over for a while are left out. What the person plans alone stays until it is done.
    """
    found = [*_of_workbook(workbook), *_of_incidents(incidents, today)]
    return tuple(sorted(found, key=lambda due: (due.on, due.last, due.kind, due.about)))


def next_round(workbook: Workbook) -> date | None:
    """Return the day of the next prevention round; None for somebody who never finished one."""
    last = last_finished(workbook.rounds)
    return months_after(last.finished_on, ROUND_MONTHS) if last and last.finished_on else None


def next_scan(workbook: Workbook) -> date | None:
    """Return the day of the next policy scan; None where none was ever finished."""
    last = last_scan(workbook.scans)
    return months_after(last.finished_on, SCAN_MONTHS) if last and last.finished_on else None


def _of_workbook(workbook: Workbook) -> Iterator[Due]:
    if on := next_round(workbook):
        yield Due(DueKind.ROUND, on)
    if on := next_scan(workbook):
        yield Due(DueKind.SCAN, on)
    for sheet in workbook.sheets:
        if sheet.review_on:
            yield Due(DueKind.SHEET, sheet.review_on, sheet.id)
    for improvement in workbook.improvements.values():
        if improvement.is_open and improvement.due:
            yield Due(DueKind.IMPROVEMENT, improvement.due, improvement.statement)


def _of_incidents(incidents: IncidentDates, today: date) -> Iterator[Due]:
    for id, dates in incidents.items():
        for kind, on in dates:
            due = Due(kind, on, id, _until(kind, on))
            if days_after(due.last, PAST_DAYS) >= today:
                yield due


def _until(kind: DeadlineKind, on: date) -> date | None:
    """Return the last day of a span of days: summaries of incidents hold its first day only."""
    begin, end = AFTERCARE_DAYS.get(kind, (0, None))
    return days_after(on, end - begin) if end else None
