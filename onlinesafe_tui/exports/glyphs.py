"""Which signs the fonts for paper can draw, and what stands for the others.

No font draws everything, and one that tried would be larger than the program. What ours cannot draw stands as its
name between ⟨ and ⟩, or as its number when it has no name that says something: nothing is lost without a trace.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).parent / "fonts"
"""The folder with the fonts for paper."""

FAMILIES: Final = ("Open Sans", "DejaVu Sans")
"""The fonts, the one for all ordinary text first; the other draws what that one lacks."""

_NUMBERED: Final = re.compile(r"-[0-9A-F]{4,}$")
_JOINED: Final = re.compile("\N{ZERO WIDTH JOINER}(?=\N{MATHEMATICAL LEFT ANGLE BRACKET})")
_PRIVATE: Final = range(0xE000, 0xF900)
"""Signs that mean something to one font only, so that PDF/A forbids them."""

_VARIATION: Final = frozenset((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))


def drawable(text: str) -> str:
    """Return a cleaned text with a stand-in for what the fonts cannot draw."""
    known = _known()
    if all(ord(letter) in known or letter == "\n" for letter in text):
        return text
    return _JOINED.sub("", "".join(_drawn(letter, known) for letter in text))


def _drawn(letter: str, known: frozenset[int]) -> str:
    if ord(letter) in known or letter in "\n":
        return letter
    return "" if ord(letter) in _VARIATION else f"⟨{_name(letter)}⟩"


def _name(letter: str) -> str:
    """Name a sign in a few letters: `see-no-evil monkey`, or `U+4F60` for one of thousands that differ by number."""
    name = unicodedata.name(letter, "")
    return name.lower() if name and not _NUMBERED.search(name) else f"U+{ord(letter):04X}"


@cache
def _known() -> frozenset[int]:
    # Ordinary text is set in the first font, in two weights that draw the same.
    letters = _letters(FONTS / "OpenSans-Regular.ttf") | _letters(FONTS / "DejaVuSans.ttf")
    return letters.difference(_PRIVATE)


def _letters(path: Path) -> frozenset[int]:
    """Read from a TrueType font which signs it draws: its table `cmap`, of which the fullest part comes last."""
    data = path.read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    directory = (struct.unpack_from(">4s4xLL", data, 12 + 16 * index) for index in range(tables))
    start = next(offset for tag, offset, _ in directory if tag == b"cmap")
    (parts,) = struct.unpack_from(">H", data, start + 2)
    *_, (_, _, offset) = (struct.unpack_from(">HHL", data, start + 4 + 8 * index) for index in range(parts))
    (kind,) = struct.unpack_from(">H", data, start + offset)
    return _groups(data, start + offset) if kind == 12 else _segments(data, start + offset)


def _groups(data: bytes, start: int) -> frozenset[int]:
    (count,) = struct.unpack_from(">L", data, start + 12)
    groups = (struct.unpack_from(">LL", data, start + 16 + 12 * index) for index in range(count))
    return frozenset(code for first, last in groups for code in range(first, last + 1))


def _segments(data: bytes, start: int) -> frozenset[int]:
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    lasts = struct.unpack_from(f">{count}H", data, start + 14)
    firsts = struct.unpack_from(f">{count}H", data, start + 16 + 2 * count)
    return frozenset(code for first, last in zip(firsts, lasts, strict=True) for code in range(first, last + 1)) - {
        0xFFFF
    }
