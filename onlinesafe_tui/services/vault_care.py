"""Looking after what was saved: who can open it. Passphrase, recovery code, organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import NothingSaved
from onlinesafe_tui.paths import shown
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.services.letting_in import OrganisationView
from onlinesafe_tui.store.paper import RecoveryCode, groups_to_ask, new_code, read_code

if TYPE_CHECKING:
    from onlinesafe_tui.language import Words
    from onlinesafe_tui.library.library import Library
    from onlinesafe_tui.services.verifying import Verification
    from onlinesafe_tui.store.archive import Backup
    from onlinesafe_tui.store.care import Care
    from onlinesafe_tui.store.passphrase import PassphraseSealer
    from onlinesafe_tui.store.port import Tell
    from onlinesafe_tui.store.vault import Vault

_GROUPS_A_LINE: Final = 5


@dataclass(frozen=True, slots=True, repr=False)
class CodeDraft:
    """A recovery code that was made and opens nothing yet: a person first writes it down and shows that it is there."""

    code: RecoveryCode

    asked: tuple[int, int]
    """The numbers of the two groups that are asked back, counted from 1."""

    @property
    def lines(self) -> tuple[tuple[tuple[int, str], ...], ...]:
        """The groups with their numbers, five on a line, as they are shown."""
        groups = tuple(enumerate(self.code.groups, start=1))
        return tuple(groups[at : at + _GROUPS_A_LINE] for at in range(0, len(groups), _GROUPS_A_LINE))

    def is_right(self, number: int, typed: str) -> bool:
        """Tell whether somebody typed the group with this number. Case, spaces and look-alikes do not matter."""
        return self.code.has_group(number, typed)


class VaultCare:
    """What a person can do about the vault that is open, besides writing in it."""

    def __init__(self, keeper: Keeper, sealer: PassphraseSealer | None = None) -> None:
        """Create the care.

        Args:
            keeper: Has the vault.
            sealer: Does the work of the passphrase; the real one when None.
        """
        self._keeper = keeper
        self._sealer = sealer

    @property
    def has_code(self) -> bool:
        """Whether the vault that is open has a recovery code; false while none is open."""
        return self._keeper.vault is not None and self._keeper.vault.care.has_code

    def draft_code(self) -> CodeDraft:
        """Make a recovery code and choose what is asked back. Nothing is kept: the code before it goes on opening."""
        return CodeDraft(new_code(), groups_to_ask())

    def keep_code(self, draft: CodeDraft, tell: Tell | None = None) -> None:
        """Let this code open the vault, and no longer the one before it. With many incidents it takes a while.

        Args:
            draft: The code, which is on paper by now.
            tell: Is told after each incident how many are done, and of how many.

        Raises:
            NothingSaved: No vault is open.
            VaultInUse: It was opened to look only.
            VaultError: It cannot be written. The old code or the new one opens the vault all the same.
        """
        self._care.keep_code(draft.code, tell)

    def drop_code(self, tell: Tell | None = None) -> None:
        """Let no recovery code open the vault any more. With many incidents it takes a while.

        Args:
            tell: Is told after each incident how many are done, and of how many.

        Raises:
            NothingSaved: No vault is open.
            VaultInUse: It was opened to look only.
            VaultError: It cannot be written; what is left is done the next time.
        """
        self._care.drop_code(tell)

    def change_passphrase(self, old: str, new: str) -> None:
        """Let another passphrase open the vault. Takes about four seconds.

        Raises:
            NothingSaved: No vault is open.
            WrongPassphrase: The old one is not the passphrase.
            WeakPassphrase: The new one is too short.
            VaultInUse: The vault was opened to look only.
            VaultError: It cannot be written. One of the two opens the vault all the same.
        """
        self._care.change_passphrase(old, new, self._sealer or _scrypt())

    def organisation(self, library: Library) -> OrganisationView:
        """Return whether an organisation can open what is kept. Opens the key of every incident.

        Args:
            library: Has the organisation's own folder.

        Raises:
            NothingSaved: No vault is open.
        """
        care, offering = self._care, library.organisation()
        return OrganisationView(
            name=offering.name,
            offered=offering.recipient,
            current=care.sealed_to.organisation,
            shared=care.shared_with_organisation() if care.sealed_to.organisation else 0,
            of=len(self._keeper.summaries()),
            has_code=care.has_code,
        )

    def let_in(self, recipient: str, *, share_all: bool = False, tell: Tell | None = None) -> None:
        """Let an organisation open what is kept from now on. Only ever after a person said so.

        Args:
            recipient: Its public key.
            share_all: Whether it can open the incidents of before as well.
            tell: Is told after each incident how many are done, and of how many.

        Raises:
            NothingSaved: No vault is open.
            NotARecipient: It is no public key, or one of the person's own.
            VaultInUse: The vault was opened to look only.
            VaultError: It cannot be written.
        """
        self._care.set_organisation(recipient, share_all=share_all, tell=tell)

    def leave_out(self, tell: Tell | None = None) -> None:
        """Let no organisation open what is kept any more. Copies that were made before stay open to it.

        Raises:
            NothingSaved: No vault is open.
            VaultInUse: The vault was opened to look only.
            VaultError: It cannot be written.
        """
        self._care.set_organisation("", tell=tell)

    def check(self, words: Words, tell: Tell | None = None) -> Verification:
        """Open every file anew, and say what is wrong with each and what to do. Changes nothing.

        Args:
            words: The language.
            tell: Is told after each incident how many were looked at, and of how many.

        Raises:
            NothingSaved: No vault is open.
            VaultUnwritable: The system does not let us look.
        """
        from onlinesafe_tui.services.verifying import verification  # noqa: PLC0415  (most starts check nothing)

        return verification(self._vault.check(tell), words)

    def backup(self, path: Path, now: datetime) -> Backup:
        """Write everything to one new file, as sealed as it is, and look at it again.

        Args:
            path: The new file.
            now: This moment, in UTC.

        Raises:
            NothingSaved: No vault is open.
            VaultInUse: It was opened to look only.
            ExportError: The file is there already, or cannot be written.
            VaultError: The vault cannot be read.
        """
        return self._vault.backup(path, now)

    def mend_card(self) -> None:
        """Write `vault.json` anew over an older one that somebody or a backup put there.

        Raises:
            NothingSaved: No vault is open.
            VaultInUse: It was opened to look only.
            VaultUnwritable: The disk or the folder refuses.
        """
        self._care.mend_card()

    def renew_card(self, passphrase: str, now: datetime) -> None:
        """Make a `vault.json` that is missing or damaged anew, so that `Keeper.unlock` works again. Takes seconds.

        Args:
            passphrase: What opens the vault.
            now: This moment, in UTC.

        Raises:
            WrongPassphrase: It does not open it.
            VaultInUse: Another window has it open.
            VaultError: The rest does not open either.
        """
        from onlinesafe_tui.store.opening import renew_card  # noqa: PLC0415  (hardly ever)

        if self._keeper.folder is not None:
            renew_card(self._keeper.folder, passphrase, self._sealer or _scrypt(), now)

    @property
    def _vault(self) -> Vault:
        if self._keeper.vault is None:
            raise NothingSaved(path=shown(self._keeper.folder) if self._keeper.folder else "")
        return self._keeper.vault

    @property
    def _care(self) -> Care:
        return self._vault.care


def typed_code(text: str) -> RecoveryCode:
    """Read a recovery code as somebody typed it; `Keeper.recover` takes it.

    Raises:
        CodeSlip: Some letters are wrong, and the error names the groups.
        CodeLength: Letters are missing or too many.
        CodeUnclear: More is wrong than can be placed.
    """
    return read_code(clean_name(text, longest=1000))


def _scrypt() -> PassphraseSealer:
    from onlinesafe_tui.store.passphrase import ScryptSealer  # noqa: PLC0415  (most starts change no passphrase)

    return ScryptSealer()
