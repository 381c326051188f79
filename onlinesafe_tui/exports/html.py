"""A report as one HTML file: nothing is fetched, nothing runs, and it prints on A4."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Final

from onlinesafe_tui.exports.shapes import (
    Blank,
    Check,
    Checks,
    Count,
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
    Section,
    Signatures,
    Subheading,
    Table,
)
from onlinesafe_tui.exports.wording import AUTHOR, DAY, NAME, SIGNATURE, dated, flat, logo_alt, rows_of
from onlinesafe_tui.language import N_, Words

_DONE: Final = N_("done")
_OPEN: Final = N_("to do")
_BAR: Final = 600
"""Width of a bar in units of its own; on the page it is as wide as there is room."""


def as_html(report: Report) -> str:
    """Write a report as one HTML file. Every text in it is read as it was written, never as markup."""
    return _Writer(report).page()


@cache
def _style() -> tuple[str, str]:
    """Return the looks of the page, and the hash by which its policy knows that these are ours."""
    style = Path(__file__).with_name("paper.css").read_text(encoding="utf-8")
    return style, base64.b64encode(sha256(style.encode()).digest()).decode()


class _Writer:
    """Writes one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._words = Words(report.language)

    def page(self) -> str:
        report, (style, digest) = self._report, _style()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
        lines = [
            "<!doctype html>",
            f'<html lang="{report.language}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_text(report.title) or AUTHOR}</title>",
            f"<style>{style}</style>",
            "</head>",
            f"<body{_class('sheet' if report.fits_page else '')}>",
            "<main>",
            *self._head(),
            *(line for section in report.sections for line in self._section(section)),
            "</main>",
            "</body>",
            "</html>",
        ]
        return "\n".join(lines) + "\n"

    def _head(self) -> Iterator[str]:
        report = self._report
        yield '<header class="head">'
        yield "<div>"
        if report.organisation:
            yield _paragraph(report.organisation, "organisation")
        yield f'<h1 dir="auto">{_text(report.title) or AUTHOR}</h1>'
        if report.subtitle:
            yield _paragraph(report.subtitle, "subtitle")
        if report.made:
            yield _paragraph(dated(report), "day")
        yield "</div>"
        if report.logo:
            alt = escape(logo_alt(report, self._words))
            yield f'<img src="{_data_address(report.logo)}" alt="{alt}">'
        yield "</header>"

    def _section(self, section: Section) -> Iterator[str]:
        yield "<section>"
        title = _text(section.title)
        if title:
            yield f'<h2 dir="auto">{title}</h2>'
        for part in section.parts:
            yield from self._part(part, "h3" if title else "h2")
        yield "</section>"

    def _part(self, part: Part, heading: str) -> Iterator[str]:
        match part:
            case Subheading():
                if text := _text(part.text):
                    yield f'<{heading} dir="auto">{text}</{heading}>'
            case Paragraph():
                yield _paragraph(part.text)
            case Quote():
                yield _quote(rows_of(part.text))
            case Rows():
                yield from _rows(part.rows)
            case Checks():
                yield from _list("ul", map(self._check, part.items), "checks")
            case Lines():
                yield from _list("ul", map(_item, part.items))
            case Numbered():
                yield from _list("ol", map(_item, part.items))
            case Table():
                yield from _table(part)
            case Scores():
                yield from (line for score in part.items for line in _score(score))
            case Signatures():
                yield from (line for who in part.names for line in self._signature(who))
            case Blank():
                yield from _blank(part)

    def _check(self, item: Check) -> str:
        sign, said = ("☑", _DONE) if item.is_ticked else ("☐", _OPEN)
        when = f' <span class="when">({_text(item.when)})</span>' if item.when else ""
        box = f'<span role="img" aria-label="{escape(self._words(said))}">{sign}</span>'
        return f'<li>{box} <span dir="auto">{_text(item.text)}{when}</span></li>'

    def _signature(self, who: str) -> Iterator[str]:
        yield '<div class="signature">'
        yield _paragraph(who, "who")
        yield '<div class="fields">'
        for label in (NAME, DAY, SIGNATURE):
            yield f'<p class="field">{_text(self._words(label))}</p>'
        yield "</div>"
        yield "</div>"


def _list(tag: str, items: Iterable[str], name: str = "") -> Iterator[str]:
    yield f"<{tag}{_class(name)}>"
    yield from items
    yield f"</{tag}>"


def _item(text: str) -> str:
    return f'<li dir="auto">{_text(text)}</li>'


def _paragraph(text: str, name: str = "") -> str:
    return f'<p{_class(name)} dir="auto">{_text(text)}</p>'


def _quote(lines: list[str]) -> str:
    return f'<blockquote dir="auto"><p>{"<br>".join(map(escape, lines))}</p></blockquote>'


def _rows(rows: tuple[Row, ...]) -> Iterator[str]:
    yield "<dl>"
    for row in rows:
        lines = rows_of(row.value)
        value = _quote(lines) if len(lines) > 1 else _text(row.value)
        yield f'<div><dt dir="auto">{_text(row.name)}</dt><dd dir="auto">{value}'
        if row.under:
            yield from _rows(row.under)
        yield "</dd></div>"
    yield "</dl>"


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    names = "".join(f'<th scope="col" dir="auto">{_text(name)}</th>' for name in table.head)
    yield f"<thead><tr>{names}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = "".join(f'<td dir="auto">{_text(cell)}</td>' for cell in row)
        yield f"<tr>{cells}</tr>"
    yield "</tbody>"
    yield "</table>"


def _score(score: Score) -> Iterator[str]:
    """Draw a bar, hidden from who listens: the words under it say the same."""
    total = max(1, sum(count.number for count in score.counts))
    yield '<div class="score">'
    yield _paragraph(score.label, "label")
    yield f'<svg viewBox="0 0 {_BAR} 16" preserveAspectRatio="none" aria-hidden="true">'
    at = 0
    for index, count in enumerate(score.counts):
        end = at + count.number
        left, right = (round(_BAR * edge / total) for edge in (at, end))
        yield f'<rect class="{_shade(index)}" x="{left}" y="0" width="{right - left}" height="16"/>'
        at = end
    yield "</svg>"
    yield f'<p class="said">{" ".join(_counted(index, count) for index, count in enumerate(score.counts))}</p>'
    yield "</div>"


def _counted(index: int, count: Count) -> str:
    key = f'<rect class="{_shade(index)}" width="16" height="16" stroke="#c3ced2"/>'
    return f'<span><svg viewBox="0 0 16 16" aria-hidden="true">{key}</svg>{_text(count.label)} {count.number}</span>'


def _shade(index: int) -> str:
    return f"shade-{min(index, 4)}"


def _blank(blank: Blank) -> Iterator[str]:
    yield '<div class="blank">'
    if blank.label:
        yield _paragraph(blank.label, "label")
    yield from ['<div class="rule"></div>'] * blank.lines
    yield "</div>"


def _data_address(logo: Logo) -> str:
    return f"data:{logo.media_type};base64,{base64.b64encode(logo.data).decode()}"


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _text(text: str) -> str:
    return escape(flat(text))
