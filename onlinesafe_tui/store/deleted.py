"""`deleted.age`: which incidents were deleted, and on which day. It says nothing else about them.

It is written before anything is removed. So a deletion that was interrupted is finished the next time, and a folder
that a program for synchronising brings back goes again.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Final

import msgspec

from onlinesafe_tui.errors import VaultDamaged, VaultError, VaultTooNew
from onlinesafe_tui.store.document import put_document, read_document
from onlinesafe_tui.store.files import previous_of, remove, set_aside
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.sealed_storage import Place, SealedStorage

_KIND: Final = "deleted"
_ID: Final = "vault"


class Deleted:
    """The file that remembers what was deleted. It is not there until something is."""

    def __init__(self, layout: Layout, key: Key) -> None:
        """Create it; the file is looked at when it is first needed.

        Args:
            layout: Where it is.
            key: The person's key, which opens and marks it.
        """
        self._path = layout.deleted
        self._layout = layout
        self._key = key

    def read(self) -> dict[str, date]:
        """Return the days of deletion by the id of the incident; empty when nothing was deleted yet.

        Raises:
            VaultError: The file is damaged, or not ours.
        """
        return self._read(self._storage()) if self._path.exists() else {}

    def trouble(self, *, is_previous: bool = False) -> VaultError | None:
        """Return what is wrong with the file or with the version before; None when nothing is."""
        try:
            self._read(self._storage(is_previous=is_previous))
        except VaultError as error:
            return error
        return None

    def add(self, id: str, on: date) -> None:
        """Remember that an incident is deleted. A file that does not open is kept under another name.

        Raises:
            VaultTooNew: A newer version of the program wrote the file.
            VaultUnwritable: The disk or the folder refuses.
        """
        storage = self._storage()
        try:
            known = self.read()
        except VaultTooNew:
            raise
        except VaultError:
            known = {}
            with suppress(VaultError):
                known = self._read(self._storage(is_previous=True))
            if set_aside(self._path):
                remove(self._path)
        if not self._path.exists():
            storage.begin()
        put_document(storage, {key: day.isoformat() for key, day in {**known, id: on}.items()})

    def _read(self, storage: SealedStorage) -> dict[str, date]:
        try:
            return msgspec.convert(dict(read_document(storage)), dict[str, date])
        except msgspec.ValidationError as error:
            raise VaultDamaged(name=storage.place.name) from error

    def _storage(self, *, is_previous: bool = False) -> SealedStorage:
        path = previous_of(self._path) if is_previous else self._path
        return SealedStorage(Place(path, self._layout.name(path), _KIND, _ID), self._key, [self._key.recipient])
