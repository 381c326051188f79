"""Where things are on this machine."""

import os
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import platformdirs

from onlinesafe_tui.domain.text import clean_name

IS_WINDOWS: Final = os.name == "nt"
"""Whether this computer has Windows."""

_APP = "onlinesafe"
_NAMES: Final = re.compile(r"%([^%]+)%")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The folders and files that the program reads and writes. None of them needs to exist."""

    content: Path
    """The shipped content."""

    settings: Path
    """The settings file."""

    vault: Path
    """The sealed folder with everything that a person wrote."""

    exports: Path
    """Where a file that leaves the program is offered to be kept."""


def find_paths(*, vault: Path | None = None, environ: Mapping[str, str] = os.environ) -> Paths:
    """Find the folders of this user; `ONLINESAFE_VAULT` and `ONLINESAFE_SETTINGS` name others.

    Args:
        vault: The vault folder, when it is named on the command line.
        environ: The environment to look in.
    """
    config = _own(partial(platformdirs.user_config_path, _APP, appauthor=False), Path(_APP))
    data = _own(partial(platformdirs.user_data_path, _APP, appauthor=False), Path(_APP))
    return Paths(
        content=content_folder(),
        settings=_named(environ, "ONLINESAFE_SETTINGS") or config / "settings.json",
        vault=vault or _named(environ, "ONLINESAFE_VAULT") or data / "vault",
        exports=_own(platformdirs.user_documents_path, Path()),
    )


def _own(find: Callable[[], Path], here: Path) -> Path:
    """Return a folder of this user; where nobody knows a home of theirs, one where the program was started."""
    with suppress(RuntimeError, LookupError, ValueError, OSError):
        folder = find()
        if folder.is_absolute():
            return folder
    return here


def at_home(text: str, *, environ: Mapping[str, str] = os.environ, is_windows: bool = IS_WINDOWS) -> Path:
    """Return the place that somebody wrote, with the names that stand for folders of this user filled in.

    `~` does everywhere; on Windows also `%USERPROFILE%` and the like. A name that stands for nothing stays as it is.

    Args:
        text: The place.
        environ: What the names stand for.
        is_windows: Whether the computer has Windows.
    """
    path = Path(_NAMES.sub(partial(_named_folder, environ), text) if is_windows else text)
    with suppress(RuntimeError):
        return path.expanduser()
    return path


def _named_folder(environ: Mapping[str, str], found: re.Match[str]) -> str:
    folders = {name.upper(): folder for name, folder in environ.items()}
    return folders.get(found[1].upper(), found[0])


def content_folder() -> Path:
    """Return the shipped content: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "content"
    return installed if installed.is_dir() else package.parent / "content"


def shown(path: Path) -> str:
    """Return a path as it can be shown: a name on a disk can hold anything."""
    return clean_name(str(path), longest=1000)


def _named(environ: Mapping[str, str], variable: str) -> Path | None:
    value = environ.get(variable, "")
    return at_home(value, environ=environ) if value else None
