"""Deleting an incident: what is said before it, and what else may hold what was in it."""

from __future__ import annotations

from dataclasses import dataclass

from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.workspace import Workspace

_GOES = N_(
    "The whole incident goes: what you answered, your notes, what you wrote about the proof. Nothing brings it back. "
    "Do you still need it? Then stop, and make a file of it first: type onlinesafe export."
)
_REMEMBERED = N_("Only its number and the day of deleting are kept.")
_MAYBE_LEFT = (
    N_("Files that you made of it, and days in a calendar."),
    N_("Screenshots and messages themselves, with you and whoever received them."),
    N_("Backups from before: they open with the passphrase you had then."),
    N_("Older versions at a service such as OneDrive: empty its recycle bin too."),
    N_("What you sent to others, such as your manager or the police."),
    N_("Traces on the disk for a while: sealed, and their key is gone."),
)


@dataclass(frozen=True, slots=True)
class Deletion:
    """What a person reads before an incident is deleted."""

    id: str

    name: str
    """The incident in words, as lists have it; its number when it does not open."""

    goes: str
    """What goes, and that nothing brings it back."""

    left: tuple[str, ...]
    """What else may still hold what was in it, a sentence or two each: for a list."""

    remembered: str
    """What stays of it."""


def deletion_of(workspace: Workspace, id: str) -> Deletion:
    """Return what to say before an incident is deleted; `Keeper.delete` does it."""
    words = workspace.words
    summary = next((line for line in workspace.keeper.summaries() if line.id == id), None)
    name = workspace.guide.name(summary.acts, summary.channel, summary.known_on) if summary else id
    return Deletion(id, name, words(_GOES), what_may_be_left(words), words(_REMEMBERED))


def what_may_be_left(words: Words) -> tuple[str, ...]:
    """Say which copies of a deleted incident there may be, each of which a person has to see to."""
    return tuple(map(words, _MAYBE_LEFT))
