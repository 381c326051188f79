"""Looking into a vault that another window has open, with what is written here beside it in memory."""

from __future__ import annotations

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.errors import VaultInUse
from onlinesafe_tui.store.memory import MemoryStore
from onlinesafe_tui.store.port import IncidentStore, Summary, by_last_change


class LookingStore:
    """Shows what a vault holds and changes nothing of it; an incident that is begun here is in memory."""

    def __init__(self, vault: IncidentStore, memory: MemoryStore) -> None:
        """Create the store.

        Args:
            vault: What is looked at.
            memory: Keeps what is begun here.
        """
        self._vault = vault
        self._memory = memory

    @property
    def is_sealed(self) -> bool:
        """Always false: what is begun here is gone when the program ends."""
        return False

    def summaries(self) -> tuple[Summary, ...]:
        """Return one line for each incident, the last changed first."""
        return tuple(sorted((*self._vault.summaries(), *self._memory.summaries()), key=by_last_change, reverse=True))

    def load(self, id: str) -> Incident:
        """Return an incident.

        Raises:
            VaultMissing: There is no incident with this id.
            VaultError: It is there and cannot be opened.
        """
        return (self._memory if self._is_here(id) else self._vault).load(id)

    def save(self, incident: Incident) -> None:
        """Keep an incident that was begun here.

        Raises:
            VaultInUse: It is one of the vault, which another window writes.
        """
        if any(line.id == incident.id for line in self._vault.summaries()):
            raise VaultInUse
        self._memory.save(incident)

    def _is_here(self, id: str) -> bool:
        return any(line.id == id for line in self._memory.summaries())
