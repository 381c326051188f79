"""Making a vault, and getting into one."""

from __future__ import annotations

import errno
from datetime import datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from onlinesafe_tui.errors import VaultInUse, VaultUnwritable, WrongPassphrase, reason_of
from onlinesafe_tui.paths import shown
from onlinesafe_tui.store.card import check_card, check_identity, make_card, read_card, write_card
from onlinesafe_tui.store.files import make_folder, read_whole, set_aside, write_whole
from onlinesafe_tui.store.keys import Key, read_key, write_key
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.passphrase import PassphraseSealer, check_strength, normalised
from onlinesafe_tui.store.vault import Vault

LOCK_WAIT: Final = 0.2
"""Seconds to wait for another program to let go of a vault."""

_ABOUT: Final = "OnlineSafe: your own key. Whoever has it can read everything that you keep."


def create_vault(
    folder: Path, passphrase: str, sealer: PassphraseSealer, created: datetime, others: tuple[str, ...] = ()
) -> Vault:
    """Make a new vault and open it. Takes as long as the sealer takes, about two seconds.

    Args:
        folder: Where; it is made when it is not there. A vault that was only half made there is made again.
        passphrase: What will open it.
        sealer: What does the work of the passphrase.
        created: This moment, in UTC.
        others: Recipients besides the person to whom the keys of incidents are sealed.

    Raises:
        WeakPassphrase: The passphrase is too short.
        VaultInUse: Another program is busy there.
        VaultUnwritable: The folder cannot be written, or there is a vault in it.
        VaultTooHeavy: The computer has too little memory or time.
    """
    check_strength(passphrase)
    layout = Layout(folder)
    make_folder(folder)
    lock = _take(layout)
    try:
        if layout.is_vault:
            raise VaultUnwritable(path=shown(folder), reason=reason_of(OSError(errno.EEXIST, "")))
        key = Key.new()
        sealed = sealer.seal(write_key(key, _ABOUT), normalised(passphrase))
        make_folder(layout.incidents)
        # A half-made vault has a key of its own; nothing was sealed to it yet, and still nothing is thrown away.
        set_aside(layout.identity)
        write_whole(layout.identity, sealed, keep_previous=False)
        vault = Vault(layout, key, (key.recipient, *others), lock)
        vault.begin()
        write_card(layout, make_card(key, created, others, sealed))
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
    card = read_card(layout)
    lock = None if read_only else _take(layout)
    try:
        name = layout.name(layout.identity)
        sealed = read_whole(layout.identity, name)
        check_identity(layout, card, sealed)
        text = sealer.open(sealed, normalised(passphrase))
        if text is None:
            raise WrongPassphrase
        key, _ = read_key(text, name)
        check_card(layout, card, key, sealed)
        vault = Vault(layout, key, card.recipients, lock)
        vault.take_stock()
    except BaseException:
        if lock:
            lock.release()
        raise
    return vault


def _take(layout: Layout) -> FileLock:
    # Without thread_local=False only the thread that took it could release it.
    lock = FileLock(layout.lock, timeout=LOCK_WAIT, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise VaultInUse from error
    except OSError as error:
        raise VaultUnwritable(path=shown(layout.folder), reason=reason_of(error)) from error
    return lock
