"""Rows to choose from or to tick, and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from textual.content import Content

from onlinesafe_tui.tui.draw import BLANK, Lines, wrapped
from onlinesafe_tui.tui.glyphs import CURSOR


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    id: str
    """What it stands for; empty for a heading, which cannot be chosen."""

    text: Content
    mark: str = ""
    """What stands before it, such as `[x]`; empty for nothing."""

    more: Content = field(default=BLANK)
    """What stands under it; empty for nothing."""

    state: str = ""
    """What stands at its end, such as how far it is; empty for nothing."""

    is_quiet: bool = False
    """Whether it is drawn softer: ticked, or less likely to be chosen."""

    is_spaced: bool = False
    """Whether a blank line stands before it."""


def row_lines(
    rows: Sequence[Row], width: int, cursor: int, *, has_focus: bool, is_pointing: bool
) -> tuple[Lines, list[int]]:
    """Draw rows under each other.

    Args:
        rows: The rows.
        width: The room, in cells.
        cursor: The index of the row under the cursor.
        has_focus: Whether the keys go to these rows.
        is_pointing: Whether the row under the cursor is pointed at.

    Returns:
        The lines, and for each of them the index of its row.
    """
    lines: Lines = []
    owners: list[int] = []
    for index, row in enumerate(rows):
        at = index == cursor
        drawn = _row(row, width, is_current=at, has_focus=at and has_focus, is_pointed_at=at and is_pointing)
        if row.is_spaced:
            drawn.insert(0, BLANK)
        lines.extend(drawn)
        owners.extend([index] * len(drawn))
    return lines, owners


def _row(row: Row, width: int, *, is_current: bool, has_focus: bool, is_pointed_at: bool) -> Lines:
    if not row.id:
        return wrapped(row.text, width)
    before = f"{CURSOR if is_pointed_at else ' '} " + (f"{row.mark} " if row.mark else "")
    room = width - (len(row.state) + 2 if row.state else 0)
    style = "bold $accent" if has_focus else "$accent" if is_current else ""
    text = row.text.stylize("bold") if has_focus else row.text
    lines = wrapped(text.stylize_before("$muted") if row.is_quiet else text, room, before, style=style)
    if row.state:
        gap = " " * max(width - lines[0].cell_length - len(row.state), 2)
        lines[0] = Content.assemble(lines[0], gap, (row.state, "$muted"))
    if row.more.plain:
        lines.extend(wrapped(row.more.stylize_before("$muted"), width, " " * len(before)))
    return [_lit(line, width) for line in lines] if has_focus else lines


def _lit(line: Content, width: int) -> Content:
    return line.pad_right(max(width - line.cell_length, 0)).stylize_before("on $cursor-row")
