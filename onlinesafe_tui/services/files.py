"""Writing what leaves the program to a file of the person's choice."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onlinesafe_tui.errors import ExportError, reason_of
from onlinesafe_tui.paths import shown


def place_of(typed: str, folder: Path) -> Path:
    """Return where a file goes that a person typed the place of: a name alone stands in `folder`."""
    path = Path(typed.strip())
    with suppress(RuntimeError):
        path = path.expanduser()
    return folder / path


def keep_as_file(path: Path, text: str | bytes) -> None:
    """Write a new file that only this user can read, whole or not at all; one that is there already stays as it is.

    Raises:
        ExportError: It exists already, or the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "xb", opener=_private) as file, _whole(path):
            file.write(text if isinstance(text, bytes) else text.encode())
            file.flush()
    except OSError as error:
        raise ExportError(path=shown(path), reason=reason_of(error)) from error


@contextmanager
def _whole(path: Path) -> Iterator[None]:
    """Take away what was written of a file when the rest does not follow, on a full disk for one."""
    try:
        yield
    except OSError:
        path.unlink()
        raise


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
