"""From typed blocks to lines of plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import TextWrapper
from typing import Final

from onlinesafe_tui.domain.rules import Weight
from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.library.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Paragraph,
    Remark,
    Tasks,
    Template,
    When,
    plain_text,
)
from onlinesafe_tui.services.views import AdviceView, DeadlineView

WIDEST: Final = 72
"""Characters of the longest line; only a word that is longer by itself, such as a web address, goes past it."""

Lines = list[str]
"""Lines that fit the width."""

_WEIGHTS: Final = {
    Weight.DANGER: N_("Danger: {text}"),
    Weight.FIRST: N_("Before all else: {text}"),
    Weight.IMPORTANT: N_("Important: {text}"),
    Weight.NOTE: N_("Good to know: {text}"),
}

_REMARKS: Final = {"note": N_("Remark: {text}"), "warning": N_("Mind: {text}")}


def printable(text: str) -> str:
    """Return a text as one line that any terminal can take."""
    return clean_text(text).expandtabs(4).replace("\n", " ")


def wrapped(text: str, first: str = "", rest: str | None = None) -> Lines:
    """Wrap a text; `first` stands before its first line, `rest` (as many spaces when None) before the others."""
    rest = " " * len(first) if rest is None else rest
    lines: Lines = []
    for row in clean_text(text).expandtabs(4).split("\n"):
        wrapper = TextWrapper(WIDEST, initial_indent=rest if lines else first, subsequent_indent=rest)
        wrapper.break_long_words = wrapper.break_on_hyphens = False
        lines.extend(wrapper.wrap(row) or [""])
    return lines


def block_lines(blocks: Sequence[Block], words: Words) -> Lines:
    """Write blocks one under the other, with a blank line between them."""
    lines: Lines = []
    for block in blocks:
        written = _block(block, words)
        if lines and written:
            lines.append("")
        lines.extend(written)
    return lines


def advice_lines(advice: Iterable[AdviceView], words: Words) -> Lines:
    """Write advice: how much it matters, what to do, why, and because of which answers."""
    lines: Lines = []
    for view in advice:
        if lines:
            lines.append("")
        lines.extend(wrapped(words(_WEIGHTS[view.weight], text=view.title)))
        lines.extend(block_lines(view.blocks, words))
        if view.because:
            lines.extend(wrapped(view.because))
        if view.origin:
            lines.extend(wrapped(view.origin))
    return lines


def date_lines(dates: Iterable[DeadlineView], words: Words) -> Lines:
    """Write dates to keep in sight, each with where it comes from."""
    lines: Lines = []
    for view in dates:
        past = f" {words(N_('This day is over.'))}" if view.is_past else ""
        lines.extend(wrapped(f"{view.day}: {view.title}.{past} ({view.source})", "- "))
    return lines


def paragraphs(*parts: Lines) -> Lines:
    """Put parts under each other with a blank line between those that say anything."""
    lines: Lines = []
    for part in parts:
        if lines and part:
            lines.append("")
        lines.extend(part)
    return lines


def _block(block: Block, words: Words) -> Lines:
    match block:
        case Heading() | Paragraph():
            return wrapped(plain_text(block.text))
        case Bullets():
            marks = [f"{number}. " if block.ordered else "- " for number in range(1, len(block.items) + 1)]
            return [line for mark, item in zip(marks, block.items, strict=True) for line in _item(item, mark)]
        case Tasks():
            return [line for item in block.items for line in _item(item, "- ")]
        case Template():
            return [line for row in block.text.split("\n") for line in wrapped(row, "  ")]
        case Remark():
            return _remark(block, words)
        case When():
            return block_lines(block.blocks, words)


def _remark(block: Remark, words: Words) -> Lines:
    if not block.blocks:
        return []
    first, *others = block.blocks
    label = words(_REMARKS[block.kind], text=plain_text(first.text) if isinstance(first, Paragraph) else "")
    rest = others if isinstance(first, Paragraph) else block.blocks
    return paragraphs(wrapped(label), block_lines(rest, words))


def _item(item: Item, mark: str) -> Lines:
    lines = wrapped(plain_text(item.text), mark)
    if item.more:
        lines.extend(wrapped(plain_text(item.more), " " * len(mark)))
    return lines
