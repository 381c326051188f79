"""A page taken apart into the lines that can be found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Remark,
    Tasks,
    Template,
    Text,
    When,
    plain_text,
)
from onlinesafe_tui.library.library import Library, Page, reach
from onlinesafe_tui.library.meta import ContactMeta, Kind, LawMeta

_PLACEHOLDER: Final = re.compile(r"\{\w+\}")

Conditions = Mapping[str, frozenset[str]]
"""For each facet the values of which one must hold; empty when it always holds."""


class Rank(IntEnum):
    """What a line is, the weightiest first."""

    TITLE = 0
    HEADING = 1
    TEXT = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line that can be found."""

    text: str
    rank: Rank

    section: int = 0
    """Which heading of the page it stands under, counted from 1; 0 before the first."""

    line: int = 0
    """Where it stands in the file, from 1; 0 when it stands nowhere, such as a number to call."""

    conditions: Conditions = field(default_factory=dict)
    """When it is shown at all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in one language, with everything in it that can be found."""

    kind: Kind
    id: str
    title: str
    language: Language
    countries: frozenset[Country]
    """Where it holds."""

    headings: tuple[str, ...]
    """The headings in order, those in conditional parts included."""

    lines: tuple[Line, ...]
    """The title first."""

    is_urgent: bool = False
    """Whether it is called in danger; it must not stand below what only speaks of danger."""


def plain_name(name: str, id: str) -> Entry:
    """Return something that is no page, to be found by its name."""
    return Entry(Kind.ABOUT, id, name, Language.EN, frozenset(Country), (), (Line(name, Rank.TITLE),))


def name_of(library: Library, kind: Kind, id: str, language: Language) -> Entry | None:
    """Return a page with nothing but its title to be found; None when it has none in this language."""
    cover = library.cover(kind, id)
    title = cover.titles.get(language)
    if not title:
        return None
    return Entry(
        kind=kind,
        id=id,
        title=title,
        language=language,
        countries=cover.countries,
        headings=(),
        lines=(Line(title, Rank.TITLE),),
    )


def entry_of(page: Page) -> Entry:
    """Take a page apart."""
    headings: list[str] = []
    lines = [Line(page.title, Rank.TITLE), *_about(page), *_lines(page.blocks, headings, {})]
    return Entry(
        kind=page.kind,
        id=page.id,
        title=page.title,
        language=page.language,
        countries=page.countries,
        headings=tuple(headings),
        lines=tuple(lines),
        is_urgent=isinstance(page.meta, ContactMeta) and page.meta.danger,
    )


def _about(page: Page) -> Iterator[Line]:
    """What is shown with a page: how to reach a contact, the articles of a law."""
    meta = page.meta
    if isinstance(meta, ContactMeta):
        reached = reach(meta, Words(page.language))
        for text in dict.fromkeys((reached, "" if meta.site in reached else meta.site)):
            if text:
                yield Line(text, Rank.TEXT)
    if isinstance(meta, LawMeta) and meta.articles:
        yield Line(", ".join((*meta.articles, *meta.articles_before)), Rank.TEXT)


def _lines(blocks: tuple[Block, ...], headings: list[str], conditions: Conditions) -> Iterator[Line]:
    def line(text: Text | str, at: int, rank: Rank = Rank.TEXT) -> Iterator[Line]:
        said = text if isinstance(text, str) else plain_text(text)
        if said.strip():
            yield Line(said, rank, len(headings), at, conditions)

    for block in blocks:
        match block:
            case Heading():
                headings.append(plain_text(block.text))
                yield from line(block.text, block.line, Rank.HEADING)
            case Paragraph():
                yield from line(block.text, block.line)
            case Bullets() | Tasks():
                for item in block.items:
                    yield from line(item.text, item.line)
                    yield from line(item.more, item.line)
            case Template():
                for row, text in enumerate(block.text.split("\n")):
                    yield from line(_PLACEHOLDER.sub("…", text), block.line + row)
            case Remark():
                yield from _lines(block.blocks, headings, conditions)
            case When():
                yield from _lines(block.blocks, headings, block.conditions)
