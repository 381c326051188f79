"""Pictures that say one text wherever a file can hold words, in every way in which words are written there."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from tests.library.own import chunk
from tests.pictures.samples import encoded, segment

_TEXT, _LONG, _BYTES = 2, 4, 7
_LONGEST: Final = 1000
"""Characters of one value where many stand in one segment."""

_NO_XML: Final = frozenset((*map(chr, range(0x20)), *map(chr, range(0xD800, 0xE000)))) - set("\t\n")

Values = Mapping[int, tuple[int, bytes]]
"""The values of a directory, by their tags: the type and the bytes of each."""


def jpeg_telling(text: str) -> bytes:
    """Return a JPEG with a text in its EXIF, GPS, XMP and IPTC data, in its comments and behind its end."""
    data, short = encoded("jpeg"), text[:_LONGEST]
    parts = (
        segment(0xE1, b"Exif\0\0" + _exif(short)),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + _xmp(short)),
        segment(0xED, b"Photoshop 3.0\0" + _photoshop(short)),
        *(segment(0xFE, comment) for comment in (_utf_8(text), _latin_1(text), _half_pairs(text))),
    )
    return data[:2] + b"".join(parts) + data[2:] + _latin_1(text)


def png_telling(text: str) -> bytes:
    """Return a PNG with a text in each of its kinds of text, in their names, and in its EXIF and XMP data."""
    data = encoded("png")
    latin, utf_8 = _latin_1(text), _utf_8(text)
    names = (b"Title", b"Author", b"Copyright", b"Software", b"Source", b"Comment", latin[:79])
    parts = (
        *(chunk(b"tEXt", name + b"\0" + latin) for name in names),
        chunk(b"zTXt", b"Description\0\0" + zlib.compress(latin)),
        *(chunk(b"iTXt", name + bytes(5) + utf_8) for name in (*names, utf_8[:79])),
        chunk(b"iTXt", b"XML:com.adobe.xmp" + bytes(5) + _xmp(text)),
        chunk(b"eXIf", _exif(text)),
    )
    return data[:33] + b"".join(parts) + data[33:]


def _utf_8(text: str) -> bytes:
    return text.encode("utf-8", "ignore").replace(b"\0", b"")


def _latin_1(text: str) -> bytes:
    """Return the text with one byte for each letter, so that those of C1 stand there as they are."""
    return text.encode("latin-1", "ignore").replace(b"\0", b"")


def _half_pairs(text: str) -> bytes:
    """Return the text as UTF-8 with halves of pairs in it, which is none."""
    return text.encode("utf-8", "surrogatepass").replace(b"\0", b"")


def _utf_16(text: str) -> bytes:
    return text.replace("\0", "").encode("utf-16-le", "surrogatepass")


def _exif(text: str) -> bytes:
    utf_8, latin, halves = _utf_8(text), _latin_1(text), _half_pairs(text)
    written = b"II*\0" + bytes(4)
    gps = len(written)
    written += _directory(
        gps,
        {
            1: (_TEXT, b"N\0"),
            0x1B: (_BYTES, b"ASCII\0\0\0" + latin),
            0x1C: (_BYTES, b"UNICODE\0" + _utf_16(text)),
            0x1D: (_TEXT, latin),
        },
    )
    exif = len(written)
    written += _directory(
        exif,
        {
            0x9003: (_TEXT, b"2026:11:22 14:03:00\0"),
            0x9011: (_TEXT, latin),
            0x9286: (_BYTES, b"UNICODE\0" + _utf_16(text)),
            **dict.fromkeys((0xA430, 0xA431, 0xA434, 0xA435, 0xA437), (_TEXT, halves)),
        },
    )
    first = len(written)
    written += _directory(
        first,
        {
            **dict.fromkeys((0x010E, 0x010F, 0x0131), (_TEXT, utf_8)),
            **dict.fromkeys((0x010D, 0x0110, 0x013B, 0x8298), (_TEXT, latin)),
            0x8769: (_LONG, struct.pack("<I", exif)),
            0x8825: (_LONG, struct.pack("<I", gps)),
            **dict.fromkeys((0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F), (1, _utf_16(text))),
        },
    )
    return written[:4] + struct.pack("<I", first) + written[8:]


def _directory(at: int, values: Values) -> bytes:
    """Return a directory that begins at some byte, with the values behind it."""
    rows, behind = b"", b""
    start = at + 2 + 12 * len(values) + 4
    for tag, (type, data) in sorted(values.items()):
        count = len(data) // 4 if type == _LONG else len(data)
        place = data if len(data) <= 4 else struct.pack("<I", start + len(behind))
        behind += data if len(data) > 4 else b""
        rows += struct.pack("<HHI", tag, type, count) + place.ljust(4, b"\0")
    return struct.pack("<H", len(values)) + rows + bytes(4) + behind


def _xmp(text: str) -> bytes:
    words = "".join(letter for letter in text if letter not in _NO_XML)
    names = ("City", "PersonInImage", "creator", "SerialNumber", "title", "subject", "CreatorTool", "action")
    inside = "".join(f"<x:{name}>{escape(words)}</x:{name}>" for name in names)
    about = f"xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' r:about={quoteattr(words)}"
    return f"<r:Description {about} xmlns:x='http://x.example/'>{inside}</r:Description>".encode()


def _photoshop(text: str) -> bytes:
    records = b""
    told = {90: _utf_8(text), 80: _latin_1(text), 25: _half_pairs(text), 120: _utf_8(text)}
    for number, words in told.items():
        records += struct.pack(">BBBH", 0x1C, 2, number, len(words)) + words
    return b"8BIM" + struct.pack(">H", 0x0404) + bytes(2) + struct.pack(">I", len(records)) + records
