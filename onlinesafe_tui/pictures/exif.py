"""What the EXIF data of a camera tells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from onlinesafe_tui.pictures.ifd import Broken, Directory, Entry, Tiff, decoded
from onlinesafe_tui.pictures.jpeg_size import jpeg_size
from onlinesafe_tui.pictures.traces import (
    Amount,
    Heading,
    Height,
    Inside,
    Moment,
    Trace,
    TraceKind,
    place_trace,
    quoted,
)

ORIENTATION: Final = 0x0112
EXIF_POINTER: Final = 0x8769
GPS_POINTER: Final = 0x8825
INTEROP_POINTER: Final = 0xA005
XMP: Final = 0x02BC
IPTC: Final = 0x83BB
PHOTOSHOP: Final = 0x8649
ICC: Final = 0x8773

_TEXTS: Final = {
    0x010D: TraceKind.CAPTION,
    0x010E: TraceKind.CAPTION,
    0x011D: TraceKind.CAPTION,
    0x0131: TraceKind.SOFTWARE,
    0x013B: TraceKind.OWNER,
    0x013C: TraceKind.DEVICE,
    0x8298: TraceKind.OWNER,
    0xA420: TraceKind.HISTORY,
    0xA430: TraceKind.OWNER,
    0xA431: TraceKind.SERIAL,
    0xA433: TraceKind.DEVICE,
    0xA434: TraceKind.DEVICE,
    0xA435: TraceKind.SERIAL,
    0xA436: TraceKind.CAPTION,
    0xA437: TraceKind.OWNER,
    0xA438: TraceKind.OWNER,
    0xA439: TraceKind.SOFTWARE,
    0xA43A: TraceKind.SOFTWARE,
    0xA43B: TraceKind.SOFTWARE,
    0xA43C: TraceKind.SOFTWARE,
    0xC614: TraceKind.DEVICE,
    0xC62F: TraceKind.SERIAL,
    0xC68B: TraceKind.CAPTION,
    0xFDE8: TraceKind.OWNER,
    0xFDE9: TraceKind.SERIAL,
    0xFDEA: TraceKind.DEVICE,
}
_WIDE_TEXTS: Final = {
    0x9C9B: TraceKind.CAPTION,
    0x9C9C: TraceKind.COMMENT,
    0x9C9D: TraceKind.OWNER,
    0x9C9E: TraceKind.KEYWORDS,
    0x9C9F: TraceKind.CAPTION,
}
_TIMES: Final = {0x0132: 0x9010, 0x9003: 0x9011, 0x9004: 0x9012}
"""Tags with a moment, and those with the zone of it."""

_TEXT, _UTF8 = 2, 129
_MAKE, _MODEL, _COMMENT, _MAKER_NOTE = 0x010F, 0x0110, 0x9286, 0x927C
_THUMBNAIL, _THUMBNAIL_LENGTH = 0x0201, 0x0202

PIXELS: Final = frozenset(
    {
        *(0x00FE, 0x00FF, 0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0107, 0x010A, 0x0111, ORIENTATION, 0x0115, 0x0116),
        *(0x0117, 0x0118, 0x0119, 0x011A, 0x011B, 0x011C, 0x0122, 0x0123, 0x0124, 0x0125, 0x0128),
        *(0x012D, 0x013D, 0x013E, 0x013F, 0x0140, 0x0141, 0x0142, 0x0143, 0x0144, 0x0145, 0x014C, 0x0150),
        *(0x0152, 0x0153, 0x0154, 0x0155, 0x0156, 0x015B, 0x0200, *range(0x0203, 0x020A), 0x0211, 0x0212, 0x0213),
        *(0x0214, ICC),
    }
)
"""Tags of TIFF that say how pixels and colours are to be read, and nothing else."""

_ABOUT_PIXELS: Final = PIXELS | {0x9000, 0x9101, 0xA000, 0xA001, 0xA002, 0xA003, INTEROP_POINTER, 0xA500}
_LOOKED_AT: Final = frozenset(
    {
        *(*_TEXTS, *_WIDE_TEXTS, *_TIMES, *_TIMES.values(), _MAKE, _MODEL, _COMMENT, _MAKER_NOTE),
        *(EXIF_POINTER, GPS_POINTER, _THUMBNAIL, _THUMBNAIL_LENGTH),
    }
)
_GPS_LOOKED_AT: Final = frozenset({0, 1, 2, 3, 4, 5, 6, 7, 0x10, 0x11, 0x13, 0x14, 0x15, 0x16, 0x1C, 0x1D})
_GPS_VERSION: Final = 0


def exif_traces(data: bytes, shape: tuple[int, int]) -> tuple[Trace, ...]:
    """Say what EXIF data tells.

    Args:
        data: The bytes, from the byte order mark on.
        shape: Width and height of the picture that it belongs to, in pixels; zeros when unknown.
    """
    try:
        tiff = Tiff(data)
    except Broken:
        return (Trace(TraceKind.UNREADABLE),)
    found: list[Trace] = []
    try:
        for number, directory in enumerate(tiff.chain()):
            found.extend(directory_traces(tiff, directory))
            if number:
                found.extend(_thumbnail(tiff, directory, shape))
    except Broken:
        found.append(Trace(TraceKind.UNREADABLE))
    return tuple(found)


def exif_orientation(data: bytes) -> int:
    """Return how a picture is to be turned, from 1 (as it is) to 8."""
    try:
        tiff = Tiff(data)
        numbers = tiff.numbers(tiff.directory(tiff.first)[0].get(ORIENTATION))
    except Broken:
        return 1
    return numbers[0] if numbers and 1 <= numbers[0] <= 8 else 1


def is_adobe_rgb(data: bytes) -> bool:
    """Tell whether a camera says, in the way that cameras have agreed on, that the colours are those of Adobe RGB."""
    try:
        tiff = Tiff(data)
        exif = tiff.below(tiff.directory(tiff.first)[0], EXIF_POINTER)
    except Broken:
        return False
    return tiff.text(tiff.below(exif, INTEROP_POINTER).get(1)) == "R03"


def directory_traces(tiff: Tiff, directory: Directory, told: frozenset[int] = frozenset()) -> Iterator[Trace]:
    """Say what one directory tells, with the two that it points to.

    Args:
        tiff: The bytes in which it is.
        directory: The directory.
        told: Tags of which somebody else says what they tell.
    """
    exif, gps = tiff.below(directory, EXIF_POINTER), tiff.below(directory, GPS_POINTER)
    of_gps = tuple(_gps(tiff, gps))
    yield from of_gps
    if gps.keys() - {_GPS_VERSION} and not of_gps:
        yield Trace(TraceKind.OTHER, Amount(len(gps)))
    for part in (directory, exif):
        yield from _texts(tiff, part)
    yield from _device(tiff, directory)
    for tag, zone in _TIMES.items():
        yield from time_traces(tiff.text(directory.get(tag) or exif.get(tag)), tiff.text(exif.get(zone)))
    comment = tiff.raw(exif.get(_COMMENT) or directory.get(_COMMENT))
    yield from quoted(TraceKind.COMMENT, _comment(comment, tiff.order))
    if _MAKER_NOTE in exif or _MAKER_NOTE in directory:
        yield Trace(TraceKind.MAKER_NOTE)
    others = [
        entry
        for part in (directory, exif)
        for tag, entry in part.items()
        if tag not in _LOOKED_AT | told and (tag not in _ABOUT_PIXELS or is_text(entry))
    ]
    if others:
        yield Trace(TraceKind.OTHER, Amount(len(others)))


def is_text(entry: Entry) -> bool:
    """Tell whether a value is a text, which none is that says how pixels are to be read."""
    return entry.type in (_TEXT, _UTF8)


def time_traces(text: str, zone: str = "") -> Iterator[Trace]:
    """Return the moment in a text as EXIF writes it, `2026:11:22 14:03:00`; none when there is none."""
    try:
        at = datetime.strptime(text.strip()[:19], "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return
    yield Trace(TraceKind.TIME, Moment(at, zone.strip()[:6] if zone.strip("+-: 0123456789") == "" else ""))


def _texts(tiff: Tiff, directory: Directory) -> Iterator[Trace]:
    for tag, kind in _TEXTS.items():
        yield from quoted(kind, tiff.text(directory.get(tag)))
    for tag, kind in _WIDE_TEXTS.items():
        yield from quoted(kind, tiff.raw(directory.get(tag)).decode("utf-16-le", "replace").split("\0", 1)[0])


def _device(tiff: Tiff, directory: Directory) -> Iterator[Trace]:
    make, model = tiff.text(directory.get(_MAKE)).strip(), tiff.text(directory.get(_MODEL)).strip()
    is_said_twice = model.casefold().startswith(make.casefold())
    yield from quoted(TraceKind.DEVICE, model if is_said_twice else f"{make} {model}")


def _comment(data: bytes, order: str) -> str:
    """Read a comment, of which the first eight bytes name the encoding."""
    code, text = data[:8], data[8:]
    if code.startswith(b"UNICODE"):
        return text.decode("utf-16-le" if order == "<" else "utf-16-be", "replace").split("\0", 1)[0]
    return decoded(text if code.startswith((b"ASCII", b"JIS", b"\0")) else data)


def _gps(tiff: Tiff, gps: Directory) -> Iterator[Trace]:
    for south, latitude, west, longitude in ((1, 2, 3, 4), (0x13, 0x14, 0x15, 0x16)):
        yield from place_trace(
            _degrees(tiff, gps, south, latitude, "S"),
            _degrees(tiff, gps, west, longitude, "W"),
        )
    for metres in tiff.ratios(gps.get(6))[:1]:
        is_below = tiff.numbers(gps.get(5))[:1] == (1,)
        yield Trace(TraceKind.ALTITUDE, Height(-metres if is_below else metres))
    for degrees in tiff.ratios(gps.get(0x11))[:1]:
        if 0 <= degrees <= 360:
            yield Trace(TraceKind.DIRECTION, Heading(degrees))
    day, clock = tiff.text(gps.get(0x1D)), tiff.ratios(gps.get(7))
    if len(clock) == 3 and all(0 <= part < 61 for part in clock):
        yield from time_traces(f"{day} {int(clock[0]):02}:{int(clock[1]):02}:{int(clock[2]):02}", "+00:00")
    yield from quoted(TraceKind.PLACE_NAME, _comment(tiff.raw(gps.get(0x1C)), tiff.order))
    if others := gps.keys() - _GPS_LOOKED_AT:
        yield Trace(TraceKind.OTHER, Amount(len(others)))


def _degrees(tiff: Tiff, gps: Directory, reference: int, tag: int, negative: str) -> float | None:
    parts = tiff.ratios(gps.get(tag))
    if not parts:
        return None
    degrees: float = sum(part / 60**number for number, part in enumerate(parts[:3]))
    return -degrees if tiff.text(gps.get(reference)).strip().upper() == negative else degrees


def _thumbnail(tiff: Tiff, directory: Directory, shape: tuple[int, int]) -> Iterator[Trace]:
    offset, length = tiff.numbers(directory.get(_THUMBNAIL)), tiff.numbers(directory.get(_THUMBNAIL_LENGTH))
    if offset and length:
        width, height = jpeg_size(tiff.data[offset[0] : offset[0] + length[0]])
    elif 0x0111 in directory:
        sizes = [tiff.numbers(directory.get(tag))[:1] or (0,) for tag in (0x0100, 0x0101)]
        width, height = sizes[0][0], sizes[1][0]
    else:
        return
    yield inside_trace(TraceKind.THUMBNAIL, (width, height), shape)


def inside_trace(kind: TraceKind, size: tuple[int, int], shape: tuple[int, int]) -> Trace:
    """Return the trace of a picture inside the file.

    Args:
        kind: What it is.
        size: Its own width and height, zeros when unknown.
        shape: Those of the picture that it stands in, likewise.
    """
    if 0 in size or 0 in shape:
        return Trace(kind, Inside(*size))
    # A small picture is rounded to whole pixels, so a little difference says nothing.
    ratio = (size[0] / size[1]) / (shape[0] / shape[1])
    return Trace(kind, Inside(*size, is_other_shape=not 0.95 < ratio < 1.05))
