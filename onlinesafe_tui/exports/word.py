"""A report as a Word file, to be changed before it is used."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Final

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from onlinesafe_tui.errors import PaperError
from onlinesafe_tui.exports import word_looks as looks
from onlinesafe_tui.exports.shapes import (
    Blank,
    Check,
    Checks,
    Lines,
    Logo,
    Numbered,
    Paragraph,
    Part,
    Quote,
    Report,
    Row,
    Rows,
    Score,
    Scores,
    Signatures,
    Subheading,
    Table,
)
from onlinesafe_tui.exports.wording import (
    DAY,
    NAME,
    SIGNATURE,
    column_widths,
    dated,
    flat,
    logo_alt,
    rows_of,
    said_of,
)
from onlinesafe_tui.language import Words

_LOGO_TALL: Final = Cm(1.6)
_LOGO_WIDE: Final = Cm(5)


def as_word(report: Report) -> bytes:
    """Write a report as a Word file. A report with a day gives the same bytes every time.

    Raises:
        PaperError: The logo cannot be read.
    """
    return _Writer(report).written()


class _Writer:
    """Writes one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._words = Words(report.language)
        self._document = looks.new_document(report)

    def written(self) -> bytes:
        self._head()
        for section in self._report.sections:
            title = flat(section.title)
            if title:
                self._document.add_heading(title, 1)
            for part in section.parts:
                self._part(part, 2 if title else 1)
        self._foot()
        return looks.packed(self._document)

    def _head(self) -> None:
        report = self._report
        if not report.logo:
            self._letterhead(self._document)
            return
        table = self._document.add_table(1, 2)
        looks.widen(table, 2, 1)
        text, picture = table.rows[0].cells
        self._letterhead(text)
        # A cell begins with an empty paragraph, which stands above the letterhead otherwise.
        first = text.paragraphs[0]
        first._p.getparent().remove(first._p)
        self._logo(report.logo, picture.paragraphs[0])
        self._gap()

    def _letterhead(self, place: Document | _Cell) -> None:
        report = self._report
        if report.organisation:
            _colour(place.add_paragraph(flat(report.organisation)), looks.MUTED, bold=True)
        place.add_paragraph(flat(report.title), "Title")
        if report.subtitle:
            place.add_paragraph(flat(report.subtitle), "Subtitle")
        if report.made:
            _colour(place.add_paragraph(dated(report)), looks.MUTED)

    def _logo(self, logo: Logo, paragraph: WordParagraph) -> None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        try:
            picture = paragraph.add_run().add_picture(io.BytesIO(logo.data), height=_LOGO_TALL)
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ZeroDivisionError) as error:
            raise PaperError from error
        if picture.width > _LOGO_WIDE:
            picture.width, picture.height = _LOGO_WIDE, Emu(round(picture.height * _LOGO_WIDE / picture.width))
        looks.describe(paragraph, logo_alt(self._report, self._words))

    def _foot(self) -> None:
        paragraph = self._document.sections[0].footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        looks.add_field(paragraph, "PAGE")
        paragraph.add_run(" / ")
        looks.add_field(paragraph, "NUMPAGES")

    def _part(self, part: Part, level: int) -> None:
        match part:
            case Subheading():
                if text := flat(part.text):
                    self._document.add_heading(text, level)
            case Paragraph():
                self._paragraph(part.text)
            case Quote():
                quote = self._paragraph("", "Quote")
                looks.draw_bar(quote)
                _write_lines(quote, rows_of(part.text))
            case Rows():
                self._rows(part.rows)
            case Checks():
                self._checks(part.items)
            case Lines():
                self._list(part.items)
            case Numbered():
                self._numbered(part.items)
            case Table():
                self._table(part)
            case Scores():
                self._scores(part.items)
            case Signatures():
                self._signatures(part.names)
            case Blank():
                self._blank(part)

    def _paragraph(self, text: str, style: str | None = None) -> WordParagraph:
        return self._document.add_paragraph(flat(text), style)

    def _list(self, items: Iterable[str]) -> None:
        for item in items:
            self._paragraph(item, "List Bullet")

    def _numbered(self, items: Iterable[str]) -> None:
        numbers = looks.new_numbers(self._document)
        for item in items:
            looks.number(self._paragraph(item, "List Number"), numbers)

    def _checks(self, items: Iterable[Check]) -> None:
        for item in items:
            paragraph = self._paragraph("")
            paragraph.paragraph_format.left_indent = Cm(0.7)
            paragraph.paragraph_format.first_line_indent = Cm(-0.7)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.7))
            paragraph.paragraph_format.space_after = Pt(3)
            paragraph.add_run(f"{'☑' if item.is_ticked else '☐'}\t{flat(item.text)}")
            if item.when:
                paragraph.add_run(f" ({flat(item.when)})").font.color.rgb = RGBColor.from_string(looks.MUTED)

    def _rows(self, rows: Iterable[Row]) -> None:
        told = list(_deep(rows))
        if not told:
            return
        table = self._document.add_table(len(told), 2)
        looks.widen(table, 34, 66)
        for (row, depth), line in zip(told, table.rows, strict=True):
            looks.keep_whole(line)
            label, value = line.cells
            _colour(_write(label, flat(row.name)), looks.MUTED).paragraph_format.left_indent = Cm(0.5 * depth)
            _write_lines(_write(value, ""), rows_of(row.value))
            for cell in line.cells:
                looks.rule(cell, looks.HAIR, "bottom")
        self._gap()

    def _table(self, part: Table) -> None:
        if not part.head:
            return
        table = self._document.add_table(1 + len(part.rows), len(part.head))
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
                    _colour(paragraph, bold=True)
        self._gap()

    def _scores(self, scores: Iterable[Score]) -> None:
        for score in scores:
            label = _colour(self._paragraph(score.label), bold=True)
            label.paragraph_format.keep_with_next = True
            label.paragraph_format.space_after = Pt(2)
            self._bar(score)
            self._paragraph(said_of(score)).paragraph_format.space_before = Pt(3)

    def _bar(self, score: Score) -> None:
        filled = [(index, count) for index, count in enumerate(score.counts) if count.number > 0]
        if not filled:
            return
        table = self._document.add_table(1, len(filled))
        looks.widen(table, *(count.number for _, count in filled))
        for (index, count), cell in zip(filled, table.rows[0].cells, strict=True):
            paragraph = _write(cell, str(count.number))
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.keep_with_next = True
            looks.rule(cell, looks.HAIR, "top", "left", "bottom", "right")
            looks.shade(cell, looks.SHADES[min(index, len(looks.SHADES) - 1)])
            if index == 0:
                _colour(paragraph, "FFFFFF")

    def _signatures(self, names: Iterable[str]) -> None:
        for who in names:
            label = _colour(self._paragraph(who), bold=True)
            label.paragraph_format.keep_with_next = True
            label.paragraph_format.space_after = Pt(26)
            table = self._document.add_table(1, 5)
            looks.widen(table, 5, 0.5, 3, 0.5, 6)
            looks.keep_whole(table.rows[0])
            for cell, field in zip(table.rows[0].cells[::2], (NAME, DAY, SIGNATURE), strict=True):
                looks.rule(cell, looks.MUTED, "top")
                _colour(_write(cell, self._words(field)), looks.MUTED)
            self._gap()

    def _blank(self, part: Blank) -> None:
        if part.label:
            _colour(self._paragraph(part.label), bold=True).paragraph_format.keep_with_next = True
        if part.lines < 1:
            return
        table = self._document.add_table(part.lines, 1)
        for line in table.rows:
            line.height, line.height_rule = Cm(0.8), WD_ROW_HEIGHT_RULE.EXACTLY
            looks.rule(line.cells[0], looks.MUTED, "bottom")
        self._gap()

    def _gap(self) -> None:
        """Part two tables; without something between them Word makes one of them."""
        gap = self._document.add_paragraph()
        gap.paragraph_format.space_after = Pt(0)
        gap.paragraph_format.line_spacing = Pt(8)


def _deep(rows: Iterable[Row], depth: int = 0) -> Iterator[tuple[Row, int]]:
    """Go through rows and what belongs to them, with how deep each stands."""
    for row in rows:
        yield row, depth
        yield from _deep(row.under, depth + 1)


def _write(cell: _Cell, text: str) -> WordParagraph:
    paragraph: WordParagraph = cell.paragraphs[0]
    paragraph.add_run(text)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    return paragraph


def _write_lines(paragraph: WordParagraph, lines: list[str]) -> None:
    for index, line in enumerate(lines):
        run = paragraph.add_run()
        if index:
            run.add_break()
        run.add_text(line)


def _colour(paragraph: WordParagraph, colour: str = "", *, bold: bool | None = None) -> WordParagraph:
    for run in paragraph.runs:
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
        run.font.bold = bold
    return paragraph
