"""Checks a whole content folder: everything that one file alone cannot know."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from onlinesafe_tui.errors import reason_of
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.library.blanks import blanks
from onlinesafe_tui.library.blocks import Bullets, Tasks, texts, walk
from onlinesafe_tui.library.check_file import NAMES, check_source
from onlinesafe_tui.library.folders import ORGANISATION, POINTS, ids_in, is_there
from onlinesafe_tui.library.kinds import LINKED
from onlinesafe_tui.library.meta import METAS, Aging, ContactMeta, Kind, OrganisationMeta, PointsMeta, Status, StepMeta
from onlinesafe_tui.library.organisation import read_organisation
from onlinesafe_tui.library.problems import NOWHERE, Problem, Severity
from onlinesafe_tui.library.source import Source, read_source
from onlinesafe_tui.library.strangers import strangers


def check_content(folder: Path, today: date, *, shipped: Path | None = None) -> tuple[Problem, ...]:
    """Check a content folder.

    Args:
        folder: The folder to check.
        today: The day on which records are overdue or not.
        shipped: The shipped content, when `folder` is an organisation's own: then one language is enough, nothing has
            to be complete, and links may lead to shipped pages.
    """
    check = _Check(folder, today, shipped)
    return tuple(sorted(check.problems(), key=lambda problem: (str(problem.path), problem.line)))


class _Check:
    """Checks one folder."""

    def __init__(self, folder: Path, today: date, shipped: Path | None) -> None:
        self._folder = folder
        self._today = today
        self._shipped = shipped
        self._sources: dict[tuple[Kind, str], Source] = {}
        self._own_words: list[Source] = []

    def problems(self) -> Iterator[Problem]:
        """Read everything and say what is wrong."""
        if not is_there(self._folder.is_dir):
            yield Problem(self._folder, 1, N_("This folder does not exist; name another"))
            return
        yield from strangers(self._folder)
        if self._shipped is not None:
            yield from self._about()
        for kind in Kind:
            for id in ids_in(self._folder, kind):
                yield from self._read(kind, self._folder / kind.value / f"{id}.md")
        yield from self._links()
        yield from self._ages()
        if self._shipped is None:
            yield from self._completeness()
            yield from self._coverage()

    def _about(self) -> Iterator[Problem]:
        """Check what the organisation says about itself."""
        yield from read_organisation(self._folder)[1]
        path = self._folder / ORGANISATION
        with suppress(OSError):
            if path.is_file():
                self._own_words.append(read_source(path, OrganisationMeta))

    def _read(self, kind: Kind, path: Path) -> Iterator[Problem]:
        if not is_there(path.is_file):
            yield Problem(path, 1, N_("This is not a file; remove it, or rename it"))
            return
        try:
            source = read_source(path, METAS[kind])
        except OSError as error:
            yield Problem(path, 1, N_("This file cannot be read: {reason}"), {"reason": reason_of(error)})
            return
        self._sources[kind, path.stem] = source
        yield from source.problems
        yield from check_source(source, kind)
        yield from blanks(source)
        if self._shipped is None:
            yield from self._unsaid(source)
            for language in Language:
                if language not in source.parts:
                    yield Problem(
                        path,
                        1,
                        N_("There is no part in {language}; write # Title {{lang={language}}}"),
                        {"language": language},
                    )

    def _unsaid(self, source: Source) -> Iterator[Problem]:
        """Name the languages in which it is not said what a file was checked with."""
        told = source.meta.source if isinstance(source.meta, Aging) else ""
        for language in () if isinstance(told, str) else Language:
            if not getattr(told, language):
                message = N_("{found} says nothing in {language}; write {found}: {{nl: …, en: …}}")
                values: dict[str, object] = {"found": "source", "language": language}
                yield Problem(source.path, source.meta_lines.get("source", 1), message, values)

    def _links(self) -> Iterator[Problem]:
        known = {kind: set(self._names(kind)) for kind in Kind}
        for source in (*self._own_words, *self._sources.values()):
            for part in source.parts.values():
                for text, line in texts(part.blocks):
                    for span in text:
                        scheme, _, target = span.link.partition(":")
                        if scheme in LINKED and target not in known[LINKED[scheme]]:
                            values: dict[str, object] = {"found": span.link, "folder": LINKED[scheme].value}
                            yield Problem(source.path, line, NOWHERE, values)
            if isinstance(source.meta, StepMeta):
                for id in source.meta.templates:
                    if id not in known[Kind.TEMPLATE]:
                        line = source.meta_lines.get("templates", 1)
                        yield Problem(source.path, line, NOWHERE, {"found": id, "folder": Kind.TEMPLATE.value})

    def _ages(self) -> Iterator[Problem]:
        for source in self._sources.values():
            meta = source.meta
            if isinstance(meta, Aging) and meta.is_overdue(self._today):
                message = N_(
                    "To be reviewed since {day}; check it with its source, then set checked_on and review_after"
                )
                line = source.meta_lines.get("review_after", 1)
                yield Problem(source.path, line, message, {"day": meta.review_after}, Severity.NOTICE)
            if isinstance(meta, ContactMeta) and meta.number and meta.status is Status.SECONDARY:
                message = N_(
                    "The number is not confirmed by the organisation itself; confirm it, then set status: verified"
                )
                line = source.meta_lines.get("status", 1)
                yield Problem(source.path, line, message, {}, Severity.NOTICE)

    def _completeness(self) -> Iterator[Problem]:
        for kind in (Kind.STEP, Kind.QUESTION, Kind.ADVICE):
            for id in sorted(NAMES[kind] - {name for known, name in self._sources if known is kind}):
                yield Problem(self._folder / kind.value / f"{id}.md", 1, N_("This file is missing; write it"))

    def _coverage(self) -> Iterator[Problem]:
        path = self._folder / POINTS
        try:
            listed = read_source(path, PointsMeta)
        except OSError:
            yield Problem(path, 1, N_("This file is missing; list in it the points that the content must cover"))
            return
        yield from listed.problems
        points = listed.meta.points if isinstance(listed.meta, PointsMeta) else ()
        covered: set[str] = set()
        for source in self._sources.values():
            for point, line in _covers(source):
                covered.add(point)
                if point not in points:
                    message = N_("{found} is not a point; write one that stands in {file}")
                    yield Problem(source.path, line, message, {"found": point, "file": POINTS})
        for point in points:
            if point not in covered:
                message = N_("{found} is covered nowhere; write about it, and name it in covers:")
                yield Problem(path, listed.meta_lines.get("points", 1), message, {"found": point})

    def _names(self, kind: Kind) -> Iterator[str]:
        folders = [self._folder, *([self._shipped] if self._shipped else [])]
        return (id for folder in folders for id in ids_in(folder, kind))


def _covers(source: Source) -> Iterator[tuple[str, int]]:
    line = source.meta_lines.get("covers", 1)
    yield from ((point, line) for point in source.meta.covers)
    for part in source.parts.values():
        for block in walk(part.blocks):
            if isinstance(block, Bullets | Tasks):
                yield from ((point, item.line) for item in block.items for point in item.covers)
