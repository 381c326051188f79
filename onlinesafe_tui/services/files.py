"""Writing what leaves the program to a file of the person's choice."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from onlinesafe_tui.domain.file_names import trouble_on_windows
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import ExportError, reason_of
from onlinesafe_tui.language import Message
from onlinesafe_tui.paths import IS_WINDOWS, at_home, shown
from onlinesafe_tui.services.new_file import write_new

_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST: Final = 80
"""Letters of a title in the name of a file: Windows counts the folders along with it, up to 260."""


def place_of(
    typed: str, folder: Path, *, environ: Mapping[str, str] = os.environ, is_windows: bool = IS_WINDOWS
) -> Path:
    """Return where a file goes that a person typed or pasted the place of: a name alone stands in `folder`.

    Args:
        typed: The place; quotes around it are understood, and the names that stand for folders of this user.
        folder: Where a name alone stands.
        environ: Tells where the folders of this user are.
        is_windows: Whether the computer has Windows.
    """
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1].strip()
    return folder / at_home(text, environ=environ, is_windows=is_windows)


def dated_name(day: date, title: str, ending: str) -> str:
    """Name a file after a day and the title of what is in it, so that every system takes it."""
    # The day in front keeps it from being a name that Windows has for devices, such as CON.
    named = " ".join(_NOT_IN_NAMES.sub(" ", clean_name(title)).split())[:_LONGEST].rstrip(" .")
    return f"{day.isoformat()} {named or 'OnlineSafe'}.{ending}"


def keep_as_file(path: Path, text: str | bytes, *, is_windows: bool = IS_WINDOWS) -> None:
    """Write a new file that only this user can read, whole or not at all; one that is there already stays as it is.

    Args:
        path: The file.
        text: What stands in it; newlines stay newlines on every computer.
        is_windows: Whether the computer has Windows, which takes some names for something else than a file.

    Raises:
        ExportError: It exists already, or the folder cannot be written.
    """
    trouble = trouble_on_windows(str(path)) if is_windows else None
    if trouble:
        raise ExportError(path=shown(path), reason=Message(trouble))
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "Is a directory")
        path.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        write_new(path.parent, text if isinstance(text, bytes) else text.encode(), [path])
    except OSError as error:
        raise ExportError(path=shown(path), reason=reason_of(error)) from error
