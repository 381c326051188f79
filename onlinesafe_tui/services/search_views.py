"""What was found in a search, ready to be shown by either face."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.library.blocks import Heading, plain_text, walk
from onlinesafe_tui.library.library import Page, reach
from onlinesafe_tui.library.meta import Aging, ContactMeta, Kind
from onlinesafe_tui.services.conditions import IN_COUNTRY
from onlinesafe_tui.services.reference import ONE

if TYPE_CHECKING:
    from onlinesafe_tui.library.search.index import Found
    from onlinesafe_tui.library.search.lines import Line

_LONGEST_EXCERPT: Final = 64
"""Characters of an excerpt: one line on a screen of 80 columns."""

_BEFORE: Final = 24
"""Characters of an excerpt before the first word that was found."""

_IN_LANGUAGE: Final = {Language.NL: N_("in Dutch"), Language.EN: N_("in English")}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an excerpt."""

    text: str
    is_found: bool
    """Whether it is a word that was looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a page something was found."""

    section: int = 0
    """Under which heading, counted from 1 over all of the page; 0 before the first."""

    line: int = 0
    """The line in the file; 0 when it is not in the text, or not in the language of the person."""

    is_conditional: bool = False
    """Whether it stands in a part that is for some situations only."""

    words: frozenset[str] = frozenset()
    """The words, folded, that are to be seen at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A page that was found."""

    kind: Kind
    id: str
    title: str
    """In the language of the person, as far as there is such a page."""

    label: str
    """What kind of thing it is, in words."""

    reached: str
    """How it is reached, for somebody to call; empty for everything else."""

    where: str
    """The heading under which it was found; empty when it stands before the first, or was found by its name."""

    excerpt: tuple[Piece, ...]
    """What stands there; empty when that is its name or its number."""

    note: str
    """What must be known before one opens it: another country or language, whose page it is; empty for nothing."""

    language: Language
    """The language in which it was found."""

    place: Place
    is_name: bool
    """Whether it was found by its name."""

    is_elsewhere: bool
    """Whether it holds only in another country."""

    review_after: date | None
    """The day after which it should be checked again; None when it does not age, or was not read yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What is shown of a page without opening it, in the language in which it will be opened."""

    title: str
    language: Language
    is_own: bool
    """Whether the organisation's own folder gave it."""

    reached: str = ""
    """How it is reached, for somebody to call; empty for everything else."""

    headings: tuple[str, ...] = ()
    """The headings in order; empty as long as the texts were not read."""

    review_after: date | None = None
    """The day after which it should be checked again; None when it does not age, or was not read."""


def outside_of(page: Page, words: Words) -> Outside:
    """Return what is shown of a page that was read."""
    return Outside(
        title=page.title,
        language=page.language,
        is_own=page.is_own,
        reached=reach(page.meta, words) if isinstance(page.meta, ContactMeta) else "",
        headings=tuple(plain_text(block.text) for block in walk(page.blocks) if isinstance(block, Heading)),
        review_after=page.meta.review_after if isinstance(page.meta, Aging) else None,
    )


def hit_of(found: Found, outside: Outside, country: Country | None, words: Words) -> Hit:
    """Make a view of what was found.

    Args:
        found: What was found.
        outside: The page as it will be opened.
        country: Where the person works.
        words: The language of the person.
    """
    from onlinesafe_tui.library.search.index import Tier  # noqa: PLC0415  (no start needs it)

    entry, line = found.entry, found.line
    is_foreign = entry.language is not words.language
    is_name = found.tier <= Tier.IN_TITLE
    notes = [
        words(N_("only in {country}"), country=_elsewhere(found, country, words)) if found.is_elsewhere else "",
        words(_IN_LANGUAGE[entry.language]) if is_foreign else "",
        words(N_("From your organisation")) if outside.is_own else "",
    ]
    said = _after_heading(found) if found.tier is Tier.IN_HEADING else line
    is_said = said.text == outside.reached or (is_name and not is_foreign)
    is_same = outside.language is entry.language
    headings = entry.headings if is_same else outside.headings
    return Hit(
        kind=entry.kind,
        id=entry.id,
        title=outside.title,
        label=words(ONE[entry.kind]),
        reached=outside.reached,
        where=headings[line.section - 1] if 0 < line.section <= len(headings) else "",
        excerpt=() if is_said else tuple(excerpt(said.text, found.words)),
        note=" · ".join(filter(None, notes)),
        language=entry.language,
        place=Place(
            line.section,
            line.line if is_same else 0,
            bool(line.conditions),
            frozenset() if is_name else found.words,
        ),
        is_name=is_name,
        is_elsewhere=found.is_elsewhere,
        review_after=outside.review_after,
    )


def spans_of(text: str, found: frozenset[str]) -> list[tuple[int, int]]:
    """Return where in a text the words stand, as far as they do not overlap.

    Args:
        text: The text.
        found: The words, folded.
    """
    from onlinesafe_tui.library.search.folding import words_in  # noqa: PLC0415  (no start needs it)

    spans: list[tuple[int, int]] = []
    for word, start, end in words_in(text):
        if word in found and (not spans or start >= spans[-1][1]):
            spans.append((start, end))
    return spans


def excerpt(text: str, found: frozenset[str]) -> Iterator[Piece]:
    """Cut a line to what stands around the first of the words, and tell the words from the rest.

    Args:
        text: The line.
        found: The words, folded.
    """
    text = " ".join(text.split())
    spans = spans_of(text, found)
    first = spans[0][0] if spans else 0
    is_short = len(text) <= _LONGEST_EXCERPT or first <= _BEFORE
    begin = 0 if is_short else text.find(" ", first - _BEFORE, first) + 1 or first
    stop = begin + _LONGEST_EXCERPT
    if stop < len(text):
        stop = max(text.rfind(" ", begin, stop), begin + _LONGEST_EXCERPT // 2)
    at = begin
    if begin:
        yield Piece("… ", is_found=False)
    for start, end in spans:
        if at <= start and end <= stop:
            if start > at:
                yield Piece(text[at:start], is_found=False)
            yield Piece(text[start:end], is_found=True)
            at = end
    if at < stop:
        yield Piece(text[at:stop], is_found=False)
    if stop < len(text):
        yield Piece(" …", is_found=False)


def _after_heading(found: Found) -> Line:
    """Return the first text under the heading that was found; the heading when there is none."""
    lines = found.entry.lines
    after = lines[lines.index(found.line) + 1 :][:1]
    return next((line for line in after if line.section == found.line.section), found.line)


def _elsewhere(found: Found, country: Country | None, words: Words) -> str:
    there = found.entry.countries
    if country in there:
        there = frozenset(Country(value) for value in found.line.conditions.get("country", there))
    return ", ".join(words(IN_COUNTRY[each]) for each in Country if each in there and each is not country)
