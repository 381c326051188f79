"""What a page is made of. Markdown is parsed into these once; screens, prompts and exports draw them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onlinesafe_tui.domain.situation import Situation


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    strong: bool = False
    emphasis: bool = False

    link: str = ""
    """Where it points: `https://…` or `kind:id`; empty when it points nowhere."""


Text = tuple[Span, ...]
"""A line or paragraph of text."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 or 3."""

    text: Text
    level: int
    id: str
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    text: Text
    line: int


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: a task, a choice, an action, or just a line."""

    text: Text
    """Its first line."""

    more: Text
    """What the lines after the first say; empty when there are none."""

    id: str
    """Its permanent id within the page; empty when it has none."""

    covers: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Item, ...]
    ordered: bool
    line: int


@dataclass(frozen=True, slots=True)
class Tasks:
    """A list of things to tick."""

    items: tuple[Item, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Template:
    """A text to copy, with `{placeholder}`s."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Remark:
    """Blocks that stand out."""

    kind: Literal["note", "warning"]
    blocks: tuple[Block, ...]
    line: int


@dataclass(frozen=True, slots=True)
class When:
    """Blocks that are shown only in some situations."""

    conditions: Mapping[str, frozenset[str]]
    """For each facet the values of which one must hold."""

    blocks: tuple[Block, ...]
    line: int


Block = Heading | Paragraph | Bullets | Tasks | Template | Remark | When


def plain_text(text: Text) -> str:
    """Return the words of a text without their style."""
    return "".join(span.text for span in text)


def walk(blocks: Sequence[Block]) -> Iterator[Block]:
    """Go through all blocks, those inside others included."""
    for block in blocks:
        yield block
        if isinstance(block, Remark | When):
            yield from walk(block.blocks)


def texts(blocks: Sequence[Block]) -> Iterator[tuple[Text, int]]:
    """Go through every text in the blocks, with its line in the file."""
    for block in walk(blocks):
        if isinstance(block, Heading | Paragraph):
            yield block.text, block.line
        elif isinstance(block, Bullets | Tasks):
            for item in block.items:
                yield item.text, item.line
                yield item.more, item.line


def shown(blocks: Sequence[Block], situation: Situation | None) -> tuple[Block, ...]:
    """Leave out what does not fit the situation; without one, leave out everything that has a condition."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, When):
            if situation is not None and situation.matches(block.conditions):
                kept.extend(shown(block.blocks, situation))
        elif isinstance(block, Remark):
            kept.append(replace(block, blocks=shown(block.blocks, situation)))
        else:
            kept.append(block)
    return tuple(kept)


def mapped(blocks: tuple[Block, ...], change: Callable[[Text], Text]) -> tuple[Block, ...]:
    """Return the blocks with every text changed; what nothing changes in stays the very same."""
    return tuple(_mapped(block, change) for block in blocks)


def _mapped(block: Block, change: Callable[[Text], Text]) -> Block:
    match block:
        case Heading() | Paragraph():
            text = change(block.text)
            return block if text == block.text else replace(block, text=text)
        case Bullets() | Tasks():
            items = tuple(replace(item, text=change(item.text), more=change(item.more)) for item in block.items)
            return block if items == block.items else replace(block, items=items)
        case Remark() | When():
            blocks = mapped(block.blocks, change)
            return block if blocks == block.blocks else replace(block, blocks=blocks)
        case _:
            return block
