"""Backups: where a new one goes, what is in one without opening it, and putting one back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.dates import clock_time, long_day
from onlinesafe_tui.errors import ExportError, reason_of
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.paths import shown
from onlinesafe_tui.services.files import place_of
from onlinesafe_tui.store.files import ASIDE

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from onlinesafe_tui.services.keeping import Keeper
    from onlinesafe_tui.services.workspace import Workspace
    from onlinesafe_tui.store.archive import Backup

_MEGABYTE: Final = 1_000_000
_MOST_A_DAY: Final = 100

ENDING: Final = ".backup"
"""How the name of a backup ends that the program names itself."""

MAKE: Final = (
    N_(
        "Everything that you saved comes in one file, as sealed as it is here. "
        "It opens with the passphrase you have now."
    ),
    N_("Put it on another disk, such as a USB stick: type the folder of that one. The file gets a name by itself."),
)
"""What a backup is and where to put it, English messages to translate."""

MADE: Final = N_("It is at {path}. It was looked at again, and is whole. Keep it on another disk than this one.")
"""What is said when a backup is made, an English message to translate."""

PUT: Final = N_(
    "First you see what is in it. What is saved here now is not removed: it gets another name beside it. After that "
    "the passphrase of the backup is needed."
)
"""What happens when a backup is put back, an English message to translate."""

WHERE: Final = N_("Type where the backup is, with its name. In many windows you can also drag the file here.")
"""What is said when no file was named, an English message to translate."""

PUT_BACK: Final = N_(
    "Open it with the passphrase of the moment when it was made. What was saved here is kept as {path}. Is everything "
    "in order? Then you can throw that folder away."
)
"""What is said when a backup is back and something stood there before, an English message to translate."""


def offered_place(folder: Path, today: date) -> Path:
    """Offer a place in a folder for a new backup: one at which there is nothing yet."""
    first = folder / f"{today.isoformat()} OnlineSafe{ENDING}"
    places = (first, *(first.with_stem(f"{first.stem} {number}") for number in range(2, _MOST_A_DAY)))
    return next((place for place in places if not os.path.lexists(place)), first)


def latest_in(folder: Path) -> Path | None:
    """Find the backup in a folder that was written last; None when there is none, or one cannot look."""
    try:
        found = [(path.stat().st_mtime, path) for path in folder.glob(f"*{ENDING}") if path.is_file()]
    except OSError:
        return None
    return max(found)[1] if found else None


def write_backup(workspace: Workspace, typed: str) -> Path:
    """Make a backup where somebody typed, and return where it is. In a folder it gets a name by itself.

    Raises:
        ExportError: There is a file of that name already, or it cannot be written.
        VaultError: What is saved cannot be read.
    """
    today = workspace.clock.today()
    place = place_of(typed, workspace.exports)
    if place.is_dir():
        place = offered_place(place, today)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(path=shown(place), reason=reason_of(error)) from error
    workspace.care.backup(place, workspace.clock.now())
    return place


def look_at(path: Path) -> Backup:
    """Look at every byte of a backup, and change nothing.

    Raises:
        BackupError: It is none, is damaged, or holds what no backup holds.
    """
    from onlinesafe_tui.store.archive import read_archive  # noqa: PLC0415  (hardly ever)

    return read_archive(path)


def put_back(keeper: Keeper, path: Path) -> Path | None:
    """Put a backup in the place of what is saved, which is kept beside it under another name.

    The vault is locked first. Afterwards the passphrase of the moment opens it when the backup was made.

    Args:
        keeper: Has the vault; not that of an exercise.
        path: The backup.

    Returns:
        Where what stood there is now; None when nothing did.

    Raises:
        BackupError: It cannot be used.
        VaultInUse: Another window has the vault open.
        VaultError: Something could not be kept first, or the disk or the folder refuses. What stood there still does.
    """
    from onlinesafe_tui.store.restoring import restore_vault  # noqa: PLC0415  (hardly ever)

    if keeper.folder is None:
        return None
    look_at(path)
    keeper.lock()
    return restore_vault(path, keeper.folder)


def backup_words(backup: Backup, words: Words) -> tuple[str, ...]:
    """Say from when a backup is and what is in it, a line each. `store.restoring.restore_vault` puts it back."""
    made, sealed_to = backup.made, backup.card.sealed_to
    # Looking at every file counts without them too: they are no part of what opens.
    kept = sum(ASIDE in name for name in backup.files)
    lines = [
        words(N_("Backup of {day}, {time}"), day=_day(made, words), time=clock_time(made)),
        words(N_("What is in it was begun on {day}"), day=_day(backup.card.created, words)),
        words.plural("{n} incident", "{n} incidents", backup.incidents),
        words.plural("{n} file, {size}", "{n} files, {size}", len(backup.files) - kept, size=_size(backup.size)),
        words(N_("It has a recovery code")) if sealed_to.paper else words(N_("It has no recovery code")),
    ]
    if kept:
        lines.append(
            words.plural(
                "And {n} file that did not open once, and was kept",
                "And {n} files that did not open once, and were kept",
                kept,
            )
        )
    if sealed_to.organisation:
        lines.append(words(N_("An organisation can open incidents in it")))
    return tuple(lines)


def _day(moment: datetime, words: Words) -> str:
    """Write the local day of a moment."""
    return long_day(moment.astimezone().date(), words.language)


def _size(size: int) -> str:
    return f"{size / _MEGABYTE:.1f} MB" if size >= _MEGABYTE // 10 else f"{max(size // 1000, 1)} kB"
