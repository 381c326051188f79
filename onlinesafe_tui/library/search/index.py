"""The words of all pages in one language, and which pages have all those that somebody looks for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.library.search.folding import folded, words_in
from onlinesafe_tui.library.search.lines import Entry, Line, Rank
from onlinesafe_tui.library.search.vocabulary import Vocabulary

_LONGEST_NAME: Final = 6
"""Words of a title that is a name."""


class Tier(IntEnum):
    """How well a page fits, the best first."""

    TITLE = 0
    """The words are its title."""

    TITLE_BEGINS = 1
    IN_TITLE = 2
    IN_HEADING = 3
    """The words are in one heading, in that and the title, or in a title that is a sentence."""

    IN_LINE = 4
    IN_SECTION = 5
    IN_PAGE = 6


class Nearness(IntEnum):
    """How a word that was found is what was typed, the nearest first."""

    WHOLE = 0
    BEGINS = 1
    ONE_TYPO = 2
    INSIDE = 3
    TWO_TYPOS = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A page that fits, with the best place in it."""

    entry: Entry
    line: Line
    """The line that fits best: its title when only that does."""

    tier: Tier
    words: frozenset[str]
    """The words, folded, as which what was typed is found here."""

    is_elsewhere: bool
    """Whether it fits only by what holds in another country."""

    rank: tuple[int, ...]
    """Orders what was found in one language, the best first."""


