"""What must hold within a statement of the policy scan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onlinesafe_tui.labels import PLACEHOLDERS
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import Block, Bullets, Item, Template, walk
from onlinesafe_tui.library.check_sections import listed, sections_of
from onlinesafe_tui.library.meta import Kind, PolicyMeta
from onlinesafe_tui.library.problems import Problem
from onlinesafe_tui.library.source import Part, Source

POLICY_SECTIONS: Final = ("proof", "actions", "text")
"""The sections of a statement, in their order."""

_OTHERS: Final = re.compile("|".join(rf"\{{{name}\}}" for name in PLACEHOLDERS if name != "organisation"))
"""What other texts can have filled in, and a policy cannot."""

Found = tuple[int, str, dict[str, object]]
"""A line, what is wrong there, and the values for that message."""


def check_policy(source: Source, kind: Kind) -> Iterator[Problem]:
    """Say what is wrong with a statement; nothing about other kinds."""
    if kind is not Kind.POLICY:
        return
    if isinstance(source.meta, PolicyMeta) and not source.meta.country:
        message = N_("This is for no country, so nobody sees it; write country: [nl, be]")
        yield Problem(source.path, source.meta_lines.get("country", 1), message)
    for part in source.parts.values():
        for line, message, values in _statement(part):
            yield Problem(source.path, line, message, values)


def _statement(part: Part) -> Iterator[Found]:
    sections = sections_of(part)
    found = tuple(heading.id for heading, _ in sections)
    if found != POLICY_SECTIONS:
        message = N_("The sections are {found}; write them in this order: {wanted}")
        yield part.line, message, {"found": listed(found), "wanted": listed(POLICY_SECTIONS)}
        return
    (proof, seen), (actions, done), (text, written) = sections
    if part.blocks[0] is proof:
        yield part.line, N_("What the statement is about stands before the first section; write it there"), {}
    for heading, inside in ((proof, seen), (actions, done)):
        if not _items(inside):
            yield heading.line, N_("There is no list here; write one, with - before each line"), {}
    for item in _items(done):
        if not item.id:
            yield item.line, N_("An action needs a permanent id; write {{#some-id}} after it"), {}
    templates = [block for block in walk(part.blocks) if isinstance(block, Template)]
    if len(templates) != 1 or templates[0] not in written:
        yield text.line, N_("One text for the policy stands here, in a ```template fence outside ::: blocks"), {}
    for template in templates:
        for name in _OTHERS.findall(template.text):
            message = N_("{found} is not filled in here, only {known} is; write the words themselves")
            yield template.line, message, {"found": name, "known": "{organisation}"}


def _items(blocks: Sequence[Block]) -> tuple[Item, ...]:
    return tuple(item for block in walk(blocks) if isinstance(block, Bullets) for item in block.items)
