"""Where everything stands inside a vault. Loads neither age nor TinyDB, so the first screen may ask it things."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onlinesafe_tui.errors import VaultUnwritable, reason_of
from onlinesafe_tui.paths import shown

_INCIDENT_ID: Final = re.compile(r"[0-9a-f]{16}")
_UNFINISHED: Final = ".new"


@dataclass(frozen=True, slots=True)
class Layout:
    """The files and folders of one vault. None of them needs to exist."""

    folder: Path
    """The vault itself."""

    @property
    def card(self) -> Path:
        """What everyone may know about the vault. It is written last: where it is, the vault is complete."""
        return self.folder / "vault.json"

    @property
    def identity(self) -> Path:
        """The person's key, sealed with the passphrase."""
        return self.folder / "identity.age"

    @property
    def recovery(self) -> Path:
        """The person's key, sealed to the recovery code; absent when there is no code."""
        return self.folder / "recovery.age"

    @property
    def index(self) -> Path:
        """One summary per incident."""
        return self.folder / "index.age"

    @property
    def workbook(self) -> Path:
        """What belongs to no incident; absent until something is kept in it."""
        return self.folder / "workbook.age"

    @property
    def behind(self) -> Path:
        """The ids of the incidents that were saved since the index was written; absent when there are none."""
        return self.folder / "index.behind"

    @property
    def keys_behind(self) -> Path:
        """The ids of the incidents whose keys are still to be sealed to others; absent when there are none."""
        return self.folder / "keys.behind"

    @property
    def deleted(self) -> Path:
        """Which incidents were deleted, and when; absent until one is."""
        return self.folder / "deleted.age"

    @property
    def lock(self) -> Path:
        """What the one writer holds."""
        return self.folder / "lock"

    @property
    def incidents(self) -> Path:
        """The folder with a folder for each incident."""
        return self.folder / "incidents"

    def incident_folder(self, id: str) -> Path:
        """Return the folder of one incident.

        Raises:
            ValueError: It is not an id, and could lead outside the vault.
        """
        if not is_incident_id(id):
            raise ValueError("not the id of an incident")
        return self.incidents / id

    def unfinished_folder(self, id: str) -> Path:
        """Return where a new incident is put together, before it gets its name in one go."""
        return self.incident_folder(id).with_suffix(_UNFINISHED)

    def name(self, path: Path) -> str:
        """Return the name of a file inside the vault, as errors and people say it."""
        return path.relative_to(self.folder).as_posix()

    @property
    def is_vault(self) -> bool:
        """Whether a vault was made here. One that was only half made, and holds no incident yet, is none.

        A folder that the system does not let us look into counts as one: opening it says why.
        """
        try:
            # None of these is written before the card, so a vault that lost its card is still one.
            written = (self.card, self.workbook, self.recovery, self.deleted)
            return any(path.exists() for path in written) or self.count() > 0
        except (OSError, VaultUnwritable):
            return True

    def count(self) -> int:
        """Return the number of incidents, which takes no passphrase.

        Raises:
            VaultUnwritable: The system does not let us look.
        """
        return sum(1 for _ in self.incident_ids())

    def incident_ids(self) -> Iterator[str]:
        """Find the id of every incident that has a folder."""
        return (name for name in _folders(self.incidents) if is_incident_id(name))

    def unfinished_ids(self) -> Iterator[str]:
        """Find the id of every incident that was being put together when the program was ended."""
        stems = (name.removesuffix(_UNFINISHED) for name in _folders(self.incidents) if name.endswith(_UNFINISHED))
        return (stem for stem in stems if is_incident_id(stem))


def restored_beside(folder: Path) -> Path:
    """Return where a backup that is put back stands, whole, for the moment before it takes the place of the vault."""
    return folder.with_name(f"{folder.name}.restored")


def finish_restore(folder: Path) -> None:
    """Let a backup that was being put back take its place, when the program was ended after the old vault made room.

    It costs one look at the disk where there is a vault, and two where there is none.
    """
    restored = restored_beside(folder)
    # What cannot be renamed now is tried again at the next start; both folders stay whole.
    with suppress(OSError):
        if not os.path.lexists(folder) and restored.is_dir():
            restored.rename(folder)


def is_incident_id(text: str) -> bool:
    """Tell whether a text has the form of an incident's id."""
    return _INCIDENT_ID.fullmatch(text) is not None


def key_in(folder: Path) -> Path:
    """Return the key of the incident in this folder."""
    return folder / "key.age"


def incident_in(folder: Path) -> Path:
    """Return the incident itself in this folder."""
    return folder / "incident.age"


def _folders(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise VaultUnwritable(path=shown(folder), reason=reason_of(error)) from error
