"""TIFF: pages of pixels with values beside them, of which only some say how to read the pixels."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from onlinesafe_tui.pictures.exif import (
    ICC,
    IPTC,
    PHOTOSHOP,
    PIXELS,
    XMP,
    directory_traces,
    inside_trace,
    is_text,
)
from onlinesafe_tui.pictures.icc import neutral_profile, profile_traces
from onlinesafe_tui.pictures.ifd import Broken, Directory, Entry, Tiff
from onlinesafe_tui.pictures.iptc import iptc_traces, photoshop_traces
from onlinesafe_tui.pictures.jpeg import clean_jpeg
from onlinesafe_tui.pictures.look import Format, Look
from onlinesafe_tui.pictures.traces import Trace, TraceKind, in_order
from onlinesafe_tui.pictures.xmp import LONGEST, xmp_traces

_KIND, _WIDTH, _HEIGHT, _COMPRESSION, _PHOTOMETRIC = 0x00FE, 0x0100, 0x0101, 0x0103, 0x0106
_STRIPS, _STRIP_SIZES, _TILES, _TILE_SIZES = 0x0111, 0x0117, 0x0144, 0x0145
_OLD_JPEG, _JPEG = 6, 7
_RAW: Final = frozenset({32803, 34892})
"""Photometric interpretations of a camera's raw file."""

_RAW_TAGS: Final = frozenset({0xC612, 0x014A, 0x828E})
"""Tags of a camera's raw file: the version of DNG, pictures below the first one, the pattern of the sensor."""

_POINTERS: Final = frozenset({_STRIPS, _STRIP_SIZES, _TILES, _TILE_SIZES})
_TOLD: Final = frozenset({XMP, IPTC, PHOTOSHOP})
_MOST_PIECES: Final = 1_000_000
_LONGEST_VALUE: Final = 1_000_000
_MOST_GROWTH: Final = 4
_MOST_XMP: Final = 20
"""Pages of which the XMP is read."""


class NotCopied(Exception):
    """A picture can be looked at, but not copied. It stays inside this package."""


def look_at_tiff(data: bytes) -> Look:
    """Say what a TIFF file tells, a camera's raw file too.

    Raises:
        Broken: It ends too early, or is no TIFF.
    """
    tiff = Tiff(data)
    pages = list(tiff.chain())
    if not pages:
        raise Broken
    shape = _size(tiff, pages[0])
    found: list[Trace] = []
    for number, page in enumerate(pages):
        found.extend(_traces(tiff, page, shape))
        if XMP in page:
            is_read = number < _MOST_XMP
            found.extend(xmp_traces(tiff.raw(page[XMP], LONGEST + 1)) if is_read else [Trace(TraceKind.UNREADABLE)])
        if page is not pages[0] and _is_small(tiff, page):
            found.append(inside_trace(TraceKind.THUMBNAIL, _size(tiff, page), shape))
    shown = sum(not _is_small(tiff, page) for page in pages) or 1
    return Look(format=Format.TIFF, width=shape[0], height=shape[1], frames=shown, traces=in_order(tuple(found)))


def clean_tiff(data: bytes) -> bytes:
    """Return the same pages, bit for bit, with nothing else in the file.

    Raises:
        Broken: It ends too early, or is no TIFF.
        NotCopied: It is a camera's raw file, or packed in a way of before 1995.
    """
    tiff = Tiff(data)
    pages = list(tiff.chain())
    if not pages:
        raise Broken
    written = bytearray(data[:4] + bytes(4))
    link = 4
    for page in pages:
        if page is not pages[0] and _is_small(tiff, page):
            continue
        _refuse_unknown(tiff, page)
        at = _write_page(tiff, page, written)
        if len(written) > _MOST_GROWTH * len(data):
            # Many pages can be made of the same bytes, and a copy has each of its own.
            raise Broken
        struct.pack_into(tiff.order + "I", written, link, at)
        link = len(written) - 4
    return bytes(written)


def is_raw(data: bytes) -> bool:
    """Tell whether a TIFF is a camera's raw file.

    Raises:
        Broken: It ends too early, or is no TIFF.
    """
    tiff = Tiff(data)
    return _is_raw(tiff, tiff.directory(tiff.first)[0])


def _is_raw(tiff: Tiff, page: Directory) -> bool:
    return _number(tiff, page, _PHOTOMETRIC) in _RAW or bool(_RAW_TAGS & page.keys())


def _refuse_unknown(tiff: Tiff, page: Directory) -> None:
    if _is_raw(tiff, page) or _number(tiff, page, _COMPRESSION) == _OLD_JPEG:
        raise NotCopied
    if 0 in _size(tiff, page):
        raise Broken


