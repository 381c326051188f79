"""A report as PDF: PDF/A-2a and PDF/UA-1, so that it stays readable, also for who listens to it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from onlinesafe_tui.errors import PaperError
from onlinesafe_tui.exports.glyphs import FAMILIES, FONTS, drawable
from onlinesafe_tui.exports.shapes import Logo, Part, Picture, Quote, Report, Row, Rows, Section, Subheading, Table
from onlinesafe_tui.exports.wording import (
    AUTHOR,
    DAY,
    NAME,
    SIGNATURE,
    column_widths,
    dated,
    flat,
    logo_alt,
    moment_of,
    rows_of,
    shortened,
)
from onlinesafe_tui.language import N_, Words

if TYPE_CHECKING:
    from typst import Fonts

_TEMPLATE: Final = Path(__file__).with_name("paper.typ")
_STAND_INS: Final = N_("⟨ ⟩ holds the name or number of a sign that this kind of file cannot draw.")
_PICTURES: Final = {Picture.PNG: "png", Picture.JPEG: "jpg"}
_FOOT: Final = 90
"""Letters of the title that stand at the foot of every page."""

_Data = dict[str, Any]


def as_pdf(report: Report) -> bytes:
    """Write a report as PDF, with its fonts in it. A report with a day gives the same bytes every time.

    Raises:
        PaperError: The logo cannot be read.
    """
    import typst  # noqa: PLC0415  (84 MB of code, for a file that most starts never make)

    # The template reads no file. An empty folder of its own makes sure that nothing ever can.
    with tempfile.TemporaryDirectory() as empty:
        compiler = typst.Compiler(
            _TEMPLATE.read_bytes(),
            root=empty,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"paper": json.dumps(_data(report))},
            package_path=empty,
            package_cache_path=empty,
        )
        try:
            written = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=moment_of(report))
            return cast("bytes", written)
        except typst.TypstError as error:
            raise PaperError from error


@cache
def _fonts() -> Fonts:
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _data(report: Report) -> _Data:
    """Say what stands on the paper, as the template expects it."""
    words = Words(report.language)
    data: _Data = {
        "title": flat(report.title) or AUTHOR,
        "subtitle": flat(report.subtitle),
        "organisation": flat(report.organisation),
        "author": flat(report.organisation) or AUTHOR,
        "day": dated(report),
        "foot": shortened(flat(report.title), _FOOT),
        "signing": [words(label) for label in (NAME, DAY, SIGNATURE)],
        "sections": [_section(section) for section in report.sections],
    }
    drawn = _drawn(data)
    note = words(_STAND_INS) if drawn != data else ""
    logo = _logo(report.logo, drawable(logo_alt(report, words))) if report.logo else None
    kept = {"language": report.language.value, "fonts": FAMILIES, "fits_page": report.fits_page}
    return {**drawn, **kept, "logo": logo, "note": note}


def _section(section: Section) -> _Data:
    title = flat(section.title)
    level = 3 if title else 2
    return {"title": title, "parts": [_part(part, level) for part in section.parts]}


def _part(part: Part, level: int) -> _Data:
    """Say one part as data; `level` is that of a heading in it, because levels may not be left out."""
    kind = {"kind": type(part).__name__}
    match part:
        case Subheading():
            return {**kind, "text": flat(part.text), "level": level}
        case Quote():
            return {**kind, "text": rows_of(part.text)}
        case Rows():
            return {**kind, "rows": [_row(row) for row in part.rows]}
        case Table():
            return {**kind, **_flat(asdict(part)), "widths": column_widths(part)}
        case _:
            return {**kind, **_flat(asdict(part))}


def _row(row: Row) -> _Data:
    return {"name": flat(row.name), "value": rows_of(row.value), "under": [_row(under) for under in row.under]}


def _logo(logo: Logo, alt: str) -> _Data:
    return {"data": list(logo.data), "format": _PICTURES[logo.media_type], "alt": alt}


def _flat(value: Any) -> Any:
    return _each_text(value, flat)


def _drawn(value: Any) -> Any:
    return _each_text(value, drawable)


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    """Change every text in a value of plain data."""
    match value:
        case str():
            return change(value)
        case dict():
            return {name: _each_text(part, change) for name, part in value.items()}
        case list() | tuple():
            return [_each_text(part, change) for part in value]
        case _:
            return value
