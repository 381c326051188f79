"""The ways into a vault. What they need is loaded when somebody takes one: a start opens nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from onlinesafe_tui.services.clock import Clock

if TYPE_CHECKING:
    from onlinesafe_tui.store.paper import RecoveryCode
    from onlinesafe_tui.store.vault import Vault

OpenVault = Callable[[Path, str], "Vault"]
"""Opens or makes a vault with a passphrase. It may take seconds, and works in any thread."""

RecoverVault = Callable[[Path, "RecoveryCode", str], "Vault"]
"""Opens a vault with its recovery code and gives it another passphrase; may take seconds, in any thread."""


class WaysIn:
    """The real ways, with the real work of the passphrase."""

    def __init__(self, clock: Clock) -> None:
        """Create the ways.

        Args:
            clock: Says when a vault is made.
        """
        self._clock = clock

    def create(self, folder: Path, passphrase: str) -> Vault:
        """Make a vault."""
        from onlinesafe_tui.store.opening import create_vault  # noqa: PLC0415
        from onlinesafe_tui.store.passphrase import ScryptSealer  # noqa: PLC0415

        return create_vault(folder, passphrase, ScryptSealer(), self._clock.now())

    def unlock(self, folder: Path, passphrase: str) -> Vault:
        """Open a vault for good."""
        from onlinesafe_tui.store.opening import unlock_vault  # noqa: PLC0415
        from onlinesafe_tui.store.passphrase import ScryptSealer  # noqa: PLC0415

        return unlock_vault(folder, passphrase, ScryptSealer())

    def look(self, folder: Path, passphrase: str) -> Vault:
        """Open a vault to look only."""
        from onlinesafe_tui.store.opening import unlock_vault  # noqa: PLC0415
        from onlinesafe_tui.store.passphrase import ScryptSealer  # noqa: PLC0415

        return unlock_vault(folder, passphrase, ScryptSealer(), read_only=True)

    def recover(self, folder: Path, code: RecoveryCode, passphrase: str) -> Vault:
        """Open a vault with its recovery code, and let another passphrase open it from then on."""
        from onlinesafe_tui.store.opening import recover_vault  # noqa: PLC0415
        from onlinesafe_tui.store.passphrase import ScryptSealer  # noqa: PLC0415

        return recover_vault(folder, code, passphrase, ScryptSealer(), self._clock.now())
