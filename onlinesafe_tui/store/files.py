"""Files that are there whole or not at all, and folders that only their owner can enter."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final

from onlinesafe_tui.disk import patiently, written_part
from onlinesafe_tui.errors import VaultMissing, VaultUnwritable, reason_of
from onlinesafe_tui.paths import shown

_PART: Final = ".onlinesafe.tmp"
_PREVIOUS: Final = ".bak"

ASIDE: Final = ".aside-"
"""What stands behind the name of a file that was set aside, before a number."""


def previous_of(path: Path) -> Path:
    """Return where the version before the current one of a file is kept."""
    return path.with_name(path.name + _PREVIOUS)


def make_folder(folder: Path) -> None:
    """Make a folder that only this user can enter, with the folders above it.

    One that is there already stays as it is; only when there is nothing in it, others are kept out from now on.

    Raises:
        VaultUnwritable: It cannot be made.
    """
    with _writing(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            # The mode says it at once: made first and closed afterwards, it would stand open for a moment. Python
            # turns exactly this mode into a private folder on Windows too.
            folder.mkdir(mode=0o700)
        except FileExistsError:
            if not folder.is_dir():
                raise
            if not any(folder.iterdir()):
                folder.chmod(0o700)
            return
        settle_folder(folder.parent)


def read_whole(path: Path, name: str) -> bytes:
    """Return the bytes of a file.

    Args:
        path: The file.
        name: How errors call it.

    Raises:
        VaultMissing: There is no such file.
        VaultUnwritable: It is there, and the system does not let us read it.
    """
    try:
        return patiently(path.read_bytes)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise VaultMissing(name=name) from error
    except OSError as error:
        raise _unwritable(path.parent, error) from error


def write_whole(path: Path, data: bytes, *, keep_previous: bool = True) -> None:
    """Replace a file, whole or not at all; its name never disappears meanwhile.

    Args:
        path: The file.
        data: All its new bytes.
        keep_previous: Whether the current version is kept beside it; else the version that is kept there stays.

    Raises:
        VaultUnwritable: The disk or the folder refuses. The file is what it was before, or, when only the very last
            part failed, already the new one; it is never half of either.
    """
    with _writing(path.parent):
        part = _new_part(path, data)
        try:
            if keep_previous:
                _keep_previous(path)
            _replace(part, path)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        settle_folder(path.parent)


def set_aside(path: Path) -> Path | None:
    """Keep a file under a new name beside it as well, which nothing ever replaces.

    Returns:
        The new name; None when there is no such file.

    Raises:
        VaultUnwritable: The disk or the folder refuses.
    """
    with _writing(path.parent):
        if not path.exists():
            return None
        free = (path.with_name(f"{path.name}{ASIDE}{number}") for number in count(1))
        aside = next(other for other in free if not other.exists())
        _second_name(path, aside)
        settle_folder(path.parent)
        return aside


def rename_folder(folder: Path, new: Path) -> None:
    """Give a folder its name in one go.

    Raises:
        VaultUnwritable: The disk or the folder refuses.
    """
    with _writing(new.parent):
        _replace(folder, new)
        settle_folder(new.parent)


def remove(path: Path) -> None:
    """Remove a file if it is there.

    Raises:
        VaultUnwritable: The disk or the folder refuses.
    """
    with _writing(path.parent):
        patiently(lambda: path.unlink(missing_ok=True))


def remove_folder(folder: Path) -> None:
    """Remove a folder with the files in it if it is there. It has no folders in it.

    Raises:
        VaultUnwritable: The disk or the folder refuses.
    """
    with _writing(folder.parent):
        if not folder.exists():
            return
        for file in list(folder.iterdir()):
            patiently(file.unlink)
        patiently(folder.rmdir)


def remove_all(folder: Path, *, first: str) -> None:
    """Remove a folder with everything in it if it is there, and bring that to the disk.

    Args:
        folder: The folder.
        first: How the names of the files begin that are gone, on the disk too, before anything else goes.

    Raises:
        VaultUnwritable: The disk or the folder refuses. What was not removed yet is still there.
    """
    with _writing(folder.parent):
        if not folder.exists():
            return
        for file in [file for file in folder.iterdir() if file.name.startswith(first)]:
            patiently(file.unlink)
        settle_folder(folder)
        for path in sorted(folder.rglob("*"), key=lambda path: len(path.parts), reverse=True):
            patiently(path.rmdir if path.is_dir() and not path.is_symlink() else path.unlink)
        patiently(folder.rmdir)
        settle_folder(folder.parent)


def clear_parts(folder: Path) -> None:
    """Remove what an interrupted write left behind in a folder. Only the one writer may do this.

    What cannot be removed stays: it is sealed and in nobody's way.
    """
    with suppress(OSError):
        for part in folder.glob(f"*{_PART}"):
            with suppress(OSError):
                part.unlink()


def _new_part(path: Path, data: bytes) -> Path:
    """Write bytes to a new file beside `path`, down to the disk, and read them back; only its owner can read it."""
    part = written_part(path.parent, data, prefix=f"{path.name}.", suffix=_PART)
    try:
        if patiently(part.read_bytes) != data:
            raise not_as_written()
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return part


def not_as_written() -> OSError:
    """Return the error for what would not read back as it was written."""
    return OSError(errno.EBADMSG, os.strerror(errno.EBADMSG))


def _keep_previous(path: Path) -> None:
    """Let `.bak` be the current version. It is replaced in one go as well."""
    part = path.with_name(f"{path.name}{_PREVIOUS}{_PART}")
    try:
        patiently(lambda: part.unlink(missing_ok=True))
        _second_name(path, part)
        _replace(part, previous_of(path))
    except FileNotFoundError:
        return
    finally:
        # Replacing a file by another name of the same file does nothing, and the other name stays: that happens after
        # a crash in between.
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _second_name(path: Path, other: Path) -> None:
    """Give a file a second name; a copy where the disk knows no second names."""
    try:
        os.link(path, other)
    except FileNotFoundError:
        raise
    except (OSError, NotImplementedError):
        part = _new_part(other, path.read_bytes())
        _replace(part, other)


def _replace(part: Path, path: Path) -> None:
    patiently(lambda: part.replace(path))


def settle_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut. Windows does that by itself and offers no way to ask."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network and foreign file systems cannot do this for folders; the file itself is on disk by now.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> VaultUnwritable:
    return VaultUnwritable(path=shown(folder), reason=reason_of(error))
