"""What is in a vault, as far as known: a line about each incident, and which do not open or were deleted."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.errors import VaultError, VaultMissing, VaultTooNew, VaultUnwritable
from onlinesafe_tui.store.files import clear_parts
from onlinesafe_tui.store.incidents import incident_name
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.port import Summary, summarise

if TYPE_CHECKING:
    from onlinesafe_tui.store.vault import Inside


class Stock:
    """What is in a vault. The index follows it."""

    def __init__(self, layout: Layout) -> None:
        """Create it empty; `take` finds out what is there.

        Args:
            layout: Where the vault is.
        """
        self._layout = layout
        self.summaries: dict[str, Summary] = {}
        """A line about each incident, by its id; of one that does not open any more, the line from before."""

        self.unreadable: dict[str, VaultError] = {}
        """Why an incident does not open, by its id, as far as that was found out."""

        self.deleted: frozenset[str] = frozenset()
        """The ids of the incidents that were deleted."""

        self.half_deleted: set[str] = set()
        """Those of them of which something may be left, because the disk refused."""

        self.index_trouble: VaultError | None = None
        """Why the index had to be made anew from the incidents; None when it was fine."""

        self.must_begin_index = False
        """Whether the index is written as a new file."""

        self.is_index_behind = False
        """Whether the index does not say all of this yet."""

    def take(self, inside: Inside, *, is_writer: bool) -> None:
        """Find out what is there, and clear up what was interrupted.

        Args:
            inside: What opens the files.
            is_writer: Whether anything may be cleared up.

        Raises:
            VaultTooNew: A newer version of the program wrote the index.
            VaultUnwritable: The system does not let us read the folder.
        """
        if is_writer:
            clear_parts(self._layout.folder)
            inside.incidents.finish_new()
        self.summaries = self._read_index(inside)
        inside.care.take_stock()
        with suppress(VaultError):
            self.deleted = frozenset(inside.deleted.read())
        if is_writer:
            for id in self.deleted.intersection(self._layout.incident_ids()):
                with suppress(VaultUnwritable):
                    inside.incidents.delete(id)
        self.is_index_behind |= bool(self.summaries.keys() & self.deleted)
        self.summaries = {id: line for id, line in self.summaries.items() if id not in self.deleted}
        there = frozenset(self._layout.incident_ids()) - self.deleted
        for id in sorted((there - self.summaries.keys()) | (inside.index.read_behind() & there)):
            self._look_at(id, inside, is_writer=is_writer)
        for id in self.summaries.keys() - there:
            self.unreadable[id] = VaultMissing(name=incident_name(self._layout, id))

    def sequence(self, id: str) -> int:
        """Return how many times an incident was saved, as far as known."""
        known = self.summaries.get(id)
        return known.sequence if known else 0

    def note(self, incident: Incident, sequence: int) -> None:
        """Bring the line about an incident up to date, and know that it opens.

        Args:
            incident: The incident, as it is on the disk.
            sequence: How many times it was saved.
        """
        self.unreadable.pop(incident.id, None)
        summary = summarise(incident, sequence)
        if self.summaries.get(incident.id) != summary:
            self.summaries[incident.id] = summary
            self.is_index_behind = True

    def forget(self, id: str) -> None:
        """Know that an incident is deleted."""
        self.deleted |= {id}
        self.half_deleted.add(id)
        self.summaries.pop(id, None)
        self.unreadable.pop(id, None)
        self.is_index_behind = True

    def _read_index(self, inside: Inside) -> dict[str, Summary]:
        try:
            return inside.index.read()
        except (VaultTooNew, VaultUnwritable):
            raise
        except VaultError as error:
            self.index_trouble = error
            self.must_begin_index = self.is_index_behind = True
            return {}

    def _look_at(self, id: str, inside: Inside, *, is_writer: bool) -> None:
        """Read an incident on which the index is behind."""
        if is_writer:
            clear_parts(self._layout.incident_folder(id))
        self.is_index_behind = True
        try:
            incident, sequence = inside.incidents.peek(id, self.sequence(id))
        except VaultError as error:
            self.unreadable[id] = error
        else:
            self.note(incident, sequence)
