"""What else lies in the folder of a vault: copies that programs for synchronising make, left-overs, what is not ours.

Also which program synchronises a folder, as far as its name or what lies in it says so.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from onlinesafe_tui.errors import VaultUnwritable, reason_of
from onlinesafe_tui.paths import shown
from onlinesafe_tui.store.layout import Layout, is_incident_id

OWN: Final = (
    "vault.json", "identity.age", "recovery.age", "index.age", "workbook.age", "deleted.age",
    "index.behind", "keys.behind", "lock", "incidents",
)  # fmt: skip
"""What stands in the folder of a vault."""

OF_AN_INCIDENT: Final = ("key.age", "incident.age")
"""What stands in the folder of an incident."""

_VERSION: Final = r"(?:\.bak)?"
_ASIDE: Final = re.compile(r"\.aside-\d+")
_PART: Final = re.compile(r"(?:\..+|\.bak)?\.onlinesafe\.tmp")
_UNFINISHED: Final = ".new"
_CONFLICT: Final = re.compile(r"(?: ?\(.+\)| - .+| \d+|[-_.~ ].+)")

_SYNCED: Final = {
    "OneDrive": r"onedrive(?:[ -].*)?",
    "Dropbox": r"dropbox(?:[ -].*)?",
    "Google Drive": r"google ?drive(?:[ -].*)?|my drive|mijn drive|drivefs",
    "iCloud": r"icloud ?drive|mobile documents|com~apple~clouddocs",
    "Nextcloud": r"nextcloud.*|owncloud.*",
    "pCloud": r"pcloud ?drive|pclouddrive",
    "Syncthing": r"syncthing",
}
_MARKS: Final = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
}
_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


class Stray(StrEnum):
    """Why something lies in a vault that is no part of it."""

    CONFLICT = "conflict"
    """A program for synchronising kept two versions of a file, and this is one."""

    ASIDE = "aside"
    """A file that did not open, kept when another took its place."""

    PART = "part"
    """What an interrupted write left; it goes the next time the vault is opened for writing."""

    STRANGER = "stranger"
    """Nothing of ours."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that lies in a vault and is no part of it."""

    path: Path
    stray: Stray


def strays_in(layout: Layout) -> tuple[Found, ...]:
    """Find what is no part of a vault, in the order of the names.

    Raises:
        VaultUnwritable: The system does not let us look.
    """
    try:
        return tuple(sorted(_strays(layout), key=lambda found: found.path))
    except OSError as error:
        raise VaultUnwritable(path=shown(layout.folder), reason=reason_of(error)) from error


def conflict_copies(layout: Layout) -> tuple[Path, ...]:
    """Find the copies that a program for synchronising made because a file changed in two places.

    Raises:
        VaultUnwritable: The system does not let us look.
    """
    return tuple(found.path for found in strays_in(layout) if found.stray is Stray.CONFLICT)


def synced_by(folder: Path, environ: Mapping[str, str] = os.environ) -> str | None:
    """Return the name of the service that synchronises a folder; None when nothing says that one does."""
    whole = folder.absolute()
    for variable in _VARIABLES:
        named = environ.get(variable)
        if named and whole.is_relative_to(Path(named)):
            return "OneDrive"
    for part in whole.parts:
        for service, pattern in _SYNCED.items():
            if re.fullmatch(pattern, part, re.IGNORECASE):
                return service
    for parent in (whole, *whole.parents):
        for mark, service in _MARKS.items():
            if os.path.lexists(parent / mark):
                return service
    return None


def _strays(layout: Layout) -> Iterator[Found]:
    if not layout.folder.is_dir():
        return
    yield from _strays_beside(layout.folder, OWN)
    if not layout.incidents.is_dir():
        return
    for folder in layout.incidents.iterdir():
        if is_incident_id(folder.name):
            yield from _strays_beside(folder, OF_AN_INCIDENT)
        elif is_incident_id(folder.name.removesuffix(_UNFINISHED)):
            yield Found(folder, Stray.PART)
        else:
            is_copy = is_incident_id(folder.name[:16]) and _CONFLICT.fullmatch(folder.name[16:])
            yield Found(folder, Stray.CONFLICT if is_copy else Stray.STRANGER)


def _strays_beside(folder: Path, own: tuple[str, ...]) -> Iterator[Found]:
    # There can be thousands of folders, and in nearly all of them there is only what belongs there.
    with os.scandir(folder) as entries:
        others = [entry.name for entry in entries if entry.name.removesuffix(".bak") not in own]
    for name in others:
        yield from _judged(folder / name, own)


def _judged(path: Path, own: tuple[str, ...]) -> Iterator[Found]:
    name = path.name
    for known in own:
        if name.startswith(known):
            rest = name.removeprefix(known)
            if _ASIDE.fullmatch(rest):
                yield Found(path, Stray.ASIDE)
                return
            if _PART.fullmatch(rest):
                yield Found(path, Stray.PART)
                return
    is_copy = any(_is_copy(name, known) for known in own)
    yield Found(path, Stray.CONFLICT if is_copy else Stray.STRANGER)


def _is_copy(name: str, known: str) -> bool:
    """Tell whether a name is that of a file of ours with something in it, before its ending or behind it."""
    stem, _, ending = known.partition(".")
    between = re.fullmatch(
        rf"{re.escape(stem)}(?P<what>.+?){re.escape('.' + ending) if ending else ''}{_VERSION}", name
    )
    behind = re.fullmatch(rf"{re.escape(known)}{_VERSION}(?P<what>.+)", name)
    return any(match is not None and bool(_CONFLICT.fullmatch(match["what"])) for match in (between, behind))
