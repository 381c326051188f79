"""Short formats for a team meeting, and when they were used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A format that was used in a meeting."""

    id: str
    """Sixteen random hexadecimal digits."""

    format: str
    """The id of the format."""

    on: date
    """The local day of the meeting."""

    note: str = ""
    """What came of it, in the person's own words, without names; empty when nothing was written."""


def last_held(held: tuple[Held, ...], format: str) -> Held | None:
    """Return when a format was used last; None when never."""
    return max((known for known in held if known.format == format), key=lambda known: known.on, default=None)
