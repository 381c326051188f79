"""The workbook of a vault: one sealed file for everything that belongs to no incident."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.errors import VaultError, VaultMissing
from onlinesafe_tui.store.codec import decode_workbook, encode_workbook
from onlinesafe_tui.store.document import put_document, read_document
from onlinesafe_tui.store.files import previous_of
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.older import make_current, newest_that_opens
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
            has_previous = previous_of(storage.place.path).exists()
            if at_least or has_previous:
                raise VaultMissing(name=storage.place.name, has_previous=has_previous)
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
        """Make the newest version that opens the current one, when the current one does not or is too old.

        A file that does not open stays under another name.

        Raises:
            VaultError: None opens, or it cannot be put back.
        """
        with suppress(VaultError):
            return self.load(at_least)
        newest = self._newest_that_opens()
        workbook = _workbook_in(newest)
        storage = make_current(newest, self._opened(0), at_least)
        put_document(storage, encode_workbook(workbook))
        self._storage = storage
        return workbook

    def trouble(self, at_least: int, *, is_previous: bool) -> VaultError | None:
        """Return what is wrong with the file or with the version before; None when nothing is."""
        try:
            _workbook_in(self._opened(at_least, is_previous=is_previous))
        except VaultError as error:
            return error
        return None

    def older(self) -> Workbook | None:
        """Return the version that `restore_previous` would go on with; None when none opens."""
        try:
            return _workbook_in(self._newest_that_opens())
        except VaultError:
            return None

    def _newest_that_opens(self) -> SealedStorage:
        """Return the current version or the one before it, whichever is newer and opens."""
        versions = [self._opened(0, is_previous=is_previous) for is_previous in (False, True)]
        return newest_that_opens(versions, _workbook_in)

    def _opened(self, at_least: int, *, is_previous: bool = False) -> SealedStorage:
        path = previous_of(self._layout.workbook) if is_previous else self._layout.workbook
        place = Place(path, self._layout.name(path), _KIND, _ID)
        return SealedStorage(place, self._key, [self._key.recipient], at_least=at_least)


def _workbook_in(storage: SealedStorage) -> Workbook:
    return decode_workbook(read_document(storage), storage.place.name)
