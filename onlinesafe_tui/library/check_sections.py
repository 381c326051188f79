"""What must hold within a point to agree on, and within a format for a team meeting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from onlinesafe_tui.domain.agreements import OWN, Audience
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import Block, Bullets, Heading, Item, When, plain_text, walk
from onlinesafe_tui.library.meta import AgreementMeta, Kind, MeetingMeta
from onlinesafe_tui.library.problems import Problem
from onlinesafe_tui.library.source import Part, Source

MEETING_SECTIONS: Final = ("need", "how", "aloud", "mind", "close")
"""The sections of a format, in the order in which it is used."""

LONGEST_MEETING: Final = 60
"""Minutes of the longest format."""

BLANK: Final = re.compile(r"\[([^\[\]\n]+)\]")
"""Something to fill in, in a text for a sheet."""


def check_sections(source: Source, kind: Kind) -> Iterator[Problem]:
    """Say what is wrong with the sections of a point or a format; nothing about other kinds."""
    if kind is Kind.AGREEMENT:
        yield from _agreement(source)
    elif kind is Kind.MEETING:
        yield from _meeting(source)


def _agreement(source: Source) -> Iterator[Problem]:
    meta = source.meta
    if isinstance(meta, AgreementMeta) and not meta.country:
        message = N_("This is for no country, so nobody sees it; write country: [nl, be]")
        yield Problem(source.path, source.meta_lines.get("country", 1), message)
    for part in source.parts.values():
        for line, message, values in _wordings(part):
            yield Problem(source.path, line, message, values)
    yield from _same_blanks(source)


Found = tuple[int, str, dict[str, object]]
"""A line, what is wrong there, and the values for that message."""


def _wordings(part: Part) -> Iterator[Found]:
    known = [str(audience) for audience in Audience]
    sections = sections_of(part)
    for heading, _ in sections:
        if heading.id not in known:
            message = N_("{found} is no section of a point; write ## … {{#client}} or ## … {{#team}}")
            yield heading.line, message, {"found": heading.id or "-"}
        elif not _items(part, heading.id):
            yield heading.line, N_("There are no texts to choose here; write a list, each with an {{#id}}"), {}
    if not sections:
        message = N_("A point says nothing for anybody; write ## … {{#client}} or ## … {{#team}} with a list of texts")
        yield part.line, message, {}
    for block in walk(part.blocks):
        if isinstance(block, When) and any(isinstance(inner, Bullets) for inner in block.blocks):
            message = N_("Texts to choose stand outside ::: blocks; give a country its own file, with country:")
            yield block.line, message, {}
    for item in (item for audience in known for item in _items(part, audience)):
        if not item.id:
            yield item.line, N_("A text to choose needs a permanent id; write {{#some-id}} after it"), {}
        elif item.id == OWN:
            yield item.line, N_("The id {found} stands for somebody's own words; choose another"), {"found": OWN}
        if set(BLANK.sub("", _text(item))) & set("[]"):
            yield item.line, N_("A square bracket stands alone; what is to fill in stands between two: [name]"), {}


def _same_blanks(source: Source) -> Iterator[Problem]:
    """Check that a text leaves as many blanks open in every language."""
    parts = list(source.parts.values())
    counts = [Counter(dict(_blanks(part))) for part in parts]
    for part, found in zip(parts[1:], counts[1:], strict=True):
        for audience in Audience:
            for item in _items(part, audience):
                if item.id in counts[0] and found[item.id] != counts[0][item.id]:
                    message = N_("{id} leaves another number of blanks open than in {first}; give both the same")
                    yield Problem(source.path, item.line, message, {"id": item.id, "first": parts[0].language})


def _blanks(part: Part) -> Iterator[tuple[str, int]]:
    for audience in Audience:
        yield from ((item.id, len(BLANK.findall(_text(item)))) for item in _items(part, audience))


def _meeting(source: Source) -> Iterator[Problem]:
    meta = source.meta
    if isinstance(meta, MeetingMeta) and not 1 <= meta.minutes <= LONGEST_MEETING:
        message = N_("A format takes 1 to {most} minutes; write minutes: 10")
        yield Problem(source.path, source.meta_lines.get("minutes", 1), message, {"most": LONGEST_MEETING})
    for part in source.parts.values():
        for line, message, values in _format(part):
            yield Problem(source.path, line, message, values)


def _format(part: Part) -> Iterator[Found]:
    sections = sections_of(part)
    found = tuple(heading.id for heading, _ in sections)
    if found != MEETING_SECTIONS:
        message = N_("The sections are {found}; write them in this order: {wanted}")
        yield part.line, message, {"found": listed(found), "wanted": listed(MEETING_SECTIONS)}
        return
    if part.blocks[0] is sections[0][0]:
        yield part.line, N_("What it is for stands before the first section; write it there"), {}
    heading, steps = sections[MEETING_SECTIONS.index("how")]
    if not any(isinstance(block, Bullets) and block.ordered for block in steps):
        message = N_("The steps stand in a numbered list, each with its minutes; write 1. 2 minutes: …")
        yield heading.line, message, {}


def sections_of(part: Part) -> list[tuple[Heading, list[Block]]]:
    """Return each section with its heading; what stands before the first is left out."""
    sections: list[tuple[Heading, list[Block]]] = []
    for block in part.blocks:
        if isinstance(block, Heading) and block.level == 2:
            sections.append((block, []))
        elif sections:
            sections[-1][1].append(block)
    return sections


def _items(part: Part, id: str) -> tuple[Item, ...]:
    blocks = (block for heading, inside in sections_of(part) if heading.id == id for block in inside)
    return tuple(item for block in blocks if isinstance(block, Bullets) for item in block.items)


def _text(item: Item) -> str:
    return f"{plain_text(item.text)} {plain_text(item.more)}"


def listed(ids: Iterable[str]) -> str:
    """Name ids, a hyphen for one that is not there."""
    return ", ".join(id or "-" for id in ids) or "-"
