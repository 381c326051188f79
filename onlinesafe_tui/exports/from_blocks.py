"""The text of a page as parts of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onlinesafe_tui.exports.shapes import Check, Checks, Lines, Numbered, Paragraph, Part, Quote, Section, Subheading
from onlinesafe_tui.library import blocks as library
from onlinesafe_tui.library.blocks import Block, Item, plain_text


def parts_of(blocks: Iterable[Block]) -> tuple[Part, ...]:
    """Turn blocks of a page into parts; what a page shows in some situations only has to be chosen before."""
    return tuple(part for block in blocks for part in _parts(block))


def sections_of(title: str, blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Turn blocks of a page into sections: what stands before the first large heading under `title`, then one each."""
    names = [title]
    gathered: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, library.Heading) and block.level == 2:
            names.append(plain_text(block.text))
            gathered.append([])
        else:
            gathered[-1].append(block)
    first = 0 if gathered[0] else 1
    return tuple(Section(name, parts_of(under)) for name, under in zip(names[first:], gathered[first:], strict=True))


def _parts(block: Block) -> Iterator[Part]:
    match block:
        case library.Heading():
            yield Subheading(plain_text(block.text))
        case library.Paragraph():
            yield Paragraph(plain_text(block.text))
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
    return f"{plain_text(item.text)} {plain_text(item.more)}".strip()
