"""What the program asks of a disk whenever it writes: whole files, in one go, also where others hold them."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

WAITS: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 0.8)
"""Seconds between attempts: on Windows a scanner or a program that synchronises may hold a file for a moment."""

_HELD_ON_WINDOWS: Final = frozenset({5, 32, 33})
"""Access denied, shared by somebody else, locked in part: what Windows says of a file that another program holds."""

_HELD: Final = frozenset({errno.EBUSY, errno.ETXTBSY})
"""What other systems say of it, of a drive on the network for one."""

PART: Final = ".onlinesafe-"
PART_ENDS: Final = ".tmp"
"""How the name of a file begins and ends that leaves the program and is not whole yet. What stands in it is not sealed,
so one that is left behind is cleared away, and only this user can read it until then."""

LEFT_AFTER: Final = 600.0
"""Seconds without a change after which nobody is writing a part any more."""

_DRAWN: Final = 8
_DRAWN_FROM: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
"""How Python makes the name of a part its own."""

Done = TypeVar("Done")


def patiently(act: Callable[[], Done]) -> Done:
    """Do something with a file, and again for some two seconds while another program holds it.

    Raises:
        OSError: It is held for longer, or it cannot be done for another reason.
    """
    for wait in WAITS:
        try:
            return act()
        except OSError as error:
            if not _is_held(error):
                raise
            time.sleep(wait)
    return act()


def written_part(folder: Path, data: bytes, *, prefix: str, suffix: str) -> Path:
    """Write bytes to a new file of a name of its own, down to the disk; only this user can read it.

    Raises:
        OSError: The folder cannot be written, or the disk is full. Nothing is left of it then.
    """
    import tempfile  # noqa: PLC0415  (a start writes nothing)

    handle, name = tempfile.mkstemp(prefix=prefix, suffix=suffix, dir=folder)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            settle(file.fileno())
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return part


def clear_parts(folder: Path, *, prefix: str, suffix: str) -> None:
    """Remove what `written_part` left in a folder when the program was ended in the middle of it.

    One that was written lately may still be another program's, and stays; so does what belongs to another user, and
    what cannot be removed.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _is_part(entry.name, prefix, suffix):
                with suppress(OSError):
                    found = entry.stat(follow_symlinks=False)
                    if _is_left(found):
                        Path(entry.path).unlink()


def _is_part(name: str, prefix: str, suffix: str) -> bool:
    middle = name[len(prefix) : -len(suffix)]
    is_framed = name.startswith(prefix) and name.endswith(suffix)
    return is_framed and len(middle) == _DRAWN and _DRAWN_FROM.issuperset(middle)


def _is_left(found: os.stat_result) -> bool:
    is_own = sys.platform == "win32" or found.st_uid == os.getuid()
    return is_own and stat.S_ISREG(found.st_mode) and time.time() - found.st_mtime > LEFT_AFTER


def settle(handle: int) -> None:
    """Wait until what was written to an open file survives a power cut.

    Raises:
        OSError: The disk refuses, a full one for one.
    """
    os.fsync(handle)
    if sys.platform == "darwin":
        # There the usual call only hands it to the disk, which may keep it in its own memory for a while.
        import fcntl  # noqa: PLC0415  (only here)

        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)


def _is_held(error: OSError) -> bool:
    return getattr(error, "winerror", None) in _HELD_ON_WINDOWS or error.errno in _HELD
