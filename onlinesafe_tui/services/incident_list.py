"""Every incident that was kept, with what can be done about one that does not open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onlinesafe_tui.dates import short_day
from onlinesafe_tui.errors import VaultDamaged, VaultEmpty, VaultError, VaultMissing
from onlinesafe_tui.labels import DEADLINES, STEPS
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """An incident in a list."""

    id: str
    name: str

    more: str
    """Its next date, or what can be done when it does not open; empty for nothing."""

    state: str
    """The step it is at; empty when it does not open and nothing else is known."""

    is_unreadable: bool = False
    """Whether it does not open."""


def incident_lines(workspace: Workspace, most: int | None = None) -> Iterator[IncidentLine]:
    """Return a line about every incident, the last changed first, and those of which nothing is known last.

    Args:
        workspace: What a person can do.
        most: How many of those that were changed last; None for all.
    """
    words, keeper = workspace.words, workspace.keeper
    today, language = workspace.clock.today(), workspace.language
    summaries, unreadable = keeper.summaries(), keeper.unreadable()
    for summary in summaries[:most]:
        name = workspace.guide.name(summary.acts, summary.channel, summary.known_on)
        error = unreadable.get(summary.id)
        if error is not None:
            more = what_can_be_done(workspace, summary.id, error)
        else:
            due = next(((kind, day) for kind, day in summary.due if day >= today), None)
            more = f"{short_day(due[1], language)}: {words(DEADLINES[due[0]])}" if due else ""
        yield IncidentLine(summary.id, name, more, words(STEPS[summary.step]), error is not None)
    for id in unreadable.keys() - {summary.id for summary in summaries}:
        name = words(N_("An incident that does not open"))
        yield IncidentLine(id, name, what_can_be_done(workspace, id, unreadable[id]), "", is_unreadable=True)


def what_can_be_done(workspace: Workspace, id: str, error: VaultError) -> str:
    """Say in a sentence what is wrong with an incident and what one can do."""
    words = workspace.words
    wrong = f"{words(error.title)}."
    is_lost = isinstance(error, VaultDamaged | VaultEmpty | VaultMissing)
    if is_lost and workspace.keeper.has_previous(id):
        return f"{wrong} {words(N_('The version before may open: choose it, and you are asked.'))}"
    if is_lost:
        return f"{wrong} {words(N_('Put it back from a backup; until then it is kept as it is.'))}"
    return f"{wrong} {words(N_('Choose it, and read what to do.'))}"
