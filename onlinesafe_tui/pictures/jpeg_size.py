"""The size of a JPEG picture, from its header alone."""

from __future__ import annotations

import struct
from typing import Final

FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of the segment with the size."""


def jpeg_size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels; zeros when they cannot be found."""
    at = 2
    while data[:2] == b"\xff\xd8" and at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + max(struct.unpack_from(">H", data, at + 2)[0], 2)
    return 0, 0
