"""One door for text that we did not write.

A terminal obeys what it is sent, so a pasted message could rename the window, set the clipboard, or turn its letters
around. Everything that comes in from a person, a file, the clipboard, an argument or the environment passes through
here before it is kept or shown.
"""

import unicodedata
from typing import Final

LONGEST: Final = 100_000
"""Characters kept of one text; a longer one is cut."""

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
_INVISIBLE: Final = (0x200B, 0x2028, 0x2029, 0x2060, 0xFEFF)

_DROPPED: Final[dict[int, str | None]] = {
    **dict.fromkeys((*_CONTROLS, *_BIDI, *_INVISIBLE)),
    _ESCAPE: "␛",
    **dict.fromkeys(range(0xD800, 0xE000), "�"),
}
_NAMED: Final[dict[int, str | None]] = {**_DROPPED, **{code: f"⟦{name}⟧" for code, name in _BIDI.items()}}


def clean_text(text: str, *, longest: int = LONGEST) -> str:
    """Make foreign text safe to show and to keep, over as many lines as it has.

    The escape character becomes a visible sign; other control, direction and invisible characters go; a half of a
    surrogate pair becomes a replacement character. Line ends become newlines, and the text is normalised to NFC.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines.translate(_DROPPED))[:longest]


def clean_name(text: str, *, longest: int = 200) -> str:
    """Make a foreign name safe: one line, and direction characters shown by name, because they are how names lie."""
    flat = " ".join(text.translate(_NAMED).split())
    return unicodedata.normalize("NFC", flat)[:longest]
