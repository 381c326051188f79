"""Going on with the newest version of a sealed file that opens, when the current one does not or is too old."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.store.files import set_aside
from onlinesafe_tui.store.sealed_storage import SealedStorage


def newest_that_opens(versions: Iterable[SealedStorage], read: Callable[[SealedStorage], object]) -> SealedStorage:
    """Return the version of a file that was written last, of those that open.

    Args:
        versions: One version or more, the current one first.
        read: Reads one, and raises `VaultError` when it does not open.

    Raises:
        VaultError: None opens. It says what is wrong with the last one.
    """
    found: list[SealedStorage] = []
    troubles: list[VaultError] = []
    for version in versions:
        try:
            read(version)
        except VaultError as error:
            troubles.append(error)
        else:
            found.append(version)
    if not found:
        raise troubles[-1]
    return max(found, key=attrgetter("sequence"))


def make_current(newest: SealedStorage, current: SealedStorage, at_least: int) -> SealedStorage:
    """Return where to write so that a version becomes the current one. What does not open there is kept aside.

    Args:
        newest: The version.
        current: The current one, which may be the same file.
        at_least: How many times the file was written, as far as known.

    Raises:
        VaultUnwritable: The disk or the folder refuses.
    """
    if newest.place.path == current.place.path:
        storage = newest
    else:
        set_aside(current.place.path)
        storage = current
        storage.begin_over()
    # It was written less often than what it replaces, and would count as put back by somebody.
    storage.sequence = max(newest.sequence, at_least)
    return storage
