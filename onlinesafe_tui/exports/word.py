"""A report as a Word file, to be changed before it is used."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Final

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from onlinesafe_tui.errors import PaperError
from onlinesafe_tui.exports import word_looks as looks
from onlinesafe_tui.exports import word_tables as tables
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
        tables.add_gap(self._document)

    def _letterhead(self, place: Document | _Cell) -> None:
        report = self._report
        if report.organisation:
            looks.colour(place.add_paragraph(flat(report.organisation)), looks.MUTED, bold=True)
        place.add_paragraph(flat(report.title), "Title")
        if report.subtitle:
            place.add_paragraph(flat(report.subtitle), "Subtitle")
        if report.made:
            looks.colour(place.add_paragraph(dated(report)), looks.MUTED)

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
                looks.write_lines(quote, rows_of(part.text))
            case Rows():
                tables.add_rows(self._document, part.rows)
            case Checks():
                self._checks(part.items)
            case Lines():
                self._list(part.items)
            case Numbered():
                self._numbered(part.items)
            case Table():
                tables.add_table(self._document, part)
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

    def _scores(self, scores: Iterable[Score]) -> None:
        for score in scores:
            label = looks.colour(self._paragraph(score.label), bold=True)
            label.paragraph_format.keep_with_next = True
            label.paragraph_format.space_after = Pt(2)
            tables.add_bar(self._document, score)
            self._paragraph(said_of(score)).paragraph_format.space_before = Pt(3)

    def _signatures(self, names: Iterable[str]) -> None:
        labels = [self._words(field) for field in (NAME, DAY, SIGNATURE)]
        for who in names:
            label = looks.colour(self._paragraph(who), bold=True)
            label.paragraph_format.keep_with_next = True
            label.paragraph_format.space_after = Pt(26)
            tables.add_fields(self._document, labels)

    def _blank(self, part: Blank) -> None:
        if part.label:
            looks.colour(self._paragraph(part.label), bold=True).paragraph_format.keep_with_next = True
        tables.add_lines(self._document, part.lines)
