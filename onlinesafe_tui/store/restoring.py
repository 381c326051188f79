"""Making a backup of a vault that nobody has open, and putting a backup in its place."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

from filelock import FileLock

from onlinesafe_tui.disk import patiently
from onlinesafe_tui.errors import ExportError, NothingSaved, VaultUnwritable, reason_of
from onlinesafe_tui.language import N_, Message
from onlinesafe_tui.paths import IS_WINDOWS, shown
from onlinesafe_tui.store.archive import Backup, read_archive, unpack, write_archive
from onlinesafe_tui.store.files import settle_folder
from onlinesafe_tui.store.layout import Layout, restored_beside
from onlinesafe_tui.store.opening import take_lock

_NEW: Final = ".restoring-"
_OLD: Final = ".before-restore-"


def backup_vault(folder: Path, path: Path, now: datetime) -> Backup:
    """Write a vault to one new file. No passphrase is needed: everything stays sealed as it is.

    Args:
        folder: The vault.
        path: The new file.
        now: This moment, in UTC.

    Raises:
        NothingSaved: There is no vault.
        VaultInUse: Another window has it open, and may be in the middle of something.
        ExportError: The file is there already, or cannot be written.
        VaultError: The vault cannot be read.
    """
    layout = Layout(folder)
    if not layout.is_vault:
        raise NothingSaved(path=shown(folder))
    if path.absolute().resolve().is_relative_to(folder.resolve()):
        raise ExportError(path=shown(path), reason=Message(N_("it would stand in the folder itself")))
    lock = take_lock(layout)
    try:
        return write_archive(layout, path, now)
    finally:
        lock.release()


def restore_vault(path: Path, folder: Path) -> Path | None:
    """Put a backup in the place of a vault, in one go. What stood there is kept beside it under another name.

    Args:
        path: The backup; it is looked at once more.
        folder: Where the vault is or will be.

    Returns:
        Where the folder is now that stood there; None when nothing did.

    Raises:
        BackupError: It cannot be used.
        VaultInUse: Another window has the vault open.
        VaultUnwritable: The disk or the folder refuses. What stood there still does.
    """
    backup = read_archive(path)
    with _writing(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise NotADirectoryError(20, "Not a directory")
        lock = take_lock(Layout(folder)) if Layout(folder).is_vault else None
        new = None
        try:
            new = Path(tempfile.mkdtemp(prefix=f"{folder.name}{_NEW}", dir=folder.parent))
            unpack(backup, new)
            Layout(new).incidents.mkdir(mode=0o700, exist_ok=True)
            _settle_all(new)
            whole = restored_beside(folder)
            if os.path.lexists(whole):
                # It is whole, and somebody wanted it; what is put back now is wanted more.
                whole.rename(_free_name(folder))
            new.rename(whole)
            return _swapped(whole, folder, lock)
        finally:
            if new:
                with suppress(OSError):
                    shutil.rmtree(new)
            if lock:
                lock.release()


def set_aside_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders beside a vault that restoring left: what stood there before, and what was not finished."""
    names = (f"{folder.name}{_OLD}*", f"{folder.name}{_NEW}*", restored_beside(folder).name)
    with suppress(OSError):
        return tuple(sorted(found for name in names for found in folder.parent.glob(name)))
    return ()


def _swapped(new: Path, folder: Path, lock: FileLock | None) -> Path | None:
    """Let a whole new folder take the place of a vault. Ended in between, `layout.finish_restore` does the rest."""
    old = _free_name(folder) if folder.exists() else None
    try:
        if old:
            if lock and IS_WINDOWS:
                # There no folder can be renamed in which a file is open.
                lock.release()
            patiently(lambda: folder.rename(old))
        patiently(lambda: new.rename(folder))
    except BaseException:
        if old and not folder.exists():
            old.rename(folder)
        shutil.rmtree(new, ignore_errors=True)
        raise
    settle_folder(folder.parent)
    if old and not any(old.iterdir()):
        old.rmdir()
        return None
    return old


def _free_name(folder: Path) -> Path:
    names = (folder.with_name(f"{folder.name}{_OLD}{number}") for number in count(1))
    return next(name for name in names if not os.path.lexists(name))


def _settle_all(folder: Path) -> None:
    for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        settle_folder(path)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise VaultUnwritable(path=shown(folder), reason=reason_of(error)) from error
