"""What the policy scan looks like: the shapes that both faces draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onlinesafe_tui.domain.policy import Finding, Improvement, Level, Scan, Score
from onlinesafe_tui.domain.policy_changes import Turn
from onlinesafe_tui.labels import STANDINGS
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.policy import Statement

UNANSWERED: Final = N_("No answer yet")

SCORE_LABELS: Final = (*STANDINGS.values(), UNANSWERED)
"""The names of the parts of a score, what is best first."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement with what was found about it, this time and the time before."""

    statement: Statement
    finding: Finding

    said: str
    """How it stands, in words."""

    before: Finding
    """What was found in the scan before; an empty finding when there was none."""

    said_before: str
    """How it stood then, in words, with the day of that scan; empty when it was not answered then."""

    age: str
    """When the statement was checked and with what, and whether it is the organisation's own."""


@dataclass(frozen=True, slots=True)
class LevelView:
    """One level with its statements."""

    level: Level
    name: str
    question: str
    rows: tuple[StatementView, ...]
    score: Score

    said: str
    """The score in words."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A statement that stands otherwise than in the scan before, in words."""

    statement: str
    turn: Turn

    said: str
    """In which way, with how it stood and how it stands."""

    title: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole scan at a glance."""

    scan: Scan | None
    """The scan under way, or the last one; None when none was ever begun."""

    before: Scan | None
    """The finished scan before it; None when there is none."""

    far: str
    """How far it is, in a sentence or two."""

    levels: tuple[LevelView, ...]
    changes: tuple[ChangeView, ...]

    unanswered: tuple[str, ...]
    """The statements without an answer, in their order."""

    total: int
    """How many statements there are."""

    open_actions: int
    closable: int
    """How many of the open actions have a statement that got in place meanwhile."""

    @property
    def is_under_way(self) -> bool:
        """Whether there is a scan to go on with."""
        return self.scan is not None and not self.scan.is_finished

    @property
    def can_finish(self) -> bool:
        """Whether there is a scan under way in which something was found."""
        return self.scan is not None and not self.scan.is_finished and bool(self.scan.findings)


@dataclass(frozen=True, slots=True)
class ActionView:
    """What is done about one gap, in words."""

    improvement: Improvement

    title: str
    """The statement that is not in place."""

    standing: str
    """How that statement stands now, in words."""

    what: str
    """What is done: in the person's own words, or else what the content says to begin with."""

    phase: str
    owner: str
    """Who does it; a few words when nobody was named."""

    due: str
    """By when; a few words when no day was set, and when it is over."""

    is_overdue: bool

    is_closable: bool
    """Whether its statement got in place meanwhile, so that it can be closed."""


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident to which missing points can be linked."""

    id: str
    name: str

    trouble: str
    """Why it does not open, in a few words; empty when it does."""

    linked: frozenset[str]
    """The statements whose absence played a part."""


@dataclass(frozen=True, slots=True)
class MissedView:
    """A statement whose absence played a part in incidents."""

    statement: str
    incidents: int

    said: str
    """In how many incidents, and what was missing."""


def score_numbers(score: Score) -> tuple[int, ...]:
    """Return the parts of a score in the order of their names."""
    return score.in_place, score.partly, score.not_yet, score.unknown, score.unanswered
