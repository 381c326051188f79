"""One door for text that we did not write.

A terminal obeys what it is sent, so a pasted message could rename the window, set the clipboard, or turn its letters
around. Everything that comes in from a person, a file, the clipboard, an argument or the environment passes through
here before it is kept or shown.
"""

import re
import unicodedata
from typing import Final

LONGEST: Final = 100_000
"""Characters kept of one text; a longer one is cut."""

LONGEST_LINE: Final = 1000
"""Characters kept of one line in a person's own words."""

_ESCAPE: Final = 0x1B
_BIDI: Final = {
    0x061C: "ALM",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
_CONTROLS: Final = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"]
_LINE_ENDS: Final = (0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)
_INVISIBLE: Final = (
    *(0x00AD, 0x180E, 0x200B, 0x3164, 0xFEFF, 0xFFA0),
    *range(0x2060, 0x2065),
    *range(0x206A, 0x2070),
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),
)

_DROPPED: Final[dict[int, str | None]] = {
    **dict.fromkeys((*_CONTROLS, *_BIDI, *_INVISIBLE)),
    **dict.fromkeys(_LINE_ENDS, "\n"),
    _ESCAPE: "␛",
    **dict.fromkeys(range(0xD800, 0xE000), "�"),
}
_NAMED: Final[dict[int, str | None]] = {**_DROPPED, **{code: f"⟦{name}⟧" for code, name in _BIDI.items()}}

_MARKS: Final = 30
"""Accents and other marks kept on one letter, as many as Unicode calls enough for any language."""

_ACCENTED: Final = "\u00c0"
"""The first letter with a mark on it; none before has one, or is one."""

_MAYBE_PILED: Final = re.compile(rf"[^\x00-\u02ff]{{{_MARKS}}}")


def clean_text(text: str, *, longest: int = LONGEST) -> str:
    """Make foreign text safe to show and to keep, over as many lines as it has.

    The escape character becomes a visible sign; other control, direction and invisible characters go; a half of a
    surrogate pair becomes a replacement character. Line ends become newlines, and the text is normalised to NFC.
    """
    if text.isascii() and text.isprintable():
        return text[:longest]
    return _normalised(text.replace("\r\n", "\n").translate(_DROPPED))[:longest]


def clean_name(text: str, *, longest: int = 200) -> str:
    """Make a foreign name safe: one line, and direction characters shown by name, because they are how names lie."""
    return _normalised(" ".join(text.translate(_NAMED).split()))[:longest].rstrip()


def _normalised(text: str) -> str:
    # Sorting the marks on one letter takes time that grows with the square of their number: a pasted pile of them
    # would hold up the screen for minutes.
    return unicodedata.normalize("NFC", _unpiled(text) if _MAYBE_PILED.search(text) else text)


def _unpiled(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for letter in text:
        if letter < _ACCENTED:
            kept.append(letter)
            marks = 0
            continue
        parts = unicodedata.normalize("NFD", letter)
        bare = next((index for index, part in enumerate(parts) if not unicodedata.combining(part)), None)
        marks = marks + len(parts) if bare is None else sum(map(bool, map(unicodedata.combining, parts)))
        if bare is not None or marks <= _MARKS:
            kept.append(letter)
    return "".join(kept)
