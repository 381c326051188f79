"""Keeping incidents and the workbook: in memory until there is a passphrase, sealed on disk from then on."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from onlinesafe_tui.errors import VaultError, VaultHalfDeleted
from onlinesafe_tui.services.clock import Clock
from onlinesafe_tui.services.kept_workbook import KeptWorkbook
from onlinesafe_tui.services.synced import conflicts_in
from onlinesafe_tui.services.ways_in import OpenVault, RecoverVault, WaysIn
from onlinesafe_tui.store.files import previous_of
from onlinesafe_tui.store.layout import Layout, incident_in, is_incident_id, key_in

if TYPE_CHECKING:
    from onlinesafe_tui.domain.incident import Incident
    from onlinesafe_tui.domain.workbook import Workbook
    from onlinesafe_tui.store.memory import MemoryStore
    from onlinesafe_tui.store.paper import RecoveryCode
    from onlinesafe_tui.store.port import IncidentStore, Summary
    from onlinesafe_tui.store.vault import Vault


class Keeping(StrEnum):
    """Where what a person writes is at this moment."""

    MEMORY = "memory"
    """Nowhere yet: it is gone when the program ends."""

    LOCKED = "locked"
    """Nowhere yet, while there is a vault that was not opened."""

    SEALED = "sealed"
    """In the vault, after every answer."""

    READ_ONLY = "read-only"
    """The vault was opened to look only, because another window writes it. What is begun here is nowhere yet."""

    PRACTICE = "practice"
    """In memory on purpose; it never reaches a disk."""


class Keeper:
    """Keeps incidents and the workbook, and moves them into the vault once it is open."""

    def __init__(
        self,
        clock: Clock,
        *,
        folder: Path | None,
        create: OpenVault | None = None,
        unlock: OpenVault | None = None,
        recover: RecoverVault | None = None,
        look: OpenVault | None = None,
    ) -> None:
        """Create the keeper; nothing is opened yet.

        Args:
            clock: Says when an incident was changed.
            folder: The vault; None to practise, when nothing ever reaches a disk.
            create: Makes a vault; the real one when None.
            unlock: Opens a vault; the real one when None.
            recover: Opens a vault with its recovery code; the real one when None.
            look: Opens a vault to look only; the real one when None.
        """
        self._clock = clock
        self._folder = folder
        ways = WaysIn(clock)
        self._create = create or ways.create
        self._unlock = unlock or ways.unlock
        self._recover = recover or ways.recover
        self._look = look or ways.look
        self._memory: MemoryStore | None = None
        self._vault: Vault | None = None
        self._workbook = KeptWorkbook(clock)
        self._saved_at: datetime | None = None
        self._conflicts: tuple[str, ...] = ()
        self._saving = Lock()

    @property
    def saved_at(self) -> datetime | None:
        """When something last reached the vault, in UTC; None when nothing did since the start."""
        return self._saved_at

    @property
    def state(self) -> Keeping:
        """Where what a person writes is at this moment."""
        if self._folder is None:
            return Keeping.PRACTICE
        if self._vault is not None:
            return Keeping.READ_ONLY if self._vault.is_read_only else Keeping.SEALED
        return Keeping.LOCKED if self.has_vault else Keeping.MEMORY

    @property
    def has_vault(self) -> bool:
        """Whether there is a vault, opened or not."""
        return self._folder is not None and Layout(self._folder).is_vault

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was opened or written since the start, so that nothing can be at hand."""
        return self._vault is None and self._memory is None and self._workbook.is_untouched

    @property
    def has_unsaved(self) -> bool:
        """Whether something would be gone if the program ended now."""
        is_open = self.state in (Keeping.MEMORY, Keeping.LOCKED, Keeping.READ_ONLY)
        return is_open and (bool(self._memory and self._memory.summaries()) or not self.is_workbook_kept)

    def create(self, passphrase: str) -> None:
        """Make the vault, and move everything into it. Takes some seconds.

        Raises:
            WeakPassphrase: It is too short.
            VaultError: The vault cannot be made there.
        """
        self._open(self._create, passphrase)

    def unlock(self, passphrase: str) -> None:
        """Open the vault, and move everything into it that was written before. Takes some seconds.

        Raises:
            WrongPassphrase: It does not open it.
            VaultError: The vault is open elsewhere, or something is wrong with it.
        """
        self._open(self._unlock, passphrase)

    def look(self, passphrase: str) -> None:
        """Open the vault to look only, while another window has it open. Takes some seconds.

        What was written here before stays in memory. `unlock` opens the vault for good once the other window is closed.

        Raises:
            WrongPassphrase: It does not open it.
            VaultError: Something is wrong with it.
        """
        if self._folder is None or self._vault is not None:
            return
        vault = self._look(self._folder, passphrase)
        self._conflicts = conflicts_in(self._folder)
        with self._saving:
            self._vault = vault
            self._workbook.look(vault)

    def recover(self, code: RecoveryCode, passphrase: str) -> None:
        """Open the vault with its recovery code, let this passphrase open it from now on, and move everything into it.

        Takes some seconds.

        Raises:
            WeakPassphrase: It is too short.
            WrongCode: It is not the code of this vault.
            VaultError: The vault is open elsewhere, or something is wrong with it.
        """
        self._open(lambda folder, chosen: self._recover(folder, code, chosen), passphrase)

    @property
    def vault(self) -> Vault | None:
        """The vault itself, for those who look after it; None while it is not open."""
        return self._vault

    @property
    def conflicts(self) -> tuple[str, ...]:
        """The second versions of files that were there when the vault was opened, by their names inside it."""
        return self._conflicts

    @property
    def folder(self) -> Path | None:
        """Where the vault is or would be; None when practising."""
        return self._folder

    def summaries(self) -> tuple[Summary, ...]:
        """Return what is known of every incident without opening it, the last changed first."""
        if self.is_untouched:
            return ()
        from onlinesafe_tui.store.port import by_last_change  # noqa: PLC0415  (at a start there is nothing to sort)

        return tuple(sorted(self._store.summaries(), key=by_last_change, reverse=True))

    def unreadable(self) -> Mapping[str, VaultError]:
        """Return why an incident does not open, by its id, as far as that is known."""
        return self._vault.unreadable if self._vault is not None else {}

    def load(self, id: str) -> Incident:
        """Open an incident.

        Raises:
            VaultError: It cannot be opened.
        """
        return self._store.load(id)

    def is_closed(self, id: str) -> bool:
        """Whether an incident can only be looked at here, because another window writes it."""
        return self.state is Keeping.READ_ONLY and not self._is_in_memory(id) and self._is_in_vault(id)

    def save(self, incident: Incident) -> Incident:
        """Keep an incident, and return it as it is kept now.

        Raises:
            VaultError: It cannot be kept; what was kept before is still there.
        """
        kept = replace(incident, changed=self._clock.now())
        with self._saving:
            self._store.save(kept)
            if self.state is Keeping.SEALED:
                self._saved_at = kept.changed
        return kept

    @property
    def workbook(self) -> Workbook:
        """What belongs to no incident, as it is now. While a vault is locked, only what was written since the start."""
        return self._workbook.now

    @property
    def is_workbook_kept(self) -> bool:
        """Whether the workbook as it is now is in the vault, or there is nothing in it to keep."""
        return self._folder is None or self._workbook.is_kept

    @property
    def workbook_trouble(self) -> VaultError | None:
        """Why the workbook in the vault does not open; None when it does. Nothing is kept over it then."""
        return self._workbook.trouble

    def keep_workbook(self, workbook: Workbook) -> None:
        """Let the workbook be this one, and keep it.

        Raises:
            VaultError: It cannot be kept; here it holds all the same, and the next time everything is tried again.
        """
        with self._saving:
            self._workbook.change(workbook)
            self._note_saved(self._workbook.keep(self._vault))

    def restore_workbook(self) -> None:
        """Go on with an older version of a workbook that does not open or is too old.

        What was written since the start is put to it.

        Raises:
            VaultError: There is no version that opens.
        """
        with self._saving:
            if self._vault is not None and self._workbook.trouble is not None:
                self._note_saved(self._workbook.restore(self._vault))

    def flush(self) -> None:
        """Keep what could not be kept before.

        Raises:
            VaultError: It still cannot be kept.
        """
        with self._saving:
            self._note_saved(self._workbook.keep(self._vault))

    def has_previous(self, id: str) -> bool:
        """Tell whether the version before of an incident is still there."""
        if self._folder is None or not is_incident_id(id):
            return False
        folder = Layout(self._folder).incident_folder(id)
        trouble = self.unreadable().get(id)
        is_key = trouble is not None and str(trouble.values.get("name", "")).endswith(key_in(folder).name)
        return previous_of(key_in(folder) if is_key else incident_in(folder)).is_file()

    def restore_previous(self, id: str) -> None:
        """Go on with an older version of an incident that does not open or is too old, and note that in it.

        A damaged file is set aside.

        Raises:
            VaultError: There is no version that opens.
        """
        if self._vault is not None:
            self._vault.restore_previous(id, self._clock.now())

    def put_in_place(self) -> None:
        """Put the files of incidents that stand with one another back where they belong; nothing is lost by it.

        Raises:
            VaultInUse: The vault was opened to look only.
            VaultUnwritable: The disk or the folder refuses.
        """
        if self._vault is not None:
            self._vault.put_in_place()

    def delete(self, id: str) -> None:
        """Delete an incident for good, and what the workbook says of it. Nothing brings it back.

        Raises:
            VaultInUse: The vault was opened to look only.
            VaultMissing: There is no such incident.
            VaultError: It could not be removed as a whole; what is left goes the next time.
        """
        with self._saving:
            if self._vault is not None and not self._is_in_memory(id):
                try:
                    self._vault.delete(id, self._clock.today())
                except VaultHalfDeleted:
                    with suppress(VaultError):
                        self._workbook.unlink([id], self._vault)
                    raise
            elif self._memory is not None:
                self._memory.delete(id)
            self._note_saved(self._workbook.unlink([id], self._vault))

    def lock(self) -> None:
        """Drop the keys of the vault and all that was opened with them, so that only a passphrase opens it again.

        Raises:
            VaultError: Something could not be kept. The vault stays open then, so that nothing is lost.
        """
        with self._saving:
            vault = self._vault
            if vault is None:
                return
            self._workbook.keep(vault)
            # A save that comes too late goes to the memory, and from there into the vault when it is opened again.
            self._vault = None
            if self._memory is None:
                self._workbook.forget()
        # Only the index may be left to write, and it is made up to date when the vault is opened again.
        with suppress(VaultError):
            vault.close()

    def close(self) -> None:
        """Let go of the vault, so that another window can open it."""
        with self._saving:
            vault, self._vault = self._vault, None
        if vault is not None:
            vault.close()

    def forget_all(self) -> None:
        """Empty the memory: a new round of practice."""
        self._memory = None
        self._workbook.forget()

    @property
    def _store(self) -> IncidentStore:
        if self._vault is not None and not self._vault.is_read_only:
            return self._vault
        if self._memory is None:
            from onlinesafe_tui.store.memory import MemoryStore  # noqa: PLC0415  (nothing is written at a start)

            self._memory = MemoryStore()
        if self._vault is not None:
            from onlinesafe_tui.store.looking import LookingStore  # noqa: PLC0415  (hardly ever)

            return LookingStore(self._vault, self._memory)
        return self._memory

    def _is_in_vault(self, id: str) -> bool:
        return self._vault is not None and any(summary.id == id for summary in self._vault.summaries())

    def _is_in_memory(self, id: str) -> bool:
        return self._memory is not None and any(summary.id == id for summary in self._memory.summaries())

    def _open(self, opened: OpenVault, passphrase: str) -> None:
        if self._folder is None or (self._vault is not None and not self._vault.is_read_only):
            return
        vault = opened(self._folder, passphrase)
        # Looked for here, where nobody waits for a screen: there can be thousands of folders.
        self._conflicts = conflicts_in(self._folder)
        with self._saving:
            if self._vault is not None:
                self._vault.close()
            try:
                if self._memory is not None:
                    for summary in self._memory.summaries():
                        vault.save(self._memory.load(summary.id))
                        self._note_saved()
                self._vault = vault
                self._note_saved(self._workbook.take_over(vault))
            except BaseException:
                self._vault = None
                vault.close()
                raise
            self._memory = None

    def _note_saved(self, is_saved: bool = True) -> None:
        if is_saved:
            self._saved_at = self._clock.now()
