"""PNG: chunks one after the other, of which only some are the picture."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from onlinesafe_tui.pictures.exif import exif_orientation, exif_traces, time_traces
from onlinesafe_tui.pictures.icc import is_public_name, neutral_profile, profile_traces
from onlinesafe_tui.pictures.ifd import MOST_PARTS, Broken
from onlinesafe_tui.pictures.jpeg import trailing_traces
from onlinesafe_tui.pictures.look import Format, Look, small_exif
from onlinesafe_tui.pictures.traces import Amount, Trace, TraceKind, in_order, quoted
from onlinesafe_tui.pictures.xmp import LONGEST, moment_traces, xmp_traces

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"

_PIXELS: Final = frozenset(
    (
        *(b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"cHRM", b"gAMA", b"sRGB", b"cICP", b"mDCV", b"mDCv", b"cLLI", b"cLLi"),
        *(b"sBIT", b"bKGD", b"hIST", b"pHYs", b"acTL", b"fcTL", b"fdAT"),
    )
)
"""Chunks that say what the pixels and colours are."""

_LONGEST_TEXT: Final = 1_000_000
_MOST_TEXTS: Final = 40

_XMP: Final = b"XML:com.adobe.xmp"
_KINDS: Final = {
    "title": TraceKind.CAPTION,
    "description": TraceKind.CAPTION,
    "author": TraceKind.OWNER,
    "copyright": TraceKind.OWNER,
    "artist": TraceKind.OWNER,
    "software": TraceKind.SOFTWARE,
    "source": TraceKind.DEVICE,
    "comment": TraceKind.COMMENT,
}

Chunk = tuple[bytes, bytes]
"""The name of a chunk, and what is in it."""


def look_at_png(data: bytes) -> Look:
    """Say what a PNG file tells.

    Raises:
        Broken: It ends too early, or is no PNG.
    """
    chunks, trailing = _read(data)
    width, height = struct.unpack_from(">II", chunks[0][1])
    frames = sum(name == b"fcTL" for name, _ in chunks) or 1
    found = (*_traces(chunks, (width, height)), *trailing_traces(trailing))
    return Look(format=Format.PNG, width=width, height=height, frames=frames, traces=in_order(found))


def clean_png(data: bytes) -> bytes:
    """Return the same picture, bit for bit, with nothing else in the file.

    Raises:
        Broken: It ends too early, or is no PNG.
    """
    chunks, _ = _read(data)
    exif = next((body for name, body in chunks if name == b"eXIf"), b"")
    profile = neutral_profile(_profile(chunks))
    small = small_exif(exif_orientation(exif))
    written = [SIGNATURE]
    for name, body in chunks:
        if name in _PIXELS:
            written.append(_chunk(name, body))
        if name == b"IHDR":
            # Both must stand before the palette and the pixels.
            written.extend([_chunk(b"iCCP", b"ICC\0\0" + zlib.compress(profile))] if profile else [])
            written.extend([_chunk(b"eXIf", small)] if small else [])
    return b"".join((*written, _chunk(b"IEND", b"")))


def _read(data: bytes) -> tuple[list[Chunk], bytes]:
    """Return the chunks, and what stands after the last one."""
    chunks: list[Chunk] = []
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + size
        if end > len(data) or len(chunks) > MOST_PARTS:
            raise Broken
        if name == b"IEND":
            if not chunks or chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13 or all(n != b"IDAT" for n, _ in chunks):
                raise Broken
            return chunks, data[end:]
        chunks.append((name, data[at + 8 : at + 8 + size]))
        at = end
    raise Broken


def _traces(chunks: list[Chunk], shape: tuple[int, int]) -> Iterator[Trace]:
    others = texts = 0
    for name, body in chunks:
        if name == b"eXIf":
            yield from exif_traces(body, shape)
        elif name in (b"tEXt", b"zTXt", b"iTXt"):
            # A few bytes can unpack to many, so there is an end to them.
            texts += 1
            yield from _text(name, body, shape) if texts <= _MOST_TEXTS else (Trace(TraceKind.UNREADABLE),)
        elif name == b"tIME" and len(body) >= 7:
            year, *rest = struct.unpack_from(">H5B", body)
            month, day, hour, minute, second = rest
            yield from time_traces(f"{year:04}:{month:02}:{day:02} {hour:02}:{minute:02}:{second:02}", "+00:00")
        elif name == b"iCCP":
            name_of_profile = body.partition(b"\0")[0].decode("latin-1")
            yield from () if is_public_name(name_of_profile) else quoted(TraceKind.PROFILE, name_of_profile)
        else:
            others += name not in _PIXELS
    yield from profile_traces(_profile(chunks))
    if others:
        yield Trace(TraceKind.OTHER, Amount(others))


def _text(name: bytes, body: bytes, shape: tuple[int, int]) -> Iterator[Trace]:
    keyword, text = _keyword_and_text(name, body)
    key = keyword.decode("latin-1").casefold()
    if keyword == _XMP:
        yield from xmp_traces(text)
    elif key in ("raw profile type exif", "raw profile type app1"):
        packed = _unhexed(text)
        yield from exif_traces(packed.removeprefix(b"Exif\0\0"), shape)
    elif key.startswith("raw profile type"):
        yield Trace(TraceKind.UNREADABLE)
    elif key in ("creation time", "date:create", "date:modify", "date:timestamp"):
        said = text.decode("utf-8", "replace")
        yield from moment_traces(said) or quoted(TraceKind.COMMENT, said)
    else:
        said = text.decode("utf-8", "replace")
        kind = _KINDS.get(key)
        yield from quoted(kind, said) if kind else quoted(TraceKind.COMMENT, f"{keyword.decode('latin-1')}: {said}")


def _keyword_and_text(name: bytes, body: bytes) -> tuple[bytes, bytes]:
    keyword, _, rest = body.partition(b"\0")
    if name == b"zTXt":
        return keyword, _inflated(rest[1:], _LONGEST_TEXT)
    if name == b"iTXt":
        flag, rest = rest[:1], rest[2:]
        text = rest.split(b"\0", 2)[-1]
        return keyword, _inflated(text, LONGEST) if flag == b"\x01" else text
    try:
        rest.decode("utf-8")
    except UnicodeDecodeError:
        return keyword, rest.decode("latin-1").encode()
    return keyword, rest


def _inflated(data: bytes, longest: int) -> bytes:
    """Unpack as much as is ever read; what cannot be unpacked gives nothing."""
    try:
        return zlib.decompressobj().decompress(data, longest)
    except zlib.error:
        return b""


def _unhexed(text: bytes) -> bytes:
    """Read the bytes that some programs write as hexadecimal digits after two lines."""
    try:
        return bytes.fromhex(b"".join(text.strip().split(b"\n")[2:]).decode("ascii"))
    except ValueError:
        return b""


def _profile(chunks: list[Chunk]) -> bytes:
    body = next((body for name, body in chunks if name == b"iCCP"), b"")
    return _inflated(body.partition(b"\0")[2][1:], LONGEST)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(body, zlib.crc32(name)))
