"""What a picture tells, in the words of a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.pictures.look import Look
from onlinesafe_tui.pictures.traces import Amount, Heading, Height, Inside, Matters, Moment, Place, Trace, TraceKind

_TITLES: Final = {
    TraceKind.PLACE: N_("Place"),
    TraceKind.PLACE_NAME: N_("Name of a place"),
    TraceKind.TRACK: N_("Route"),
    TraceKind.PEOPLE: N_("People"),
    TraceKind.OWNER: N_("Name or owner"),
    TraceKind.SERIAL: N_("Serial number"),
    TraceKind.ALTITUDE: N_("Height"),
    TraceKind.DIRECTION: N_("Direction"),
    TraceKind.TIME: N_("Time"),
    TraceKind.CAPTION: N_("Title or caption"),
    TraceKind.KEYWORDS: N_("Keywords"),
    TraceKind.COMMENT: N_("Comment"),
    TraceKind.THUMBNAIL: N_("Small picture inside it"),
    TraceKind.SECOND_PICTURE: N_("Second picture inside it"),
    TraceKind.VIDEO_IN_PICTURE: N_("Video inside it"),
    TraceKind.TRAILING: N_("After the end of the picture"),
    TraceKind.DEVICE: N_("Device"),
    TraceKind.MAKER_NOTE: N_("Data of the camera's maker"),
    TraceKind.PROFILE: N_("Profile of the colours"),
    TraceKind.SOFTWARE: N_("Program"),
    TraceKind.HISTORY: N_("What was done to it"),
    TraceKind.UNREADABLE: N_("Data that cannot be read here"),
    TraceKind.OTHER: N_("Other data"),
}
_BARE: Final = {
    TraceKind.TRACK: N_("the camera went on writing where it was, or how it moved"),
    TraceKind.COMMENT: N_("there is one"),
    TraceKind.THUMBNAIL: N_("it may show what was cut away from the picture"),
    TraceKind.SECOND_PICTURE: N_("another picture, or how far away everything is"),
    TraceKind.VIDEO_IN_PICTURE: N_("a short video, perhaps with sound"),
    TraceKind.MAKER_NOTE: N_("often with serial numbers, and more that only the maker knows"),
    TraceKind.PROFILE: N_("made for one screen or device"),
    TraceKind.UNREADABLE: N_("so nobody here can say what it tells"),
}
"""What is said of a trace that quotes nothing."""

_DIRECTIONS: Final = (
    *(N_("north"), N_("north-east"), N_("east"), N_("south-east")),
    *(N_("south"), N_("south-west"), N_("west"), N_("north-west")),
)
_MOST_VALUES: Final = 3
_MOST_COMPARED: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceView:
    """One thing that a picture tells, in the words of a person."""

    kind: TraceKind
    matters: Matters
    title: str
    """A word or two."""

    text: str
    """What exactly it tells, on one line."""


def trace_views(look: Look, words: Words) -> tuple[TraceView, ...]:
    """Say in one language what a picture tells, one line for each kind of thing."""
    return tuple(_views(look.traces, words))


def _views(traces: tuple[Trace, ...], words: Words) -> Iterable[TraceView]:
    for kind in TraceKind:
        of_kind = [trace for trace in traces if trace.kind is kind]
        if of_kind:
            text = _total(of_kind, words) if kind is TraceKind.OTHER else _several(of_kind, words)
            yield TraceView(kind=kind, matters=of_kind[0].matters, title=words(_TITLES[kind]), text=text)


def _total(traces: list[Trace], words: Words) -> str:
    n = sum(trace.told.n for trace in traces if isinstance(trace.told, Amount))
    return words.plural(
        "{n} more value, such as a setting of the camera", "{n} more values, such as settings of the camera", n
    )


def _several(traces: list[Trace], words: Words) -> str:
    """Put values on one line, each once."""
    kept = _without_less(traces)
    told = list(dict.fromkeys(_text(trace, words) for trace in kept[:_MOST_COMPARED]))
    left = len(told) - _MOST_VALUES + max(len(kept) - _MOST_COMPARED, 0)
    more = [words.plural("and {n} more", "and {n} more", left)] if left > 0 else []
    return "; ".join([*told[:_MOST_VALUES], *more])


def _without_less(traces: list[Trace]) -> list[Trace]:
    """Leave out a moment of which another trace knows the zone as well, and a make that stands before its model."""
    told = [trace.told for trace in traces]
    zoned = {moment.at for moment in told if isinstance(moment, Moment) and moment.zone}
    models = {text.casefold() for text in told[:_MOST_COMPARED] if isinstance(text, str)}
    return [trace for trace in traces if not _is_less(trace, zoned, models)]


def _is_less(trace: Trace, zoned: set[datetime], models: set[str]) -> bool:
    if isinstance(trace.told, Moment):
        return not trace.told.zone and trace.told.at in zoned
    if trace.kind is not TraceKind.DEVICE or not isinstance(trace.told, str):
        return False
    make = f"{trace.told} ".casefold()
    return any(model.startswith(make) for model in models)


def _text(trace: Trace, words: Words) -> str:
    match trace.told:
        case Place(latitude, longitude):
            return words(
                N_("{latitude}° {north}, {longitude}° {east}"),
                latitude=_number(abs(latitude), 4, words),
                north=words(N_("north") if latitude >= 0 else N_("south")),
                longitude=_number(abs(longitude), 4, words),
                east=words(N_("east") if longitude >= 0 else N_("west")),
            )
        case Height(metres):
            message = N_("{n} metres above the sea") if metres >= 0 else N_("{n} metres below the sea")
            return words(message, n=_number(abs(metres), 0, words))
        case Heading(degrees):
            direction = words(_DIRECTIONS[round(degrees / 45) % 8])
            return words(N_("the camera looked {direction} ({n}°)"), direction=direction, n=_number(degrees, 0, words))
        case Moment(at, zone):
            day, clock = long_day(at.date(), words.language), at.strftime("%H:%M")
            said = zone.replace("+00:00", "UTC") if zone else words(N_("zone not known"))
            return words(N_("{day}, {time} ({zone})"), day=day, time=clock, zone=said)
        case Inside():
            return _inside(trace.kind, trace.told, words)
        case Amount(n):
            return words.plural("{n} byte that one does not see", "{n} bytes that one does not see", n)
        case str() as text:
            return text if text and trace.kind is not TraceKind.TRACK else words(_BARE.get(trace.kind, ""))


def _inside(kind: TraceKind, inside: Inside, words: Words) -> str:
    if not inside.width or not inside.height:
        return words(_BARE[kind])
    size = words(N_("{width} by {height} pixels"), width=inside.width, height=inside.height)
    if not inside.is_other_shape:
        return size
    return words(N_("{size}, in other proportions: it may show what was cut away"), size=size)


def _number(number: float, digits: int, words: Words) -> str:
    text = f"{number:.{digits}f}"
    return text.replace(".", ",") if words.language is Language.NL else text
