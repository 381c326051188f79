"""Writing a text that leaves the program to a file of the person's choice."""

import os
from contextlib import suppress
from pathlib import Path

from onlinesafe_tui.errors import ExportError, reason_of
from onlinesafe_tui.paths import shown


def place_of(typed: str, folder: Path) -> Path:
    """Return where a file goes that a person typed the place of: a name alone stands in `folder`."""
    path = Path(typed.strip())
    with suppress(RuntimeError):
        path = path.expanduser()
    return folder / path


def keep_as_file(path: Path, text: str) -> None:
    """Write a new file that only this user can read; a file that is there already stays as it is.

    Raises:
        ExportError: It exists already, or the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n", opener=_private) as file:
            file.write(text)
    except OSError as error:
        raise ExportError(path=shown(path), reason=reason_of(error)) from error


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
