"""The workbook of a vault: one sealed file for everything that belongs to no incident."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.errors import VaultError, VaultMissing
from onlinesafe_tui.store.codec import decode_workbook, encode_workbook
from onlinesafe_tui.store.document import put_document, read_document
from onlinesafe_tui.store.files import previous_of, set_aside
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.sealed_storage import Place, SealedStorage

_KIND: Final = "workbook"
_ID: Final = "vault"

EMPTY: Final = Workbook()
"""What is in the workbook before anything was kept there."""


class WorkbookFile:
    """The file of the workbook. It is not there until something is kept in it."""

    def __init__(self, layout: Layout, key: Key) -> None:
        """Create the workbook of a vault; the file is looked at when it is first needed.

        Args:
            layout: Where it is.
            key: The person's key, which opens and marks it.
        """
        self._layout = layout
        self._key = key
        self._storage: SealedStorage | None = None

    @property
    def sequence(self) -> int:
        """How many times it was written, as far as known."""
        return self._storage.sequence if self._storage else 0

    def load(self, at_least: int) -> Workbook:
        """Read the workbook from disk; empty when nothing was ever kept in it.

        Args:
            at_least: How many times it was written, as far as the index knows.

        Raises:
            VaultMissing: There was one, and it is gone.
            VaultError: It cannot be read, is damaged, or was not written by us.
        """
        self._storage = None
        storage = self._opened(at_least)
        if not storage.place.path.exists():
            if at_least or previous_of(storage.place.path).exists():
                raise VaultMissing(name=storage.place.name)
            storage.begin()
            self._storage = storage
            return EMPTY
        workbook = decode_workbook(read_document(storage), storage.place.name)
        self._storage = storage
        return workbook

    def save(self, workbook: Workbook, at_least: int) -> None:
        """Write the workbook, whole or not at all. A file that does not open is not overwritten.

        Raises:
            VaultError: It cannot be written, or what is there cannot be read.
        """
        if self._storage is None:
            self.load(at_least)
        if self._storage is not None:
            put_document(self._storage, encode_workbook(workbook))

    def restore_previous(self, at_least: int) -> Workbook:
        """Make the version before the current one, when the current one does not open; it stays under another name.

        Raises:
            VaultError: There is no version before that opens, or it cannot be put back.
        """
        with suppress(VaultError):
            return self.load(at_least)
        path, place = self._layout.workbook, self._place()
        name = self._layout.name(previous_of(path))
        before = SealedStorage(Place(previous_of(path), name, place.kind, place.id), self._key, [self._key.recipient])
        workbook = decode_workbook(read_document(before), name)
        set_aside(path)
        storage = self._opened(0)
        storage.begin_over()
        # It was written less often than what it replaces, and would count as put back by somebody.
        storage.sequence = max(before.sequence, at_least)
        put_document(storage, encode_workbook(workbook))
        self._storage = storage
        return workbook

    def trouble(self, at_least: int, *, is_previous: bool) -> VaultError | None:
        """Return what is wrong with the file or with the version before; None when nothing is."""
        place = self._place()
        path = previous_of(place.path) if is_previous else place.path
        one = Place(path, self._layout.name(path), place.kind, place.id)
        try:
            decode_workbook(read_document(SealedStorage(one, self._key, [], at_least=at_least)), one.name)
        except VaultError as error:
            return error
        return None

    def _opened(self, at_least: int) -> SealedStorage:
        return SealedStorage(self._place(), self._key, [self._key.recipient], at_least=at_least)

    def _place(self) -> Place:
        path = self._layout.workbook
        return Place(path, self._layout.name(path), _KIND, _ID)
