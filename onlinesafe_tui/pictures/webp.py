"""WebP: chunks in a RIFF file, of which only some are the picture."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import islice
from typing import Final

from onlinesafe_tui.pictures.exif import exif_orientation, exif_traces
from onlinesafe_tui.pictures.icc import neutral_profile, profile_traces
from onlinesafe_tui.pictures.ifd import MOST_PARTS, Broken
from onlinesafe_tui.pictures.jpeg import trailing_traces
from onlinesafe_tui.pictures.look import Format, Look, small_exif
from onlinesafe_tui.pictures.traces import Amount, Trace, TraceKind, in_order
from onlinesafe_tui.pictures.xmp import xmp_traces

_PIXELS: Final = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"})
_KNOWN: Final = _PIXELS | {b"VP8X", b"ICCP", b"EXIF", b"XMP "}
_FRAME_HEADER: Final = 16
_HAS_PROFILE, _HAS_EXIF, _HAS_XMP = 0x20, 0x08, 0x04

Chunk = tuple[bytes, bytes]
"""The name of a chunk, and what is in it."""


def look_at_webp(data: bytes) -> Look:
    """Say what a WebP file tells.

    Raises:
        Broken: It ends too early, or is no WebP.
    """
    chunks, trailing = _read(data)
    shape = _size(chunks)
    frames = sum(name == b"ANMF" for name, _ in chunks) or 1
    found = (*_traces(chunks, shape), *trailing_traces(trailing))
    return Look(format=Format.WEBP, width=shape[0], height=shape[1], frames=frames, traces=in_order(found))


def clean_webp(data: bytes) -> bytes:
    """Return the same picture, bit for bit, with nothing else in the file.

    Raises:
        Broken: It ends too early, or is no WebP.
    """
    chunks, _ = _read(data)
    profile = neutral_profile(_first(chunks, b"ICCP"))
    small = small_exif(exif_orientation(_exif(chunks)))
    kept = [(name, _pixels_of_frame(body) if name == b"ANMF" else body) for name, body in chunks if name in _PIXELS]
    head = _first(chunks, b"VP8X")
    if head or small or profile:
        flags = (head[0] if head else 0) & ~(_HAS_PROFILE | _HAS_EXIF | _HAS_XMP)
        flags |= (_HAS_PROFILE if profile else 0) | (_HAS_EXIF if small else 0)
        width, height = _size(chunks)
        sizes = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
        front = [(b"VP8X", bytes((flags, 0, 0, 0)) + sizes), *([(b"ICCP", profile)] if profile else [])]
        kept = [*front, *kept, *([(b"EXIF", small)] if small else [])]
    body = b"".join(_chunk(name, chunk) for name, chunk in kept)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _read(data: bytes) -> tuple[list[Chunk], bytes]:
    """Return the chunks, and what stands after the file as it says of itself."""
    if len(data) < 20 or data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise Broken
    end = 8 + struct.unpack_from("<I", data, 4)[0]
    if end > len(data):
        raise Broken
    chunks = list(islice(_chunks(data[12:end]), MOST_PARTS + 1))
    if len(chunks) > MOST_PARTS:
        raise Broken
    if not any(name in (b"VP8 ", b"VP8L", b"ANMF") for name, _ in chunks):
        raise Broken
    return chunks, data[end + end % 2 :]


def _chunks(data: bytes) -> Iterator[Chunk]:
    at = 0
    while at + 8 <= len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        if at + 8 + size > len(data):
            raise Broken
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _traces(chunks: list[Chunk], shape: tuple[int, int]) -> Iterator[Trace]:
    others = 0
    for name, body in chunks:
        if name == b"XMP ":
            yield from xmp_traces(body)
        elif name == b"ANMF":
            others += any(inner not in _PIXELS for inner, _ in _chunks(body[_FRAME_HEADER:]))
        else:
            others += name not in _KNOWN
    if any(name == b"EXIF" for name, _ in chunks):
        yield from exif_traces(_exif(chunks), shape)
    yield from profile_traces(_first(chunks, b"ICCP"))
    if others:
        yield Trace(TraceKind.OTHER, Amount(others))


def _pixels_of_frame(body: bytes) -> bytes:
    inner = b"".join(_chunk(name, chunk) for name, chunk in _chunks(body[_FRAME_HEADER:]) if name in _PIXELS)
    return body[:_FRAME_HEADER] + inner


def _size(chunks: list[Chunk]) -> tuple[int, int]:
    """Return the size as the header says it, in whichever of three ways."""
    name, body = chunks[0]
    if name == b"VP8X" and len(body) >= 10:
        width, height = (int.from_bytes(body[at : at + 3], "little") + 1 for at in (4, 7))
        return width, height
    if name == b"VP8 " and len(body) >= 10:
        width, height = struct.unpack_from("<HH", body, 6)
        return width & 0x3FFF, height & 0x3FFF
    if name == b"VP8L" and len(body) >= 5:
        (bits,) = struct.unpack_from("<I", body, 1)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    raise Broken


def _exif(chunks: list[Chunk]) -> bytes:
    return _first(chunks, b"EXIF").removeprefix(b"Exif\0\0")


def _first(chunks: list[Chunk], wanted: bytes) -> bytes:
    return next((body for name, body in chunks if name == wanted), b"")


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)
