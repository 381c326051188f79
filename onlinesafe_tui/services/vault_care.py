"""Looking after what was saved: who can open it. Passphrase, recovery code, organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import NothingSaved
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.paths import shown
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.store.paper import RecoveryCode, groups_to_ask, new_code, read_code

if TYPE_CHECKING:
    from onlinesafe_tui.library.library import Library
    from onlinesafe_tui.store.care import Care, Tell
    from onlinesafe_tui.store.passphrase import PassphraseSealer

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


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """Whether an organisation can open what is kept, and what to say about that."""

    name: str
    """The name of the organisation whose texts are used; empty when it has none."""

    offered: str
    """The public key that stands in its folder; empty when there is none."""

    current: str
    """The public key that incidents are sealed to now; empty when there is none."""

    shared: int
    """How many incidents it can open now."""

    of: int
    """How many incidents there are."""

    @property
    def is_another(self) -> bool:
        """Whether the key in the folder is not the one that incidents are sealed to."""
        return bool(self.current) and bool(self.offered) and self.offered != self.current


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

    @property
    def _care(self) -> Care:
        if self._keeper.vault is None:
            raise NothingSaved(path=shown(self._keeper.folder) if self._keeper.folder else "")
        return self._keeper.vault.care


def typed_code(text: str) -> RecoveryCode:
    """Read a recovery code as somebody typed it; `Keeper.recover` takes it.

    Raises:
        CodeSlip: Some letters are wrong, and the error names the groups.
        CodeLength: Letters are missing or too many.
        CodeUnclear: More is wrong than can be placed.
    """
    return read_code(clean_name(text, longest=1000))


def organisation_words(view: OrganisationView, words: Words) -> tuple[str, ...]:
    """Say what it means that an organisation can open what is kept, before anybody chooses it, in short paragraphs."""
    name = view.name or words(N_("your organisation"))
    now = words(N_("Nobody but you can open what you keep now."))
    if view.current:
        now = words(
            N_("{name} can open {shared} of your {of} incidents now."), name=name, shared=view.shared, of=view.of
        )
    return (
        now,
        words(
            N_(
                "When {name} can open what you keep, whoever has its private key can read an incident as a whole, your "
                "notes too, without asking you and without you seeing it. They need the folder or a copy of it."
            ),
            name=name,
        ),
        words(
            N_("It holds for every incident that you begin from now on. You choose whether also for those of before.")
        ),
        words(
            N_(
                "You can end it at any time. Copies of the folder that were made before stay open to {name}, such as "
                "those in a backup."
            ),
            name=name,
        ),
    )


def _scrypt() -> PassphraseSealer:
    from onlinesafe_tui.store.passphrase import ScryptSealer  # noqa: PLC0415  (most starts change no passphrase)

    return ScryptSealer()
