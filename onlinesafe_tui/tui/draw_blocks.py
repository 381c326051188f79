"""From typed blocks to lines on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from textual.content import Content

from onlinesafe_tui.domain.rules import Weight
from onlinesafe_tui.library.blocks import Block, Bullets, Heading, Item, Paragraph, Remark, Tasks, Template, Text, When
from onlinesafe_tui.services.views import AdviceView
from onlinesafe_tui.tui.draw import BLANK, Lines, wrapped
from onlinesafe_tui.tui.glyphs import BULLET, QUOTE, WARNING
from onlinesafe_tui.tui.links import leading


def styled(text: Text, style: str = "") -> Content:
    """Return a text with its emphasis; nothing in it is parsed as markup."""
    pieces = []
    for span in text:
        looks = [
            style,
            "bold" if span.strong else "",
            "italic" if span.emphasis else "",
            "$accent" if span.link else "",
        ]
        piece = Content.styled(span.text, " ".join(filter(None, looks)))
        pieces.append(piece.stylize(leading(span.link)) if span.link else piece)
    return Content.assemble(*pieces)


def block_lines(blocks: Sequence[Block], width: int) -> Lines:
    """Draw blocks one under the other, with a blank line between them."""
    lines: Lines = []
    for block in blocks:
        drawn = _block(block, width)
        if lines and drawn:
            lines.append(BLANK)
        lines.extend(drawn)
    return lines


def advice_lines(advice: Iterable[AdviceView], width: int) -> Lines:
    """Draw advice: what to do, why, and because of which answers."""
    lines: Lines = []
    for view in advice:
        style = _WEIGHTS[view.weight]
        if lines:
            lines.append(BLANK)
        lines.extend(wrapped(Content.styled(view.title, f"bold {style}"), width, f"{WARNING} ", "  ", f"bold {style}"))
        lines.extend(_indented(block_lines(view.blocks, width - 2)))
        if view.because:
            lines.extend(wrapped(Content.styled(view.because, "$muted"), width, "  "))
        if view.origin:
            lines.extend(wrapped(Content.styled(view.origin, "$muted"), width, "  "))
    return lines


def advice_titles(advice: Iterable[AdviceView], width: int) -> Lines:
    """Draw only what to do, for advice whose reasons stand further on."""
    return [
        line
        for view in advice
        for line in wrapped(Content.styled(view.title, _WEIGHTS[view.weight]), width, f"{WARNING} ", "  ", "$accent")
    ]


_WEIGHTS: Final = {
    Weight.DANGER: "$error",
    Weight.FIRST: "$warning",
    Weight.IMPORTANT: "$accent",
    Weight.NOTE: "$foreground",
}


def _block(block: Block, width: int) -> Lines:
    match block:
        case Heading():
            return wrapped(styled(block.text, "bold $accent" if block.level == 2 else "bold"), width)
        case Paragraph():
            return wrapped(styled(block.text), width)
        case Bullets():
            marks = [f"{number}. " if block.ordered else f"{BULLET} " for number in range(1, len(block.items) + 1)]
            return [line for mark, item in zip(marks, block.items, strict=True) for line in _item(item, mark, width)]
        case Tasks():
            return [line for item in block.items for line in _item(item, f"{BULLET} ", width)]
        case Template():
            return [line for row in block.text.split("\n") for line in wrapped(Content(row), width, "  ")]
        case Remark():
            mark = f"{QUOTE} "
            style = "$warning" if block.kind == "warning" else "$muted"
            return [Content.assemble((mark, style), line) for line in block_lines(block.blocks, width - 2)]
        case When():
            return block_lines(block.blocks, width)


def _item(item: Item, mark: str, width: int) -> Lines:
    lines = wrapped(styled(item.text), width, mark)
    if item.more:
        lines.extend(wrapped(styled(item.more, "$muted"), width, " " * len(mark)))
    return lines


def _indented(lines: Iterable[Content]) -> Lines:
    return [Content.assemble("  ", line) if line.plain else line for line in lines]
