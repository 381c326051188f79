"""The text of a page as parts of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onlinesafe_tui.exports.shapes import Check, Checks, Lines, Numbered, Paragraph, Part, Quote, Section, Subheading
from onlinesafe_tui.library import blocks as library
from onlinesafe_tui.library.blocks import Block, Item, Span, Text


def parts_of(blocks: Iterable[Block]) -> tuple[Part, ...]:
    """Turn blocks of a page into parts; what a page shows in some situations only has to be chosen before."""
    return tuple(part for block in blocks for part in _parts(block))


def sections_of(title: str, blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Turn blocks of a page into sections: one under `title` until the first large heading, and one under each."""
    sections: list[Section] = []
    gathered: list[Block] = []
    for block in blocks:
        if isinstance(block, library.Heading) and block.level == 2:
            sections += [Section(title, parts_of(gathered))] * bool(gathered or sections)
            title, gathered = plain_words(block.text), []
        else:
            gathered.append(block)
    return (*sections, Section(title, parts_of(gathered)))


def plain_words(text: Text) -> str:
    """Return the words of a text, with the web address of a link behind its words: paper has no links."""
    return "".join(_with_address(span) for span in text)


def _parts(block: Block) -> Iterator[Part]:
    match block:
        case library.Heading():
            yield Subheading(plain_words(block.text))
        case library.Paragraph():
            yield Paragraph(plain_words(block.text))
        case library.Bullets():
            items = tuple(map(_line, block.items))
            yield Numbered(items) if block.ordered else Lines(items)
        case library.Tasks():
            yield Checks(tuple(Check(_line(item), is_ticked=False) for item in block.items))
        case library.Template():
            yield Quote(block.text)
        case library.Remark():
            yield from parts_of(block.blocks)
        case library.When():
            pass


def _line(item: Item) -> str:
    return f"{plain_words(item.text)} {plain_words(item.more)}".strip()


def _with_address(span: Span) -> str:
    is_told = not span.link.startswith("https://") or span.link.removeprefix("https://").rstrip("/") in span.text
    return span.text if is_told else f"{span.text} ({span.link})"
