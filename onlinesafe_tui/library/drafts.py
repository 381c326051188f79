"""Looking at texts as their author does: also those that are broken, or not filled in yet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onlinesafe_tui.errors import reason_of
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.library.blanks import blanks
from onlinesafe_tui.library.check_file import check_source
from onlinesafe_tui.library.folders import ids_in, is_there
from onlinesafe_tui.library.library import Library, Page
from onlinesafe_tui.library.meta import METAS, Kind
from onlinesafe_tui.library.problems import Problem, Severity
from onlinesafe_tui.library.source import Source, read_source

_SINGULAR: Final = {
    "step": Kind.STEP,
    "question": Kind.QUESTION,
    "platform": Kind.PLATFORM,
    "contact": Kind.CONTACT,
    "law": Kind.LAW,
    "template": Kind.TEMPLATE,
    "agreement": Kind.AGREEMENT,
    "meeting": Kind.MEETING,
}
"""The kinds as links name them, where that is another word than their folder."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One thing that can be read, and how far it is."""

    page: Page | None
    """The organisation's page as far as it can be read, blanks and all, else ours; None when there is neither."""

    path: Path
    """The file that it comes from."""

    is_used: bool
    """Whether this is what people see."""

    problems: tuple[Problem, ...]
    """What is wrong with the organisation's own file, or not filled in; empty when nothing is, or there is none."""


def find_ids(library: Library, named: str) -> tuple[tuple[Kind, str], ...]:
    """Find what a name can mean: `contacts/at-work`, `contact:at-work`, the path of a file, or the id alone."""
    wanted = named.strip().replace("\\", "/").removesuffix(".md")
    folder, _, id = (wanted.replace(":", "/", 1) if "/" not in wanted else wanted).rpartition("/")
    folder = folder.rpartition("/")[2]
    kinds = [kind for kind in Kind if not folder or kind is _SINGULAR.get(folder, folder) or kind.value == folder]
    return tuple((kind, id) for kind in kinds if id in all_ids(library, kind))


def all_ids(library: Library, kind: Kind) -> tuple[str, ...]:
    """Return the ids of everything of a kind, also of what cannot be read or is not filled in."""
    own = ids_in(library.overlay, kind) if library.overlay else ()
    return tuple(sorted({*library.ids(kind), *own}))


def look_at(library: Library, kind: Kind, id: str, language: Language) -> Draft:
    """Look at one thing: the organisation's own as it will be seen, or ours where that cannot be used.

    Args:
        library: Where the texts are.
        kind: The kind of thing.
        id: One of its ids.
        language: The language to read it in.
    """
    used = next((page for page in library.pages(kind, language) if page.id == id), None)
    own = library.file_of(kind, id, is_own=True)
    if own is None or not is_there(own.is_file):
        return Draft(used, library.file_of(kind, id) or Path(id), used is not None, ())
    source, problems = _read(own, kind)
    named = {(problem.line, problem.message) for problem in problems}
    left_out = [problem for problem in library.left_out() if problem.path == own]
    problems.extend(problem for problem in left_out if (problem.line, problem.message) not in named)
    if source is None or any(problem.severity is Severity.ERROR for problem in problems):
        path = library.file_of(kind, id) if used else own
        return Draft(used, path or own, False, tuple(problems))
    page = library.draft(source, kind, id, language)
    is_used = used is not None and used.is_own and page is not None and used.language is page.language
    return Draft(page, own, is_used, tuple(problems))


def _read(path: Path, kind: Kind) -> tuple[Source | None, list[Problem]]:
    try:
        source = read_source(path, METAS[kind])
    except OSError as error:
        return None, [Problem(path, 1, N_("This file cannot be read: {reason}"), {"reason": reason_of(error)})]
    return source, [*source.problems, *check_source(source, kind), *blanks(source)]
