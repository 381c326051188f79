"""What IPTC tells, the captions of the press, and the blocks of Photoshop in which it mostly stands."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from onlinesafe_tui.pictures.exif import exif_traces, inside_trace, time_traces
from onlinesafe_tui.pictures.ifd import decoded
from onlinesafe_tui.pictures.jpeg_size import jpeg_size
from onlinesafe_tui.pictures.traces import Amount, Trace, TraceKind, quoted
from onlinesafe_tui.pictures.xmp import xmp_traces

_KINDS: Final[dict[int, TraceKind]] = {
    **dict.fromkeys((26, 27, 90, 92, 95, 100, 101), TraceKind.PLACE_NAME),
    **dict.fromkeys((80, 85, 110, 115, 116, 118, 122), TraceKind.OWNER),
    **dict.fromkeys((5, 7, 40, 103, 105, 120), TraceKind.CAPTION),
    **dict.fromkeys((15, 20, 25), TraceKind.KEYWORDS),
    **dict.fromkeys((65, 70), TraceKind.SOFTWARE),
    **dict.fromkeys((184, 187), TraceKind.HISTORY),
}
_DAYS: Final = {55: 60, 62: 63}
"""Data sets with a day, and those with the time of it."""

_HARMLESS: Final = frozenset({(1, 0), (1, 90), (2, 0)})
"""Records and data sets that say how the others are written."""

_MOST: Final = 5000
_XMP, _IPTC, _EXIF, _EXIF_MORE, _PROFILE = 0x0424, 0x0404, 0x0422, 0x0423, 0x040F
_THUMBNAILS: Final = frozenset({0x0409, 0x040C})
_TEXTS: Final = {
    0x03F0: TraceKind.CAPTION,
    0x040B: TraceKind.OWNER,
    0x0BB7: TraceKind.CAPTION,
    0x041E: TraceKind.OWNER,
}
_ABOUT_PIXELS: Final = frozenset({0x03ED, _PROFILE, 0x0425, 0x03F3, 0x0406, 0x0411})


def iptc_traces(data: bytes) -> Iterator[Trace]:
    """Say what IPTC data tells."""
    found: dict[int, str] = {}
    others = at = 0
    for _ in range(_MOST):
        if at + 5 > len(data) or data[at] != 0x1C:
            break
        record, number, size = data[at + 1], data[at + 2], struct.unpack_from(">H", data, at + 3)[0]
        if size & 0x8000:
            break
        text = decoded(data[at + 5 : at + 5 + size])
        at += 5 + size
        if (record, number) in _HARMLESS:
            continue
        if record != 2:
            others += 1
        elif number in _KINDS:
            yield from quoted(_KINDS[number], text)
        elif number in (*_DAYS, *_DAYS.values()):
            found[number] = text
        else:
            others += 1
    for day, clock in _DAYS.items():
        told = tuple(_moment(found.get(day, ""), found.get(clock, "")))
        yield from told
        others += not told and bool(found.keys() & {day, clock})
    if others:
        yield Trace(TraceKind.OTHER, Amount(others))
    if data[at:].strip(b"\0"):
        yield Trace(TraceKind.UNREADABLE)


def photoshop_traces(data: bytes, shape: tuple[int, int]) -> Iterator[Trace]:
    """Say what the blocks of Photoshop tell.

    Args:
        data: The blocks.
        shape: Width and height of the picture, in pixels; zeros when unknown.
    """
    others = 0
    for id, block in _blocks(data):
        if id == _IPTC:
            yield from iptc_traces(block)
        elif id == _XMP:
            yield from xmp_traces(block)
        elif id in (_EXIF, _EXIF_MORE):
            yield from exif_traces(block, shape)
        elif id in _THUMBNAILS:
            yield inside_trace(TraceKind.THUMBNAIL, jpeg_size(block[28:]), shape)
        elif id in _TEXTS:
            yield from quoted(_TEXTS[id], decoded(block))
        elif id not in _ABOUT_PIXELS:
            others += 1
    if others:
        yield Trace(TraceKind.OTHER, Amount(others))


def _blocks(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    for _ in range(_MOST):
        if data[at : at + 4] != b"8BIM" or at + 7 > len(data):
            return
        (id,) = struct.unpack_from(">H", data, at + 4)
        at += 7 + data[at + 6]
        at += at % 2
        if at + 4 > len(data):
            return
        (size,) = struct.unpack_from(">I", data, at)
        yield id, data[at + 4 : at + 4 + size]
        at += 4 + size + size % 2


def _moment(day: str, clock: str) -> Iterator[Trace]:
    if len(day) != 8 or not day.isdecimal():
        return
    clock = clock if clock[:6].isdecimal() and len(clock) >= 6 else "000000"
    zone = f"{clock[6:9]}:{clock[9:11]}" if len(clock) >= 11 else ""
    yield from time_traces(f"{day[:4]}:{day[4:6]}:{day[6:]} {clock[:2]}:{clock[2:4]}:{clock[4:6]}", zone)
