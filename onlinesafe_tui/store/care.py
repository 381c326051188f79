"""Looking after an open vault: its passphrase, its recovery code, its organisation, and whose card it is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import RLock

from onlinesafe_tui.errors import (
    NotARecipient,
    VaultError,
    VaultInUse,
    VaultMissing,
    VaultRolledBack,
    WrongPassphrase,
)
from onlinesafe_tui.store.card import Card, Recipients, is_identity, make_card, write_card
from onlinesafe_tui.store.files import previous_of, read_whole, remove
from onlinesafe_tui.store.identity import put_identity, sealed_identity
from onlinesafe_tui.store.incident_keys import IncidentKeys
from onlinesafe_tui.store.index import Index, KnownCard
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.keys_behind import KeysBehind
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.paper import RecoveryCode
from onlinesafe_tui.store.passphrase import PassphraseSealer, check_strength, normalised
from onlinesafe_tui.store.port import Tell
from onlinesafe_tui.store.recovery import key_of, read_recovery, remove_recovery, write_recovery
from onlinesafe_tui.store.sealing import is_recipient


@dataclass(frozen=True, slots=True)
class Writing:
    """How a program writes to an open vault."""

    is_writer: bool
    """Whether it may at all."""

    guard: RLock
    """Lets one thread at a time change something."""

    flush: Callable[[], None]
    """Brings the index up to date."""


class Care:
    """What changes who can open a vault. Everything that it does is whole after a crash at any moment."""

    def __init__(
        self, layout: Layout, key: Key, card: Card, keys: IncidentKeys, index: Index, *, writing: Writing
    ) -> None:
        """Create the care of an open vault.

        Args:
            layout: Where it is.
            key: The person's key.
            card: The card, which the key vouched for.
            keys: The key files of the incidents.
            index: Remembers the card.
            writing: How this program writes.
        """
        self._layout = layout
        self._key = key
        self._card = card
        self._keys = keys
        self._behind = KeysBehind(layout, keys)
        self._index = index
        self._guard = writing.guard
        self._flush = writing.flush
        self._is_writer = writing.is_writer
        self.is_index_behind = False
        """Whether the index does not remember the card yet."""

        self.identity_trouble: VaultError | None = None
        """What was wrong with the first copy of the person's key when the vault was opened; the second one opened."""

        self.card_trouble: VaultError | None = None
        """Why the card is not the one that was written last; None when it is."""

    @property
    def sealed_to(self) -> Recipients:
        """To whom the keys of incidents are sealed from now on."""
        return self._keys.recipients

    @property
    def has_code(self) -> bool:
        """Whether there is a recovery code."""
        return bool(self.sealed_to.paper)

    def recovery_trouble(self) -> VaultError | None:
        """Return why the recovery code would not open the vault; None when it would, and when there is none."""
        try:
            recovery = read_recovery(self._layout, self._key)
        except VaultMissing as error:
            return error if self.has_code else None
        except VaultError as error:
            return error
        is_known = recovery.paper == self.sealed_to.paper
        return None if is_known else VaultRolledBack(name=self._layout.name(self._layout.recovery))

    def take_stock(self) -> None:
        """Compare the card with what the index remembers, and finish what was interrupted."""
        known = self._index.card
        if known.number > self._card.number:
            self.card_trouble = VaultRolledBack(name=self._layout.name(self._layout.card))
            self._keys.recipients = Recipients(self._key.recipient, known.paper, known.organisation)
        if self._is_writer:
            self._finish()
            self._remember()

    def change_passphrase(self, old: str, new: str, sealer: PassphraseSealer) -> None:
        """Let another passphrase open the vault. Takes twice as long as the sealer takes, about four seconds.

        Raises:
            WeakPassphrase: The new one is too short.
            WrongPassphrase: The old one is not the passphrase.
            VaultInUse: The vault was opened to look only.
            VaultError: It cannot be written. One of the two passphrases opens the vault all the same.
        """
        check_strength(new)
        self._check_writer()
        if not self._is_passphrase(old, sealer):
            raise WrongPassphrase
        number = self._next()
        sealed = sealed_identity(self._key, new, sealer, number)
        with self._guard:
            card = make_card(self._key, self._card.created, self.sealed_to, sealed, max(number, self._next()))
            put_identity(self._layout, sealed, card)
            self._know(card)
            self._settle()

    def keep_code(self, code: RecoveryCode, tell: Tell | None = None) -> None:
        """Let a recovery code open the vault, and no longer the one before it.

        Args:
            code: The code, which the person has on paper by now.
            tell: Is told how far it is.

        Raises:
            VaultInUse: The vault was opened to look only.
            VaultError: It cannot be written. The old code or the new one opens the vault all the same.
        """
        self._check_writer()
        with self._guard:
            number = self._next()
            self._behind.add_all()
            write_recovery(self._layout, self._key, code, number)
            person, organisation = self.sealed_to.person, self.sealed_to.organisation
            self._put_card(Recipients(person, key_of(code).recipient, organisation), number)
            self._seal_behind(tell)
            self._settle()

    def drop_code(self, tell: Tell | None = None) -> None:
        """Let no recovery code open the vault any more. With the paper, copies from before stay open.

        Args:
            tell: Is told how far it is.

        Raises:
            VaultInUse: The vault was opened to look only.
            VaultError: It cannot be written. When the card was, the rest is done the next time.
        """
        self._check_writer()
        with self._guard:
            before = self.sealed_to
            self._behind.add_all()
            self._put_card(Recipients(before.person, "", before.organisation), self._next())
            remove_recovery(self._layout)
            self._seal_behind(tell)
            self._settle()

    def set_organisation(self, recipient: str, *, share_all: bool = False, tell: Tell | None = None) -> None:
        """Let an organisation open what is kept: new incidents from now on, and on purpose those of before.

        Args:
            recipient: Its public key; empty to have no organisation any more. Copies from before stay open to it.
            share_all: Whether it can open the incidents of before as well.
            tell: Is told how far it is.

        Raises:
            NotARecipient: It is no public key, or one of our own.
            VaultInUse: The vault was opened to look only.
            VaultError: It cannot be written.
        """
        self._check_writer()
        recipient = recipient.strip().lower()
        if recipient and (not is_recipient(recipient) or recipient in (self.sealed_to.person, self.sealed_to.paper)):
            raise NotARecipient
        with self._guard:
            before = self.sealed_to
            if share_all or before.organisation not in ("", recipient):
                self._behind.add_all(is_shared=share_all)
            self._put_card(Recipients(before.person, before.paper, recipient), self._next())
            self._seal_behind(tell)
            self._settle()

    def shared_with_organisation(self) -> int:
        """Return the number of incidents that the organisation can open. Opens the key of each."""
        count = 0
        for id in self._layout.incident_ids():
            with suppress(VaultError):
                count += bool(self._keys.open(id).organisation)
        return count

    def mend_card(self) -> None:
        """Write the card as the index remembers it, over an older one that somebody or a backup put there.

        Raises:
            VaultInUse: The vault was opened to look only.
            VaultUnwritable: The disk or the folder refuses.
        """
        self._check_writer()
        with self._guard:
            self.card_trouble = None
            self._put_card(self.sealed_to, self._next())
            self._settle()

    def _is_passphrase(self, typed: str, sealer: PassphraseSealer) -> bool:
        """Tell whether a passphrase opens the vault. After a change that was refused half-way, two of them do."""
        path = self._layout.identity
        sealed = [read_whole(path, self._layout.name(path))]
        if not is_identity(self._card, sealed[0]):
            with suppress(VaultError):
                sealed.append(read_whole(previous_of(path), self._layout.name(previous_of(path))))
        return any(sealer.open(each, normalised(typed)) is not None for each in sealed)

    def _check_writer(self) -> None:
        if not self._is_writer:
            raise VaultInUse

    def _settle(self) -> None:
        # What was to be done is done. The index is brought up to date again when the vault closes.
        with suppress(VaultError):
            self._flush()

    def _next(self) -> int:
        return max(self._card.number, self._index.card.number) + 1

    def _put_card(self, sealed_to: Recipients, number: int) -> None:
        sealed = read_whole(self._layout.identity, self._layout.name(self._layout.identity))
        card = make_card(self._key, self._card.created, sealed_to, sealed, number)
        write_card(self._layout, card)
        self._know(card)

    def _know(self, card: Card) -> None:
        self._card = card
        self._keys.recipients = card.sealed_to
        self._remember()

    def _remember(self) -> None:
        known = KnownCard(self._card.number, self._card.sealed_to.paper, self._card.sealed_to.organisation)
        if not self.card_trouble and known.number > self._index.card.number:
            self._index.card = known
            self.is_index_behind = True

    def _finish(self) -> None:
        """Finish what was interrupted: the card follows the file of a new code, and keys of incidents the card."""
        if previous_of(self._layout.recovery).exists() or self._behind.is_begun:
            with suppress(VaultError):
                recovery = read_recovery(self._layout, self._key)
                if recovery.number >= self._next():
                    before = self.sealed_to
                    self._put_card(Recipients(before.person, recovery.paper, before.organisation), recovery.number)
            with suppress(VaultError):
                self._seal_behind(None)
        # The file of a code that was let go may be there still, or be brought back by a program that synchronises.
        if not self.has_code and self._layout.recovery.exists():
            with suppress(VaultError):
                if read_recovery(self._layout, self._key).number < self._next():
                    remove_recovery(self._layout)

    def _seal_behind(self, tell: Tell | None) -> None:
        """Seal the listed keys anew. The code before goes first, once the one of now opens the vault."""
        if self.recovery_trouble() is None:
            remove(previous_of(self._layout.recovery))
        self._behind.seal(tell)
