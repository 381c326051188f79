"""What keeps incidents, as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.deadlines import DeadlineKind, deadlines
from onlinesafe_tui.domain.facets import Act, Author, Channel, Form, ForWhom
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step

Tell = Callable[[int, int], None]
"""Is told how many incidents are done, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One line about an incident, for lists and for what is due. Holds nothing in a person's own words."""

    id: str
    """The id of the incident."""

    opened: datetime
    """When it was started, timezone-aware, in UTC."""

    changed: datetime
    """When it was last changed, timezone-aware, in UTC."""

    known_on: date
    """The local day on which the person learned of it."""

    country: Country
    for_whom: ForWhom

    acts: tuple[str, ...]
    """What was done, in the order in which the answers are offered."""

    channel: Channel | None
    """Where it happened; None when that was not asked yet."""

    form: Form | None
    """What it consists of; None when that was not asked yet."""

    author: Author | None
    """Who made it; None when that was not asked yet."""

    step: Step
    """The step that is open."""

    ticked: int
    """How many tasks are ticked."""

    due: tuple[tuple[DeadlineKind, date], ...]
    """Every date to keep in sight, past ones too, the nearest first."""

    sequence: int
    """How many times the incident was saved."""


def summarise(incident: Incident, sequence: int) -> Summary:
    """Make the line about an incident as it was saved the `sequence`th time."""
    situation = incident.situation
    return Summary(
        id=incident.id,
        opened=incident.opened,
        changed=incident.changed,
        known_on=incident.known_on,
        country=situation.country,
        for_whom=situation.for_whom,
        acts=tuple(act.value for act in Act if act in situation.acts),
        channel=situation.channel,
        form=situation.form,
        author=situation.author,
        step=incident.journey.at,
        ticked=len(incident.ticked),
        due=tuple((deadline.kind, deadline.on) for deadline in deadlines(incident)),
        sequence=sequence,
    )


class IncidentStore(Protocol):
    """Keeps incidents whole. Every change is one save."""

    @property
    def is_sealed(self) -> bool:
        """Whether what it keeps stays after the program ends, sealed on disk."""

    def summaries(self) -> tuple[Summary, ...]:
        """Return one line for each incident, the last changed first."""

    def load(self, id: str) -> Incident:
        """Return an incident.

        Raises:
            VaultMissing: There is no incident with this id.
            VaultError: It is there and cannot be opened.
        """

    def save(self, incident: Incident) -> None:
        """Keep an incident, whole or not at all.

        Raises:
            VaultError: It cannot be kept; what was kept before is still there.
        """


def by_last_change(summary: Summary) -> datetime:
    """Return what lists of incidents are ordered by."""
    return summary.changed
