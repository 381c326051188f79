"""What a file tells a stranger, one trace at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Final

from onlinesafe_tui.domain.text import clean_name


class Matters(IntEnum):
    """How much a trace tells a stranger."""

    MUCH = 1
    """Where somebody is, or who somebody is."""

    SOME = 2
    """When, with what, and what else there is to see."""

    LITTLE = 3
    """Nothing by itself; together with other pictures it may."""


class TraceKind(StrEnum):
    """What a trace is about, the most telling first."""

    PLACE = "place"
    PLACE_NAME = "place-name"
    TRACK = "track"
    PEOPLE = "people"
    OWNER = "owner"
    SERIAL = "serial"
    ALTITUDE = "altitude"
    DIRECTION = "direction"
    TIME = "time"
    CAPTION = "caption"
    KEYWORDS = "keywords"
    COMMENT = "comment"
    THUMBNAIL = "thumbnail"
    SECOND_PICTURE = "second-picture"
    VIDEO_IN_PICTURE = "video-in-picture"
    TRAILING = "trailing"
    DEVICE = "device"
    MAKER_NOTE = "maker-note"
    PROFILE = "profile"
    UNREADABLE = "unreadable"
    SOFTWARE = "software"
    HISTORY = "history"
    OTHER = "other"


_MUCH: Final = frozenset(list(TraceKind)[: list(TraceKind).index(TraceKind.SERIAL) + 1])
_LITTLE: Final = frozenset({TraceKind.SOFTWARE, TraceKind.HISTORY, TraceKind.OTHER})

LONGEST_VALUE: Final = 200
"""Characters kept of what a trace quotes from the file."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point on earth."""

    latitude: float
    """Degrees, north is positive; from -90 to 90."""

    longitude: float
    """Degrees, east is positive; from -180 to 180."""


@dataclass(frozen=True, slots=True)
class Height:
    """A height above sea level."""

    metres: float
    """Metres; negative is below."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the camera looked."""

    degrees: float
    """Degrees clockwise from north, from 0 to 360."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as a file gives it."""

    at: datetime
    """The day and time, naive: on the clock of the camera."""

    zone: str = ""
    """The zone of that clock, such as `+01:00` or `UTC`; empty when the file does not say."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A picture inside the file."""

    width: int = 0
    """Pixels; 0 when unknown."""

    height: int = 0
    """Pixels; 0 when unknown."""

    is_other_shape: bool = False
    """Whether its proportions differ from those of the picture, so that it may show what was cut away."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much there is of something."""

    n: int
    """A number of bytes or fields, 1 or more."""


Told = str | Place | Height | Heading | Moment | Inside | Amount
"""What exactly is told; a text is foreign and cleaned, an empty one tells only that it is there."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing that a file tells."""

    kind: TraceKind
    told: Told = ""

    @property
    def matters(self) -> Matters:
        """How much it tells a stranger."""
        if self.kind in _MUCH:
            return Matters.MUCH
        return Matters.LITTLE if self.kind in _LITTLE else Matters.SOME


def quoted(kind: TraceKind, text: str) -> tuple[Trace, ...]:
    """Return the trace that quotes a text from the file; none when there is nothing to read in it."""
    # What is cut off anyway need not be cleaned first: it can be a million characters.
    said = clean_name(text[: 10 * LONGEST_VALUE], longest=LONGEST_VALUE)
    return (Trace(kind, said),) if said else ()


def place_trace(latitude: float | None, longitude: float | None) -> tuple[Trace, ...]:
    """Return the trace of a point on earth; none for the zeros of a camera that does not know where it is."""
    if latitude is None or longitude is None or not (abs(latitude) <= 90 and abs(longitude) <= 180):
        return ()
    if latitude == 0 and longitude == 0:
        return ()
    return (Trace(TraceKind.PLACE, Place(latitude, longitude)),)


def in_order(traces: tuple[Trace, ...]) -> tuple[Trace, ...]:
    """Return traces once each, the most telling first."""
    order = {kind: number for number, kind in enumerate(TraceKind)}
    return tuple(sorted(dict.fromkeys(traces), key=lambda trace: order[trace.kind]))
