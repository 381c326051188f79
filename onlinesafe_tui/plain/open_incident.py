"""The incident that somebody is working on."""

from __future__ import annotations

from dataclasses import replace

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import VaultInUse
from onlinesafe_tui.labels import STEPS
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.services.views import Now


class OpenIncident:
    """Owns the incident that is asked about. A change is a new incident, kept at once."""

    def __init__(self, desk: Desk, incident: Incident) -> None:
        """Open an incident.

        Args:
            desk: Keeps it.
            incident: What is known so far.
        """
        self._desk = desk
        self._incident = incident

    @property
    def value(self) -> Incident:
        """The incident as it is now."""
        return self._incident

    @property
    def step(self) -> Step:
        """The step that is open."""
        return self._incident.journey.at

    @property
    def now(self) -> str:
        """The one thing to do now, with the step in which it is done when that is another one."""
        words, now = self._desk.words, self._now
        text = f"{words(N_('Now'))}: {now.text}"
        return text if now.step is self.step else f"{text} ({words(STEPS[now.step])})"

    @property
    def now_at(self) -> Step:
        """The step in which the one thing to do now is done."""
        return self._now.step

    def check_open(self) -> None:
        """Refuse before anything is said about a change.

        Raises:
            VaultInUse: The incident can only be looked at, because another window writes it.
        """
        if self._desk.workspace.keeper.is_closed(self._incident.id):
            raise VaultInUse

    def change(self, incident: Incident, *, is_quiet: bool = False) -> None:
        """Replace the incident, and keep it.

        Args:
            incident: The incident as it is from now on.
            is_quiet: Whether nothing is said about keeping it when all goes well.

        Raises:
            VaultInUse: It can only be looked at, because another window writes it.
        """
        if self._desk.workspace.keeper.is_closed(incident.id):
            self._look_at(incident)
        elif incident != self._incident:
            self._incident = self._desk.kept.save(incident, is_quiet=is_quiet)

    def _look_at(self, incident: Incident) -> None:
        """Go to another step of an incident that another window writes.

        Raises:
            VaultInUse: It is another change.
        """
        if replace(incident, journey=self._incident.journey) != self._incident:
            raise VaultInUse
        self._incident = incident

    @property
    def _now(self) -> Now:
        return self._desk.workspace.guide.now(self._incident, self._desk.workspace.clock.today())
