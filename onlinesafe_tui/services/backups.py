"""Saying what is in a backup, without opening it; looking at one, and putting one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.language import N_, Words

if TYPE_CHECKING:
    from pathlib import Path

    from onlinesafe_tui.services.keeping import Keeper
    from onlinesafe_tui.store.archive import Backup

_MEGABYTE: Final = 1_000_000
_ASIDE: Final = ".aside-"


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
    kept = sum(_ASIDE in name for name in backup.files)
    lines = [
        words(N_("Backup of {day}, {time} (UTC)"), day=long_day(made.date(), words.language), time=f"{made:%H:%M}"),
        words(N_("Begun on {day}"), day=long_day(backup.card.created.date(), words.language)),
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


def _size(size: int) -> str:
    return f"{size / _MEGABYTE:.1f} MB" if size >= _MEGABYTE // 10 else f"{max(size // 1000, 1)} kB"
