"""Whether a file is a picture that can stand on paper, told from its bytes alone.

What is looked at is its shape, not every dot: a file of another kind, one that was cut off, and one that would unfold
to something enormous are told apart from a picture.
"""

from __future__ import annotations

import struct
import zlib
from typing import Final, Literal

Picture = Literal["image/png", "image/jpeg"]
"""The kinds of picture that a logo can be."""

MOST_DOTS: Final = 20_000_000
"""Dots of the largest picture; unfolding more of them takes memory that a small laptop does not have."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of JPEG that are followed by the size of the picture."""

_SCAN, _END = 0xDA, 0xD9


def picture_type(data: bytes) -> Picture | None:
    """Tell what kind of picture these bytes are; None when they are none."""
    if data.startswith(_PNG):
        return "image/png" if _fits(_png_size(data)) else None
    if data.startswith(_JPEG):
        return "image/jpeg" if _fits(_jpeg_size(data)) else None
    return None


def _fits(size: tuple[int, int]) -> bool:
    return 0 < size[0] * size[1] <= MOST_DOTS


def _png_size(data: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG; nothing by nothing when it is not whole."""
    size, has_dots, at = (0, 0), False, len(_PNG)
    while at + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data) or zlib.crc32(data[at + 4 : end - 4]) != struct.unpack_from(">I", data, end - 4)[0]:
            break
        if at == len(_PNG):
            if name != b"IHDR" or length != 13:
                break
            size = struct.unpack_from(">II", data, at + 8)
        has_dots = has_dots or name == b"IDAT"
        if name == b"IEND":
            return size if has_dots else (0, 0)
        at = end
    return (0, 0)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Return the width and height of a JPEG; nothing by nothing when it is not whole."""
    size, at = (0, 0), 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _SCAN:
            return size if data.rfind(bytes((0xFF, _END)), at) > 0 else (0, 0)
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker in _FRAMES and at + 9 <= len(data):
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = (width, height)
        at += 2 + max(length, 2)
    return (0, 0)
