"""The incident that somebody is working on."""

from __future__ import annotations

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.plain.desk import Desk


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
        workspace = self._desk.workspace
        now = workspace.guide.now(self._incident, workspace.clock.today())
        if now.step is self.step:
            return f"{workspace.words('Now')}: {now.text}"
        label = next(entry.label for entry in workspace.guide.rail(self._incident) if entry.step is now.step)
        return f"{workspace.words('Now')}: {now.text} ({label})"

    def change(self, incident: Incident, *, is_quiet: bool = False) -> None:
        """Replace the incident, and keep it.

        Args:
            incident: The incident as it is from now on.
            is_quiet: Whether nothing is said about keeping it when all goes well.
        """
        if incident != self._incident:
            self._incident = self._desk.kept.save(incident, is_quiet=is_quiet)
