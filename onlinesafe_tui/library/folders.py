"""Looking into content folders, which may stand on a drive that is gone, or hold anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from onlinesafe_tui.library.kinds import Kind

POINTS: Final = "points.md"
"""The file that lists the points which the content must cover."""

ORGANISATION: Final = "organisation.md"
"""The file in which an organisation says who it is."""


def ids_in(folder: Path, kind: Kind) -> tuple[str, ...]:
    """Return the ids of the files of a kind, in alphabetical order; none when the folder cannot be read."""
    try:
        return tuple(sorted(path.stem for path in (folder / kind.value).glob("*.md")))
    except OSError:
        return ()


def is_there(test: Callable[[], bool]) -> bool:
    """Ask something of a path; a drive that is gone or closed to this person means no."""
    try:
        return test()
    except OSError:
        return False


def speaks_of_danger(path: Path) -> bool:
    """Tell whether the front matter of a file names danger, without reading all of it."""
    try:
        if not path.is_file():  # a pipe of that name would never end
            return False
        with path.open("rb") as file:
            return b"\ndanger:" in file.read(4000)
    except (OSError, ValueError):  # no such path, or no path at all
        return False
