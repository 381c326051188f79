"""Looking at the folder in which everything is kept, from outside: nothing that was saved is opened."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from onlinesafe_tui.errors import OnlineSafeError
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.doctor_findings import Finding, Surroundings, bad, good, notice
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.restoring import set_aside_folders
from onlinesafe_tui.store.strangers import Stray, strays_in, synced_by

_LEAST_ROOM: Final = 200_000_000
"""Bytes: many times what everything takes that one person keeps."""


def look_at_vault(place: Surroundings, words: Words) -> Iterator[Finding]:
    """Look at the folder, in the order in which it is told."""
    for look in (_vault, _permissions, _synced, _strays):
        yield from look(place, words)


def _vault(place: Surroundings, words: Words) -> Iterator[Finding]:
    there = _nearest(place.vault)
    if there is None or not os.access(there, os.W_OK | os.X_OK):
        what = words(N_("The folder in which everything is kept cannot be written."))
        yield bad("vault", what, words(N_("Give yourself access, or start with --vault and another folder.")))
    elif Layout(place.vault).is_vault:
        yield good("vault", words(N_("Something is saved, and its folder can be written.")))
    else:
        yield good("vault", words(N_("Nothing is saved yet, and its folder can be made.")))
    if there is not None and shutil.disk_usage(there).free < _LEAST_ROOM:
        yield bad(
            "room", words(N_("The disk is nearly full.")), words(N_("Make room, so that everything can be saved."))
        )


def _nearest(folder: Path) -> Path | None:
    """Return a folder, or the nearest one above it that is there; None when none can come to be there."""
    try:
        there = next(parent for parent in (folder, *folder.parents) if parent.exists() or parent == parent.parent)
        return there if there.is_dir() else None
    except OSError:
        return None


def _permissions(place: Surroundings, words: Words) -> Iterator[Finding]:
    if place.platform == "win32" or _nearest(place.vault) != place.vault:
        return
    open_ones = sum(1 for path in (place.vault, *place.vault.rglob("*")) if _is_open_to_others(path))
    if open_ones:
        what = words.plural(
            "Others on this computer can see one file or folder of it.",
            "Others on this computer can see {n} files and folders of it.",
            open_ones,
        )
        yield bad("permissions", what, words(N_("They are sealed. To close them: chmod -R go-rwx, and the folder.")))
    else:
        yield good("permissions", words(N_("Nobody else on this computer can look into it.")))


def _is_open_to_others(path: Path) -> bool:
    try:
        found = path.lstat()
    except OSError:
        return False
    return not stat.S_ISLNK(found.st_mode) and bool(found.st_mode & 0o077)


def _synced(place: Surroundings, words: Words) -> Iterator[Finding]:
    service = synced_by(place.vault, place.environ)
    if service is None:
        yield good("synced", words(N_("No service seems to synchronise the folder.")))
        return
    what = words(N_("{service} seems to synchronise the folder."), service=service)
    todo = words(
        N_(
            "What leaves is sealed, but old versions stay there, and two computers at once make two versions. "
            "Work on one at a time, or choose another folder with --vault."
        )
    )
    yield notice("synced", what, todo)


def _strays(place: Surroundings, words: Words) -> Iterator[Finding]:
    try:
        found = strays_in(Layout(place.vault))
    except OnlineSafeError as error:
        yield bad(
            "strays", words(error.title), words(N_("Give yourself access, or start with --vault and another folder."))
        )
        return
    conflicts = sum(1 for one in found if one.stray is Stray.CONFLICT)
    others = sum(1 for one in found if one.stray in (Stray.STRANGER, Stray.ASIDE))
    look = words(N_("See which: {command}."), command="onlinesafe verify")
    if conflicts:
        what = words.plural(
            "There is one second version of a file, made by a program that synchronises.",
            "There are {n} second versions of files, made by a program that synchronises.",
            conflicts,
        )
        yield notice("conflicts", what, look)
    if others:
        what = words.plural(
            "There is one thing in the folder that is not in use.",
            "There are {n} things in the folder that are not in use.",
            others,
        )
        yield notice("strays", what, look)
    kept = len(set_aside_folders(place.vault))
    if kept:
        what = words.plural(
            "Beside the folder stands one that was set aside when a backup was put back.",
            "Beside the folder stand {n} that were set aside when a backup was put back.",
            kept,
        )
        yield notice("set-aside", what, words(N_("Remove it when you miss nothing.")))
