"""What is good to know about the vault that is open, and what to do about it: for a face to show beside its ways."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.services.synced import conflicts_in
from onlinesafe_tui.store.strangers import synced_by


class NoteKind(StrEnum):
    """What a note is about, so that a face can offer the way that goes with it."""

    READ_ONLY = "read-only"
    """Another window writes; `Keeper.unlock` opens it for good."""

    CARD = "card"
    """`vault.json` is an older one; `VaultCare.mend_card` writes it anew."""

    IDENTITY = "identity"
    """The first copy of the person's key was damaged; it is mended already."""

    INDEX = "index"
    """The list of incidents was made anew; nothing is to be done."""

    WORKBOOK = "workbook"
    """The workbook does not open or is an older one; `ways_back.workbook_way` says what can be offered."""

    UNREADABLE = "unreadable"
    """Incidents do not open or are older ones; `ways_back.way_back` says what can be offered about each."""

    NO_CODE = "no-code"
    """There is no recovery code; `VaultCare.draft_code` begins one."""

    CODE = "code"
    """The recovery code would not open the vault; a new one would."""

    CONFLICTS = "conflicts"
    """There are second versions of files; `names` has them."""

    SYNCED = "synced"
    """A service synchronises the folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing that is good to know."""

    kind: NoteKind
    what: str
    """How it is, in a sentence or two."""

    todo: str = ""
    """What to do about it; empty when there is nothing to do."""

    names: tuple[str, ...] = ()
    """Names of files inside the vault that it is about, safe to show."""

    is_pressing: bool = False
    """Whether something is wrong, and not only good to know."""

    brief: str = ""
    """How it is where there is room for one line; empty when `what` is short."""


def vault_notes(keeper: Keeper, words: Words, environ: Mapping[str, str] = os.environ) -> tuple[Note, ...]:
    """Return what is good to know about the vault that is open, what is wrong first; nothing while none is open.

    Args:
        keeper: Has the vault.
        words: The language.
        environ: Says where a service keeps its folder.
    """
    found = (*_troubles(keeper, words), *_code(keeper, words), *_folder(keeper, words, environ))
    return tuple(sorted(found, key=lambda note: not note.is_pressing))


def pressing_note(keeper: Keeper, words: Words) -> str:
    """Say in one line what is wrong with the vault that is open, the first of it; empty when nothing is.

    It costs next to nothing: second versions of files are those that were there when it was opened.
    """
    found = (*_troubles(keeper, words), *_code(keeper, words), *_conflicts(keeper.conflicts, words))
    return next((note.brief or note.what for note in found if note.is_pressing), "")


def _troubles(keeper: Keeper, words: Words) -> Iterator[Note]:
    vault = keeper.vault
    if vault is None:
        return
    if vault.is_read_only:
        what = words(N_("Another window has this open and writes. Here you can look; nothing that is there changes."))
        yield Note(
            kind=NoteKind.READ_ONLY, what=what, todo=words(N_("Close the other window, and open it here again."))
        )
    if vault.care.card_trouble:
        what = words(
            N_("Somebody put an older vault.json back, or a backup did. Whoever was left out since stays out.")
        )
        note = _about(vault.care.card_trouble, NoteKind.CARD, what, words(N_("Have it written anew.")))
        yield replace(note, brief=words(N_("An older vault.json was put back.")))
    if vault.care.identity_trouble:
        what = words(N_("The file with your key did not open. Its second copy did, and took its place."))
        todo = words(N_("Make a backup, and look whether the disk is in order."))
        yield _about(vault.care.identity_trouble, NoteKind.IDENTITY, what, todo, is_pressing=False)
    if vault.index_trouble:
        what = words(N_("The list of incidents did not open. It was made anew from the incidents themselves."))
        yield _about(vault.index_trouble, NoteKind.INDEX, what, "", is_pressing=False)
    if keeper.workbook_trouble:
        what = keeper.workbook_trouble.told(words)
        brief = words(N_("Prevention, agreements and policy are not what you saved last."))
        yield replace(_about(keeper.workbook_trouble, NoteKind.WORKBOOK, what, ""), brief=brief)
    unreadable = keeper.unreadable()
    if unreadable:
        what = words.plural("One incident does not open.", "{n} incidents do not open.", len(unreadable))
        names = tuple(clean_name(str(error.values.get("name", ""))) for error in unreadable.values())
        todo = words(N_("Open it from the list: you read what is wrong, and what you can do."))
        yield Note(kind=NoteKind.UNREADABLE, what=what, todo=todo, names=names, is_pressing=True)


def _code(keeper: Keeper, words: Words) -> Iterator[Note]:
    if keeper.vault is None:
        return
    trouble = keeper.vault.care.recovery_trouble()
    if trouble:
        what = words(N_("Your recovery code would not open this any more."))
        yield _about(trouble, NoteKind.CODE, what, words(N_("Make a new recovery code, and tear up the old paper.")))
    elif not keeper.vault.care.has_code:
        what = words(N_("There is no recovery code. Without the passphrase nobody can open this, not even you."))
        yield Note(kind=NoteKind.NO_CODE, what=what, todo=words(N_("Make one, and keep it on paper.")))


def _folder(keeper: Keeper, words: Words, environ: Mapping[str, str]) -> Iterator[Note]:
    if keeper.folder is None or keeper.vault is None:
        return
    yield from _conflicts(conflicts_in(keeper.folder), words)
    service = synced_by(keeper.folder, environ)
    if service:
        what = words(
            N_(
                "{service} seems to synchronise this folder. "
                "What leaves is sealed; old versions stay there for a while."
            ),
            service=service,
        )
        yield Note(kind=NoteKind.SYNCED, what=what, todo=words(N_("Work on one computer at a time.")))


def _conflicts(copies: Sequence[str], words: Words) -> Iterator[Note]:
    if copies:
        what = words.plural(
            "There is one second version of a file, made by a program that synchronises.",
            "There are {n} second versions of files, made by a program that synchronises.",
            len(copies),
        )
        todo = words(
            N_(
                "Only the file with the plain name is used. "
                "Look whether you miss something before you remove the other."
            )
        )
        names = tuple(map(clean_name, copies))
        yield Note(kind=NoteKind.CONFLICTS, what=what, todo=todo, names=names, is_pressing=True)


def _about(trouble: VaultError, kind: NoteKind, what: str, todo: str, *, is_pressing: bool = True) -> Note:
    name = str(trouble.values.get("name", ""))
    return Note(kind=kind, what=what, todo=todo, names=(clean_name(name),) if name else (), is_pressing=is_pressing)
