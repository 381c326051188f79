"""How a Word file looks, and what the library that writes it has no word for."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final, Literal, cast

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from onlinesafe_tui.exports.shapes import Report
from onlinesafe_tui.exports.wording import AUTHOR, flat, moment_of, shortened
from onlinesafe_tui.language import Language

if TYPE_CHECKING:
    from docx.styles.style import ParagraphStyle

ACCENT: Final = "1D5C63"
MUTED: Final = "55636B"
HAIR: Final = "C3CED2"

SHADES: Final = (ACCENT, "7FB3AF", "D3E5E3", "EEF0F1", "FFFFFF")
"""The parts of a bar, what is best first."""

ROOM: Final = Cm(21 - 2 * 2.2)
"""How wide the text is."""

_LONGEST: Final = 255
"""Letters that Word takes of a title or a name."""

_FONT: Final = "Calibri"
_TAGS: Final = {Language.NL: "nl-NL", Language.EN: "en-GB"}

Edge = Literal["top", "left", "bottom", "right"]


def new_document(report: Report) -> WordDocument:
    """Begin a file on A4 in the language of a report, with nothing in it yet, and nobody's name."""
    document = Document()
    _set_page(document, is_sheet=report.fits_page)
    _set_language(document, report.language)
    _set_styles(document, size=9 if report.fits_page else 10.5)
    about = document.core_properties
    about.title = shortened(flat(report.title), _LONGEST)
    about.author, about.last_modified_by = shortened(flat(report.organisation), _LONGEST) or AUTHOR, AUTHOR
    about.comments = about.subject = about.keywords = ""
    about.language = _TAGS[report.language]
    about.created = about.modified = moment_of(report)
    return document


def packed(document: WordDocument) -> bytes:
    """Return the file, without the moment at which it was packed, so that the same report is the same bytes."""
    loose, whole = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as parts, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            kept.writestr(entry, parts.read(name))
    return whole.getvalue()


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell with a colour."""
    properties = cell._tc.get_or_add_tcPr()
    _add(properties, "w:shd", val="clear", color="auto", fill=colour)


def rule(cell: _Cell, colour: str, *edges: Edge, size: int = 4) -> None:
    """Draw lines along edges of a cell; `size` in eighths of a point."""
    properties = cell._tc.get_or_add_tcPr()
    borders = _add(properties, "w:tcBorders")
    for edge in edges:
        _add(borders, f"w:{edge}", val="single", sz=str(size), space="0", color=colour)


def widen(table: Table, *shares: float) -> None:
    """Share the width of the page among the columns of a table."""
    table.autofit = False
    total = sum(shares)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(round(ROOM * share / total))
        for cell in column.cells:
            cell.width = column.width


def repeat(row: _Row) -> None:
    """Make a row the head of its table: it comes again on every page, and is read as such."""
    _add(row._tr.get_or_add_trPr(), "w:tblHeader", val="true")


def keep_whole(row: _Row) -> None:
    """Keep a row on one page."""
    _add(row._tr.get_or_add_trPr(), "w:cantSplit", val="true")


def colour(paragraph: Paragraph, colour: str = "", *, bold: bool | None = None) -> Paragraph:
    """Give what a paragraph holds now a colour, make it bold, or both."""
    for run in paragraph.runs:
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
        run.font.bold = bold
    return paragraph


def write_lines(paragraph: Paragraph, lines: list[str]) -> None:
    """Write lines one under the other in one paragraph."""
    for index, line in enumerate(lines):
        run = paragraph.add_run()
        if index:
            run.add_break()
        run.add_text(line)


def draw_bar(paragraph: Paragraph) -> None:
    """Draw a bar beside a quotation."""
    borders = _add(paragraph._p.get_or_add_pPr(), "w:pBdr")
    _add(borders, "w:left", val="single", sz="12", space="8", color=HAIR)


def new_numbers(document: WordDocument) -> str:
    """Begin a numbered list at one; return the id under which its lines belong together."""
    numbering = document.part.numbering_part.element
    ours = document.styles["List Number"].element.pPr.numPr.numId.val
    (first,) = (number for number in numbering.num_lst if number.numId == ours)
    number = numbering.add_num(first.abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return str(number.numId)


def number(paragraph: Paragraph, id: str) -> None:
    """Make a paragraph a line of a numbered list."""
    properties = _add(paragraph._p.get_or_add_pPr(), "w:numPr")
    _add(properties, "w:ilvl", val="0")
    _add(properties, "w:numId", val=id)


def describe(paragraph: Paragraph, text: str) -> None:
    """Say what the picture in a paragraph shows."""
    for properties in paragraph._p.iter(qn("wp:docPr")):
        properties.set("descr", text)


def add_field(paragraph: Paragraph, name: Literal["PAGE", "NUMPAGES"]) -> None:
    """Add a number that Word fills in."""
    field = _add(paragraph._p, "w:fldSimple", instr=name)
    text = _add(_add(field, "w:r"), "w:t")
    text.text = "1"


def _add(parent: BaseOxmlElement, name: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)
    return element


def _set_page(document: WordDocument, *, is_sheet: bool) -> None:
    (section,) = document.sections
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = Cm(1.3 if is_sheet else 2)
    section.bottom_margin = Cm(1.5 if is_sheet else 2)
    section.footer_distance = Cm(0.8)


def _set_language(document: WordDocument, language: Language) -> None:
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), _TAGS[language])


def _set_styles(document: WordDocument, *, size: float) -> None:
    _set_style(document, "Normal", size=size, after=size / 2)
    _set_style(document, "Title", size=size * 1.75, after=size / 3, colour=ACCENT, bold=True)
    _set_style(document, "Subtitle", size=size * 1.05, after=size / 4, colour="1C2429")
    _set_style(document, "Heading 1", size=size * 1.25, before=size * 1.2, after=size / 2, colour=ACCENT, bold=True)
    _set_style(document, "Heading 2", size=size, before=size, after=size / 3, colour=ACCENT, bold=True)
    _set_style(document, "Quote", size=size, after=size / 2)
    for name in ("List Bullet", "List Number"):
        _set_style(document, name, size=size, after=size / 4)
    borders = document.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)


def _set_style(
    document: WordDocument,
    name: str,
    *,
    size: float,
    after: float,
    before: float = 0,
    colour: str = "1C2429",
    bold: bool = False,
) -> None:
    style = cast("ParagraphStyle", document.styles[name])
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for spaced in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spaced)
    style.font.name, style.font.size, style.font.bold, style.font.italic = _FONT, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(before), Pt(after), 1.1
