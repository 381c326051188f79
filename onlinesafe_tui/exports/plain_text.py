"""A report as plain text, for a terminal and for whoever has it read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.exports.shapes import Checks, Lines, Paragraph, Part, Quote, Report, Row, Rows, Subheading


def as_plain_text(report: Report) -> str:
    """Write a report as plain text, without a character that a terminal would obey."""
    lines = [_flat(report.title)]
    for section in report.sections:
        lines += ["", _flat(section.title)]
        for part in section.parts:
            lines += [f"  {line}".rstrip() for line in _part(part)]
    return "\n".join(lines) + "\n"


def _part(part: Part) -> Iterator[str]:
    match part:
        case Subheading() | Paragraph():
            yield _flat(part.text)
        case Quote():
            yield from _indented(part.text)
        case Rows():
            for row in part.rows:
                yield from _row(row)
        case Checks():
            for item in part.items:
                when = f" ({_flat(item.when)})" if item.when else ""
                yield f"[{'x' if item.is_ticked else ' '}] {_flat(item.text)}{when}"
        case Lines():
            yield from (f"- {_flat(item)}" for item in part.items)


def _row(row: Row) -> Iterator[str]:
    label = _flat(row.name)
    lines = list(_indented(row.value))
    if len(lines) > 1:
        yield label
        yield from lines
    else:
        yield f"{label} {_flat(row.value)}"
    for under in row.under:
        yield from (f"  {line}" for line in _row(under))


def _indented(text: str) -> Iterator[str]:
    return (f"  {line.rstrip()}" for line in clean_text(text).strip("\n").split("\n"))


def _flat(text: str) -> str:
    return " ".join(clean_text(text).split())