class Index:
    """Finds words in the pages of one language."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Read the pages.

        Args:
            entries: The pages, in the order in which they are offered when they fit equally well.
        """
        self._entries = tuple(entries)
        self._lines: list[Line] = []
        self._page_of = array("I")
        self._titles = [folded(entry.title) for entry in self._entries]
        self._title_lines: list[int] = []
        self._away: dict[Country | None, set[int]] = {None: set(), **{country: set() for country in Country}}
        found: dict[str, array[int]] = {}
        for page, entry in enumerate(self._entries):
            self._title_lines.append(len(self._lines))
            for line in entry.lines:
                for country in Country:
                    if not _holds(line, entry, country):
                        self._away[country].add(len(self._lines))
                for word in {word for word, _, _ in words_in(line.text)}:
                    found.setdefault(word, array("I")).append(len(self._lines))
                self._lines.append(line)
                self._page_of.append(page)
        self._vocabulary = Vocabulary(found)
        # All in one row of numbers: a list for each of the words would take twenty times the room.
        self._where, self._where_from = array("I"), array("I", [0])
        for word in self._vocabulary.words:
            self._where.extend(found[word])
            self._where_from.append(len(self._where))

    def find(self, words: Sequence[str], country: Country | None) -> list[Found]:
        """Find the pages that have all words, the best first.

        A word that is found as it is typed is not looked for with a typo or inside others, unless there is no page
        with all words otherwise.

        Args:
            words: The folded words.
            country: What holds here; None when everything does.
        """
        if not words:
            return []
        found = self._found(words, country, is_wide=False)
        if not found and len(words) > 1:
            found = self._found(words, country, is_wide=True)
        return sorted(found, key=lambda each: each.rank)

    def lines_with(self, word: int) -> array[int]:
        """Return the lines in which a word of the vocabulary stands."""
        return self._where[self._where_from[word] : self._where_from[word + 1]]

    def _found(self, words: Sequence[str], country: Country | None, *, is_wide: bool) -> list[Found]:
        looked = [_Looked(self, word, is_wide=is_wide) for word in words]
        pages = set.intersection(*(set(each.pages) for each in looked))
        masks: dict[int, dict[int, int]] = {page: {} for page in pages}
        for place, each in enumerate(looked):
            bit = 1 << place
            for line in each.lines:
                page = self._page_of[line]
                if page in pages:
                    mask = masks[page]
                    mask[line] = mask.get(line, 0) | bit
        asked = _Asked(
            words="".join(words),
            full=(1 << len(words)) - 1,
            country=country,
            found=frozenset(self._vocabulary.words[word] for each in looked for word in each.words),
        )
        return [self._judged(page, masks[page], asked, sum(each.pages[page] for each in looked)) for page in pages]

    def _judged(self, page: int, masks: Mapping[int, int], asked: _Asked, nearness: int) -> Found:
        entry, away = self._entries[page], self._away[asked.country]
        judged = masks
        if not away.isdisjoint(masks):
            judged = {line: mask for line, mask in masks.items() if line not in away}
        is_elsewhere = judged is not masks and _union(judged.values()) != asked.full
        tier, is_apart, line = self._best(page, masks if is_elsewhere else judged, asked)
        weight = min(tier, Tier.IN_TITLE) if entry.is_urgent else tier
        rank = (is_elsewhere, weight, is_apart, nearness, page)
        return Found(entry, self._lines[line], tier, asked.found, is_elsewhere, rank)

    def _best(self, page: int, masks: Mapping[int, int], asked: _Asked) -> tuple[Tier, bool, int]:
        """Return how well a page fits, whether its words stand apart, and the line in it that says most."""
        title, lines, full = self._title_lines[page], self._lines, asked.full
        named = masks.get(title, 0)
        if named == full:
            return self._named(page, asked.words), self._is_apart(title, asked), title
        if full == 1:
            line = min(masks, key=lambda line: (lines[line].rank, line))
            return (Tier.IN_HEADING if lines[line].rank is Rank.HEADING else Tier.IN_LINE), False, line
        sections: dict[int, int] = {}
        for line, mask in masks.items():
            if line != title:
                section = lines[line].section
                sections[section] = sections.get(section, 0) | mask

        def worth(line: int) -> tuple[Tier, bool, int, Rank, int]:
            mask, said = masks[line], lines[line]
            if mask | named == full:
                tier = Tier.IN_HEADING if said.rank is Rank.HEADING else Tier.IN_LINE
            else:
                tier = Tier.IN_SECTION if sections[said.section] | named == full else Tier.IN_PAGE
            is_apart = mask != full or self._is_apart(line, asked)
            return tier, is_apart, -mask.bit_count(), said.rank, line

        tier, is_apart, *_, line = min(worth(line) for line in masks if line != title)
        return tier, is_apart, line

    def _is_apart(self, line: int, asked: _Asked) -> bool:
        """Tell whether something stands between the words, or they stand in another order."""
        return asked.full > 1 and asked.words not in folded(self._lines[line].text)

    def _named(self, page: int, typed: str) -> Tier:
        """Say how well a title fits. One that is a sentence says something; only a short one is a name."""
        if self._titles[page] == typed:
            return Tier.TITLE
        if len(self._entries[page].title.split()) > _LONGEST_NAME:
            return Tier.IN_HEADING
        return Tier.TITLE_BEGINS if self._titles[page].startswith(typed) else Tier.IN_TITLE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is looked for, the same for every page."""

    words: str
    """The words without what stands between them."""

    full: int
    """The mask of a page that has every word."""

    country: Country | None
    found: frozenset[str]
    """The words that can be meant."""


class _Looked:
    """Where one word was found."""

    def __init__(self, index: Index, word: str, *, is_wide: bool) -> None:
        self.lines: set[int] = set()
        self.words: list[int] = []
        self.pages: dict[int, Nearness] = {}
        """The pages, with the nearest way in which each has the word."""
        for nearness, words in _meant(index._vocabulary, word, is_wide=is_wide):
            lines = set[int]().union(*(index.lines_with(each) for each in words))
            for page in {index._page_of[line] for line in lines}:
                self.pages.setdefault(page, nearness)
            self.lines |= lines
            self.words.extend(words)


def _meant(vocabulary: Vocabulary, word: str, *, is_wide: bool) -> Iterator[tuple[Nearness, Sequence[int]]]:
    """Say which words can be meant by one, the nearest first; further ones only when there are no nearer, or widely."""
    begins = vocabulary.starting(word)
    if begins:
        yield Nearness.WHOLE, vocabulary.whole(word)
        yield Nearness.BEGINS, begins
        if not is_wide:
            return
    one, inside = vocabulary.near(word, 1), vocabulary.holding(word)
    yield Nearness.ONE_TYPO, one
    yield Nearness.INSIDE, inside
    if is_wide or not (one or inside):
        yield Nearness.TWO_TYPOS, vocabulary.near(word, 2)


def _holds(line: Line, entry: Entry, country: Country | None) -> bool:
    if country is None:
        return True
    wanted = line.conditions.get("country")
    return country in entry.countries and (wanted is None or country in wanted)


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union
