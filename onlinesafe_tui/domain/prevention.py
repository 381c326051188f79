"""The prevention round: once a month one looks at a few things of one's own, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

_EMPTY: Final[Mapping[Any, Any]] = MappingProxyType({})


class Topic(StrEnum):
    """What a thing to look at is about, in the order of a round."""

    TRACES = "traces"
    ACCOUNTS = "accounts"
    PHOTOS = "photos"
    SPORTS = "sports"
    REGISTRATION = "registration"
    WORK = "work"


class Outcome(StrEnum):
    """What came of one thing."""

    DONE = "done"
    NOT_FOR_ME = "not-for-me"
    LATER = "later"
    HELP = "help"
    """The person would like help with it."""

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do about it."""
        return self in (Outcome.LATER, Outcome.HELP)


class Extent(StrEnum):
    """How much of it one looks at."""

    FULL = "full"
    MINUTE = "minute"
    """Only the few things that take a minute together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round, under way or finished. Changes make a new round."""

    id: str
    """Sixteen random hexadecimal digits."""

    begun: datetime
    """When it was begun, timezone-aware, in UTC."""

    extent: Extent

    things: tuple[str, ...]
    """The ids of the things that are looked at, in order; fixed when the round begins."""

    outcomes: Mapping[str, Outcome] = field(default_factory=lambda: _EMPTY)
    """What came of each; a thing without an answer is missing."""

    notes: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
    """What the person wrote at a thing; one without a note is missing."""

    looked_along: str = ""
    """Who looked along, in the person's own words; empty when nobody did or nobody was named."""

    finished_on: date | None = None
    """The local day on which it was finished; None while it is under way."""

    changed: datetime
    """When it was last changed, timezone-aware, in UTC."""

    def answer(self, thing: str, outcome: Outcome | None, at: datetime) -> Round:
        """Say what came of a thing; None takes the answer back."""
        outcomes = {key: value for key, value in self.outcomes.items() if key != thing}
        if outcome is not None:
            outcomes[thing] = outcome
        return replace(self, outcomes=outcomes, changed=at)

    def note(self, thing: str, text: str, at: datetime) -> Round:
        """Write the note of a thing; an empty one removes it."""
        notes = {key: value for key, value in {**self.notes, thing: text}.items() if value}
        return replace(self, notes=notes, changed=at)

    def look_along(self, who: str, at: datetime) -> Round:
        """Say who looked along; empty for nobody."""
        return replace(self, looked_along=who, changed=at)

    def finish(self, on: date, at: datetime) -> Round:
        """End the round on a local day; what has no answer stays without."""
        return replace(self, finished_on=on, changed=at)

    @property
    def is_finished(self) -> bool:
        """Whether it was ended."""
        return self.finished_on is not None

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The things without an answer, in order."""
        return tuple(thing for thing in self.things if thing not in self.outcomes)

    @property
    def left_open(self) -> tuple[str, ...]:
        """The things that the person wants to do later or with help, in order."""
        return tuple(thing for thing in self.things if thing in self.outcomes and self.outcomes[thing].is_open)


def last_look(rounds: Sequence[Round], thing: str, before: datetime | None = None) -> Round | None:
    """Return the latest round in which this thing got an answer; None when there is none.

    Args:
        rounds: The rounds, in the order in which they were begun.
        thing: The id of the thing.
        before: Only rounds begun before this moment count; None for all of them.
    """
    return _latest(known for known in rounds if _is_before(known, before) and thing in known.outcomes)


def last_begun(rounds: Sequence[Round], extent: Extent) -> Round | None:
    """Return the round of this extent that was begun last; None when there is none."""
    return _latest(known for known in rounds if known.extent is extent)


def last_finished(rounds: Sequence[Round], extent: Extent = Extent.FULL) -> Round | None:
    """Return the round of this extent that was finished last; None when there is none."""
    finished = [known for known in rounds if known.is_finished and known.extent is extent]
    return max(finished, key=lambda known: (known.finished_on or date.min, known.begun), default=None)


def still_open(rounds: Sequence[Round], before: datetime | None = None) -> Mapping[str, Round]:
    """Return the things that still wait for the person or for help, each with the round that says so, in its order.

    What a later round said about a thing counts, not what an earlier one did.
    """
    looks = {thing: last_look(rounds, thing, before) for known in rounds for thing in known.things}
    return {thing: look for thing, look in looks.items() if look is not None and look.outcomes[thing].is_open}


def is_new(rounds: Sequence[Round], thing: str, before: datetime) -> bool:
    """Tell whether a thing came after somebody's last full round: there was one, and it was in no round yet."""
    earlier = [known for known in rounds if _is_before(known, before)]
    is_known = any(thing in known.things for known in earlier)
    return not is_known and any(known.extent is Extent.FULL for known in earlier)


def _is_before(known: Round, before: datetime | None) -> bool:
    return before is None or known.begun < before


def _latest(rounds: Iterable[Round]) -> Round | None:
    """Return the round that was begun last; of several begun at one moment, the one that stands last."""
    return max(enumerate(rounds), key=lambda entry: (entry[1].begun, entry[0]), default=(0, None))[1]
