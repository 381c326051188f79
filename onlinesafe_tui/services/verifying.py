"""Saying in words what is wrong with the files of a vault, and what to do about each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from onlinesafe_tui.dates import moment_of
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import (
    VaultDamaged,
    VaultEmpty,
    VaultError,
    VaultForged,
    VaultMissing,
    VaultRolledBack,
    VaultSwapped,
    VaultTooNew,
    VaultTruncated,
    VaultUnwritable,
)
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.store.checking import Checked, FileKind
from onlinesafe_tui.store.strangers import Stray


class Problem(StrEnum):
    """What is wrong with a file, as programs read it."""

    MISSING = "missing"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    ROLLED_BACK = "rolled-back"
    SWAPPED = "swapped"
    FORGED = "forged"
    TOO_NEW = "too-new"
    UNREADABLE = "unreadable"
    CONFLICT = "conflict"
    ASIDE = "aside"
    PART = "part"
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file about which there is something to say."""

    name: str
    """Its name inside the vault, safe to show."""

    problem: Problem

    is_bad: bool
    """Whether something is wrong; false when it is only good to know."""

    what: str
    """What is wrong with it, in a few words."""

    todo: str
    """What to do about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What came of looking at every file of a vault."""

    looked_at: int
    """The number of files."""

    findings: tuple[FileView, ...]
    """The files about which there is something to say, what is wrong first."""

    summary: str
    """The outcome in a sentence."""

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong."""
        return not any(finding.is_bad for finding in self.findings)


_PROBLEMS: Final[tuple[tuple[type[VaultError], Problem, str], ...]] = (
    (VaultRolledBack, Problem.ROLLED_BACK, N_("is older than what was saved last")),
    (VaultSwapped, Problem.SWAPPED, N_("is whole, but belongs to another incident")),
    (VaultForged, Problem.FORGED, N_("was changed or swapped by somebody else")),
    (VaultTruncated, Problem.TRUNCATED, N_("is incomplete")),
    (VaultDamaged, Problem.DAMAGED, N_("is damaged")),
    (VaultEmpty, Problem.EMPTY, N_("is empty")),
    (VaultMissing, Problem.MISSING, N_("is missing")),
    (VaultTooNew, Problem.TOO_NEW, N_("was made by a newer version")),
    (VaultUnwritable, Problem.UNREADABLE, N_("cannot be read")),
)

_STRAYS: Final = {
    Stray.CONFLICT: (
        Problem.CONFLICT,
        N_("is a second version, made by a program that synchronises"),
        N_(
            "Only the file with the plain name is used. Look whether you miss something; keep this one until you are "
            "sure, and work on one computer at a time."
        ),
    ),
    Stray.ASIDE: (
        Problem.ASIDE,
        N_("did not open once, and was kept"),
        N_("Remove it when you miss nothing."),
    ),
    Stray.PART: (
        Problem.PART,
        N_("was left by a save that was interrupted"),
        N_("Nothing: it goes the next time OnlineSafe opens."),
    ),
    Stray.STRANGER: (
        Problem.STRANGER,
        N_("is not from OnlineSafe, and not sealed by it"),
        N_("Put it somewhere else."),
    ),
}

_BACKUP: Final = N_("Put it back from a backup, or take a whole backup back with {command}.")
_CODE: Final = N_(
    "With the recovery code on paper you get in: {recover}. Without it, put it back from a backup, or take a whole "
    "backup back with {command}."
)
_SHOW: Final = N_("Keep the folder as it is, and show it to somebody who knows about computers.")
_COPY: Final = N_("Nothing: it is the copy of a file that opens, and is replaced with one of the next changes.")
_TODO: Final = {
    FileKind.CARD: N_("It can be made anew from the rest: {repair}."),
    FileKind.IDENTITY: N_("Nothing: its second copy opens, and takes its place the next time OnlineSafe opens."),
    FileKind.RECOVERY: N_("Make a new recovery code in OnlineSafe, and tear up the old paper."),
    FileKind.INDEX: N_("Nothing: it is made anew from the incidents the next time OnlineSafe opens."),
    FileKind.DELETED: N_("Nothing: it is made anew when you delete something."),
}
_OLD_INDEX: Final = N_("Remove it: it is made anew from the incidents the next time OnlineSafe opens.")
_OLD_CARD: Final = N_("Whoever it lets in again stays out. To write it anew: {repair}.")
_OLD_KEY: Final = N_("Its incident opens all the same. Make a new recovery code in OnlineSafe: then it is sealed anew.")
_PREVIOUS: Final = N_("Open it in OnlineSafe, which offers the version before, or take that one at once: {repair}.")
_SECOND: Final = N_("Open it in OnlineSafe, which offers its second copy, or take that one at once: {repair}.")
_OLDER: Final = N_(
    "Look for the newer one first, in a backup or beside it, and put it back. To go on with this older one, open it in "
    "OnlineSafe, which says of which day it is."
)
_IN_PLACE: Final = N_("What belongs here is elsewhere in the folder. To put each back in its place: {repair}.")
_GONE: Final = N_(
    "What belongs here is nowhere in the folder. Look in a backup first. To go on with an older version, open it in "
    "OnlineSafe."
)
_HELD_WHAT: Final = N_("was kept, and holds incident {id} as it was on {day}")
_HELD_TODO: Final = N_("Keep it: what was written then may be nowhere else.")
_UPDATE: Final = N_("Update OnlineSafe.")
_COMMANDS: Final = {
    "command": "onlinesafe restore",
    "recover": "onlinesafe recover",
    "repair": "onlinesafe verify --repair",
}


def verification(checked: Iterable[Checked], words: Words) -> Verification:
    """Say what came of looking at files."""
    found = tuple(checked)
    views = [view for one in found if (view := _view(one, words)) is not None]
    views.sort(key=lambda view: not view.is_bad)
    looked_at = sum(1 for one in found if one.stray is None)
    bad = sum(view.is_bad for view in views)
    if bad:
        summary = words.plural("One file needs attention.", "{n} files need attention.", bad)
    else:
        summary = words.plural("The one file is whole.", "All {n} files are whole.", looked_at)
    return Verification(looked_at=looked_at, findings=tuple(views), summary=summary)


def refused(error: VaultError, words: Words) -> Verification:
    """Say why nothing could be looked at: a file on which everything depends does not open."""
    name = str(error.values.get("name", ""))
    kinds = {"vault.json": FileKind.CARD, "identity.age": FileKind.IDENTITY, "index.age": FileKind.INDEX}
    return verification([Checked(name=name, kind=kinds.get(name, FileKind.OTHER), trouble=error)], words)


def _view(one: Checked, words: Words) -> FileView | None:
    name = clean_name(one.name)
    if one.stray is not None:
        problem, what, todo = _STRAYS[one.stray]
        told = words(what)
        if one.holds is not None:
            told = words(_HELD_WHAT, id=one.holds.id, day=moment_of(one.holds.changed, words.language))
            todo = _HELD_TODO
        return FileView(name=name, problem=problem, is_bad=False, what=told, todo=words(todo))
    if one.trouble is None:
        return None
    problem, what = next((problem, what) for kind, problem, what in _PROBLEMS if isinstance(one.trouble, kind))
    todo = words(_todo(one, problem), **_COMMANDS)
    return FileView(name=name, problem=problem, is_bad=not one.is_copy, what=words(what), todo=todo)


def _todo(one: Checked, problem: Problem) -> str:
    match problem:
        case Problem.TOO_NEW:
            return _UPDATE
        case Problem.ROLLED_BACK if one.kind is FileKind.INDEX:
            return _OLD_INDEX
        case Problem.ROLLED_BACK if one.kind is FileKind.CARD:
            return _OLD_CARD
        case Problem.ROLLED_BACK if one.kind is FileKind.KEY:
            return _OLD_KEY
        case Problem.ROLLED_BACK if one.kind in (FileKind.INCIDENT, FileKind.WORKBOOK):
            return _OLDER
        case Problem.SWAPPED if not one.is_copy:
            return _IN_PLACE if one.has_copy else _GONE
        case Problem.SWAPPED:
            return _COPY
        case Problem.FORGED if one.kind is not FileKind.INDEX:
            return _SHOW
    if one.is_copy:
        return _COPY
    if one.has_copy and one.kind is FileKind.KEY:
        return _SECOND
    if one.has_copy and one.kind in (FileKind.INCIDENT, FileKind.WORKBOOK):
        return _PREVIOUS
    if one.kind is FileKind.IDENTITY and not one.has_copy:
        return _CODE
    return _TODO.get(one.kind, _BACKUP)
