"""What Windows does and other systems do not, to be put in the place of a call to the system."""

from __future__ import annotations

import errno
from collections.abc import Callable
from itertools import count
from typing import Any

SHARED = 32
"""What Windows says when another program has the file open."""


def windows_error(number: int) -> OSError:
    """Return the error with which Python tells a refusal of Windows by its own number."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


def refusing(times: int, real: Callable[..., Any], number: int = SHARED) -> Callable[..., Any]:
    """Return a call that Windows refuses some times because another program holds the file, and then does."""
    calls = count()

    def call(*args: Any, **named: Any) -> Any:
        if next(calls) < times:
            raise windows_error(number)
        return real(*args, **named)

    return call
