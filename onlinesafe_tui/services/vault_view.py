"""What one sees of what is saved as a whole: where it is, how it is, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from onlinesafe_tui.dates import clock_time
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import shown
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.vault_notes import Note, NoteKind, pressing_note, vault_notes
from onlinesafe_tui.services.ways_back import workbook_way
from onlinesafe_tui.services.workspace import Workspace

NAME: Final = N_("What you saved")
"""What the place is called where it is looked after, an English message to translate."""

NO_CODE: Final = N_("There is no recovery code yet, for when you forget your passphrase.")
"""What reminds of a code that was put off, an English message to translate."""

DROP: Final = N_("Have no recovery code any more")
"""What letting a code go is called, an English message to translate."""

LOCKS_AFTER: Final = (5, 10, 30, 0)
"""The minutes after which it locks by itself that can be chosen; 0 is never."""


class Way(StrEnum):
    """Something that can be done."""

    OPEN = "open"
    """Open it for good, where it was opened to look only."""

    CARD = "card"
    """Write `vault.json` anew."""

    WORKBOOK = "workbook"
    """Take an older version of what belongs to no incident."""

    CODE = "code"
    DROP = "drop"
    """Have no recovery code any more."""

    CHANGE = "change"
    """Change the passphrase."""

    ORGANISATION = "organisation"
    CHECK = "check"
    INCIDENTS = "incidents"
    BACKUP = "backup"
    RESTORE = "restore"
    LOCK_AFTER = "lock-after"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class WayView:
    """Something that can be done, in words."""

    way: Way
    text: str

    more: str = ""
    """A sentence under it; empty when there is none."""


@dataclass(frozen=True, slots=True)
class VaultView:
    """What one sees of what is saved."""

    facts: tuple[str, ...]
    """Where it is and when something was saved last."""

    notes: tuple[Note, ...]
    """What is good to know, what is wrong first; what a way says by itself is not among them."""

    ways: tuple[WayView, ...]
    """What can be done, in the order in which it is offered."""


def vault_view(workspace: Workspace) -> VaultView:
    """Return what one sees of what is saved; it is open."""
    keeper, words = workspace.keeper, workspace.words
    notes = vault_notes(keeper, words)
    where = words(N_("It is in {path}, sealed."), path=shown(keeper.folder) if keeper.folder else "")
    saved = words(N_("Saved last at {time}."), time=clock_time(keeper.saved_at)) if keeper.saved_at else ""
    count = len(keeper.summaries())
    many = words.plural("There is {n} incident in it.", "There are {n} incidents in it.", count)
    told = tuple(note for note in notes if note.kind is not NoteKind.NO_CODE)
    return VaultView(tuple(filter(None, (where, many, saved))), told, tuple(_ways(workspace, notes)))


def reminder(workspace: Workspace) -> str:
    """Say in one line what is wrong with what is saved, or that there is no recovery code; empty for neither."""
    keeper, words = workspace.keeper, workspace.words
    is_reminded = keeper.state is Keeping.SEALED and not workspace.care.has_code
    return pressing_note(keeper, words) or (words(NO_CODE) if is_reminded else "")


def lock_after_label(workspace: Workspace, minutes: int) -> str:
    """Say after how many minutes it locks by itself."""
    words = workspace.words
    return words(N_("After {n} minutes without a key"), n=minutes) if minutes else words(N_("Only when I lock it"))


def _ways(workspace: Workspace, notes: tuple[Note, ...]) -> Iterator[WayView]:
    words, kinds = workspace.words, {note.kind for note in notes}
    all_incidents = WayView(Way.INCIDENTS, words(N_("Every incident: open it, or delete it")))
    check = WayView(
        Way.CHECK, words(N_("Check everything")), words(N_("Opens every file anew, and says what is wrong."))
    )
    if workspace.keeper.state is Keeping.READ_ONLY:
        yield WayView(Way.OPEN, words(N_("Open it for good")), words(N_("For when the other window is closed.")))
        yield all_incidents
        yield check
        yield WayView(Way.LOCK, words(N_("Close it here")))
        return
    if NoteKind.CARD in kinds:
        yield WayView(Way.CARD, words(N_("Have vault.json written anew")))
    if NoteKind.WORKBOOK in kinds and (offer := workbook_way(workspace)) is not None:
        yield WayView(Way.WORKBOOK, offer.text, offer.more)
    yield _code(workspace, kinds)
    if NoteKind.NO_CODE not in kinds:
        yield WayView(Way.DROP, words(DROP), words(N_("Is the paper lost, and do you want no other?")))
    yield WayView(Way.CHANGE, words(N_("Another passphrase")))
    offering = workspace.care.organisation(workspace.library)
    if offering.offered or offering.current:
        more = words(N_("It can open incidents now.")) if offering.current else words(N_("It can open nothing now."))
        yield WayView(Way.ORGANISATION, words(N_("Let my organisation open it, or not")), more)
    yield all_incidents
    yield check
    yield WayView(
        Way.BACKUP,
        words(N_("Make a backup")),
        words(N_("Everything in one file, as sealed as it is, for another disk.")),
    )
    yield WayView(Way.RESTORE, words(N_("Put a backup back")))
    yield WayView(
        Way.LOCK_AFTER,
        words(N_("When it locks by itself")),
        lock_after_label(workspace, workspace.settings.lock_after),
    )
    yield WayView(Way.LOCK, words(N_("Lock it now")), words(N_("To go on, your passphrase is needed then.")))


def _code(workspace: Workspace, kinds: set[NoteKind]) -> WayView:
    words = workspace.words
    if NoteKind.NO_CODE in kinds:
        return WayView(Way.CODE, words(N_("Make a recovery code")), words(NO_CODE))
    return WayView(
        Way.CODE,
        words(N_("Make a new recovery code")),
        words(N_("Is the paper lost? The old code stops working then.")),
    )
