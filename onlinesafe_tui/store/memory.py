"""Keeping incidents for as long as the program runs: before there is a passphrase, and for practising."""

from __future__ import annotations

from collections.abc import Iterable

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import VaultMissing
from onlinesafe_tui.store.port import Summary, by_last_change, summarise


class MemoryStore:
    """Keeps incidents in memory. Touches no disk, and cannot reach what is on it."""

    def __init__(self, incidents: Iterable[Incident] = ()) -> None:
        """Create the store with some incidents in it."""
        self._incidents: dict[str, Incident] = {}
        self._summaries: dict[str, Summary] = {}
        for incident in incidents:
            self.save(incident)

    @property
    def is_sealed(self) -> bool:
        """Always false: nothing here outlives the program."""
        return False

    def summaries(self) -> tuple[Summary, ...]:
        """Return one line for each incident, the last changed first."""
        return tuple(sorted(self._summaries.values(), key=by_last_change, reverse=True))

    def load(self, id: str) -> Incident:
        """Return an incident.

        Raises:
            VaultMissing: There is no incident with this id.
        """
        if id not in self._incidents:
            raise VaultMissing(name=clean_name(id))
        return self._incidents[id]

    def save(self, incident: Incident) -> None:
        """Keep an incident."""
        known = self._summaries.get(incident.id)
        self._summaries[incident.id] = summarise(incident, known.sequence + 1 if known else 1)
        self._incidents[incident.id] = incident

    def delete(self, id: str) -> None:
        """Forget an incident.

        Raises:
            VaultMissing: There is no incident with this id.
        """
        if self._incidents.pop(id, None) is None:
            raise VaultMissing(name=clean_name(id))
        del self._summaries[id]
