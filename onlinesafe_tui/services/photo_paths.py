"""Which file somebody means who typed, pasted or dropped something."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from onlinesafe_tui.domain.text import clean_name, clean_text
from onlinesafe_tui.errors import PictureUnreadable
from onlinesafe_tui.language import N_, Message
from onlinesafe_tui.paths import IS_WINDOWS, at_home

_SEVERAL: Final = N_("these are several files, which go one by one")


def typed_path(typed: str) -> Path:
    """Return the file that somebody typed, pasted or dropped into the terminal.

    Quotes, `file://` addresses, escaped spaces and `~` are understood. What was typed passed the door for foreign text,
    so a name with strange characters is found by how it looks.

    Raises:
        PictureUnreadable: It is more than one file.
    """
    candidates = list(dict.fromkeys(_readings(typed)))
    for path in candidates:
        if _exists(path):
            return path
    if _is_several(typed):
        raise PictureUnreadable(path=clean_name(typed), reason=Message(_SEVERAL))
    return next((found for path in candidates if (found := _looking_like(path)) is not None), candidates[-1])


def _is_several(typed: str) -> bool:
    """Tell whether several files were dropped at once."""
    try:
        parts = [_home(part) for part in shlex.split(typed, posix=os.name != "nt")]
    except ValueError:
        return False
    return len(parts) > 1 and all(_exists(part) for part in parts)


def _readings(typed: str) -> Iterator[Path]:
    text = typed.strip()
    yield _home(text)
    text = text.removeprefix("& ").strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
        yield _home(text)
    if text.casefold().startswith("file:"):
        with suppress(ValueError):
            yield _home(path_in(text))
    elif os.name != "nt":
        with suppress(ValueError):
            parts = shlex.split(text)
            if len(parts) == 1:
                yield _home(parts[0])


def path_in(address: str, *, is_windows: bool = IS_WINDOWS) -> str:
    """Return the path in a `file:` address.

    Raises:
        ValueError: It is no address.
    """
    parts = urlsplit(address)
    path = unquote(parts.path)
    if is_windows and parts.netloc not in ("", "localhost"):
        return f"//{parts.netloc}{path}"
    # On Windows the address has one stroke more than the path: /C:/Users/…
    return path[1:] if re.match(r"/[A-Za-z]:", path) else path


def _home(text: str) -> Path:
    return at_home(text.replace("\0", ""))


def _exists(path: Path) -> bool:
    try:
        return bool(path.name) and path.exists()
    except (OSError, ValueError):
        return True


def _looking_like(path: Path) -> Path | None:
    """Find the one file in the folder that shows with this name."""
    wanted = clean_name(path.name)
    try:
        found = [other for other in path.parent.iterdir() if wanted in _looks(other.name)]
    except (OSError, ValueError):
        return None
    return found[0] if len(found) == 1 and wanted else None


def _looks(name: str) -> tuple[str, str]:
    """Return how a name comes in where it is typed, and where it is pasted."""
    return clean_name(name), clean_name(clean_text(name))
