"""A report as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.exports.escaping import escaped, escaped_start
from onlinesafe_tui.exports.shapes import Check, Checks, Lines, Paragraph, Part, Quote, Report, Row, Rows, Subheading


def as_markdown(report: Report) -> str:
    """Write a report as Markdown. Every text in it is read as it was written, never as markup."""
    blocks = [f"# {_line(report.title)}"]
    for section in report.sections:
        blocks.append(f"## {_line(section.title)}")
        blocks += ["\n".join(_part(part)) for part in section.parts]
    return "\n\n".join(blocks) + "\n"


def _part(part: Part) -> Iterator[str]:
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
    return escaped(_flat(text))


def _start(text: str) -> str:
    return escaped_start(_flat(text))


def _flat(text: str) -> str:
    return " ".join(clean_text(text).split())
