"""A TinyDB storage whose file is sealed, says what it is, and is replaced whole or not at all.

Opened with age, such a file is one line of JSON that says what it is and proves who wrote it, and then TinyDB's own
JSON:

    {"format":1,"kind":"incident","id":"…","sequence":7,"mac":"…"}
    {"incident": {"1": {…}}}

The mark covers kind, id, sequence and everything after the first line; see `Key.mark`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
from tinydb.storages import Storage

from onlinesafe_tui.errors import (
    VaultDamaged,
    VaultForged,
    VaultInUse,
    VaultRolledBack,
    VaultTooNew,
    VaultUnwritable,
    reason_of,
)
from onlinesafe_tui.paths import shown
from onlinesafe_tui.store.files import not_as_written, read_whole, write_whole
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.sealing import seal, unseal

FORMAT: Final = 1
"""The form of a sealed file: its first line, its mark and its padding."""

Tables = dict[str, dict[str, Any]]
"""What TinyDB keeps: tables by name, documents by number."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which file it is."""

    path: Path

    name: str
    """How errors call it: its name inside the vault."""

    kind: str
    """What it holds; stands in its first line."""

    id: str
    """What it is about; stands in its first line."""


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first line of a file."""

    format: int
    kind: str
    id: str
    sequence: int
    mac: str


_Stamp = tuple[int, int, int]


class SealedStorage(Storage):
    """Keeps TinyDB's tables in one sealed file. Reads it once, writes it whole, and hands out copies only."""

    def __init__(self, place: Place, key: Key, recipients: Sequence[str], *, at_least: int = 0) -> None:
        """Create the storage; the file is looked at when it is first needed.

        Args:
            place: The file.
            key: What opens it and marks it.
            recipients: To whom it is sealed.
            at_least: The sequence number that it has at least; a lower one means that an older file was put back.
        """
        self.place = place
        """Which file it is."""

        self.sequence = at_least
        """How many times the file was written, as far as known."""

        self._key = key
        self._recipients = tuple(recipients)
        self._content: bytes | None = None
        self._stamp: _Stamp | None = None
        self._keeps_previous = True

    def begin(self) -> None:
        """Let the file be a new one, without tables; it appears with the first write, which replaces nothing."""
        self._content = b"{}"

    def begin_over(self) -> None:
        """Let the file be a new one in place of one that does not open; the version before it stays as it is.

        It appears in one go with the first write, so that an older version never stands there under its own number.
        """
        self.begin()
        self._stamp = _stamp(self.place.path)
        self._keeps_previous = False

    def read(self) -> Tables:
        """Return the tables.

        Raises:
            VaultError: The file cannot be read, is damaged, or was not written by us.
        """
        content = self._known()
        try:
            return msgspec.json.decode(content, type=Tables)
        except msgspec.DecodeError as error:
            raise VaultDamaged(name=self.place.name) from error

    def write(self, data: Tables) -> None:
        """Replace the file; the version before it is kept beside it.

        Raises:
            VaultInUse: Another program wrote the file since we read it.
            VaultUnwritable: The disk or the folder refuses.
        """
        content = msgspec.json.format(msgspec.json.encode(data), indent=1)
        self._check_untouched()
        place, sequence = self.place, self.sequence + 1
        header = _Header(FORMAT, place.kind, place.id, sequence, self._mark(sequence, content))
        text = msgspec.json.encode(header) + b"\n" + content
        sealed = seal(text, self._recipients)
        # What was there opens, so it only makes room for what does.
        if not self._opens_to(sealed, text):
            raise VaultUnwritable(path=shown(place.path.parent), reason=reason_of(not_as_written()))
        try:
            write_whole(place.path, sealed, keep_previous=self._keeps_previous)
        except VaultUnwritable:
            # Whether the old or the new version is there now is for the disk to say, at the next look.
            if place.path.exists():
                self._content = None
            raise
        self._content, self.sequence, self._stamp = content, sequence, _stamp(place.path)
        self._keeps_previous = True

    def _known(self) -> bytes:
        if self._content is None:
            stamp = _stamp(self.place.path)
            self.sequence, self._content = self._read_file()
            self._stamp = stamp
        return self._content

    def _check_untouched(self) -> None:
        """Look whether the file is still what we know, so that nobody's newer words are overwritten.

        The lock keeps other programs on this computer out. Programs that synchronise folders know no lock.
        """
        known, stamp = self._known(), _stamp(self.place.path)
        if stamp is None or stamp == self._stamp:
            return
        if self._read_file() != (self.sequence, known):
            raise VaultInUse
        self._stamp = stamp

    def _read_file(self) -> tuple[int, bytes]:
        """Return sequence number and content of the file, everything about it checked."""
        place = self.place
        text = unseal(read_whole(place.path, place.name), self._key.identity, place.name)
        line, _, content = text.partition(b"\n")
        header = _read_header(line, place.name)
        is_ours = self._key.has_marked(header.mac, header.kind, header.id, header.sequence, content)
        if not is_ours or (header.kind, header.id) != (place.kind, place.id):
            raise VaultForged(name=place.name)
        if header.sequence < self.sequence:
            raise VaultRolledBack(name=place.name)
        return header.sequence, content

    def _opens_to(self, sealed: bytes, text: bytes) -> bool:
        try:
            return unseal(sealed, self._key.identity, self.place.name) == text
        except VaultDamaged:
            return False

    def _mark(self, sequence: int, content: bytes) -> str:
        return self._key.mark(self.place.kind, self.place.id, sequence, content)


def number_in(sealed: bytes, key: Key, kind: str, id: str) -> int:
    """Return the sequence number of a sealed file that this key marked as of this kind and id.

    Raises:
        VaultError: It does not open, or the key did not mark it so.
    """
    line, _, content = unseal(sealed, key.identity, "").partition(b"\n")
    header = _read_header(line, "")
    is_ours = key.has_marked(header.mac, header.kind, header.id, header.sequence, content)
    if not is_ours or (header.kind, header.id) != (kind, id):
        raise VaultForged(name="")
    return header.sequence


class _AnyHeader(msgspec.Struct, frozen=True):
    """As much of a first line as every version of the program has."""

    format: int


def _read_header(line: bytes, name: str) -> _Header:
    # What opens is not damaged: age would have noticed. So what is no header of ours was written by somebody else.
    try:
        if msgspec.json.decode(line, type=_AnyHeader).format > FORMAT:
            raise VaultTooNew(name=name)
        return msgspec.json.decode(line, type=_Header)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise VaultForged(name=name) from error


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
