"""A service that synchronises the folder in which a person saves: saying so, and finding what it made of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.store.layout import Layout

if TYPE_CHECKING:
    from onlinesafe_tui.services.keeping import Keeper

_NAMES: Final = ("onedrive", "dropbox", "drive", "icloud", "clouddocs", "mobile doc", "cloud", "syncthing")
"""What stands in the path of nearly every folder that a service synchronises."""


def synced_words(keeper: Keeper, words: Words) -> str:
    """Say what it means to save in a folder that a service synchronises; empty when nothing says that one does."""
    service = _service(keeper.folder)
    if not service:
        return ""
    return words(
        N_(
            "{service} seems to synchronise the folder in which this is saved. Only what is sealed leaves this laptop. "
            "Work on one computer at a time; for a folder that stays here, start with --vault."
        ),
        service=service,
    )


def promised(keeper: Keeper, words: Words) -> str:
    """Say what leaves this laptop: nothing, or what a service takes that synchronises the folder."""
    # The first screen asks this: where nothing is open yet, the name of the folder is enough.
    is_looked_for = keeper.vault is not None or any(name in str(keeper.folder).casefold() for name in _NAMES)
    service = _service(keeper.folder) if is_looked_for else ""
    if not service:
        return words(N_("Everything stays on this laptop. Nothing goes over the internet."))
    return words(
        N_("OnlineSafe sends nothing. What you save is sealed, and {service} seems to synchronise it."), service=service
    )


def conflicts_in(folder: Path) -> tuple[str, ...]:
    """Find the second versions of files in the folder of a vault, by their names inside it; none when one cannot look.

    There can be thousands of folders in it: while it goes on, nobody should wait for a screen.
    """
    from onlinesafe_tui.store.strangers import conflict_copies  # noqa: PLC0415  (a start opens nothing)

    layout = Layout(folder)
    try:
        return tuple(layout.name(path) for path in conflict_copies(layout))
    except VaultError:
        return ()


def _service(folder: Path | None) -> str:
    if folder is None:
        return ""
    from onlinesafe_tui.store.strangers import synced_by  # noqa: PLC0415  (most starts need not know)

    return synced_by(folder) or ""
