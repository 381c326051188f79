"""The boxes of which HEIC, AVIF, MP4 and MOV are made: a size, a name, and what is in it, often other boxes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from onlinesafe_tui.pictures.ifd import Broken

_MOST: Final = 50_000
"""Boxes looked at in one file."""

LONGEST: Final = 4_000_000
"""Bytes of one box that are taken in."""

_MOST_BYTES: Final = 64_000_000
"""Bytes of boxes that are taken in of one file."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box in a file."""

    name: bytes
    """Four letters, or 16 bytes for a box that somebody made up."""

    start: int
    """Where its contents begin."""

    end: int
    """Where they end."""


class Boxes:
    """Reads boxes from an open file, without taking in the pixels."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        """Create the reader.

        Args:
            file: The open file, which can be read from any place.
            size: How long it is, in bytes.
        """
        self._file = file
        self._seen = self._taken = 0
        self.size = size

    def at_top(self) -> Iterator[Box]:
        """Find the boxes of the file.

        Raises:
            Broken: The last one ends after the file does.
        """
        return self.between(0, self.size)

    def inside(self, box: Box, skip: int = 0) -> Iterator[Box]:
        """Find the boxes in a box, after some bytes of it.

        Raises:
            Broken: One of them ends after this box does.
        """
        return self.between(box.start + skip, box.end)

    def first(self, box: Box, name: bytes, skip: int = 0) -> Box | None:
        """Find the first box of a name in a box; None when there is none.

        Raises:
            Broken: A box before it ends after this box does.
        """
        return next((found for found in self.inside(box, skip) if found.name == name), None)

    def between(self, at: int, end: int) -> Iterator[Box]:
        """Find the boxes between two places of the file.

        Raises:
            Broken: One of them ends too late, or there are too many.
        """
        while at + 8 <= end:
            self._seen += 1
            if self._seen > _MOST:
                raise Broken
            head = self.read(at, min(32, end - at))
            size, name = struct.unpack_from(">I4s", head)
            start = at + 8
            if size == 1 and len(head) >= 16:
                (size,) = struct.unpack_from(">Q", head, 8)
                start += 8
            elif size == 0:
                if not any(name):
                    return
                size = end - at
            if name == b"uuid":
                name = self.read(start, 16)
                start += 16
            if at + size > end or at + size < start:
                raise Broken
            yield Box(name, start, at + size)
            at += size

    def contents(self, box: Box) -> bytes:
        """Return what is in a box, as far as it is taken in at all.

        Raises:
            Broken: Together it is too much.
        """
        length = min(box.end - box.start, LONGEST)
        self._taken += length
        if self._taken > _MOST_BYTES:
            raise Broken
        return self.read(box.start, length)

    def read(self, at: int, length: int) -> bytes:
        """Return bytes of the file, fewer at its end."""
        self._file.seek(at)
        return self._file.read(max(length, 0))
