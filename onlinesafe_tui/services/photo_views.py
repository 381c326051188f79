"""What a picture tells, in the words of a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import PictureKept
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.paths import shown
from onlinesafe_tui.pictures.files import NO_VIDEO
from onlinesafe_tui.pictures.look import Format, Look
from onlinesafe_tui.pictures.traces import Amount, Heading, Height, Inside, Matters, Moment, Place, Trace, TraceKind

NOTHING: Final = N_("This picture tells nothing beyond what one sees.")
NOTHING_IN_VIDEO: Final = N_("In this video nothing was found beyond what one sees and hears.")
TELLS: Final = N_("This tells a stranger, besides what one sees:")
ABOUT_PHOTOS: Final = "photos"
"""The page about what photos tell."""


class Whose(StrEnum):
    """Whose picture it is, which decides whether there may be a clean copy of it."""

    OWN = "own"
    PROOF = "proof"


WHOSE: Final = {
    Whose.OWN: (
        N_("My own, to be posted or sent"),
        N_("See what it tells a stranger, and make a copy without that."),
    ),
    Whose.PROOF: (
        N_("It belongs to what happened"),
        N_("Keep it as it is: the data in it may be proof. It is only looked at."),
    ),
}
"""The answers to whose picture it is, each with a sentence about what follows."""

MIND_SIGHT: Final = N_("Look at the picture itself too: a street sign, a uniform or a view can tell a place.")
MIND_PROOF: Final = N_("A clean copy is not for proof. Keep the original as it is.")
KEEP: Final = N_("Keep it as it is; the data in it may be proof.")
COPIED: Final = N_(
    "The clean copy of {name} is {path}. It was looked at again, and tells nothing more. The original did not change."
)
COPIED_AS_JPEG: Final = N_(
    "The clean copy of {name} is {path}, a JPEG: a HEIC or AVIF file cannot be taken apart safely. "
    "It was looked at again, and tells nothing more. The original did not change."
)
NO_SECOND: Final = N_("The video or other picture inside it is not in the copy.")
ONE_OF_MANY: Final = N_("If the file holds several pictures, only the first one is in the copy.")

GROUPS: Final = {
    Matters.MUCH: N_("Where, or who"),
    Matters.SOME: N_("When, with what, and what else there is"),
    Matters.LITTLE: N_("Little by itself"),
}
"""What stands above the traces, by how much they tell."""

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
_INSIDE: Final = frozenset({TraceKind.SECOND_PICTURE, TraceKind.VIDEO_IN_PICTURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceView:
    """One thing that a picture tells, in the words of a person."""

    kind: TraceKind
    matters: Matters
    title: str
    """A word or two."""

    text: str
    """What exactly it tells, on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoCheck:
    """What is known of one picture that was looked at."""

    path: Path
    whose: Whose
    look: Look

    kept: PictureKept | None = None
    """Why it may be proof; None when nothing says so."""

    minds: tuple[str, ...] = ()
    """What to mind before copying it: English messages to translate."""

    copy: Path | None = None
    """The clean copy; None as long as there is none."""

    is_practice: bool = False
    """Whether a copy was wanted in an exercise, which makes no file."""

    @property
    def can_be_copied(self) -> bool:
        """Whether a clean copy may be made."""
        is_free = self.whose is Whose.OWN and self.kept is None
        return is_free and self.look.format is not Format.VIDEO and self.copy is None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """What a picture tells, in the words of a person."""

    name: str
    """The name of the file, as it can be shown."""

    lead: str
    """A sentence that says whether it tells anything."""

    groups: tuple[tuple[str, tuple[TraceView, ...]], ...]
    """What it tells, the most telling first, under headings; a group with nothing in it is left out."""

    minds: tuple[str, ...]
    """Sentences about what to mind."""

    done: tuple[str, ...]
    """Sentences about the clean copy; none when there is none."""


def check_view(check: PhotoCheck, words: Words) -> CheckView:
    """Say in one language what a picture tells, and what became of it."""
    is_video = check.look.format is Format.VIDEO
    nothing = NOTHING_IN_VIDEO if is_video else NOTHING
    views = trace_views(check.look, words)
    groups = ((words(GROUPS[matters]), tuple(view for view in views if view.matters is matters)) for matters in Matters)
    return CheckView(
        name=clean_name(check.path.name),
        lead=words(TELLS if views else nothing),
        groups=tuple((heading, inside) for heading, inside in groups if inside),
        minds=tuple(_minds(check, words)),
        done=tuple(_done(check, words)),
    )


def trace_views(look: Look, words: Words) -> tuple[TraceView, ...]:
    """Say in one language what a picture tells, one line for each kind of thing."""
    return tuple(_views(look.traces, words))


def _minds(check: PhotoCheck, words: Words) -> Iterable[str]:
    if check.whose is Whose.PROOF:
        yield words(KEEP)
        return
    if check.kept is not None:
        yield check.kept.told(words)
        return
    if check.copy is None:
        yield from (words(mind) for mind in check.minds)
        yield words(NO_VIDEO if check.look.format is Format.VIDEO else MIND_PROOF)


def _done(check: PhotoCheck, words: Words) -> Iterable[str]:
    if check.is_practice:
        yield words(N_("This is an exercise: no file is made."))
    if check.copy is None:
        return
    is_made_anew = check.look.format in (Format.HEIC, Format.AVIF)
    yield words(COPIED_AS_JPEG if is_made_anew else COPIED, name=clean_name(check.path.name), path=shown(check.copy))
    if any(trace.kind in _INSIDE for trace in check.look.traces):
        yield words(NO_SECOND)
    if is_made_anew:
        yield words(ONE_OF_MANY)
    yield words(MIND_PROOF)


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
