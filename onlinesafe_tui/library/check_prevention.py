"""What must hold within a thing to look at in a prevention round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import Heading, plain_text, texts
from onlinesafe_tui.library.meta import Kind, PreventionMeta
from onlinesafe_tui.library.problems import Problem
from onlinesafe_tui.library.source import Part, Source

LONGEST_WHAT: Final = 300
"""Characters of what to do: with its four answers it has to fit a small screen."""

Found = tuple[int, str, dict[str, object]]
"""A line, what is wrong there, and the values for that message."""


def check_prevention(source: Source, kind: Kind) -> Iterator[Problem]:
    """Say what is wrong with a thing to look at; nothing about other kinds."""
    if kind is not Kind.PREVENTION:
        return
    if isinstance(source.meta, PreventionMeta) and not source.meta.country:
        message = N_("This is for no country, so nobody sees it; write country: [nl, be]")
        yield Problem(source.path, source.meta_lines.get("country", 1), message)
    for part in source.parts.values():
        for line, message, values in _thing(part):
            yield Problem(source.path, line, message, values)


def _thing(part: Part) -> Iterator[Found]:
    headings = [index for index, block in enumerate(part.blocks) if isinstance(block, Heading)]
    first = part.blocks[headings[0]] if headings else None
    if not isinstance(first, Heading) or (first.level, first.id) != (2, "how"):
        line = first.line if first else part.line
        yield line, N_("How to do it is missing; write ## … {{#how}} as the first heading, and the steps under it"), {}
        return
    what = part.blocks[: headings[0]]
    length = sum(len(plain_text(text)) for text, _ in texts(what))
    if not what:
        yield part.line, N_("What to do is missing; write it above {{#how}}, in two to four short sentences"), {}
    elif length > LONGEST_WHAT:
        message = N_(
            "What to do has {n} characters, and the answers stand under it; write {most} at most above {{#how}}"
        )
        yield part.line, message, {"n": length, "most": LONGEST_WHAT}
