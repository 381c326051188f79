"""A report as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.exports.escaping import escaped, escaped_start
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
    Scores,
    Signatures,
    Subheading,
    Table,
)
from onlinesafe_tui.exports.wording import bar_of, dated, flat, said_of, signing
from onlinesafe_tui.language import Words

_WRITE_ON: Final = "\\_" * 40


def as_markdown(report: Report) -> str:
    """Write a report as Markdown. Every text in it is read as it was written, never as markup."""
    words = Words(report.language)
    blocks = [f"# {_line(report.title)}"]
    blocks += [_start(text) for text in (report.subtitle, report.organisation, dated(report)) if text]
    for section in report.sections:
        if section.title:
            blocks.append(f"## {_line(section.title)}")
        blocks += ["\n".join(_part(part, words)) for part in section.parts]
    return "\n\n".join(blocks) + "\n"


def _part(part: Part, words: Words) -> Iterator[str]:
    match part:
        case Subheading():
            yield f"### {_line(part.text)}"
        case Paragraph():
            yield _start(part.text)
        case Quote():
            yield from _quote(part.text)
        case Rows():
            for row in part.rows:
                yield from _row(row, "")
        case Checks():
            yield from (_check(item) for item in part.items)
        case Lines():
            yield from (f"- {_start(item)}" for item in part.items)
        case Numbered():
            yield from (f"{number}. {_start(item)}" for number, item in enumerate(part.items, 1))
        case Table():
            yield from _table(part)
        case Scores():
            yield from (
                f"- **{_line(score.label)}:** {_line(said_of(score))} {bar_of(score)}".rstrip() for score in part.items
            )
        case Signatures():
            yield from (f"- **{_line(who)}:** {_line(signing(words))}" for who in part.names)
        case Blank():
            lines = [f"**{_line(part.label)}**"] * bool(part.label) + [_WRITE_ON] * part.lines
            yield "\\\n".join(lines)


def _table(table: Table) -> Iterator[str]:
    yield _cells(table.head)
    yield f"|{' --- |' * len(table.head)}"
    yield from (_cells(row) for row in table.rows)


def _cells(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(_line(cell) for cell in cells)} |"


def _row(row: Row, indent: str) -> Iterator[str]:
    label = f"{indent}- **{_line(row.name)}**"
    if len(clean_text(row.value).strip().split("\n")) > 1:
        yield label
        yield from (f"{indent}  {line}" for line in _quote(row.value))
    else:
        yield f"{label} {_line(row.value)}"
    for under in row.under:
        yield from _row(under, f"{indent}  ")


def _check(item: Check) -> str:
    mark = "x" if item.is_ticked else " "
    when = f" ({_line(item.when)})" if item.when else ""
    return f"- [{mark}] {_line(item.text)}{when}"


def _quote(text: str) -> Iterator[str]:
    """Quote lines as they are: each ends where it ended, and an empty one parts paragraphs."""
    lines = [line.rstrip() for line in clean_text(text).strip("\n").split("\n")]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        end = "\\" if line and following else ""
        yield f"> {escaped_start(line)}{end}".rstrip(" ")


def _line(text: str) -> str:
    return escaped(flat(text))


def _start(text: str) -> str:
    return escaped_start(flat(text))
