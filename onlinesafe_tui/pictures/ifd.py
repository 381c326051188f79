"""The directories of TIFF, in which cameras write what they know; EXIF is one of them inside another file.

Offsets in it can point anywhere, also in circles, so every directory is read once and there is an end to them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1}
"""Bytes of one value, by its type."""

MOST_ENTRIES: Final = 4000
"""Entries looked at in one directory; a real one has fewer than two hundred."""

MOST_DIRECTORIES: Final = 2000
"""Directories followed in one chain; each page of a document has one."""

_MOST_ENTRIES_IN_ALL: Final = 200_000
_LONGEST_TEXT: Final = 65_536
_MOST_NUMBERS: Final = 4096
_NUMBERS: Final = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 13: "I"}
_FLOATS: Final = {11: "f", 12: "d"}


MOST_PARTS: Final = 200_000
"""Segments, chunks or blocks looked at in one file, of whatever kind: memory has an end."""


class Broken(Exception):
    """A file ends too early or contradicts itself. It stays inside this package."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a directory, read when it is asked for."""

    tag: int
    type: int
    count: int
    offset: int
    """Where its bytes begin."""

    size: int
    """How many bytes it says it has."""


Directory = dict[int, Entry]
"""Entries by tag; of a tag that comes twice the first one counts."""


class Tiff:
    """The bytes of a TIFF file, or of the EXIF data in another file."""

    def __init__(self, data: bytes) -> None:
        """Look at the first bytes.

        Args:
            data: The bytes, from the byte order mark on.

        Raises:
            Broken: They do not begin like TIFF.
        """
        marks = {b"II*\0": "<", b"MM\0*": ">"}
        order = marks.get(data[:4])
        if order is None or len(data) < 8:
            raise Broken
        self.data = data
        self.order = order
        self._entries = 0
        self.first: int = struct.unpack_from(order + "I", data, 4)[0]

    def directory(self, offset: int) -> tuple[Directory, int]:
        """Read one directory, and return where the next one is; 0 when this is the last.

        Raises:
            Broken: There is no directory there.
        """
        if offset < 8 or offset + 2 > len(self.data):
            raise Broken
        (count,) = struct.unpack_from(self.order + "H", self.data, offset)
        end = offset + 2 + count * 12
        self._entries += count
        if count > MOST_ENTRIES or end > len(self.data) or self._entries > _MOST_ENTRIES_IN_ALL:
            raise Broken
        found: Directory = {}
        for at in range(offset + 2, end, 12):
            tag, type, number = struct.unpack_from(self.order + "HHI", self.data, at)
            size = SIZES.get(type, 1) * number
            where = at + 8 if size <= 4 else struct.unpack_from(self.order + "I", self.data, at + 8)[0]
            found.setdefault(tag, Entry(tag, type, number, where, size))
        after = struct.unpack_from(self.order + "I", self.data, end)[0] if end + 4 <= len(self.data) else 0
        return found, after

    def chain(self) -> Iterator[Directory]:
        """Read the directories that follow one another from the first on.

        Raises:
            Broken: One of them is not there, or they go round.
        """
        seen: set[int] = set()
        at = self.first
        while at:
            if at in seen or len(seen) >= MOST_DIRECTORIES:
                raise Broken
            seen.add(at)
            found, at = self.directory(at)
            yield found

    def below(self, directory: Directory, tag: int) -> Directory:
        """Read the directory that an entry points to; an empty one when there is none that can be read."""
        numbers = self.numbers(directory.get(tag))
        if not numbers:
            return {}
        try:
            return self.directory(numbers[0])[0]
        except Broken:
            return {}

    def raw(self, entry: Entry | None, longest: int = _LONGEST_TEXT) -> bytes:
        """Return the bytes of a value as far as they are there, or nothing."""
        if entry is None:
            return b""
        return self.data[entry.offset : entry.offset + min(entry.size, longest)]

    def whole(self, entry: Entry) -> bytes:
        """Return all bytes of a value.

        Raises:
            Broken: They are not all there.
        """
        data = self.data[entry.offset : entry.offset + entry.size]
        if len(data) != entry.size:
            raise Broken
        return data

    def text(self, entry: Entry | None) -> str:
        """Return a text; empty when there is none."""
        return decoded(self.raw(entry))

    def numbers(self, entry: Entry | None) -> tuple[int, ...]:
        """Return whole numbers; none when the value has no such type or is not all there."""
        if entry is None or entry.type not in _NUMBERS:
            return ()
        return tuple(int(number) for number in self._unpacked(entry, _NUMBERS[entry.type]))

    def ratios(self, entry: Entry | None) -> tuple[float, ...]:
        """Return numbers with a fraction; one that divides by zero is left out."""
        if entry is None:
            return ()
        if entry.type in _NUMBERS:
            return tuple(float(number) for number in self.numbers(entry))
        if entry.type in _FLOATS:
            return tuple(float(number) for number in self._unpacked(entry, _FLOATS[entry.type]))
        if entry.type not in (5, 10):
            return ()
        count = min(entry.count, _MOST_NUMBERS)
        data = self.raw(entry, count * 8)
        code = "II" if entry.type == 5 else "ii"
        pairs = struct.iter_unpack(self.order + code, data[: len(data) // 8 * 8])
        return tuple(above / below for above, below in pairs if below)

    def _unpacked(self, entry: Entry, code: str) -> tuple[float, ...]:
        size = SIZES[entry.type]
        data = self.raw(entry, min(entry.count, _MOST_NUMBERS) * size)
        return struct.unpack(f"{self.order}{len(data) // size}{code}", data[: len(data) // size * size])


def decoded(data: bytes) -> str:
    """Read bytes as text: UTF-8, else Latin-1; the first zero ends it."""
    data = data.split(b"\0", 1)[0]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
