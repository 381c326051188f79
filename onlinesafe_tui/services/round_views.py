"""What a prevention round looks like to the person in it: the shapes that both faces draw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onlinesafe_tui.domain.prevention import Extent, Outcome, Round
from onlinesafe_tui.library.blocks import Block


@dataclass(frozen=True, slots=True)
class ThingView:
    """One thing to look at, ready to be shown."""

    id: str

    number: int
    """Its place in the round, from 1."""

    total: int
    topic: str
    title: str

    what: tuple[Block, ...]
    """What to do, in a few sentences."""

    how: tuple[Block, ...]
    """How to do it, on each platform where that differs, and why."""

    outcome: Outcome | None
    """What came of it in this round; None as long as there is no answer."""

    note: str

    last: tuple[str, ...]
    """What came of it the last time, when, with which note and with whom, each a sentence; empty the first time."""

    news: str
    """What changed since the last time, as a sentence; empty when nothing did."""

    age: str
    """When the text was checked, and with what."""


@dataclass(frozen=True, slots=True)
class ThingLine:
    """One thing in a list."""

    id: str
    title: str

    state: str
    """What came of it, in a word or two."""

    round_id: str
    """The round that says so."""


@dataclass(frozen=True, slots=True)
class ExtentView:
    """One extent of the round: what can be begun, and what can be gone on with."""

    extent: Extent

    going: Round | None
    """The round that is under way; None when a new one can be begun."""

    text: str
    """What choosing it does, as a button says it."""

    more: str
    """A sentence about it."""

    anew: str
    """The words to begin a new round in place of one that is under way since an earlier day; empty otherwise."""


class Mark(StrEnum):
    """What a month had."""

    ROUND = "round"
    MINUTE = "minute"
    HALF = "half"
    """A round that was begun and not finished."""

    NONE = "none"


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month of the calendar."""

    first: date
    """Its first day."""

    name: str
    """Its short name with the year: `nov 2026`."""

    mark: Mark
    word: str
    """The mark in a word."""

    told: str
    """The month in a sentence, with every round of it."""


@dataclass(frozen=True, slots=True)
class OverviewView:
    """Where somebody stands with the rounds."""

    due: str
    """When the next round is, or an invitation to the first one; empty while nobody can know."""

    is_due: bool
    """Whether that day has come."""

    extents: tuple[ExtentView, ...]
    """The whole round and the minute, what is due or under way first."""

    last: str
    """The round that was finished last, in a sentence; empty when none was."""

    last_round: Round | None

    left_open: tuple[ThingLine, ...]
    """What still waits for the person or for help."""

    months: tuple[MonthView, ...]
    """The last twelve months, the earliest first; none while what was kept is not open."""


@dataclass(frozen=True, slots=True)
class SummaryView:
    """What came of one round."""

    title: str
    count: str
    """How many things had which outcome, in a sentence; empty for a round in which nothing was to be looked at."""

    done: tuple[ThingLine, ...]
    left_open: tuple[ThingLine, ...]
    passed: tuple[ThingLine, ...]
    """What is not for this person."""

    unanswered: tuple[ThingLine, ...]
    help_wanted: tuple[str, ...]
    """The titles of what the person would like help with."""

    looked_along: str
    is_finished: bool

    can_finish: bool
    """Whether there is anything to finish: at least one thing has an answer."""

    following: str
    """When the next round is, in a sentence."""
