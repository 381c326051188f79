"""The policy scan: statements on three levels, how far each is in place, and what is done about the gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

_EMPTY: Final[Mapping[Any, Any]] = MappingProxyType({})


class Level(StrEnum):
    """The three levels of policy (Raamwerk Seksualiteit en beleid, Sensoa and Child Focus, 2012; grenswijs.be)."""

    QUALITY = "quality"
    PREVENTION = "prevention"
    REACTION = "reaction"


class Standing(StrEnum):
    """How far a statement is true of the organisation."""

    IN_PLACE = "in-place"
    PARTLY = "partly"
    NOT_YET = "not-yet"
    UNKNOWN = "unknown"

    @property
    def is_gap(self) -> bool:
        """Whether something is to be done about it; what nobody knows is to be found out."""
        return self is not Standing.IN_PLACE


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found about one statement."""

    standing: Standing | None = None
    """How far it is true; None when it was not answered."""

    owner: str = ""
    """Who looks after it: a role rather than a name; empty when nobody was named."""

    on: date | None = None
    """The local day that goes with it, such as when it was decided; None when not given."""

    proof: str = ""
    """Where it can be seen; empty when nothing was written."""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing at all."""
        return self == Finding()

    @property
    def is_gap(self) -> bool:
        """Whether something is to be done about it; not as long as there is no answer."""
        return self.standing is not None and self.standing.is_gap


@dataclass(frozen=True, slots=True)
class Score:
    """How many statements stand how."""

    in_place: int
    partly: int
    not_yet: int
    unknown: int
    unanswered: int

    @property
    def total(self) -> int:
        """How many statements there are."""
        return self.in_place + self.partly + self.not_yet + self.unknown + self.unanswered


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One walk through all statements, under way or finished. Changes make a new scan."""

    id: str
    """Sixteen random hexadecimal digits."""

    begun: datetime
    """When it was begun, timezone-aware, in UTC."""

    changed: datetime
    """When it was last changed, timezone-aware, in UTC."""

    findings: Mapping[str, Finding] = field(default_factory=lambda: _EMPTY)
    """What was found, by the id of the statement; one that nobody touched is missing."""

    finished_on: date | None = None
    """The local day on which it was finished; None while it is under way."""

    def finding(self, statement: str) -> Finding:
        """Return what was found about a statement; an empty finding when nobody touched it."""
        return self.findings.get(statement) or Finding()

    def find(self, statement: str, finding: Finding, at: datetime) -> Scan:
        """Say what was found about a statement; an empty finding removes it."""
        findings = {**self.findings, statement: finding}
        return replace(self, findings={key: one for key, one in findings.items() if not one.is_empty}, changed=at)

    def finish(self, on: date, at: datetime) -> Scan:
        """End the scan on a local day."""
        return replace(self, finished_on=on, changed=at)

    @property
    def is_finished(self) -> bool:
        """Whether it was ended."""
        return self.finished_on is not None

    def unanswered(self, statements: Iterable[str]) -> tuple[str, ...]:
        """Return those of these statements that have no answer yet, in their order."""
        return tuple(statement for statement in statements if self.finding(statement).standing is None)

    def gaps(self, statements: Iterable[str]) -> tuple[str, ...]:
        """Return those of these statements about which something is to be done, in their order."""
        return tuple(statement for statement in statements if self.finding(statement).is_gap)

    def score(self, statements: Iterable[str]) -> Score:
        """Count how these statements stand."""
        counts = Counter(self.finding(statement).standing for statement in statements)
        return Score(
            in_place=counts[Standing.IN_PLACE],
            partly=counts[Standing.PARTLY],
            not_yet=counts[Standing.NOT_YET],
            unknown=counts[Standing.UNKNOWN],
            unanswered=counts[None],
        )


class Phase(StrEnum):
    """Where an improvement is in the cycle of plan, do, check, act; after that it is simply how things are done."""

    PLAN = "plan"
    DO = "do"
    CHECK = "check"
    ACT = "act"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement:
    """What is done about one gap."""

    statement: str
    """The id of the statement that is not in place."""

    what: str = ""
    """What is done, in the person's own words; empty for what the content suggests first."""

    phase: Phase = Phase.PLAN

    owner: str = ""
    """Who does it: a role rather than a name; empty when nobody was named."""

    due: date | None = None
    """The local day by which the phase is over; None when no day was set."""

    note: str = ""
    """What came of it so far; empty when nothing was written."""

    changed: datetime
    """When it was last changed, timezone-aware, in UTC."""

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.phase is not Phase.CLOSED

    def is_overdue(self, today: date) -> bool:
        """Tell whether its day is over while there is still something to do."""
        return self.is_open and self.due is not None and self.due < today


def to_begin(gaps: Iterable[str], known: Mapping[str, Improvement], at: datetime) -> tuple[Improvement, ...]:
    """Return what is to be begun about gaps: each once, also one that was closed before and is a gap again.

    Args:
        gaps: The statements about which something is to be done.
        known: What is done already, by the id of the statement.
        at: This moment, timezone-aware, in UTC.
    """
    begun: dict[str, Improvement] = {}
    for gap in gaps:
        improvement = known.get(gap)
        if improvement is None:
            begun[gap] = Improvement(statement=gap, changed=at)
        elif not improvement.is_open:
            begun[gap] = replace(improvement, phase=Phase.PLAN, due=None, changed=at)
    return tuple(begun.values())


def to_close(improvements: Iterable[Improvement], scan: Scan | None) -> tuple[Improvement, ...]:
    """Return the open improvements of which the statement got in place meanwhile."""
    if scan is None:
        return ()
    return tuple(
        improvement
        for improvement in improvements
        if improvement.is_open and scan.finding(improvement.statement).standing is Standing.IN_PLACE
    )
