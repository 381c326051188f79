"""What an age file looks like from outside, to tell a cut one from a damaged one.

age itself says little about why something does not open: to it, a changed byte in the head looks like a wrong key, and
a cut short one like a changed one. The shape says more: head and pieces have known lengths, and everything that we
seal is padded to whole blocks.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

BLOCK: Final = 512
"""Bytes to which a text is padded before it is sealed. It also hides how much somebody wrote."""

_NONCE: Final = 16
_TAG: Final = 16
_PIECE: Final = 64 * 1024 + _TAG
_LONGEST_LINE: Final = 2000
_FIRST: Final = b"age-encryption.org/v1"
_STANZA: Final = re.compile(rb"-> [\x21-\x7e]+( [\x21-\x7e]+)*")
_BODY: Final = re.compile(rb"[A-Za-z0-9+/]{0,64}")
_LAST: Final = re.compile(rb"--- [A-Za-z0-9+/]{43}")


class Shape(Enum):
    """What the outside of a sealed file says."""

    WHOLE = auto()
    """Nothing is missing, as far as one can see."""

    CUT = auto()
    """Its end is missing."""

    BROKEN = auto()
    """It is not an age file, or its head was changed."""


def shape_of(sealed: bytes) -> Shape:
    """Look at a sealed text that does not open."""
    at = 0
    for number in range(len(sealed)):
        end = sealed.find(b"\n", at, at + _LONGEST_LINE)
        if end < 0:
            return _unfinished_line(sealed[at:], is_first=number == 0)
        line = sealed[at:end]
        at = end + 1
        if number and _LAST.fullmatch(line):
            return _shape_of_body(len(sealed) - at)
        if not (line == _FIRST if number == 0 else _STANZA.fullmatch(line) or _BODY.fullmatch(line)):
            return Shape.BROKEN
    return Shape.CUT


def _unfinished_line(rest: bytes, *, is_first: bool) -> Shape:
    is_start = _FIRST.startswith(rest) if is_first else len(rest) < _LONGEST_LINE and rest.isascii()
    return Shape.CUT if is_start else Shape.BROKEN


def _shape_of_body(length: int) -> Shape:
    pieces, last = divmod(length - _NONCE, _PIECE)
    if length < _NONCE or 0 < last <= _TAG:
        return Shape.CUT
    plain = pieces * (_PIECE - _TAG) + max(last - _TAG, 0)
    return Shape.WHOLE if plain and plain % BLOCK == 0 else Shape.CUT
