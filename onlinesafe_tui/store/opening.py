"""Making a vault, and getting into one."""

from __future__ import annotations

import errno
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from onlinesafe_tui.errors import (
    VaultDamaged,
    VaultEmpty,
    VaultInUse,
    VaultMissing,
    VaultUnwritable,
    WrongPassphrase,
    reason_of,
)
from onlinesafe_tui.paths import shown
from onlinesafe_tui.store.card import Card, Recipients, check_card, is_identity, make_card, read_card, write_card
from onlinesafe_tui.store.files import make_folder, previous_of, set_aside, write_whole
from onlinesafe_tui.store.identity import open_identity, put_identity, sealed_identity, settle_identity
from onlinesafe_tui.store.keys import Key, read_key
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.paper import RecoveryCode
from onlinesafe_tui.store.passphrase import PassphraseSealer, check_strength, normalised
from onlinesafe_tui.store.recovery import open_with_code
from onlinesafe_tui.store.standing import standing
from onlinesafe_tui.store.vault import Vault

LOCK_WAIT: Final = 0.2
"""Seconds to wait for another program to let go of a vault."""


def create_vault(
    folder: Path, passphrase: str, sealer: PassphraseSealer, created: datetime, *, organisation: str = ""
) -> Vault:
    """Make a new vault and open it. Takes as long as the sealer takes, about two seconds.

    Args:
        folder: Where; it is made when it is not there. A vault that was only half made there is made again.
        passphrase: What will open it.
        sealer: What does the work of the passphrase.
        created: This moment, in UTC.
        organisation: The recipient of the organisation, which can open every incident; empty for none.

    Raises:
        WeakPassphrase: The passphrase is too short.
        VaultInUse: Another program is busy there.
        VaultUnwritable: The folder cannot be written, or there is a vault in it.
        VaultTooHeavy: The computer has too little memory or time.
    """
    check_strength(passphrase)
    layout = Layout(folder)
    make_folder(folder)
    lock = take_lock(layout)
    try:
        if layout.is_vault:
            raise VaultUnwritable(path=shown(folder), reason=reason_of(OSError(errno.EEXIST, "")))
        key = Key.new()
        sealed = sealed_identity(key, passphrase, sealer, 1)
        make_folder(layout.incidents)
        # A half-made vault has a key of its own; nothing was sealed to it yet, and still nothing is thrown away.
        set_aside(layout.identity)
        for path in (layout.identity, previous_of(layout.identity)):
            write_whole(path, sealed, keep_previous=False)
        card = make_card(key, created, Recipients(key.recipient, organisation=organisation), sealed, 1)
        vault = Vault(layout, key, card, lock)
        vault.begin()
        write_card(layout, card)
    except BaseException:
        lock.release()
        raise
    return vault


def unlock_vault(folder: Path, passphrase: str, sealer: PassphraseSealer, *, read_only: bool = False) -> Vault:
    """Open a vault. Takes as long as the sealer takes, about two seconds.

    Args:
        folder: Where it is.
        passphrase: What opens it.
        sealer: What does the work of the passphrase.
        read_only: Whether to look only: nothing is written then, and another program may have it open.

    Raises:
        WrongPassphrase: The passphrase does not open it.
        VaultInUse: Another program has it open for writing.
        VaultTooHeavy: The computer has too little memory or time.
        VaultError: One of the files that everything depends on is missing, damaged or not ours.
    """
    layout = Layout(folder)
    read_card(layout)
    lock = None if read_only else take_lock(layout)
    try:
        card = read_card(layout)
        opened = open_identity(layout, card, passphrase, sealer)
        if lock:
            card = settle_identity(layout, card, opened)
        vault = Vault(layout, opened.key, card, lock)
        vault.take_stock()
        vault.care.identity_trouble = opened.trouble
    except BaseException:
        if lock:
            lock.release()
        raise
    return vault


