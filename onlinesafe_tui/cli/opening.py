"""Opening a vault from the command line to change something of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onlinesafe_tui.store.paper import RecoveryCode
    from onlinesafe_tui.store.passphrase import PassphraseSealer
    from onlinesafe_tui.store.vault import Vault


class OpenToWrite:
    """The ways into a vault for those who change it. Each takes some seconds, for the work of the passphrase."""

    def __init__(self, sealer: PassphraseSealer | None = None) -> None:
        """Create the ways.

        Args:
            sealer: Does the work of the passphrase; the real one when None.
        """
        self._maybe_sealer = sealer

    def unlock(self, folder: Path, passphrase: str) -> Vault:
        """Open a vault with its passphrase; see `store.opening.unlock_vault`."""
        from onlinesafe_tui.store.opening import unlock_vault

        return unlock_vault(folder, passphrase, self._sealer)

    def recover(self, folder: Path, code: RecoveryCode, passphrase: str, now: datetime) -> Vault:
        """Open a vault with its recovery code; see `store.opening.recover_vault`."""
        from onlinesafe_tui.store.opening import recover_vault

        return recover_vault(folder, code, passphrase, self._sealer, now)

    def renew_card(self, folder: Path, passphrase: str, now: datetime) -> None:
        """Make a damaged `vault.json` anew; see `store.opening.renew_card`."""
        from onlinesafe_tui.store.opening import renew_card

        renew_card(folder, passphrase, self._sealer, now)

    @property
    def _sealer(self) -> PassphraseSealer:
        from onlinesafe_tui.store.passphrase import ScryptSealer

        return self._maybe_sealer or ScryptSealer()
