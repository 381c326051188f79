"""JPEG: segments one after the other, of which only some are the picture."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from onlinesafe_tui.pictures.exif import exif_orientation, exif_traces, inside_trace, is_adobe_rgb
from onlinesafe_tui.pictures.icc import neutral_profile, profile_traces
from onlinesafe_tui.pictures.ifd import MOST_PARTS, Broken, decoded
from onlinesafe_tui.pictures.iptc import photoshop_traces
from onlinesafe_tui.pictures.jpeg_size import FRAMES, jpeg_size
from onlinesafe_tui.pictures.look import Format, Look, small_exif
from onlinesafe_tui.pictures.traces import Amount, Inside, Trace, TraceKind, in_order, quoted
from onlinesafe_tui.pictures.xmp import xmp_traces

_EXIF: Final = b"Exif\0\0"
_XMP: Final = b"http://ns.adobe.com/xap/1.0/\0"
_MORE_XMP: Final = b"http://ns.adobe.com/xmp/extension/\0"
_ICC: Final = b"ICC_PROFILE\0"
_PHOTOSHOP: Final = b"Photoshop 3.0\0"
_ADOBE: Final = b"Adobe"
_MANY: Final = b"MPF\0"

_SOI, _EOI, _SOS, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_PIXELS: Final = FRAMES | {0xC4, 0xCC, 0xDB, 0xDC, 0xDD, _SOS}
"""Markers of the segments that make the picture."""

_AFTER_SCAN: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_LONGEST_SEGMENT: Final = 65_533
_ADOBE_BYTES: Final = 12
_VIDEO_BOX: Final = re.compile(rb"....ftyp", re.DOTALL)


@dataclass(slots=True)
class _Segments:
    """The segments of one picture, sorted by what they are."""

    pixels: list[bytes] = field(default_factory=list)
    """Those of the picture, whole, in order, with the data of each scan."""

    exif: list[bytes] = field(default_factory=list)
    xmp: list[bytes] = field(default_factory=list)
    more_xmp: list[bytes] = field(default_factory=list)
    icc: list[bytes] = field(default_factory=list)
    photoshop: list[bytes] = field(default_factory=list)
    comments: list[bytes] = field(default_factory=list)
    jfif: bytes = b""
    thumbnails: list[bytes] = field(default_factory=list)
    adobe: bytes = b""
    count: int = 0
    others: int = 0
    has_many: bool = False
    trailing: bytes = b""
    size: tuple[int, int] = (0, 0)


def look_at_jpeg(data: bytes) -> Look:
    """Say what a JPEG file tells.

    Raises:
        Broken: It ends too early, or is no JPEG.
    """
    parts = _sorted(data)
    width, height = parts.size
    return Look(format=Format.JPEG, width=width, height=height, traces=in_order(tuple(_traces(parts))))


def clean_jpeg(data: bytes) -> bytes:
    """Return the same picture, bit for bit, with nothing else in the file.

    Raises:
        Broken: It ends too early, or is no JPEG.
    """
    parts = _sorted(data)
    exif = next(iter(parts.exif), b"")
    profile = neutral_profile(_profile(parts))
    small = small_exif(exif_orientation(exif), is_adobe_rgb=not profile and is_adobe_rgb(exif))
    written = [b"\xff\xd8"]
    if parts.jfif:
        # The density stays, the thumbnail that may follow it goes.
        written.append(_segment(0xE0, b"JFIF\0" + parts.jfif[5:12].ljust(7, b"\0") + b"\0\0"))
    if small:
        written.append(_segment(0xE1, _EXIF + small))
    written.extend(_profile_segments(profile))
    if parts.adobe:
        written.append(_segment(0xEE, parts.adobe[:_ADOBE_BYTES]))
    return b"".join((*written, *parts.pixels, b"\xff\xd9"))


def _sorted(data: bytes) -> _Segments:
    if data[:2] != b"\xff\xd8":
        raise Broken
    parts = _Segments()
    at = 2
    while True:
        # Readers of pictures pass over bytes between two segments, so there are such files.
        found = data.find(b"\xff", at)
        if found < 0 or found + 2 > len(data):
            raise Broken
        parts.others += found != at
        at = found
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _EOI:
            parts.trailing = data[at + 2 :]
            break
        if marker in _ALONE:
            at += 2
            continue
        end = _end_of(data, at)
        parts.count += 1
        if parts.count > MOST_PARTS:
            raise Broken
        _sort(parts, marker, data[at + 4 : end])
        if marker == _SOS:
            end = _end_of_scan(data, end)
        if marker in _PIXELS:
            parts.pixels.append(data[at:end])
        at = end
    parts.size = jpeg_size(b"\xff\xd8" + b"".join(part for part in parts.pixels if part[1] in FRAMES)[:64])
    if not any(part[1] == _SOS for part in parts.pixels) or 0 in parts.size:
        raise Broken
    return parts


def _end_of(data: bytes, at: int) -> int:
    if at + 4 > len(data):
        raise Broken
    (size,) = struct.unpack_from(">H", data, at + 2)
    end: int = at + 2 + size
    if size < 2 or end > len(data):
        raise Broken
    return end


def _end_of_scan(data: bytes, at: int) -> int:
    found = _AFTER_SCAN.search(data, at)
    if found is None:
        raise Broken
    return found.start()


def _sort(parts: _Segments, marker: int, body: bytes) -> None:
    if marker == _COMMENT:
        parts.comments.append(body)
    elif 0xE0 <= marker <= 0xEF:
        _sort_application(parts, marker, body)


def _sort_application(parts: _Segments, marker: int, body: bytes) -> None:
    if marker == 0xE0 and body.startswith(b"JFIF\0"):
        parts.jfif = parts.jfif or body
        if len(body) > 14:
            parts.thumbnails.append(body[12:])
    elif marker == 0xE0 and body.startswith(b"JFXX\0"):
        parts.thumbnails.append(b"\0\0")
    elif marker == 0xE1 and body.startswith(_EXIF[:5]):
        parts.exif.append(body[6:])
    elif marker == 0xE1 and body.startswith(_XMP):
        parts.xmp.append(body[len(_XMP) :])
    elif marker == 0xE1 and body.startswith(_MORE_XMP):
        parts.more_xmp.append(body[len(_MORE_XMP) :])
    elif marker == 0xE2 and body.startswith(_ICC):
        parts.icc.append(body[len(_ICC) :])
    elif marker == 0xE2 and body.startswith(_MANY):
        parts.has_many = True
    elif marker == 0xED and body.startswith(_PHOTOSHOP):
        parts.photoshop.append(body[len(_PHOTOSHOP) :])
    elif marker == 0xEE and body.startswith(_ADOBE) and len(body) >= _ADOBE_BYTES:
        parts.adobe = parts.adobe or body
        parts.others += len(body) > _ADOBE_BYTES
    else:
        parts.others += 1


def _traces(parts: _Segments) -> Iterator[Trace]:
    shape = parts.size
    for exif in parts.exif:
        yield from exif_traces(exif, shape)
    for xmp in parts.xmp:
        yield from xmp_traces(xmp)
    if parts.more_xmp:
        yield from xmp_traces(_joined(parts.more_xmp))
    yield from photoshop_traces(b"".join(parts.photoshop), shape)
    yield from profile_traces(_profile(parts))
    for comment in parts.comments:
        yield from quoted(TraceKind.COMMENT, decoded(comment)) or (Trace(TraceKind.COMMENT),)
    for thumbnail in parts.thumbnails:
        yield inside_trace(TraceKind.THUMBNAIL, (thumbnail[0], thumbnail[1]), shape)
    if parts.others:
        yield Trace(TraceKind.OTHER, Amount(parts.others))
    yield from trailing_traces(parts.trailing, has_many=parts.has_many)


def trailing_traces(data: bytes, *, has_many: bool = False) -> Iterator[Trace]:
    """Say what stands after the end of a picture.

    Args:
        data: What stands there.
        has_many: Whether the file says that there is more than one picture in it.
    """
    if has_many or b"\xff\xd8\xff" in data:
        yield Trace(TraceKind.SECOND_PICTURE, Inside())
    if _VIDEO_BOX.search(data):
        yield Trace(TraceKind.VIDEO_IN_PICTURE)
    if data.strip(b"\0"):
        yield Trace(TraceKind.TRAILING, Amount(len(data)))


def _joined(pieces: list[bytes]) -> bytes:
    """Put pieces of XMP together in their order: after 32 bytes of id and four of length, each says where it goes."""
    places = [(struct.unpack_from(">I", piece, 36)[0], piece[40:]) for piece in pieces if len(piece) >= 40]
    return b"".join(piece for _, piece in sorted(places))


def _profile(parts: _Segments) -> bytes:
    """Put the pieces of the profile together: each says with its first byte where it goes."""
    return b"".join(piece[2:] for piece in sorted(parts.icc, key=lambda piece: piece[:1]))


def _profile_segments(profile: bytes) -> Iterator[bytes]:
    room = _LONGEST_SEGMENT - len(_ICC) - 2
    pieces = [profile[at : at + room] for at in range(0, len(profile), room)]
    for number, piece in enumerate(pieces, 1):
        yield _segment(0xE2, _ICC + bytes((number, len(pieces))) + piece)


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body
