"""Writing a file under a name that is still free: whole or not at all, and never over another one."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from onlinesafe_tui.disk import PART, PART_ENDS, clear_parts, patiently, written_part
from onlinesafe_tui.errors import ExportError, reason_of
from onlinesafe_tui.paths import shown

_MOST_NAMES: Final = 10_000


def keep_under_free_name(folder: Path, stem: str, ending: str, data: bytes) -> Path:
    """Write a new file that only this user can read, and return where it is.

    Args:
        folder: Where it goes; it is there already.
        stem: How its name begins; a number comes after it when there is such a file already.
        ending: How its name ends, with the dot.
        data: All its bytes.

    Raises:
        ExportError: The folder cannot be written, or the disk is full. Nothing is left of it then.
    """
    try:
        return write_new(folder, data, _names(folder, stem, ending))
    except OSError as error:
        raise ExportError(path=shown(folder / f"{stem}{ending}"), reason=reason_of(error)) from error


def write_new(folder: Path, data: bytes, names: Iterable[Path]) -> Path:
    """Write a new file under the first of these names that is free, down to the disk, and return where it is.

    Raises:
        OSError: The folder cannot be written, the disk is full, or no name is free. Nothing is left of it then.
    """
    clear_parts(folder, prefix=PART, suffix=PART_ENDS)
    part = written_part(folder, data, prefix=PART, suffix=PART_ENDS)
    try:
        return _named(part, names)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _names(folder: Path, stem: str, ending: str) -> Iterator[Path]:
    yield folder / f"{stem}{ending}"
    for number in count(2):
        if number > _MOST_NAMES:
            return
        yield folder / f"{stem}-{number}{ending}"


def _named(part: Path, names: Iterable[Path]) -> Path:
    """Give a file the first name that is free, in one go."""
    for path in names:
        try:
            os.link(part, path)
        except FileExistsError:
            continue
        except (OSError, NotImplementedError):
            # A disk that knows no second names: the name is taken first, empty, and then replaced.
            try:
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            except FileExistsError:
                continue
            _fill(path, part)
        return path
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _fill(taken: Path, part: Path) -> None:
    """Put a file in the place of the empty one that keeps its name free; take that away when this cannot be done."""
    try:
        patiently(partial(part.replace, taken))
    except OSError:
        with suppress(OSError):
            taken.unlink()
        raise
