"""The vault: the sealed folder in which everything that a person writes stays."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Self

from filelock import FileLock

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.errors import VaultError, VaultHalfDeleted, VaultInUse, VaultMissing, VaultUnwritable
from onlinesafe_tui.store.card import Card
from onlinesafe_tui.store.care import Care, Writing
from onlinesafe_tui.store.checking import Checked, Checker
from onlinesafe_tui.store.deleted import Deleted
from onlinesafe_tui.store.files import previous_of, remove
from onlinesafe_tui.store.incident_keys import IncidentKeys
from onlinesafe_tui.store.incidents import Incidents, incident_name
from onlinesafe_tui.store.index import Index
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.layout import Layout, is_incident_id
from onlinesafe_tui.store.port import Summary, Tell, by_last_change
from onlinesafe_tui.store.stock import Stock
from onlinesafe_tui.store.workbook import WorkbookFile

if TYPE_CHECKING:
    from onlinesafe_tui.store.archive import Backup
    from onlinesafe_tui.store.swapped import Swapped


@dataclass(frozen=True, slots=True, repr=False)
class Inside:
    """What takes keys; gone when the vault is closed."""

    keys: IncidentKeys
    incidents: Incidents
    index: Index
    care: Care
    deleted: Deleted
    workbook: WorkbookFile


class Vault:
    """Keeps incidents sealed on disk. Only one program at a time can write; others can look."""

    def __init__(self, layout: Layout, key: Key, card: Card, lock: FileLock | None) -> None:
        """Create the vault; `opening` has the ways to one.

        Args:
            layout: Where it is.
            key: The person's key.
            card: Says to whom the keys of incidents are sealed; the key vouched for it.
            lock: What makes this program the one writer, taken already; None to look only.
        """
        self._layout = layout
        self._lock = lock
        # Saves come from a thread of their own. Whoever lists must not wait for one, so lists take no part in this.
        self._guard = RLock()
        keys, index = IncidentKeys(layout, key, card.sealed_to), Index(layout, key)
        care = Care(layout, key, card, keys, index, writing=Writing(lock is not None, self._guard, self.flush))
        self._maybe_inside: Inside | None = Inside(
            keys, Incidents(layout, key, keys), index, care, Deleted(layout, key), WorkbookFile(layout, key)
        )
        self._stock = Stock(layout)

    def begin(self) -> None:
        """Write the index of a new vault.

        Raises:
            VaultUnwritable: The disk or the folder refuses.
        """
        self._stock.must_begin_index = self._stock.is_index_behind = True
        self._inside.care.take_stock()
        self.flush()

    def take_stock(self) -> None:
        """Find out what is there, and clear up what was interrupted.

        Raises:
            VaultTooNew: A newer version of the program wrote the index.
            VaultUnwritable: The system does not let us read the folder.
        """
        self._stock.take(self._inside, is_writer=self._lock is not None)
        # With the disk full one can still read; closing tries again.
        with suppress(VaultUnwritable):
            self.flush()

    @property
    def is_sealed(self) -> bool:
        """Always true: what is kept here stays."""
        return True

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be saved from here."""
        return self._lock is None

    @property
    def care(self) -> Care:
        """What changes who can open the vault: passphrase, recovery code, organisation."""
        return self._inside.care

    @property
    def unreadable(self) -> Mapping[str, VaultError]:
        """Why an incident cannot be opened, by its id, as far as that was found out."""
        return MappingProxyType(dict(self._stock.unreadable))

    @property
    def gone(self) -> frozenset[str]:
        """The ids of the incidents that were deleted, as far as known."""
        return self._stock.deleted

    @property
    def index_trouble(self) -> VaultError | None:
        """Why the index had to be made anew from the incidents when the vault was opened; None when it was fine."""
        return self._stock.index_trouble

    def summaries(self) -> tuple[Summary, ...]:
        """Return one line for each incident, the last changed first.

        One that cannot be opened any more has a line when it had one before.
        """
        return tuple(sorted(self._stock.summaries.values(), key=by_last_change, reverse=True))

    def load(self, id: str) -> Incident:
        """Return an incident, read from disk.

        Raises:
            VaultMissing: There is no incident with this id, or one of its files is gone.
            VaultError: It is damaged, or not ours.
        """
        if not is_incident_id(id):
            raise VaultMissing(name=clean_name(id))
        with self._guard:
            try:
                incident, sequence = self._inside.incidents.load(id, self._stock.sequence(id))
            except VaultError as error:
                if id in self._stock.summaries:
                    self._stock.unreadable[id] = error
                raise
            self._stock.note(incident, sequence)
            return incident

    def save(self, incident: Incident) -> None:
        """Keep an incident, whole or not at all. One that is there and does not open is not overwritten.

        Raises:
            VaultInUse: The vault was opened to look only, or another program wrote this incident.
            VaultMissing: It was deleted.
            VaultUnwritable: The disk or the folder refuses.
            VaultError: What is there cannot be read.
        """
        with self._guard:
            inside = self._to_write()
            if incident.id in self._stock.deleted:
                raise VaultMissing(name=incident_name(self._layout, incident.id))
            inside.index.expect(incident.id)
            self._stock.note(incident, inside.incidents.save(incident, self._stock.sequence(incident.id)))

    def older(self, id: str) -> Incident | None:
        """Return the version with which `restore_previous` would go on; None when none opens, or the key does not."""
        with self._guard:
            return self._inside.incidents.older(id) if is_incident_id(id) else None

    def can_put_in_place(self, id: str) -> bool:
        """Tell whether the last version of an incident stands with another one, so that `put_in_place` finds it."""
        with self._guard:
            return self._swapped.can_put_in_place(id)

    def put_in_place(self) -> tuple[str, ...]:
        """Put the files of incidents that stand with one another back where they belong; nothing is lost by it.

        Returns:
            The ids of the incidents that are whole again.

        Raises:
            VaultInUse: The vault was opened to look only.
            VaultUnwritable: The disk or the folder refuses. One can try again.
        """
        with self._guard:
            inside = self._to_write()
            mended = self._swapped.put_in_place()
            for id in mended:
                with suppress(VaultError):
                    self._stock.note(*inside.incidents.load(id, self._stock.sequence(id)))
            return mended

    def restore_previous(self, id: str, at: datetime | None = None) -> Incident:
        """Go on with the newest version that opens, of an incident whose file does not open or is too old.

        A file that does not open stays beside it under another name. Nothing happens to an incident that opens.

        Args:
            id: The incident.
            at: This moment in UTC, which is noted in the incident; None to note nothing.

        Raises:
            VaultInUse: The vault was opened to look only.
            VaultError: The version before does not open either, or cannot be put back.
        """
        if not is_incident_id(id):
            raise VaultMissing(name=clean_name(id))
        with self._guard:
            inside = self._to_write()
            inside.index.expect(id)
            incident, sequence = inside.incidents.restore_previous(id, self._stock.sequence(id), at)
            self._stock.note(incident, sequence)
            return incident

    def delete(self, id: str, on: date) -> None:
        """Delete an incident for good, whether it opens or not: its key first, then its files.

        Copies of it elsewhere without the key can never be opened again. What is left is that it was deleted, and when.

        Args:
            id: The incident.
            on: The local day.

        Raises:
            VaultInUse: The vault was opened to look only.
            VaultMissing: There is no incident with this id.
            VaultHalfDeleted: The disk or the folder refuses; what is left of it goes the next time, or when one tries
                again.
            VaultUnwritable: They refuse, and nothing changed.
        """
        with self._guard:
            inside, stock = self._to_write(), self._stock
            is_there = is_incident_id(id) and self._layout.incident_folder(id).exists()
            if not is_there and id not in stock.summaries and id not in stock.half_deleted:
                raise VaultMissing(name=clean_name(id))
            inside.deleted.add(id, on)
            stock.forget(id)
            try:
                inside.incidents.delete(id)
                self.flush()
                # The version before of the index still has a line about it.
                remove(previous_of(self._layout.index))
            except VaultUnwritable as error:
                raise VaultHalfDeleted(**error.values) from error
            stock.half_deleted.discard(id)

    def deleted(self) -> Mapping[str, date]:
        """Return the days on which incidents were deleted, by their ids.

        Raises:
            VaultError: The file that remembers it does not open.
        """
        with self._guard:
            return MappingProxyType(self._inside.deleted.read())

    def check(self, tell: Tell | None = None) -> tuple[Checked, ...]:
        """Open every file anew, and look whether it is whole, ours, and the one that was written last. Changes nothing.

        Args:
            tell: Is told after each incident how many were looked at, and of how many.

        Raises:
            VaultUnwritable: The system does not let us look.
        """
        return Checker(self._layout, self._inside, self._stock).everything(self._guard, tell)

    def backup(self, path: Path, now: datetime) -> Backup:
        """Write the whole vault to one new file, as sealed as it is, and look at it again.

        Raises:
            VaultInUse: The vault was opened to look only, and another window may be in the middle of something.
            ExportError: The file is there already, or cannot be written.
            VaultError: The vault cannot be read.
        """
        from onlinesafe_tui.store.archive import write_archive  # noqa: PLC0415  (hardly ever)

        with self._guard:
            self._to_write()
            self.flush()
            return write_archive(self._layout, path, now)

    def load_workbook(self) -> Workbook:
        """Return what belongs to no incident, read from disk; empty when nothing was ever kept there.

        Raises:
            VaultMissing: There was a workbook, and it is gone.
            VaultError: It is damaged, or not ours.
        """
        with self._guard:
            return self._inside.workbook.load(self._inside.index.workbook)

    def save_workbook(self, workbook: Workbook) -> None:
        """Keep what belongs to no incident, whole or not at all. One that does not open is not overwritten.

        Raises:
            VaultInUse: The vault was opened to look only, or another program wrote the workbook.
            VaultUnwritable: The disk or the folder refuses.
            VaultError: What is there cannot be read.
        """
        with self._guard:
            inside = self._to_write()
            inside.workbook.save(workbook, inside.index.workbook)
            self._stock.is_index_behind = True

    def older_workbook(self) -> Workbook | None:
        """Return the version with which `restore_workbook` would go on; None when none opens."""
        with self._guard:
            return self._inside.workbook.older()

    def restore_workbook(self) -> Workbook:
        """Go on with the newest version that opens of a workbook that does not open or is too old.

        A file that does not open stays under another name.

        Raises:
            VaultInUse: The vault was opened to look only.
            VaultError: None opens, or it cannot be put back.
        """
        with self._guard:
            inside = self._to_write()
            workbook = inside.workbook.restore_previous(inside.index.workbook)
            self._stock.is_index_behind = True
            return workbook

    def flush(self) -> None:
        """Bring the index up to date. Closing does it too; in between nothing is lost without it.

        Raises:
            VaultInUse: Another program wrote the index.
            VaultUnwritable: The disk or the folder refuses.
        """
        with self._guard:
            if self._lock is None or not (self._stock.is_index_behind or self.care.is_index_behind):
                return
            index, workbook = self._inside.index, self._inside.workbook
            stock = self._stock
            if stock.must_begin_index:
                index.begin_anew()
                stock.must_begin_index = False
            index.write(stock.summaries.values(), still_behind=stock.unreadable.keys(), workbook=workbook.sequence)
            stock.is_index_behind = self.care.is_index_behind = False

    def close(self) -> None:
        """Bring the index up to date, forget the keys, and let other programs write.

        Raises:
            VaultError: The index cannot be written. The vault is closed all the same, and nothing is lost.
        """
        with self._guard:
            if self._maybe_inside is None:
                return
            try:
                self.flush()
            finally:
                self._maybe_inside = None
                self._stock = Stock(self._layout)
                if self._lock:
                    self._lock.release()

    def __enter__(self) -> Self:
        """Return the vault itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the vault."""
        self.close()

    @property
    def _swapped(self) -> Swapped:
        from onlinesafe_tui.store.swapped import Swapped  # noqa: PLC0415  (hardly ever)

        return Swapped(self._layout, self._inside.keys, self._inside.incidents, self._stock)

    @property
    def _inside(self) -> Inside:
        if self._maybe_inside is None:
            raise RuntimeError("the vault is closed")
        return self._maybe_inside

    def _to_write(self) -> Inside:
        if self._lock is None:
            raise VaultInUse
        return self._inside
