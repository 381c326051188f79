"""What a Word file draws with tables: things with their names, pictures of scores, lines to write and to sign on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from onlinesafe_tui.exports import word_looks as looks
from onlinesafe_tui.exports.shapes import Row, Score, Table
from onlinesafe_tui.exports.wording import column_widths, flat, rows_of


def add_rows(document: Document, rows: Iterable[Row]) -> None:
    """Add things with their names, and what belongs to them."""
    told = list(_deep(rows))
    if not told:
        return
    table = document.add_table(len(told), 2)
    looks.widen(table, 34, 66)
    for (row, depth), line in zip(told, table.rows, strict=True):
        looks.keep_whole(line)
        label, value = line.cells
        looks.colour(_write(label, flat(row.name)), looks.MUTED).paragraph_format.left_indent = Cm(0.5 * depth)
        looks.write_lines(_write(value, ""), rows_of(row.value))
        for cell in line.cells:
            looks.rule(cell, looks.HAIR, "bottom")
    add_gap(document)


def add_table(document: Document, part: Table) -> None:
    """Add a table, the names of its columns on top of every page that it is on."""
    if not part.head:
        return
    table = document.add_table(1 + len(part.rows), len(part.head))
    looks.widen(table, *column_widths(part))
    looks.repeat(table.rows[0])
    for index, (texts, line) in enumerate(zip((part.head, *part.rows), table.rows, strict=True)):
        looks.keep_whole(line)
        for text, cell in zip(texts, line.cells, strict=True):
            paragraph = _write(cell, flat(text))
            if index:
                looks.rule(cell, looks.HAIR, "bottom")
            else:
                looks.rule(cell, looks.ACCENT, "bottom", size=8)
                looks.colour(paragraph, bold=True)
    add_gap(document)


def add_bar(document: Document, score: Score) -> None:
    """Draw a score as a bar: a cell for each part of it, as wide as its number."""
    filled = [(index, count) for index, count in enumerate(score.counts) if count.number > 0]
    if not filled:
        return
    table = document.add_table(1, len(filled))
    looks.widen(table, *(count.number for _, count in filled))
    for (index, count), cell in zip(filled, table.rows[0].cells, strict=True):
        paragraph = _write(cell, str(count.number))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = True
        looks.rule(cell, looks.HAIR, "top", "left", "bottom", "right")
        looks.shade(cell, looks.SHADES[min(index, len(looks.SHADES) - 1)])
        if index == 0:
            looks.colour(paragraph, "FFFFFF")


def add_fields(document: Document, labels: Iterable[str]) -> None:
    """Add three lines beside one another to sign on, each with what belongs there."""
    table = document.add_table(1, 5)
    looks.widen(table, 5, 0.5, 3, 0.5, 6)
    looks.keep_whole(table.rows[0])
    for cell, label in zip(table.rows[0].cells[::2], labels, strict=True):
        looks.rule(cell, looks.MUTED, "top")
        looks.colour(_write(cell, label), looks.MUTED)
    add_gap(document)


def add_lines(document: Document, lines: int) -> None:
    """Add empty lines to write on."""
    if lines < 1:
        return
    table = document.add_table(lines, 1)
    for line in table.rows:
        line.height, line.height_rule = Cm(0.8), WD_ROW_HEIGHT_RULE.EXACTLY
        looks.rule(line.cells[0], looks.MUTED, "bottom")
    add_gap(document)


def add_gap(document: Document) -> None:
    """Part two tables; without something between them Word makes one of them."""
    gap = document.add_paragraph()
    gap.paragraph_format.space_after = Pt(0)
    gap.paragraph_format.line_spacing = Pt(8)


def _deep(rows: Iterable[Row], depth: int = 0) -> Iterator[tuple[Row, int]]:
    """Go through rows and what belongs to them, with how deep each stands."""
    for row in rows:
        yield row, depth
        yield from _deep(row.under, depth + 1)


def _write(cell: _Cell, text: str) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.add_run(text)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    return paragraph
