"""The workbook as it is now, and as it is in the vault."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.services.clock import Clock

if TYPE_CHECKING:
    from onlinesafe_tui.domain.workbook import Workbook
    from onlinesafe_tui.store.vault import Vault


class KeptWorkbook:
    """What belongs to no incident: written before there is a vault, put to what is in it, and kept there.

    It is changed by one thread at a time: whoever uses it sees to that.
    """

    def __init__(self, clock: Clock) -> None:
        """Create it, with nothing in it.

        Args:
            clock: Says which of two versions of an entry cannot be the later one.
        """
        self._clock = clock
        self._now: Workbook | None = None
        self._kept: Workbook | None = None
        self._trouble: VaultError | None = None

    @property
    def now(self) -> Workbook:
        """As it is now. While a vault is locked, only what was written since the start."""
        if self._now is None:
            from onlinesafe_tui.domain.workbook import Workbook  # noqa: PLC0415  (nobody asks at a start)

            self._now = self._kept = Workbook()
        return self._now

    @property
    def is_untouched(self) -> bool:
        """Whether nobody looked or wrote in it since the start."""
        return self._now is None

    @property
    def is_kept(self) -> bool:
        """Whether it is in the vault as it is now, or there is nothing in it to keep."""
        return self._now == self._kept

    @property
    def trouble(self) -> VaultError | None:
        """Why the one in the vault does not open; None when it does. Nothing is kept over it then."""
        return self._trouble

    def change(self, workbook: Workbook) -> None:
        """Let it be this one from now on; `keep` keeps it."""
        if self.now != workbook:
            self._now = workbook

    def look(self, vault: Vault) -> None:
        """Put what was written to what is in a vault, for as long as it is looked at; one that does not open stays."""
        written, self._trouble = self.now, None
        try:
            self._kept = vault.load_workbook()
        except VaultError as error:
            self._trouble = error
        else:
            self._now = self._kept.merged(written, self._clock.now())

    def take_over(self, vault: Vault) -> bool:
        """Put what was written to what is in a vault, and keep it there; return whether something was kept.

        Raises:
            VaultError: It cannot be kept.
        """
        self.look(vault)
        return self._trouble is None and self.unlink(vault.gone, vault)

    def restore(self, vault: Vault) -> bool:
        """Go on with an older version, with what was written since the start; return whether something was kept.

        Raises:
            VaultError: There is no version that opens, or it cannot be kept.
        """
        written = self.now
        self._kept = vault.restore_workbook()
        self._trouble = None
        self._now = self._kept.merged(written, self._clock.now())
        return self.keep(vault)

    def unlink(self, ids: Iterable[str], vault: Vault | None) -> bool:
        """Take out what belongs to deleted incidents, and keep it; return whether something was kept.

        Raises:
            VaultError: It cannot be kept.
        """
        for id in self.now.links.keys() & ids:
            self._now = self.now.link(id, ())
        return self.keep(vault)

    def keep(self, vault: Vault | None) -> bool:
        """Keep it as it is now; return whether there was something to keep.

        Args:
            vault: Where; None while none is open, when nothing can be kept.

        Raises:
            VaultError: It cannot be kept; here it holds all the same, and the next time everything is tried again.
        """
        if vault is None or self._now is None or self.is_kept:
            return False
        if self._trouble is not None:
            raise self._trouble
        vault.save_workbook(self._now)
        self._kept = self._now
        return True

    def forget(self) -> None:
        """Let go of everything: of what was opened, or of a round of practice."""
        self._now = self._kept = None
