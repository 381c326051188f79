"""Looking back: what changed since the scan before, and which incidents had to do with what was missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from onlinesafe_tui.domain.policy import Scan, Standing


class Turn(StrEnum):
    """In which way a statement stands otherwise than the time before."""

    BETTER = "better"
    WORSE = "worse"
    OTHERWISE = "otherwise"
    """Neither: what was not known turned out not to be there, or the other way round."""

    NEW = "new"
    """It has an answer now and had none before: nobody gave one, or the statement was not there yet."""

    UNANSWERED = "unanswered"
    """It had an answer before and has none now."""


_WORTH: Final = {Standing.IN_PLACE: 2, Standing.PARTLY: 1, Standing.NOT_YET: 0, Standing.UNKNOWN: 0}


@dataclass(frozen=True, slots=True)
class Change:
    """A statement that stands otherwise than at the time before."""

    statement: str
    before: Standing | None
    after: Standing | None

    @property
    def turn(self) -> Turn:
        """In which way it stands otherwise."""
        if self.before is None:
            return Turn.NEW
        if self.after is None:
            return Turn.UNANSWERED
        gain = _WORTH[self.after] - _WORTH[self.before]
        return Turn.BETTER if gain > 0 else Turn.WORSE if gain < 0 else Turn.OTHERWISE


def changes(before: Scan, after: Scan, statements: Iterable[str]) -> tuple[Change, ...]:
    """Return which of these statements stand otherwise than in the scan before, in their order."""
    compared = (
        Change(statement, before.finding(statement).standing, after.finding(statement).standing)
        for statement in statements
    )
    return tuple(change for change in compared if change.before is not change.after)


def last_scan(scans: Iterable[Scan], *, before: datetime | None = None) -> Scan | None:
    """Return the finished scan that was begun last, before a moment when one is given; None when there is none."""
    finished = [scan for scan in scans if scan.is_finished and (before is None or scan.begun < before)]
    return max(finished, key=lambda scan: scan.begun, default=None)


def scan_under_way(scans: Iterable[Scan]) -> Scan | None:
    """Return the scan to go on with: the one that was begun last, after the last finished one; None when there is none.

    One that was begun while the vault was locked comes beside the one in the vault. Then what was found in the earlier
    one still counts, as far as the later one says nothing about it.
    """
    known = tuple(scans)
    last = last_scan(known)
    under_way = sorted(
        (scan for scan in known if not scan.is_finished and (last is None or scan.begun > last.begun)),
        key=lambda scan: scan.begun,
    )
    if not under_way:
        return None
    findings = {statement: finding for scan in under_way for statement, finding in scan.findings.items()}
    return replace(under_way[-1], findings=findings)


def missed(links: Mapping[str, Iterable[str]], incidents: Iterable[str]) -> Mapping[str, int]:
    """Count for each statement in how many of these incidents its absence played a part; one without any is missing.

    Args:
        links: The statements of each incident, by its id; of an incident that was deleted there may be some left.
        incidents: The ids of the incidents that are still there.
    """
    return Counter(statement for id in frozenset(incidents) for statement in links.get(id, ()))
