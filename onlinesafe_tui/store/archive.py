"""A whole vault in one file, as sealed as it is: writing it, and looking at one before anything is taken from it.

It is a zip file whose entries are stored as they are, with a list of names, sizes and checksums in front. Of somebody
else's file nothing is believed: names, sizes and kinds of entries are compared with what a vault can hold.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

import msgspec

from onlinesafe_tui.disk import PART, PART_ENDS, clear_parts, settle, written_part
from onlinesafe_tui.errors import BackupError, ExportError, VaultError, reason_of
from onlinesafe_tui.language import N_, Message
from onlinesafe_tui.paths import shown
from onlinesafe_tui.store.card import Card, is_identity, parse_card
from onlinesafe_tui.store.layout import Layout

FORMAT: Final = 1
"""The form of the list in front."""

LIST: Final = "backup.json"
"""The name of the list."""

MOST_FILES: Final = 500_000
MOST_BYTES: Final = 64 * 1024**3
_LARGEST_LIST: Final = 200 * MOST_FILES

_NAME: Final = re.compile(
    r"(?:vault\.json|(?:identity|recovery|index|workbook|deleted)\.age|(?:index|keys)\.behind"
    r"|incidents/[0-9a-f]{16}/(?:key|incident)\.age)(?:\.bak|\.aside-[0-9]{1,4})?"
)
_PIECE: Final = 1024 * 1024
_FIRST_YEAR: Final = (1980, 1, 1, 0, 0, 0)


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    size: int
    sha256: str


class _List(msgspec.Struct, frozen=True):
    format: int
    made: datetime
    files: dict[str, _Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that was looked at, and is whole."""

    path: Path

    made: datetime
    """When it was made, in UTC."""

    card: Card
    """What its `vault.json` says; nobody has vouched for it yet."""

    incidents: int
    """How many incidents are in it."""

    files: dict[str, int]
    """The sizes of its files, by their names inside the vault."""

    sha256: dict[str, str]
    """The checksums of its files."""

    @property
    def size(self) -> int:
        """The number of bytes of all files together."""
        return sum(self.files.values())


