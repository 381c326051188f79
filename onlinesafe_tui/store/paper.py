"""The recovery code: an age identity in letters that can be written on paper, and typed again from it.

It is what stands in `AGE-SECRET-KEY-1…` after the 1, in groups of four. Its last letters are Bech32's own checksum, and
that says not only that something is wrong but also where, as long as no more than two letters are. Identities are
drawn until one has no letter that looks like another; then whoever types the other one is understood all the same.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onlinesafe_tui.domain.bech32 import LETTERS as BECH32
from onlinesafe_tui.domain.bech32 import is_word, residue, slips
from onlinesafe_tui.errors import CodeLength, CodeSlip, CodeUnclear

LENGTH: Final = 58
"""Letters in a code."""

GROUP: Final = 4
"""Letters in a group; the last group has what is left."""

_LOOK_ALIKES: Final = {"S": "5", "Z": "2", "U": "V", "G": "6", "O": "0", "I": "L", "1": "L", "B": "8"}
LETTERS: Final = "".join(letter for letter in BECH32 if letter not in _LOOK_ALIKES)
"""The letters of which a code consists."""

_NAME: Final = "age-secret-key-"
_PREFIX: Final = f"{_NAME.upper()}1"
_SPACES: Final = re.compile(r"[\s\-–—_.·]+")


@dataclass(frozen=True, slots=True, repr=False)
class RecoveryCode:
    """A recovery code. Shows nothing of itself unless it is asked to."""

    letters: str
    """All letters, without spaces."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The letters in groups of four, as they stand on paper."""
        return tuple(self.letters[at : at + GROUP] for at in range(0, LENGTH, GROUP))

    @property
    def identity(self) -> str:
        """The age identity that the code is."""
        return _PREFIX + self.letters

    def has_group(self, number: int, typed: str) -> bool:
        """Tell whether this is the group with that number, counted from 1, typed as `read_code` takes it."""
        return _understood(typed) == self.groups[number - 1]


def new_code() -> RecoveryCode:
    """Make a new code. It takes thousands of draws, and a fiftieth of a second."""
    from onlinesafe_tui.store.sealing import new_identity  # noqa: PLC0415  (what only reads a code needs no age)

    wanted = frozenset(LETTERS)
    while True:
        letters = new_identity().removeprefix(_PREFIX)
        if wanted.issuperset(letters):
            return RecoveryCode(letters)


def groups_to_ask(chance: random.Random | None = None) -> tuple[int, int]:
    """Choose the two groups, counted from 1, that a person types again to show that the code is on paper."""
    first, second = sorted((chance or random.SystemRandom()).sample(range(1, LENGTH // GROUP + 1), 2))
    return first, second


def read_code(typed: str) -> RecoveryCode:
    """Read a code as a person typed it. Case, spaces and dashes do not matter, nor letters that look alike.

    Raises:
        CodeSlip: A letter is wrong, missing or too many, and the error names the group.
        CodeLength: So many letters are missing or too many that nothing says where.
        CodeUnclear: More letters are wrong than the check can place.
    """
    letters = _understood(typed)
    strange = [at for at, letter in enumerate(letters) if letter not in BECH32]
    if strange and len(letters) == LENGTH:
        raise CodeSlip(group=_named(strange))
    if len(letters) != LENGTH:
        raise _wrong_length(typed, letters)
    left = residue(_NAME, letters)
    if left:
        places = slips(left, LENGTH)
        if not places:
            raise CodeUnclear
        raise CodeSlip(group=_named(places))
    return RecoveryCode(letters)


def _understood(typed: str) -> str:
    letters = _SPACES.sub("", typed).upper()
    letters = letters.removeprefix(_SPACES.sub("", _PREFIX)) if len(letters) > LENGTH + GROUP else letters
    return "".join(_LOOK_ALIKES.get(letter, letter) for letter in letters)


def _wrong_length(typed: str, letters: str) -> CodeSlip | CodeLength:
    """Find the group in which a letter is missing or too many."""
    sizes = [len(part) for part in _SPACES.split(typed.strip())]
    right = [len(group) for group in RecoveryCode("Q" * LENGTH).groups]
    if len(sizes) == len(right):
        numbers = [number for number, size in enumerate(sizes, start=1) if size != right[number - 1]]
        return CodeSlip(group=", ".join(map(str, numbers)))
    places: set[int] = set()
    if len(letters) == LENGTH - 1:
        tried = ((at, letters[:at] + letter + letters[at:]) for at in range(LENGTH) for letter in LETTERS)
        places = {at for at, code in tried if _is_whole(code)}
    elif len(letters) == LENGTH + 1:
        places = {at for at in range(LENGTH + 1) if _is_whole(letters[:at] + letters[at + 1 :])}
    return CodeSlip(group=_named([min(places)])) if places else CodeLength(expected=LENGTH, found=len(letters))


def _named(places: Sequence[int]) -> str:
    """Say in which groups these places are, counted from 1."""
    return ", ".join(str(group) for group in sorted({min(at, LENGTH - 1) // GROUP + 1 for at in places}))


def _is_whole(letters: str) -> bool:
    return is_word(letters) and not residue(_NAME, letters)
