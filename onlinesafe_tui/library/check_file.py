"""What must hold within one content file, whichever folder it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from onlinesafe_tui.domain.actions import ActionKind
from onlinesafe_tui.domain.advice import advice_ids
from onlinesafe_tui.domain.facets import CHOICES, Channel, Question
from onlinesafe_tui.domain.file_names import is_device
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.labels import PLACEHOLDERS
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blanks import has_blank
from onlinesafe_tui.library.blocks import (
    Block,
    Bullets,
    Heading,
    Remark,
    Tasks,
    Template,
    When,
    plain_text,
    texts,
    walk,
)
from onlinesafe_tui.library.check_policy import check_policy
from onlinesafe_tui.library.check_prevention import check_prevention
from onlinesafe_tui.library.check_sections import check_sections
from onlinesafe_tui.library.kinds import LINKED
from onlinesafe_tui.library.meta import ContactMeta, Kind, OrganisationMeta, Status
from onlinesafe_tui.library.problems import Problem
from onlinesafe_tui.library.source import Part, Source

NAMES: Final[dict[Kind, frozenset[str]]] = {
    Kind.STEP: frozenset(map(str, Step)),
    Kind.QUESTION: frozenset(map(str, Question)),
    Kind.ADVICE: advice_ids(),
    Kind.PLATFORM: frozenset(map(str, Channel)) - {"other", "unknown"},
}
"""The kinds whose files have fixed names, with these names."""

_NUMBER: Final = re.compile(r"(?<![\w/.-])(?:\+|0)\d[\d ./()-]*\d(?![\w/])")
_DIALLED: Final = re.compile(r"\+?\(?[0-9][0-9 ()./-]*", re.ASCII)
_DAY: Final = re.compile(r"\d\d?([-./ ])\d\d?\1(\d{4}|\d\d)")
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SCHEMES: Final = frozenset({"https", "key", *LINKED})


def check_source(source: Source, kind: Kind) -> Iterator[Problem]:
    """Say what is wrong within a file, beyond what its parser said."""
    check = _Check(source, kind)
    yield from check.whole()
    for part in source.parts.values():
        yield from check.part(part)
    yield from check.both()
    yield from check_sections(source, kind)
    yield from check_policy(source, kind)
    yield from check_prevention(source, kind)


class _Check:
    """Checks one file."""

    def __init__(self, source: Source, kind: Kind) -> None:
        self._source = source
        self._kind = kind
        self._id = source.path.stem

    def whole(self) -> Iterator[Problem]:
        """Check what is the same in every language."""
        if not _NAME.fullmatch(self._id):
            yield self._problem(1, N_("A file is named in lower case letters, digits and hyphens; rename it"))
        if is_device(self._id):
            yield self._problem(1, N_("Windows keeps this name for a device; rename the file"))
        names = NAMES.get(self._kind)
        if names is not None and self._id not in names:
            message = N_("{found} is not a name for a file here; use one of: {known}")
            yield self._problem(1, message, found=self._id, known=", ".join(sorted(names)))
        if not self._source.parts and not isinstance(self._source.meta, OrganisationMeta):
            yield self._problem(
                1, N_("There is no text in any language; write # Title {{lang=nl}} and the text under it")
            )
        meta = self._source.meta
        if isinstance(meta, ContactMeta):
            if meta.danger and (meta.status is not Status.VERIFIED or not meta.number):
                message = N_("Only a verified number stands on the danger bar; remove danger, or verify the number")
                yield self._problem(self._source.meta_lines.get("danger", 1), message)
            if meta.number and meta.status is Status.UNVERIFIED:
                message = N_("An unverified number is never shown; remove it, or verify it")
                yield self._problem(self._source.meta_lines.get("number", 1), message)
            if meta.number and not has_blank(meta.number) and not _is_dialled(meta.number):
                message = N_('{found} is not a number as one dials it; write digits, as in number: "0900-8844"')
                yield self._problem(self._source.meta_lines.get("number", 1), message, found=meta.number)
            if not meta.country:
                message = N_("This is for no country, so nobody sees it; write country: [nl, be]")
                yield self._problem(self._source.meta_lines.get("country", 1), message)
            if "://" in meta.site:
                message = N_("A site is written without https://")
                yield self._problem(self._source.meta_lines.get("site", 1), message)

    def part(self, part: Part) -> Iterator[Problem]:
        """Check what one language says."""
        if not part.blocks:
            yield self._problem(part.line, N_("There is no text under this heading; write it"))
        yield from self._ids(part)
        yield from self._numbers(part.title, part.line)
        for text, line in texts(part.blocks):
            yield from self._numbers(plain_text(text), line)
            for span in text:
                if span.link and span.link.partition(":")[0] not in _SCHEMES:
                    message = N_(
                        "No link leads to {found}; "
                        "write https://… or contact:, law:, platform:, template:, step:, organisation:, key:"
                    )
                    yield self._problem(line, message, found=span.link)
        for block in walk(part.blocks):
            if isinstance(block, Template):
                yield from self._numbers(block.text, block.line)
                yield from self._placeholders(block)
        if self._kind is Kind.QUESTION:
            yield from self._choices(part)
        if self._kind is Kind.STEP:
            yield from self._actions(part)
        if self._kind is Kind.TEMPLATE:
            yield from self._template(part)

    def both(self) -> Iterator[Problem]:
        """Check that the languages say the same things in the same order."""
        parts = list(self._source.parts.values())
        if len(parts) < 2:
            return
        first, second = (list(_outline(part.blocks)) for part in parts[:2])
        for one, other in zip_longest(first, second):
            if (one and one[0]) != (other and other[0]):
                line = other[1] if other else parts[1].line
                message = N_(
                    "{second} has {found} where {first} has {wanted}; give both the same ids in the same order"
                )
                yield self._problem(
                    line,
                    message,
                    first=parts[0].language,
                    second=parts[1].language,
                    found=other[0] if other else "-",
                    wanted=one[0] if one else "-",
                )
                return

    def _ids(self, part: Part) -> Iterator[Problem]:
        seen: set[str] = set()
        for id, line in _ids(part.blocks):
            if id in seen:
                yield self._problem(line, N_("The id {found} stands here twice; give each its own"), found=id)
            if id in self._source.meta.retired:
                yield self._problem(
                    line, N_("The id {found} is retired and is never used again; choose another"), found=id
                )
            seen.add(id)
        for block in walk(part.blocks):
            if isinstance(block, Tasks):
                for item in block.items:
                    if not item.id:
                        yield self._problem(item.line, N_("A task needs a permanent id; write {{#some-id}} after it"))

    def _numbers(self, text: str, line: int) -> Iterator[Problem]:
        for found in _NUMBER.findall(text):
            if sum(map(str.isdigit, found)) >= 8 and not _DAY.fullmatch(found):
                message = N_("A telephone number ({found}) is not typed in a text; write [words](contact:ID)")
                yield self._problem(line, message, found=found)

    def _template(self, part: Part) -> Iterator[Problem]:
        found = [block for block in walk(part.blocks) if isinstance(block, Template)]
        if not found:
            yield self._problem(part.line, N_("There is no text to copy; write it in a ```template fence"))
        elif len(found) > 1 or found[0] not in part.blocks:
            message = N_("One text to copy stands in a file, outside ::: blocks; give another its own file")
            yield self._problem(found[-1].line, message)

    def _placeholders(self, block: Template) -> Iterator[Problem]:
        for name in _PLACEHOLDER.findall(block.text):
            if name not in PLACEHOLDERS:
                message = N_("{found} is not a placeholder; write one of: {known}")
                yield self._problem(block.line, message, found=f"{{{name}}}", known=", ".join(PLACEHOLDERS))
        if set(_PLACEHOLDER.sub("", block.text)) & set("{}"):
            yield self._problem(block.line, N_("A brace stands alone in this text; write {{name}} with both braces"))

    def _choices(self, part: Part) -> Iterator[Problem]:
        lists = [block for block in part.blocks if isinstance(block, Bullets)]
        if self._id not in NAMES[Kind.QUESTION]:
            return
        wanted = [str(value) for value in CHOICES[Question(self._id)].values]
        found = [item.id for item in lists[0].items] if lists else []
        if found != wanted:
            line = lists[0].line if lists else part.line
            message = N_("The choices are {found}; write them in this order: {wanted}")
            yield self._problem(line, message, found=", ".join(found) or "-", wanted=", ".join(wanted))

    def _actions(self, part: Part) -> Iterator[Problem]:
        known = [str(kind) for kind in ActionKind if kind.step == self._id]
        for block in _section_lists(part.blocks, "actions"):
            for item in block.items:
                if item.id not in known:
                    message = N_("{found} is not an action of this step; write one of: {known}")
                    yield self._problem(item.line, message, found=item.id or "-", known=", ".join(known) or "-")

    def _problem(self, line: int, message: str, **values: object) -> Problem:
        return Problem(self._source.path, line, message, values)


def _is_dialled(number: str) -> bool:
    # Inside a building a number can have one digit; none in the world has more than fifteen.
    return bool(_DIALLED.fullmatch(number)) and sum(map(str.isdigit, number)) <= 15


def _ids(blocks: tuple[Block, ...]) -> Iterator[tuple[str, int]]:
    for block in walk(blocks):
        if isinstance(block, Heading) and block.id:
            yield block.id, block.line
        elif isinstance(block, Bullets | Tasks):
            yield from ((item.id, item.line) for item in block.items if item.id)


def _section_lists(blocks: tuple[Block, ...], id: str) -> Iterator[Bullets]:
    level = 0
    for block in walk(blocks):
        if isinstance(block, Heading) and block.id == id:
            level = block.level
        elif isinstance(block, Heading) and block in blocks and block.level <= level:
            level = 0
        elif level and isinstance(block, Bullets):
            yield block


def _outline(blocks: tuple[Block, ...]) -> Iterator[tuple[str, int]]:
    """Say what must be the same in every language, in order, each with its line."""
    for block in blocks:
        match block:
            case Heading():
                yield "#" * block.level + f" {{#{block.id}}}", block.line
            case Bullets() | Tasks():
                for item in block.items:
                    mark = "- [ ]" if isinstance(block, Tasks) else "-"
                    yield f"{mark} {{#{item.id}}} {','.join(item.covers)}".strip(), item.line
            case Template():
                yield " ".join(("```template", *sorted(set(_PLACEHOLDER.findall(block.text))))), block.line
            case Remark():
                yield f"::: {block.kind}", block.line
                yield from _outline(block.blocks)
            case When():
                said = " ".join(f"{facet}={','.join(sorted(values))}" for facet, values in block.conditions.items())
                yield f"::: when {said}", block.line
                yield from _outline(block.blocks)
