"""A folder to begin with, for an organisation that writes texts of its own."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from onlinesafe_tui.disk import settle
from onlinesafe_tui.errors import ExportError, reason_of
from onlinesafe_tui.language import N_, Message
from onlinesafe_tui.paths import shown

REVIEWED_AFTER: Final = timedelta(days=182)
"""When somebody looks at a contact of one's own again: half a year, as for ours."""

_TEXTS: Final = Path(__file__).parent / "starter_texts"


def write_starter(folder: Path, today: date) -> tuple[Path, ...]:
    """Write the starter into a folder that is new or empty, and return its files. Nothing is written over.

    Raises:
        ExportError: Something stands in the folder already, or it cannot be written.
    """
    made: list[Path] = []
    path = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise ExportError(path=shown(folder), reason=Message(N_("there is something in it already")))
        for text in sorted(file for file in _TEXTS.rglob("*") if file.is_file()):
            path = folder / text.relative_to(_TEXTS)
            path.parent.mkdir(exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(_dated(text.read_text(encoding="utf-8"), today))
                file.flush()
                settle(file.fileno())
    except OSError as error:
        _take_away(made, {file.parent for file in (*made, path)} - {folder, folder.parent})
        raise ExportError(path=shown(path), reason=reason_of(error)) from error
    return tuple(made)


def _take_away(files: Iterable[Path], folders: Iterable[Path]) -> None:
    """Leave nothing of an attempt that failed, so that the next one finds an empty folder."""
    for file in files:
        with suppress(OSError):
            file.unlink()
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def _dated(text: str, today: date) -> str:
    return text.replace("@today", str(today)).replace("@review", str(today + REVIEWED_AFTER))
