"""All words of a language in order, and which of them can be meant by what somebody typed."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

ONE_TYPO_FROM: Final = 4
"""Letters from which on a word may have one letter wrong."""

TWO_TYPOS_FROM: Final = 8
"""Letters from which on a word may have two letters wrong."""

MIDDLE_FROM: Final = 4
"""Letters from which on a word is also looked for inside others."""

_BEGINNING_FROM: Final = 6
"""Letters from which on a word with a typo may be the beginning of another."""

_LAST: Final = "\U0010ffff"


class Vocabulary:
    """Words in alphabetical order; a word is its place in that order."""

    def __init__(self, words: Iterable[str]) -> None:
        """Put the words in order.

        Args:
            words: The words, folded.
        """
        self._words: Sequence[str] = sorted(set(words))
        self._joined = "\n".join(("", *self._words, ""))
        self._starts = array("I")
        at = 1
        for word in self._words:
            self._starts.append(at)
            at += len(word) + 1

    @property
    def words(self) -> Sequence[str]:
        """The words."""
        return self._words

    def whole(self, word: str) -> range:
        """Return the word itself, or nothing."""
        at = bisect_left(self._words, word)
        return range(at, at + (at < len(self._words) and self._words[at] == word))

    def starting(self, beginning: str) -> range:
        """Return the words that begin like this."""
        return range(bisect_left(self._words, beginning), bisect_left(self._words, beginning + _LAST))

    def near(self, typed: str, typos: int) -> tuple[int, ...]:
        """Return the words that are meant by this when at most so many letters are wrong, as far as that is allowed.

        A letter that is wrong, missing or too many counts as one, and so do two letters that changed places. A short
        word is meant as a whole: of four letters with one wrong too many words begin with the other three.
        """
        if len(typed) < (ONE_TYPO_FROM, TWO_TYPOS_FROM)[typos - 1]:
            return ()
        longest = len(typed) + 1 if len(typed) < _BEGINNING_FROM else sys.maxsize
        found = {index for there in self._near("", typed, typos) for index in there}.difference(self.starting(typed))
        return tuple(index for index in sorted(found) if len(self._words[index]) <= longest)

    def holding(self, part: str) -> tuple[int, ...]:
        """Return the words in which this stands somewhere, as in the middle of a compound; nothing for a short one."""
        if len(part) < MIDDLE_FROM:
            return ()
        found: dict[int, None] = {}
        at = self._joined.find(part)
        while at >= 0:
            index = bisect_left(self._starts, at + 1) - 1
            found[index] = None
            at = self._joined.find(part, self._starts[index] + len(self._words[index]))
        return tuple(found)

    def _near(self, begun: str, rest: str, left: int) -> Iterator[range]:
        """Go through the words that begin with `begun` and go on nearly as `rest`, but for `left` letters."""
        if not left:
            yield self.starting(begun + rest)
            return
        for at in range(len(rest) + 1):
            same = begun + rest[:at]
            there = self.starting(same)
            if not there:
                return
            if at == len(rest):
                yield there
            else:
                yield from self._wrong(same, rest[at:], there, left - 1)

    def _wrong(self, same: str, rest: str, there: range, left: int) -> Iterator[range]:
        """Go on after a wrong letter: one too many, two that changed places, another one, or one that is missing."""
        yield from self._near(same, rest[1:], left)
        if len(rest) > 1 and rest[0] != rest[1]:
            yield from self._near(same + rest[1] + rest[0], rest[2:], left)
        for letter in self._letters(len(same), there):
            if letter != rest[0]:
                yield from self._near(same + letter, rest[1:], left)
            yield from self._near(same + letter, rest, left)

    def _letters(self, at: int, there: range) -> Iterator[str]:
        """Name the letters that come at a place in these words."""
        index = there.start
        while index < there.stop:
            word = self._words[index]
            if len(word) > at:
                yield word[at]
                index = bisect_left(self._words, word[: at + 1] + _LAST, index, there.stop)
            else:
                index += 1
