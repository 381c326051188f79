"""Looking whether every file of a vault opens and is the one that was written last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from onlinesafe_tui.errors import VaultError, VaultMissing, VaultRolledBack, VaultSwapped
from onlinesafe_tui.store.files import previous_of
from onlinesafe_tui.store.layout import Layout, incident_in, key_in
from onlinesafe_tui.store.strangers import Stray, strays_in
from onlinesafe_tui.store.swapped import Swapped

if TYPE_CHECKING:
    from threading import RLock

    from onlinesafe_tui.domain.incident import Incident
    from onlinesafe_tui.store.port import Tell
    from onlinesafe_tui.store.stock import Stock
    from onlinesafe_tui.store.vault import Inside


class FileKind(StrEnum):
    """What a file is for."""

    CARD = "card"
    IDENTITY = "identity"
    RECOVERY = "recovery"
    INDEX = "index"
    WORKBOOK = "workbook"
    DELETED = "deleted"
    KEY = "key"
    INCIDENT = "incident"
    OTHER = "other"
    """No part of the vault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file of a vault that was looked at."""

    name: str
    """Its name inside the vault."""

    kind: FileKind

    is_copy: bool = False
    """Whether it is the second copy or the version before of another one."""

    trouble: VaultError | None = None
    """What is wrong with it; None when nothing is."""

    has_copy: bool = False
    """Whether a second copy or the version before is there that opens; of a file in the wrong place, whether the one
    that belongs there stands elsewhere."""

    stray: Stray | None = None
    """Why it lies there, when it is no part of the vault."""

    holds: Incident | None = None
    """The incident that a file that was kept aside holds as a whole, where that is not what stands in its place."""


class Checker:
    """Looks at the files of an open vault, and changes nothing."""

    def __init__(self, layout: Layout, inside: Inside, stock: Stock) -> None:
        """Create the checker.

        Args:
            layout: Where the vault is.
            inside: What opens its files.
            stock: What is in it, as far as known.
        """
        self._layout = layout
        self._inside = inside
        self._stock = stock
        self._swapped = Swapped(layout, inside.keys, inside.incidents, stock)

    def everything(self, guard: RLock, tell: Tell | None) -> tuple[Checked, ...]:
        """Look at every file, those that belong to no incident first.

        Args:
            guard: Keeps other threads from changing what is looked at; let go of between two incidents.
            tell: Is told after each incident how many were looked at, and of how many.

        Raises:
            VaultUnwritable: The system does not let us look.
        """
        stock = self._stock
        ids = sorted({*self._layout.incident_ids(), *stock.summaries} - stock.deleted)
        found: list[Checked] = []
        index_trouble = stock.index_trouble
        for done, id in enumerate(ids, start=1):
            with guard:
                found.extend(self.incident(id, stock.sequence(id)))
                if index_trouble is None and self._is_index_old(id, stock.sequence(id)):
                    index_trouble = VaultRolledBack(name=self._layout.name(self._layout.index))
            if tell:
                tell(done, len(ids))
        with guard:
            return (*self.common(index_trouble), *found, *self.strays())

    def common(self, index_trouble: VaultError | None) -> Iterator[Checked]:
        """Look at the files that belong to no incident.

        Args:
            index_trouble: Why the index did not open; None when it did.
        """
        layout, care = self._layout, self._inside.care
        yield self._checked(layout.card, FileKind.CARD, care.card_trouble)
        has_copy = previous_of(layout.identity).exists()
        yield self._checked(layout.identity, FileKind.IDENTITY, care.identity_trouble, has_copy=has_copy)
        if has_copy:
            is_same = previous_of(layout.identity).read_bytes() == layout.identity.read_bytes()
            copy = previous_of(layout.identity)
            trouble = None if is_same or care.identity_trouble else VaultRolledBack(name=layout.name(copy))
            yield self._checked(copy, FileKind.IDENTITY, trouble, is_copy=True)
        if care.has_code or layout.recovery.exists():
            yield self._checked(layout.recovery, FileKind.RECOVERY, care.recovery_trouble())
        yield self._checked(layout.index, FileKind.INDEX, index_trouble)
        yield from self._lists()
        yield from self._workbook()

    def _lists(self) -> Iterator[Checked]:
        """Look at the lists beside the index, and at what the lists were before."""
        layout, index, deleted = self._layout, self._inside.index, self._inside.deleted
        if previous_of(layout.index).exists():
            yield self._checked(previous_of(layout.index), FileKind.INDEX, index.previous_trouble(), is_copy=True)
        for path in (layout.behind, layout.keys_behind):
            if path.exists():
                yield self._checked(path, FileKind.INDEX, None)
        if layout.deleted.exists():
            yield self._checked(layout.deleted, FileKind.DELETED, deleted.trouble())
        if previous_of(layout.deleted).exists():
            trouble = deleted.trouble(is_previous=True)
            yield self._checked(previous_of(layout.deleted), FileKind.DELETED, trouble, is_copy=True)

    def incident(self, id: str, at_least: int) -> Iterator[Checked]:
        """Look at the files of one incident.

        Args:
            id: The incident.
            at_least: How many times it was saved, as far as known.
        """
        inside, folder = self._inside, self._layout.incident_folder(id)
        own, key = incident_in(folder), key_in(folder)
        key_copy, before = previous_of(key), previous_of(own)
        copy_trouble = inside.keys.trouble(id, is_copy=True) if key_copy.exists() else VaultMissing(name="")
        trouble = inside.keys.trouble(id)
        has_copy = self._swapped.can_put_in_place(id) if isinstance(trouble, VaultSwapped) else copy_trouble is None
        yield self._checked(key, FileKind.KEY, trouble, has_copy=has_copy)
        if key_copy.exists():
            yield self._checked(key_copy, FileKind.KEY, copy_trouble, is_copy=True)
        if trouble is not None and not isinstance(trouble, VaultRolledBack):
            # Nothing else of it can be looked at without its key.
            return
        before_trouble = inside.incidents.trouble(id, is_previous=True) if before.exists() else VaultMissing(name="")
        trouble = None
        try:
            inside.incidents.peek(id, at_least)
        except VaultError as error:
            trouble = error
        has_copy = before_trouble is None
        if isinstance(trouble, VaultSwapped):
            has_copy = self._swapped.can_put_in_place(id)
        yield self._checked(own, FileKind.INCIDENT, trouble, has_copy=has_copy)
        if before.exists():
            yield self._checked(before, FileKind.INCIDENT, before_trouble, is_copy=True)

    def strays(self) -> Iterator[Checked]:
        """Find what is no part of the vault."""
        for found in strays_in(self._layout):
            holds = self._held_in(found.path) if found.stray is Stray.ASIDE else None
            yield Checked(name=self._layout.name(found.path), kind=FileKind.OTHER, stray=found.stray, holds=holds)

    def _held_in(self, aside: Path) -> Incident | None:
        """Return the incident that a file holds which was kept aside, unless it stands the same in its own place."""
        if aside.parent.parent != self._layout.incidents:
            return None
        incident = self._inside.incidents.owner_of(aside)
        if incident is None:
            return None
        own = incident_in(self._layout.incident_folder(incident.id))
        return None if own.exists() and own.read_bytes() == aside.read_bytes() else incident

    def _is_index_old(self, id: str, at_least: int) -> bool:
        """Tell whether an incident was saved more often than the index knows, without being listed as such."""
        if not at_least:
            return False
        try:
            _, sequence = self._inside.incidents.peek(id, at_least)
        except VaultError:
            return False
        return sequence > at_least and id not in self._inside.index.read_behind()

    def _workbook(self) -> Iterator[Checked]:
        path, at_least = self._layout.workbook, self._inside.index.workbook
        before = previous_of(path)
        if not (path.exists() or before.exists() or at_least):
            return
        before_trouble = (
            self._inside.workbook.trouble(0, is_previous=True) if before.exists() else VaultMissing(name="")
        )
        trouble = self._inside.workbook.trouble(at_least, is_previous=False)
        yield self._checked(path, FileKind.WORKBOOK, trouble, has_copy=before_trouble is None)
        if before.exists():
            yield self._checked(before, FileKind.WORKBOOK, before_trouble, is_copy=True)

    def _checked(
        self,
        path: Path,
        kind: FileKind,
        trouble: VaultError | None,
        *,
        is_copy: bool = False,
        has_copy: bool = False,
    ) -> Checked:
        name = self._layout.name(path)
        return Checked(name=name, kind=kind, trouble=trouble, is_copy=is_copy, has_copy=has_copy)
