"""The key files of the incidents.

Whoever can open one can read its incident, so they are small, and sealed anew when it changes who that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onlinesafe_tui.errors import VaultError, VaultForged, VaultMissing, VaultRolledBack, VaultSwapped
from onlinesafe_tui.store.card import Recipients
from onlinesafe_tui.store.files import previous_of, read_whole, set_aside, write_whole
from onlinesafe_tui.store.keys import Key, read_key, said_in, write_key
from onlinesafe_tui.store.layout import Layout, key_in
from onlinesafe_tui.store.sealing import seal, unseal


@dataclass(frozen=True, slots=True)
class Opened:
    """The key of an incident, and to whom its file says that it is sealed."""

    key: Key
    paper: str
    organisation: str


class IncidentKeys:
    """The key files of a vault."""

    def __init__(self, layout: Layout, key: Key, recipients: Recipients) -> None:
        """Create them; nothing is looked at yet.

        Args:
            layout: Where they are.
            key: The person's key, which opens them and vouches for them.
            recipients: To whom they are sealed from now on.
        """
        self._layout = layout
        self._key = key
        self.recipients = recipients
        """To whom they are sealed from now on."""

    def make(self, id: str, folder: Path) -> Key:
        """Make the key of a new incident in this folder, twice: there is nothing to make it from when it is damaged.

        Raises:
            VaultUnwritable: The disk or the folder refuses.
        """
        key = Key.new()
        self._write(id, folder, key, self.recipients.organisation)
        return key

    def open(self, id: str) -> Opened:
        """Open the key of an incident.

        Raises:
            VaultError: It cannot be read, is damaged, or was not written by us.
        """
        return self._opened(id, key_in(self._layout.incident_folder(id)))

    def trouble(self, id: str, *, is_copy: bool = False) -> VaultError | None:
        """Return what is wrong with the key of an incident, or with its second copy; None when nothing is."""
        path = key_in(self._layout.incident_folder(id))
        path = previous_of(path) if is_copy else path
        try:
            opened = self._opened(id, path)
        except VaultError as error:
            return error
        wanted = self.recipients
        is_old = opened.paper != wanted.paper or opened.organisation not in ("", wanted.organisation)
        # Keys of the first format say nothing of themselves, and there was nobody else then.
        return VaultRolledBack(name=self._layout.name(path)) if is_old else None

    def trouble_with_key(self, id: str) -> VaultError | None:
        """Return why the key of an incident does not open; None when it does, to whomever it is sealed."""
        try:
            self.open(id)
        except VaultError as error:
            return error
        return None

    def is_key_of(self, id: str, sealed: bytes) -> bool:
        """Tell whether these bytes are the key of an incident, wherever they stand."""
        try:
            key, proof = self._read(sealed, "")
        except VaultError:
            return False
        return self._key.has_marked(proof, *_vouched(key, id))

    def seal_anew(self, id: str, *, share: bool = False) -> None:
        """Seal the key of an incident to those who are recipients now. The key itself stays.

        Args:
            id: The incident.
            share: Whether the organisation can open it from now on, when it could not before.

        Raises:
            VaultError: It does not open, or cannot be written. It is left as it is then.
        """
        opened = self.open(id)
        wanted = self.recipients.organisation
        self._write(
            id, self._layout.incident_folder(id), opened.key, wanted if share or opened.organisation == wanted else ""
        )

    def restore(self, id: str) -> None:
        """Take the second copy of a key that does not open; the damaged one stays under another name.

        Raises:
            VaultError: The copy does not open either, or cannot be put back.
        """
        path = key_in(self._layout.incident_folder(id))
        try:
            self.open(id)
        except VaultError as trouble:
            copy = previous_of(path)
            try:
                self._opened(id, copy)
            except VaultError:
                raise trouble from None
            set_aside(path)
            write_whole(path, read_whole(copy, self._layout.name(copy)), keep_previous=False)

    def _opened(self, id: str, path: Path) -> Opened:
        name = self._layout.name(path)
        try:
            sealed = read_whole(path, name)
        except VaultMissing as error:
            has_copy = path.name == key_in(path.parent).name and previous_of(path).exists()
            raise VaultMissing(name=name, has_previous=has_copy) from error
        text = unseal(sealed, self._key.identity, name)
        key, proof = read_key(text, name)
        if not self._key.has_marked(proof, *_vouched(key, id)):
            for other in self._layout.incident_ids():
                if self._key.has_marked(proof, *_vouched(key, other)):
                    raise VaultSwapped(name=name, belongs=other)
            raise VaultForged(name=name)
        said = said_in(text)
        return Opened(key, said.get("paper", ""), said.get("organisation", ""))

    def _read(self, sealed: bytes, name: str) -> tuple[Key, str]:
        return read_key(unseal(sealed, self._key.identity, name), name)

    def _write(self, id: str, folder: Path, key: Key, organisation: str) -> None:
        paper = self.recipients.paper
        about = f"OnlineSafe: the key of incident {id}. Whoever has it can read that incident."
        proof = self._key.mark(*_vouched(key, id))
        text = write_key(key, about, proof, paper=paper, organisation=organisation)
        sealed = seal(text, Recipients(self.recipients.person, paper, organisation).all)
        for path in (key_in(folder), previous_of(key_in(folder))):
            write_whole(path, sealed, keep_previous=False)


def _vouched(key: Key, id: str) -> Sequence[bytes | str]:
    return "key", id, key.identity, key.authentication
