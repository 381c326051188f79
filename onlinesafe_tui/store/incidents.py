"""The incidents of a vault, each in a folder and under a key of its own.

So an incident can be shared, moved or made unreadable by its small key file alone.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.errors import VaultDamaged, VaultError, VaultForged, VaultMissing, VaultSwapped
from onlinesafe_tui.store.codec import decode, encode
from onlinesafe_tui.store.document import put_document, read_document
from onlinesafe_tui.store.files import (
    clear_parts,
    make_folder,
    previous_of,
    read_whole,
    remove_all,
    remove_folder,
    rename_folder,
)
from onlinesafe_tui.store.incident_keys import IncidentKeys
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.layout import Layout, incident_in, key_in
from onlinesafe_tui.store.older import make_current, newest_that_opens
from onlinesafe_tui.store.sealed_storage import Place, SealedStorage, number_in
from onlinesafe_tui.store.sealing import NotForThisKey, unseal

_KIND: Final = "incident"

Saved = tuple[Incident, int]
"""An incident, and how many times it was saved."""


def incident_name(layout: Layout, id: str) -> str:
    """Return how errors call the file of an incident."""
    return layout.name(incident_in(layout.incident_folder(id)))


class Incidents:
    """The folders of the incidents."""

    def __init__(self, layout: Layout, key: Key, keys: IncidentKeys) -> None:
        """Create the incidents of a vault.

        Args:
            layout: Where they are.
            key: The person's key.
            keys: Their own keys.
        """
        self._layout = layout
        self._key = key
        self._keys = keys
        self._open: dict[str, SealedStorage] = {}

    def load(self, id: str, at_least: int) -> Saved:
        """Read an incident from disk.

        Args:
            id: Its id.
            at_least: How many times it was saved, as far as known.

        Raises:
            VaultError: It cannot be read, is damaged, or was not written by us.
        """
        self._open.pop(id, None)
        storage = self._storage(id, at_least)
        incident = self._read(storage, id)
        self._open[id] = storage
        return incident, storage.sequence

    def peek(self, id: str, at_least: int) -> Saved:
        """Read an incident like `load`, without keeping it at hand for a save."""
        storage = self._storage(id, at_least)
        return self._read(storage, id), storage.sequence

    def save(self, incident: Incident, at_least: int) -> int:
        """Write an incident; return how many times it was saved by now.

        A file that does not open is not overwritten.

        Raises:
            VaultError: It cannot be written, or what is there cannot be read.
        """
        id = incident.id
        if id not in self._open and not at_least and not self._layout.incident_folder(id).exists():
            self._create(incident)
            return 1
        if id not in self._open:
            clear_parts(self._layout.incident_folder(id))
            self.load(id, at_least)
        put_document(self._open[id], encode(incident))
        return self._open[id].sequence

    def restore_previous(self, id: str, at_least: int, at: datetime | None = None) -> Saved:
        """Make the newest version that opens the current one, when the current one does not or is too old.

        A file that does not open is kept beside it under another name.

        Args:
            id: The incident.
            at_least: How many times it was saved, as far as known.
            at: This moment in UTC, which is noted in the incident; None to note nothing.

        Raises:
            VaultError: None opens, or it cannot be put back.
        """
        with suppress(VaultError):
            return self.load(id, at_least)
        self._keys.restore(id)
        with suppress(VaultError):
            return self.load(id, at_least)
        newest = self._newest_that_opens(id)
        incident = self._read(newest, id)
        if at is not None:
            incident = incident.go_on_from(at)
        storage = make_current(newest, self._storage(id, 0), at_least)
        put_document(storage, encode(incident))
        self._open[id] = storage
        return incident, storage.sequence

    def trouble(self, id: str, *, is_previous: bool) -> VaultError | None:
        """Return what is wrong with the file of an incident or with the version before; None when nothing is."""
        try:
            self._read(self._storage(id, 0, is_previous=is_previous), id)
        except VaultError as error:
            return error
        return None

    def number_of(self, id: str, sealed: bytes) -> int:
        """Return how many times an incident was saved when these bytes were written; 0 when they are not of it."""
        try:
            return number_in(sealed, self._keys.open(id).key, _KIND, id)
        except VaultError:
            return 0

    def owner_of(self, path: Path) -> Incident | None:
        """Return the incident that a file holds as a whole, whichever it is; None when it holds none."""
        own = path.parent.name
        for id in sorted(self._layout.incident_ids(), key=lambda other: other != own):
            try:
                key = self._keys.open(id).key
                return self._read(SealedStorage(Place(path, self._layout.name(path), _KIND, id), key, []), id)
            except VaultError:
                continue
        return None

    def older(self, id: str) -> Incident | None:
        """Return the version that `restore_previous` would go on with; None when none opens."""
        try:
            return self._read(self._newest_that_opens(id), id)
        except VaultError:
            return None

    def delete(self, id: str) -> None:
        """Remove an incident: everything with its key first, so that nothing of the rest opens any more.

        Raises:
            VaultUnwritable: The disk or the folder refuses.
        """
        self._open.pop(id, None)
        for folder in (self._layout.incident_folder(id), self._layout.unfinished_folder(id)):
            remove_all(folder, first=key_in(folder).name)

    def finish_new(self) -> None:
        """Deal with new incidents that were being put together when the program was ended.

        One with both its files only lacks its name. One without holds nothing yet.
        """
        for id in list(self._layout.unfinished_ids()):
            unfinished, folder = self._layout.unfinished_folder(id), self._layout.incident_folder(id)
            if key_in(unfinished).exists() and incident_in(unfinished).exists() and not folder.exists():
                rename_folder(unfinished, folder)
            elif not incident_in(unfinished).exists():
                remove_folder(unfinished)

    def _create(self, incident: Incident) -> None:
        """Put a new incident together under another name, so that it is never there without its key or its words."""
        unfinished, folder = self._layout.unfinished_folder(incident.id), self._layout.incident_folder(incident.id)
        # A first attempt that failed half-way holds an older version of the same words.
        remove_folder(unfinished)
        make_folder(unfinished)
        key = self._keys.make(incident.id, unfinished)
        path = incident_in(unfinished)
        storage = SealedStorage(Place(path, self._layout.name(path), _KIND, incident.id), key, [key.recipient])
        storage.begin()
        put_document(storage, encode(incident))
        rename_folder(unfinished, folder)

    def _storage(self, id: str, at_least: int, *, is_previous: bool = False) -> SealedStorage:
        key = self._keys.open(id).key
        path = incident_in(self._layout.incident_folder(id))
        path = previous_of(path) if is_previous else path
        return SealedStorage(Place(path, self._layout.name(path), _KIND, id), key, [key.recipient], at_least=at_least)

    def _newest_that_opens(self, id: str) -> SealedStorage:
        """Return the current version or the one before it, whichever is newer and opens."""
        versions = [self._storage(id, 0, is_previous=is_previous) for is_previous in (False, True)]
        return newest_that_opens(versions, lambda version: self._read(version, id))

    def _read(self, storage: SealedStorage, id: str) -> Incident:
        name = storage.place.name
        try:
            document = read_document(storage)
        except NotForThisKey as error:
            raise self._why_not(id, storage.place) from error
        except VaultMissing as error:
            raise VaultMissing(name=name, has_previous=self._has_previous(storage.place.path)) from error
        incident = decode(document, name)
        if incident.id != id:
            raise VaultDamaged(name=name)
        return incident

    def _why_not(self, id: str, place: Place) -> VaultError:
        """Say why a file is not sealed to the key of its incident.

        It may be that of another incident, or sealed to the person by somebody who saw the public half of the key.
        """
        sealed = read_whole(place.path, place.name)
        if _opens(sealed, self._key):
            return VaultForged(name=place.name)
        for other in self._layout.incident_ids():
            if other != id and self._opens_as(other, sealed):
                is_whole = self.number_of(other, sealed) > 0
                return VaultSwapped(name=place.name, belongs=other) if is_whole else VaultForged(name=place.name)
        return VaultDamaged(name=place.name)

    def _opens_as(self, id: str, sealed: bytes) -> bool:
        try:
            return _opens(sealed, self._keys.open(id).key)
        except VaultError:
            return False

    def _has_previous(self, path: Path) -> bool:
        return path == incident_in(path.parent) and previous_of(path).exists()


def _opens(sealed: bytes, key: Key) -> bool:
    try:
        unseal(sealed, key.identity, "")
    except VaultDamaged:
        return False
    return True
