"""Bech32: the letters in which age writes its keys, with a checksum that knows where a slip is.

Of a word of up to 89 letters, one or two wrong letters can be placed, and four are noticed for certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

LETTERS: Final = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
"""The letters, each at the place of the number that it stands for."""

_GENERATOR: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_RECIPIENT: Final = "age"
_RECIPIENT_LENGTH: Final = 58


def is_age_recipient(text: str) -> bool:
    """Tell whether a text is the public half of an age key: `age1…`, 62 letters and digits."""
    name, one, letters = text.strip().upper().partition("1")
    is_shaped = (name, one, len(letters)) == (_RECIPIENT.upper(), "1", _RECIPIENT_LENGTH)
    return is_shaped and is_word(letters) and residue(_RECIPIENT, letters) == 0


def is_word(letters: str) -> bool:
    """Tell whether every letter is one of Bech32, in capitals."""
    return all(letter in LETTERS for letter in letters)


def residue(name: str, letters: str) -> int:
    """Return what the checksum of a word leaves; 0 when the word is whole.

    Args:
        name: What stands before the 1, in small letters.
        letters: What stands after it, in capitals.
    """
    spread = [ord(letter) >> 5 for letter in name] + [0] + [ord(letter) & 31 for letter in name]
    return _checksum([*spread, *map(LETTERS.index, letters)], 1) ^ 1


def slips(left: int, length: int) -> tuple[int, ...]:
    """Return the places of the one or two wrong letters that leave this residue; empty when there are more.

    Args:
        left: What `residue` returned.
        length: The number of letters after the 1.
    """
    traces = _traces(length)
    if left in traces:
        return (traces[left],)
    for trace, at in traces.items():
        other = traces.get(left ^ trace)
        if other is not None and other != at:
            return at, other
    return ()


def _checksum(values: Sequence[int], start: int) -> int:
    check = start
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            check ^= generator if top >> bit & 1 else 0
    return check


@cache
def _traces(length: int) -> dict[int, int]:
    """Return the place of every single wrong letter, by what it leaves in the checksum.

    What two wrong letters leave is what each leaves alone, put together.
    """
    places = ((at, change) for at in range(length) for change in range(1, len(LETTERS)))
    return {_checksum([change, *([0] * (length - 1 - at))], 0): at for at, change in places}
