"""A report as plain text, for a terminal and for whoever has it read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.exports.shapes import (
    Blank,
    Check,
    Checks,
    Lines,
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
from onlinesafe_tui.exports.wording import bar_of, dated, flat, said_of, signing
from onlinesafe_tui.language import Words

_WRITE_ON: Final = "_" * 40


def as_plain_text(report: Report) -> str:
    """Write a report as plain text, without a character that a terminal would obey."""
    words = Words(report.language)
    texts = (report.title, report.subtitle, report.organisation, dated(report))
    lines = [flat(text) for index, text in enumerate(texts) if text or not index]
    for section in report.sections:
        lines += ["", *filter(None, [flat(section.title)])]
        for part in section.parts:
            lines += [f"  {line}".rstrip() for line in _part(part, words)]
    return "\n".join(lines) + "\n"


def _part(part: Part, words: Words) -> Iterator[str]:
    match part:
        case Subheading() | Paragraph():
            yield flat(part.text)
        case Quote():
            yield from _indented(part.text)
        case Rows():
            yield from (line for row in part.rows for line in _row(row))
        case Checks():
            yield from (_check(item) for item in part.items)
        case Lines():
            yield from (f"- {flat(item)}" for item in part.items)
        case Numbered():
            yield from (f"{number}. {flat(item)}" for number, item in enumerate(part.items, 1))
        case Table():
            yield from _table(part)
        case Scores():
            yield from (line for score in part.items for line in _score(score))
        case Signatures():
            yield from (line for who in part.names for line in (flat(who), f"  {signing(words)}"))
        case Blank():
            yield from [flat(part.label)] * bool(part.label) + [_WRITE_ON] * part.lines


def _check(item: Check) -> str:
    when = f" ({flat(item.when)})" if item.when else ""
    return f"[{'x' if item.is_ticked else ' '}] {flat(item.text)}{when}"


def _score(score: Score) -> tuple[str, str]:
    return f"{flat(score.label)}: {flat(said_of(score))}", f"  {bar_of(score)}"


def _table(table: Table) -> Iterator[str]:
    """Tell a table row by row: columns go wrong in a narrow window, and a voice reads across them."""
    for row in table.rows:
        for index, (name, cell) in enumerate(zip(table.head, row, strict=True)):
            yield f"{'  ' if index else '- '}{flat(name)}: {flat(cell)}"


def _row(row: Row) -> Iterator[str]:
    label = flat(row.name)
    lines = list(_indented(row.value))
    if len(lines) > 1:
        yield label
        yield from lines
    else:
        yield f"{label} {flat(row.value)}"
    for under in row.under:
        yield from (f"  {line}" for line in _row(under))


def _indented(text: str) -> Iterator[str]:
    return (f"  {line.rstrip()}" for line in clean_text(text).strip("\n").split("\n"))