def recover_vault(folder: Path, code: RecoveryCode, passphrase: str, sealer: PassphraseSealer, now: datetime) -> Vault:
    """Open a vault with its recovery code, and let a new passphrase open it from now on. Takes about two seconds.

    The code stays what it is. Of the files that the passphrase opened and that everybody can read, it needs none; a
    damaged one is kept under another name.

    Args:
        folder: Where it is.
        code: What the person has on paper.
        passphrase: What will open it.
        sealer: What does the work of the passphrase.
        now: This moment, in UTC.

    Raises:
        WeakPassphrase: The passphrase is too short.
        WrongCode: It is not the code of this vault.
        VaultInUse: Another program has it open for writing.
        VaultTooHeavy: The computer has too little memory or time.
        VaultError: One of the files that everything depends on is missing, damaged or not ours.
    """
    check_strength(passphrase)
    layout = Layout(folder)
    if not layout.is_vault:
        raise VaultMissing(name=layout.name(layout.card))
    lock = take_lock(layout)
    try:
        card = _readable_card(layout)
        key = open_with_code(layout, code, card.paper if card else "")
        if card:
            check_card(layout, card, key)
        sealed_to, number = standing(layout, key, card)
        sealed = sealed_identity(key, passphrase, sealer, number + 1)
        if card is None:
            set_aside(layout.card)
        if card is None or not is_identity(card, _bytes_of(layout.identity)):
            set_aside(layout.identity)
        new = make_card(key, card.created if card else now, sealed_to, sealed, number + 1)
        put_identity(layout, sealed, new)
        vault = Vault(layout, key, new, lock)
        vault.take_stock()
    except BaseException:
        lock.release()
        raise
    return vault


def check_code(folder: Path, code: RecoveryCode) -> None:
    """Look whether a recovery code opens a vault, before anybody thinks of a new passphrase. Changes nothing.

    Raises:
        WrongCode: It does not.
        VaultError: One of the files that everything depends on is missing, damaged or not ours.
    """
    layout = Layout(folder)
    card = _readable_card(layout)
    open_with_code(layout, code, card.paper if card else "")


def renew_card(folder: Path, passphrase: str, sealer: PassphraseSealer, now: datetime) -> None:
    """Make a card that is missing or damaged anew, from what the passphrase opens; the damaged one is kept.

    Nothing happens to one that can be read.

    Raises:
        WrongPassphrase: The passphrase does not open the vault.
        VaultInUse: Another program has it open for writing.
        VaultError: A newer version made the vault, or the rest does not open either.
    """
    layout = Layout(folder)
    if not layout.is_vault:
        raise VaultMissing(name=layout.name(layout.card))
    lock = take_lock(layout)
    try:
        if _readable_card(layout):
            return
        sealed, text = _first_that_opens(layout, normalised(passphrase), sealer)
        key, _ = read_key(text, layout.name(layout.identity))
        sealed_to, number = standing(layout, key, None)
        set_aside(layout.card)
        write_card(layout, make_card(key, now, sealed_to, sealed, number + 1))
    finally:
        lock.release()


def take_lock(layout: Layout) -> FileLock:
    """Become the one writer of a vault.

    Raises:
        VaultInUse: Another program is.
        VaultUnwritable: The disk or the folder refuses.
    """
    # Without thread_local=False only the thread that took it could release it.
    lock = FileLock(layout.lock, timeout=LOCK_WAIT, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise VaultInUse from error
    except OSError as error:
        raise VaultUnwritable(path=shown(layout.folder), reason=reason_of(error)) from error
    return lock


def _first_that_opens(layout: Layout, passphrase: str, sealer: PassphraseSealer) -> tuple[bytes, bytes]:
    """Return the copy of the person's key that a passphrase opens, and what is in it."""
    copies = (_bytes_of(layout.identity), _bytes_of(previous_of(layout.identity)))
    for sealed in filter(None, dict.fromkeys(copies)):
        text = sealer.open(sealed, passphrase)
        if text is not None:
            return sealed, text
    if not any(copies):
        raise VaultMissing(name=layout.name(layout.identity))
    raise WrongPassphrase


def _readable_card(layout: Layout) -> Card | None:
    """Return the card; None when it is missing or damaged, so that it has to be made from what else is there."""
    with suppress(VaultMissing, VaultEmpty, VaultDamaged):
        return read_card(layout)
    return None


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