def write_archive(layout: Layout, path: Path, now: datetime) -> Backup:
    """Write everything in a vault to a new file, and look at it again.

    Whoever calls keeps others from writing meanwhile. What is no part of the vault stays out, and so do the lock and
    what interrupted writes left.

    Raises:
        ExportError: The file is there already, or cannot be written.
        BackupError: What was written is not what is in the vault.
        VaultError: The vault cannot be read.
    """
    names = sorted(_names(layout))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        clear_parts(path.parent, prefix=PART, suffix=PART_ENDS)
        part = written_part(path.parent, b"", prefix=PART, suffix=PART_ENDS)
        try:
            with part.open("wb") as file:
                _write(file, layout, names, now)
                file.flush()
                settle(file.fileno())
            backup = read_archive(part)
            _name(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(path=shown(path), reason=reason_of(error)) from error
    return replace(backup, path=path)


def read_archive(path: Path) -> Backup:
    """Look at every byte of a backup, and take nothing from it yet.

    Raises:
        BackupError: It is none, is damaged, was made by a newer version, or holds what no vault holds.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            listed = _listed(archive, path)
            for name, entry in listed.files.items():
                _check(archive, name, entry, path)
            card, incidents = _vault_in(archive, listed, path)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise _refused(path, N_("it is not a backup of OnlineSafe, or it is damaged")) from error
    except OSError as error:
        raise BackupError(path=shown(path), reason=reason_of(error)) from error
    return Backup(
        path=path,
        made=listed.made.astimezone(UTC),
        card=card,
        incidents=incidents,
        files={name: entry.size for name, entry in listed.files.items()},
        sha256={name: entry.sha256 for name, entry in listed.files.items()},
    )


def unpack(backup: Backup, folder: Path) -> None:
    """Write the files of a backup to a new, empty folder, each compared with its checksum once more.

    Raises:
        BackupError: It is not what was looked at any more.
        OSError: The disk or the folder refuses.
    """
    with zipfile.ZipFile(backup.path) as archive:
        for name, size in backup.files.items():
            place = folder.joinpath(*name.split("/"))
            for parent in reversed([above for above in place.parents if folder in above.parents]):
                parent.mkdir(mode=0o700, exist_ok=True)
            handle = os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "wb") as file, archive.open(name) as entry:
                digest = _copied(entry, file, size)
                file.flush()
                settle(file.fileno())
            if digest != backup.sha256[name]:
                raise _refused(backup.path, N_("it changed while it was read"))


def _names(layout: Layout) -> Iterator[str]:
    for path in layout.folder.rglob("*"):
        name = path.relative_to(layout.folder).as_posix()
        if _NAME.fullmatch(name) and path.is_file() and not path.is_symlink():
            yield name


def _write(file: IO[bytes], layout: Layout, names: list[str], now: datetime) -> None:
    sums = {}
    for name in names:
        with (layout.folder / name).open("rb") as source:
            digest = hashlib.file_digest(source, "sha256").hexdigest()
            sums[name] = {"size": source.tell(), "sha256": digest}
    listed = {"format": FORMAT, "made": now.isoformat(), "files": sums}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        # The moments of the files stay out: they say when somebody was busy with what.
        archive.writestr(_info(LIST), json.dumps(listed, indent=1))
        for name in names:
            with archive.open(_info(name), "w") as entry, (layout.folder / name).open("rb") as source:
                while piece := source.read(_PIECE):
                    entry.write(piece)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _FIRST_YEAR)
    info.external_attr = (stat.S_IFREG | 0o600) << 16
    return info


def _listed(archive: zipfile.ZipFile, path: Path) -> _List:
    """Read the list in front, and compare it with the entries that there are."""
    entries = archive.infolist()
    if not entries or entries[0].filename != LIST or entries[0].file_size > _LARGEST_LIST:
        raise _refused(path, N_("it is not a backup of OnlineSafe"))
    if len(entries) > MOST_FILES or any(not _is_plain(entry) for entry in entries):
        raise _refused(path, N_("it holds what no backup of OnlineSafe holds"))
    try:
        listed = msgspec.json.decode(archive.read(entries[0]), type=_List)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _refused(path, N_("it is not a backup of OnlineSafe, or it is damaged")) from error
    if listed.format > FORMAT:
        raise _refused(path, N_("a newer version of OnlineSafe made it; update first"))
    sizes = {entry.filename: entry.file_size for entry in entries[1:]}
    is_same = len(sizes) == len(entries) - 1 and sizes == {name: entry.size for name, entry in listed.files.items()}
    if not is_same or not all(map(_NAME.fullmatch, sizes)) or sum(sizes.values()) > MOST_BYTES:
        raise _refused(path, N_("it holds what no backup of OnlineSafe holds"))
    if listed.made.tzinfo is None:
        raise _refused(path, N_("it is not a backup of OnlineSafe, or it is damaged"))
    return listed


def _is_plain(entry: zipfile.ZipInfo) -> bool:
    """Tell whether an entry is a file that is as large as it says: no folder, link, device, packing or password."""
    mode = entry.external_attr >> 16
    is_file = not entry.is_dir() and (stat.S_IFMT(mode) in (0, stat.S_IFREG))
    is_stored = entry.compress_type == zipfile.ZIP_STORED and entry.compress_size == entry.file_size
    return is_file and is_stored and not entry.flag_bits & 0x1 and entry.orig_filename == entry.filename


def _check(archive: zipfile.ZipFile, name: str, entry: _Entry, path: Path) -> None:
    digest = hashlib.sha256()
    with archive.open(name) as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    if digest.hexdigest() != entry.sha256:
        raise _refused(path, N_("it is not a backup of OnlineSafe, or it is damaged"))


def _vault_in(archive: zipfile.ZipFile, listed: _List, path: Path) -> tuple[Card, int]:
    """Look whether what a vault needs is there, and count its incidents."""
    try:
        card = parse_card(archive.read("vault.json"), "vault.json")
        identities = [archive.read(name) for name in ("identity.age", "identity.age.bak") if name in listed.files]
    except (KeyError, VaultError) as error:
        raise _refused(path, N_("the vault in it cannot be opened")) from error
    if not any(is_identity(card, sealed) for sealed in identities):
        raise _refused(path, N_("the vault in it cannot be opened"))
    keys, words = (
        {name.split("/")[1] for name in listed.files if name.endswith(f"/{own}")} for own in ("key.age", "incident.age")
    )
    return card, len(keys & words)


def _copied(entry: IO[bytes], file: IO[bytes], size: int) -> str:
    digest, left = hashlib.sha256(), size
    while left > 0 and (piece := entry.read(min(_PIECE, left))):
        digest.update(piece)
        file.write(piece)
        left -= len(piece)
    return digest.hexdigest() if left == 0 and not entry.read(1) else ""


def _name(part: Path, path: Path) -> None:
    """Give a file its name in one go, never over another file."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        # A disk that knows no second names: the name is taken first, empty, and then replaced.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        part.replace(path)


def _refused(path: Path, reason: str) -> BackupError:
    return BackupError(path=shown(path), reason=Message(reason))
