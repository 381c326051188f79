"""Words as a search compares them: without accents, capitals, hyphens and apostrophes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

LONGEST_QUERY: Final = 200
"""Characters of a query that are looked at."""

MOST_WORDS: Final = 8
"""Words of a query that are looked at."""

_LONGEST_WORD: Final = 40
_WORD: Final = re.compile(r"\w+(?:[-'’‐‑]\w+)*")
_PART: Final = re.compile(r"\w+")
_LETTERS: Final = str.maketrans({"ĳ": "ij", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


def folded(text: str) -> str:
    """Return a text in small letters without accents; `ĳ` is `ij`, and signs inside words are gone."""
    text = text.casefold()
    if text.isascii():
        return "".join(filter(str.isalnum, text)) if not text.isalnum() else text
    bare = unicodedata.normalize("NFKD", text).translate(_LETTERS)
    return "".join(letter for letter in bare if letter.isalnum())


def words_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Go through the folded words of a text, with where each begins and ends in it.

    A word with a hyphen or an apostrophe counts as a whole and in its parts: `e-mail` is `email`, `e` and `mail`.
    """
    for found in _WORD.finditer(text):
        whole = found[0]
        if word := folded(whole):
            yield word, found.start(), found.end()
        if word != whole.casefold() and not whole.isalnum():
            for part in _PART.finditer(whole):
                if (piece := folded(part[0])) and piece != word:
                    yield piece, found.start() + part.start(), found.start() + part.end()


def query_words(query: str) -> tuple[str, ...]:
    """Return the folded words that are looked for, each once; words with hyphens as a whole."""
    found = (folded(match[0])[:_LONGEST_WORD] for match in _WORD.finditer(query[:LONGEST_QUERY]))
    return tuple(dict.fromkeys(filter(None, found)))[:MOST_WORDS]


def query_parts(query: str) -> tuple[str, ...]:
    """Return the folded words that are looked for, words with hyphens in their parts."""
    found = (folded(match[0])[:_LONGEST_WORD] for match in _PART.finditer(query[:LONGEST_QUERY]))
    return tuple(dict.fromkeys(filter(None, found)))[:MOST_WORDS]
