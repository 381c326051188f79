"""Opening what was saved when only `vault.json` is gone or damaged: the passphrase is enough to make it anew."""

from __future__ import annotations

from typing import Final

from onlinesafe_tui.errors import OnlineSafeError, VaultDamaged, VaultEmpty, VaultMissing
from onlinesafe_tui.services.workspace import Workspace

_CARD: Final = "vault.json"


def is_card_broken(error: OnlineSafeError) -> bool:
    """Tell whether it is only `vault.json` that keeps everything closed."""
    is_lost = isinstance(error, VaultMissing | VaultEmpty | VaultDamaged)
    return is_lost and error.values.get("name") == _CARD


def open_anew(workspace: Workspace, passphrase: str) -> None:
    """Make `vault.json` anew, and open what was saved. Takes some seconds.

    Raises:
        WrongPassphrase: It does not open it.
        VaultInUse: Another window has it open.
        VaultError: The rest does not open either.
    """
    workspace.care.renew_card(passphrase, workspace.clock.now())
    workspace.keeper.unlock(passphrase)
