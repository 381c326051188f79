"""Which line of a file stands on which row, once its blocks are drawn: to come back to what one was reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onlinesafe_tui.library.blocks import Block, Bullets, Tasks
from onlinesafe_tui.tui.draw_blocks import block_lines


def file_lines(blocks: Iterable[Block], width: int) -> list[int]:
    """Return for every row that blocks take at a width which line of the file it is."""
    lines: list[int] = []
    for block in blocks:
        if lines:
            lines.append(lines[-1])
        for line, piece in _pieces(block):
            lines.extend([line] * len(block_lines([piece], width)))
    return lines


def row_of(line: int, lines: Sequence[int]) -> int | None:
    """Return the row on which a line of the file begins, or the nearest one above it; None when there is none."""
    last = max((each for each in lines if each <= line), default=None)
    return lines.index(last) if last is not None else None


def _pieces(block: Block) -> Iterator[tuple[int, Block]]:
    """Take a list apart, so that one knows where each of its items is."""
    if isinstance(block, Bullets | Tasks):
        for item in block.items:
            yield item.line, replace(block, items=(item,))
    else:
        yield block.line, block
