"""The calls with which the program changes a disk, in one place, so that one of them can be refused."""

from __future__ import annotations

import builtins
import errno
import io
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from types import TracebackType
from typing import IO, Any, Final, Self
from unittest.mock import patch


class Call(StrEnum):
    """What is asked of the disk."""

    CREATE = "create"
    WRITE = "write"
    FLUSH = "flush"
    FSYNC = "fsync"
    CLOSE = "close"
    LINK = "link"
    REPLACE = "replace"
    FOLDER_FSYNC = "folder fsync"
    MKDIR = "mkdir"
    UNLINK = "unlink"
    RMDIR = "rmdir"


TAKES_ROOM: Final = frozenset(
    {Call.CREATE, Call.WRITE, Call.FLUSH, Call.FSYNC, Call.CLOSE, Call.LINK, Call.MKDIR, Call.FOLDER_FSYNC}
)
"""What a full disk refuses; the other calls are refused by one that does not answer."""

_WRITING: Final = frozenset("wxa+")


class Fault:
    """Refuses one call of a kind: the one with a number, or that one and all after it."""

    def __init__(self, call: Call, number: int, *, stays: bool = False) -> None:
        """Create the fault.

        Args:
            call: What is refused.
            number: How many of these calls go well before.
            stays: Whether they are refused from then on, instead of once.
        """
        self.error: Final = errno.ENOSPC if call in TAKES_ROOM else errno.EIO
        """The number of the error that the computer gives."""
        self.happened = False
        """Whether a call was refused by now."""
        self._call = call
        self._left = number
        self._stays = stays

    def refuses(self, call: Call) -> bool:
        """Count a call, and tell whether it is refused."""
        if call is not self._call:
            return False
        self._left -= 1
        refused = self._left < 0 if self._stays else self._left == -1
        self.happened = self.happened or refused
        return refused

    def meet(self, call: Call) -> None:
        """Let a call pass.

        Raises:
            OSError: It is refused.
        """
        if self.refuses(call):
            raise OSError(self.error, os.strerror(self.error))


class _File:
    """An open file that is written to."""

    def __init__(self, file: IO[Any], fault: Fault) -> None:
        self._file = file
        self._fault = fault

    def write(self, data: Any) -> int:
        if self._fault.refuses(Call.WRITE):
            # A disk that becomes full takes the first part.
            self._file.write(data[: len(data) // 2])
            self._file.flush()
            raise OSError(self._fault.error, os.strerror(self._fault.error))
        return self._file.write(data)

    def flush(self) -> None:
        self._fault.meet(Call.FLUSH)
        self._file.flush()

    def close(self) -> None:
        self._file.close()
        self._fault.meet(Call.CLOSE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@contextmanager
def broken(fault: Fault) -> Iterator[Fault]:
    """Let every call to the disk meet the fault."""
    real_open, real_fsync, real_fdopen, real_os_open = builtins.open, os.fsync, os.fdopen, os.open

    def opened(file: Any, mode: str = "r", *args: Any, **named: Any) -> Any:
        found = real_open(file, mode, *args, **named)
        return _File(found, fault) if _WRITING & set(mode) else found

    def fdopen(handle: int, mode: str = "r", *args: Any, **named: Any) -> Any:
        found = real_fdopen(handle, mode, *args, **named)
        return _File(found, fault) if _WRITING & set(mode) else found

    def os_open(path: Any, flags: int, *args: Any, **named: Any) -> int:
        if flags & os.O_CREAT:
            fault.meet(Call.CREATE)
        return real_os_open(path, flags, *args, **named)

    def fsync(handle: int) -> None:
        fault.meet(Call.FOLDER_FSYNC if stat.S_ISDIR(os.fstat(handle).st_mode) else Call.FSYNC)
        real_fsync(handle)

    def meeting(call: Call, real: Callable[..., Any]) -> Callable[..., Any]:
        def act(*args: Any, **named: Any) -> Any:
            fault.meet(call)
            return real(*args, **named)

        return act

    simple = {
        "link": Call.LINK,
        "replace": Call.REPLACE,
        "rename": Call.REPLACE,
        "mkdir": Call.MKDIR,
        "unlink": Call.UNLINK,
        "rmdir": Call.RMDIR,
    }
    calls: dict[str, Any] = {name: meeting(call, getattr(os, name)) for name, call in simple.items()}
    calls.update(fsync=fsync, fdopen=fdopen, open=os_open)
    with (
        patch.multiple(os, **calls),
        patch.object(builtins, "open", opened),
        patch.object(io, "open", opened),
    ):
        yield fault
