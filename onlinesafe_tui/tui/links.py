"""Links in a page: what each leads to, and where it stands among the lines that are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.style import Style

from onlinesafe_tui.tui.draw import Lines

_LEADS: Final = "leads"
"""What says in the style of a link where it leads."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it stands on the screen."""

    target: str
    """Where it leads: `https://…` or `kind:id`."""

    places: tuple[tuple[int, int, int], ...]
    """Its pieces: the line, counted from 0, and the characters of it from where up to where."""

    @property
    def first(self) -> int:
        """The line on which it begins."""
        return self.places[0][0]

    @property
    def last(self) -> int:
        """The line on which it ends."""
        return self.places[-1][0]


def leading(target: str) -> Style:
    """Return the style that lets a stretch of text lead somewhere; it looks like nothing by itself."""
    return Style.from_meta({_LEADS: target})


def target_at(meta: dict[str, object]) -> str:
    """Return where a place on the screen leads, by what its style says; empty for nowhere."""
    return str(meta.get(_LEADS, ""))


def links_in(lines: Sequence[Content]) -> tuple[Link, ...]:
    """Find the links in lines that were drawn, in the order in which they stand there."""
    found: list[Link] = []
    for number, start, end, target in _pieces(lines):
        before = found[-1] if found else None
        if before is not None and before.target == target and _goes_on(lines, before.places[-1], number, start):
            found[-1] = Link(target, (*before.places, (number, start, end)))
        else:
            found.append(Link(target, ((number, start, end),)))
    return tuple(found)


def marked(lines: Lines, links: Sequence[Link], cursor: int | None) -> Lines:
    """Show which words are links, and on which of them the cursor is, without any colour too."""
    found = list(lines)
    for index, link in enumerate(links):
        for number, start, end in link.places:
            look = "bold reverse" if index == cursor else "underline"
            found[number] = found[number].stylize(look, start, end)
    return found


def _pieces(lines: Sequence[Content]) -> Iterator[tuple[int, int, int, str]]:
    for number, line in enumerate(lines):
        for span in sorted(line.spans, key=lambda span: span.start):
            if isinstance(span.style, Style) and (target := target_at(dict(span.style.meta))):
                yield number, span.start, span.end, target


def _goes_on(lines: Sequence[Content], last: tuple[int, int, int], number: int, start: int) -> bool:
    """Tell whether a piece of a link goes on where another ended: right after it, or on the next line."""
    line, _, end = last
    if number == line:
        return start == end
    between = f"{lines[line].plain[end:]}{lines[number].plain[:start]}"
    return number == line + 1 and not any(map(str.isalnum, between))
