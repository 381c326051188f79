"""Deleting an incident: what is said before it, and what else may hold what was in it."""

from __future__ import annotations

from dataclasses import dataclass

from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.workspace import Workspace

_GOES = N_(
    "The whole incident goes: what you answered, your notes, what you wrote about the proof. Nothing brings it back. "
    "Do you still need it, for a report or for later? Then make a file of it for yourself first."
)
_REMEMBERED = N_("Only its number and the day of deleting are kept.")
_MAYBE_LEFT = (
    N_("Files that you made of it: as text, PDF, Word or web page, and days in a calendar."),
    N_("Screenshots and messages themselves. They are where you keep them, and with who received them."),
    N_("Backups of this folder from before. Whoever has one, and the passphrase of then, can open it there."),
    N_(
        "A service that synchronises the folder, such as OneDrive. It often keeps older versions for weeks: "
        "empty its recycle bin too."
    ),
    N_("What you sent to others: your manager, the police, the platform, a lawyer, your organisation."),
    N_("The disk may hold traces for a while. They are sealed, and their key is gone."),
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
