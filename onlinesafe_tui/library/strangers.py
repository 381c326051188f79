"""Files and folders among the content that are never read, because they stand in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from onlinesafe_tui.errors import reason_of
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.folders import ORGANISATION, POINTS, is_there
from onlinesafe_tui.library.kinds import Kind
from onlinesafe_tui.library.problems import Problem

_OF_WINDOWS: Final = frozenset({"desktop.ini", "Thumbs.db"})
"""What Windows puts into folders by itself."""

_AT_THE_ROOT: Final = frozenset({POINTS, ORGANISATION, "README.md", "LICENSE"})


def strangers(folder: Path) -> Iterator[Problem]:
    """Name what stands in a content folder and is never read, because it stands in the wrong place."""
    kinds = {kind.value for kind in Kind}
    known = {"known": ", ".join(kind.value for kind in Kind)}
    try:
        found = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        yield Problem(folder, 1, N_("This folder cannot be read: {reason}"), {"reason": reason_of(error)})
        return
    for path in found:
        if path.name not in kinds and is_there(path.is_dir):
            yield Problem(path, 1, N_("This is not a kind of content; use one of: {known}"), known)
        elif path.suffix == ".md" and path.name not in _AT_THE_ROOT and is_there(path.is_file):
            yield Problem(path, 1, N_("A file stands in the folder of its kind: {known}"), known)
    for kind in Kind:
        for path in _files(folder / kind.value):
            if path.suffix != ".md" and not path.name.startswith(".") and path.name not in _OF_WINDOWS:
                yield Problem(path, 1, N_("Only .md files are read; rename or remove it"))


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError:
        return []
