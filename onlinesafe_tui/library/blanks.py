"""What a starter leaves open: `[vul in: …]` or `[fill in: …]`, until the organisation writes what belongs there.

A blank is never shown to somebody who needs help: a number is there, or it is not. In a text to copy a blank stays,
because there it is for whoever sends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import msgspec

from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.library.blocks import plain_text, texts
from onlinesafe_tui.library.meta import InLanguages
from onlinesafe_tui.library.problems import Problem, Severity
from onlinesafe_tui.library.source import Part, Source

NOT_FILLED_IN: Final = N_("Not filled in yet: {found}; write what belongs there. Until then this is not shown")
"""What is said of a blank."""

_BLANK: Final = re.compile(r"\[(?:vul in|fill in)\b[^\[\]\n]*\]?", re.IGNORECASE)


def has_blank(text: str) -> bool:
    """Tell whether a text still has something to fill in."""
    return bool(_BLANK.search(text))


def blanks(source: Source) -> Iterator[Problem]:
    """Name the blanks of a file, one notice for each line that has any."""
    lines: dict[int, list[str]] = {}
    for line, blank in (*_in_front(source), *(found for part in source.parts.values() for found in _in_part(part))):
        lines.setdefault(line, []).append(blank)
    for line, found in lines.items():
        yield Problem(source.path, line, NOT_FILLED_IN, {"found": ", ".join(found)}, Severity.NOTICE)


def filled_in(source: Source) -> Source | None:
    """Return a file with only the languages that are filled in; None when nothing of it can be shown yet."""
    if any(_in_front(source)):
        return None
    parts = filled_parts(source)
    return replace(source, parts=parts) if parts else None


def filled_parts(source: Source) -> Mapping[Language, Part]:
    """Return what a file says in the languages that are filled in."""
    return {language: part for language, part in source.parts.items() if not any(_in_part(part))}


def _in_front(source: Source) -> Iterator[tuple[int, str]]:
    for field in msgspec.structs.fields(source.meta):
        for text in _strings(getattr(source.meta, field.name)):
            for blank in _BLANK.findall(text):
                yield source.meta_lines.get(field.encode_name, 1), blank


def _in_part(part: Part) -> Iterator[tuple[int, str]]:
    for blank in _BLANK.findall(part.title):
        yield part.line, blank
    for text, line in texts(part.blocks):
        for blank in _BLANK.findall(plain_text(text)):
            yield line, blank


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (item for item in value if isinstance(item, str))
    elif isinstance(value, InLanguages):
        yield from (value.nl, value.en)