def _traces(tiff: Tiff, page: Directory, shape: tuple[int, int]) -> Iterator[Trace]:
    yield from directory_traces(tiff, page, told=_TOLD)
    if iptc := page.get(IPTC):
        yield from iptc_traces(_in_order_of_file(tiff, iptc))
    yield from photoshop_traces(tiff.raw(page.get(PHOTOSHOP), LONGEST), shape)
    yield from profile_traces(tiff.raw(page.get(ICC), LONGEST))


def _in_order_of_file(tiff: Tiff, entry: Entry) -> bytes:
    """Return IPTC data, which some programs write as numbers of four bytes that must be turned round."""
    raw = tiff.raw(entry)
    if entry.type == 4 and tiff.order == "<" and not raw.startswith(b"\x1c"):
        return b"".join(raw[at : at + 4][::-1] for at in range(0, len(raw), 4))
    return raw


def _is_small(tiff: Tiff, page: Directory) -> bool:
    """Tell whether a page is a small picture of another one."""
    return bool((_number(tiff, page, _KIND) or 0) & 1)


def _size(tiff: Tiff, page: Directory) -> tuple[int, int]:
    return _number(tiff, page, _WIDTH) or 0, _number(tiff, page, _HEIGHT) or 0


def _number(tiff: Tiff, page: Directory, tag: int) -> int | None:
    return next(iter(tiff.numbers(page.get(tag))), None)


def _write_page(tiff: Tiff, page: Directory, written: bytearray) -> int:
    """Write the pixels, the values and the directory of a page, and return where the directory is."""
    order = tiff.order
    values: dict[int, tuple[int, int, bytes]] = {}
    for tag in sorted(PIXELS & page.keys() - _POINTERS - {ICC}):
        entry = page[tag]
        if is_text(entry):
            continue
        if entry.size > _LONGEST_VALUE:
            raise Broken
        values[tag] = (entry.type, entry.count, tiff.whole(entry))
    if profile := neutral_profile(tiff.raw(page.get(ICC), LONGEST)):
        values[ICC] = (7, len(profile), profile)
    offsets, sizes = (_TILES, _TILE_SIZES) if _TILES in page else (_STRIPS, _STRIP_SIZES)
    places, lengths = _write_pieces(tiff, page, offsets, sizes, written)
    values[offsets] = (4, len(places), struct.pack(f"{order}{len(places)}I", *places))
    values[sizes] = (4, len(lengths), struct.pack(f"{order}{len(lengths)}I", *lengths))
    return _write_directory(order, values, written)


def _write_pieces(
    tiff: Tiff, page: Directory, offsets: int, sizes: int, written: bytearray
) -> tuple[list[int], list[int]]:
    """Write the strips or tiles, and return where each is and how long."""
    starts, lengths = _all_numbers(tiff, page.get(offsets)), _all_numbers(tiff, page.get(sizes))
    if not starts or len(starts) != len(lengths) or sum(lengths) > len(tiff.data):
        raise Broken
    is_jpeg = _number(tiff, page, _COMPRESSION) == _JPEG
    places, kept = [], []
    for start, length in zip(starts, lengths, strict=True):
        piece = tiff.data[start : start + length]
        if len(piece) != length:
            raise Broken
        if is_jpeg and 0x015B not in page:
            piece = clean_jpeg(piece)
        written.extend(bytes(len(written) % 2))
        places.append(len(written))
        kept.append(len(piece))
        written.extend(piece)
    return places, kept


def _all_numbers(tiff: Tiff, entry: Entry | None) -> tuple[int, ...]:
    """Return all numbers of a value, however many, as long as the file can hold them."""
    if entry is None or entry.type not in (3, 4) or entry.count > _MOST_PIECES:
        raise Broken
    code = "H" if entry.type == 3 else "I"
    return struct.unpack(f"{tiff.order}{entry.count}{code}", tiff.whole(entry))


def _write_directory(order: str, values: dict[int, tuple[int, int, bytes]], written: bytearray) -> int:
    rows = []
    for tag, (type, count, data) in sorted(values.items()):
        if len(data) <= 4:
            rows.append(struct.pack(order + "HHI", tag, type, count) + data.ljust(4, b"\0"))
            continue
        written.extend(bytes(len(written) % 2))
        rows.append(struct.pack(order + "HHII", tag, type, count, len(written)))
        written.extend(data)
    written.extend(bytes(len(written) % 2))
    at = len(written)
    written.extend(struct.pack(order + "H", len(rows)) + b"".join(rows) + bytes(4))
    return at
