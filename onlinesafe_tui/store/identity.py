"""`identity.age`: the person's key, sealed with the passphrase, and what happens when the passphrase changes.

Two files change then, the key and the card that has its checksum. They cannot change in one go, so the key that the
card knows stays as a second copy until the card knows the new one. Whatever moment the program is ended at, the old
passphrase opens or the new one does; and when it is over, both copies are the new one.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onlinesafe_tui.errors import VaultError, VaultMissing, VaultUnwritable, WrongPassphrase
from onlinesafe_tui.store.card import (
    Card,
    check_card,
    check_identity,
    is_identity,
    make_card,
    read_card,
    write_card,
)
from onlinesafe_tui.store.files import previous_of, read_whole, set_aside, write_whole
from onlinesafe_tui.store.keys import Key, read_key, said_in, write_key
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.passphrase import PassphraseSealer, normalised
from onlinesafe_tui.store.standing import standing

_ABOUT: Final = "OnlineSafe: your own key. Whoever has it can read everything that you keep."


@dataclass(frozen=True, slots=True, repr=False)
class OpenedIdentity:
    """The person's key, and the file that it came from."""

    key: Key

    sealed: bytes
    """The bytes of that file."""

    trouble: VaultError | None
    """What is wrong with the first copy of the file; None when the card knows it."""


def sealed_identity(key: Key, passphrase: str, sealer: PassphraseSealer, number: int) -> bytes:
    """Seal the person's key with a passphrase. Takes about two seconds.

    Args:
        key: The key.
        passphrase: What opens it.
        sealer: What does the work of the passphrase.
        number: The number of the card that knows this file.
    """
    return sealer.seal(write_key(key, _ABOUT, number=number), normalised(passphrase))


def open_identity(layout: Layout, card: Card, passphrase: str, sealer: PassphraseSealer) -> OpenedIdentity:
    """Open the person's key, and let it vouch for the card. Takes two seconds for each file that has to be tried.

    Raises:
        WrongPassphrase: The passphrase does not open it.
        VaultError: It is missing, damaged or not ours, or the card is not ours.
    """
    trouble = _trouble(layout, card)
    current, copy = _bytes(layout.identity), _bytes(previous_of(layout.identity))
    if trouble is None:
        return OpenedIdentity(_tried(layout, card, current, passphrase, sealer), current, None)
    if not copy:
        raise trouble
    # A change of passphrase was interrupted, or the first copy is damaged, or the card is an old one.
    is_known = is_identity(card, copy)
    for sealed in dict.fromkeys((copy, current) if is_known else (current, copy)):
        with suppress(WrongPassphrase):
            return OpenedIdentity(_tried(layout, card, sealed, passphrase, sealer), sealed, trouble)
    raise WrongPassphrase if is_known else trouble


def settle_identity(layout: Layout, card: Card, opened: OpenedIdentity) -> Card:
    """Finish a change of passphrase that was interrupted, with the passphrase that opened. Only the one writer may.

    A first copy that is damaged is kept under another name.

    Returns:
        The card as it is now.

    Raises:
        VaultUnwritable: The disk or the folder refuses.
    """
    if opened.sealed != _bytes(layout.identity):
        set_aside(layout.identity)
        write_whole(layout.identity, opened.sealed, keep_previous=False)
    if not is_identity(card, opened.sealed):
        sealed_to, number = standing(layout, opened.key, card)
        card = make_card(opened.key, card.created, sealed_to, opened.sealed, number + 1)
        write_card(layout, card)
    copy = previous_of(layout.identity)
    if copy.exists() and _bytes(copy) != opened.sealed:
        write_whole(copy, opened.sealed, keep_previous=False)
    return card


def put_identity(layout: Layout, sealed: bytes, card: Card) -> None:
    """Put the person's key under another passphrase in place, and then the card that knows it.

    Raises:
        VaultUnwritable: The disk or the folder refuses. One of the two passphrases opens all the same.
    """
    # After a change that was refused half-way, the second copy is the one that the card knows, and stays.
    write_whole(layout.identity, sealed, keep_previous=_is_known(layout))
    try:
        write_card(layout, card)
    except VaultUnwritable:
        # With the card in place the new passphrase is the one, and nobody may be told that it is not.
        if not _is_there(layout, card):
            raise
    # The second copy is put right at the latest when the vault is opened the next time.
    with suppress(VaultUnwritable):
        write_whole(previous_of(layout.identity), sealed, keep_previous=False)


def _is_known(layout: Layout) -> bool:
    with suppress(VaultError):
        return is_identity(read_card(layout), _bytes(layout.identity))
    return False


def _is_there(layout: Layout, card: Card) -> bool:
    with suppress(VaultError):
        return read_card(layout) == card
    return False


def _trouble(layout: Layout, card: Card) -> VaultError | None:
    try:
        check_identity(layout, card, read_whole(layout.identity, layout.name(layout.identity)))
    except VaultError as error:
        return error
    return None


def _bytes(path: Path) -> bytes:
    try:
        return read_whole(path, path.name)
    except VaultMissing:
        return b""


def _tried(layout: Layout, card: Card, sealed: bytes, passphrase: str, sealer: PassphraseSealer) -> Key:
    text = sealer.open(sealed, normalised(passphrase)) if sealed else None
    if text is None:
        raise WrongPassphrase
    key, _ = read_key(text, layout.name(layout.identity))
    check_card(layout, card, key)
    number = said_in(text).get("number", "")
    is_newer = number.isdecimal() and int(number) > card.number
    if not is_newer and not is_identity(card, sealed):
        # Somebody put an old file back. What opened it is not the passphrase any more.
        raise WrongPassphrase
    return key
