"""`recovery.age`: the person's key, sealed to the recovery code.

It is sealed to the person as well, who learns nothing from it and can so be told whether it is still in order.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onlinesafe_tui.errors import NoCode, VaultDamaged, VaultError, VaultForged, VaultMissing, WrongCode
from onlinesafe_tui.store.files import previous_of, read_whole, remove, write_whole
from onlinesafe_tui.store.keys import Key, read_key, said_in, write_key
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.paper import RecoveryCode
from onlinesafe_tui.store.sealing import NotForThisKey, seal, unseal

_ABOUT: Final = "OnlineSafe: your own key, for whoever has the recovery code. Whoever has it can read everything."


@dataclass(frozen=True, slots=True)
class Recovery:
    """What the file says about itself."""

    paper: str
    """The recipient that the code is."""

    number: int
    """The number of the card with which it was written."""


def key_of(code: RecoveryCode) -> Key:
    """Return the key that a recovery code is. Its authentication key follows from it: only its letters are on paper."""
    return Key(code.identity, hashlib.sha256(b"OnlineSafe recovery code\n" + code.identity.encode()).digest())


def write_recovery(layout: Layout, key: Key, code: RecoveryCode, number: int) -> None:
    """Write the file for a code; the one for the code before is kept beside it until the card knows the new one.

    Args:
        layout: Where it is.
        key: The person's key.
        code: The code.
        number: The number that the card will have.

    Raises:
        VaultUnwritable: The disk or the folder refuses.
    """
    paper = key_of(code)
    mark = key.mark("recovery", paper.recipient, number)
    text = write_key(key, _ABOUT, paper.mark(*_vouched(key)), paper=paper.recipient, number=number, mark=mark)
    write_whole(layout.recovery, seal(text, [paper.recipient, key.recipient]))


def remove_recovery(layout: Layout) -> None:
    """Remove the file, so that no code opens the vault.

    Raises:
        VaultUnwritable: The disk or the folder refuses.
    """
    for path in (previous_of(layout.recovery), layout.recovery):
        remove(path)


def read_recovery(layout: Layout, key: Key) -> Recovery:
    """Look as the person whether the file is in order.

    Raises:
        VaultMissing: It is not there.
        VaultError: It cannot be read, is damaged, or was not written by us.
    """
    name = layout.name(layout.recovery)
    text = unseal(read_whole(layout.recovery, name), key.identity, name)
    found, _ = read_key(text, name)
    said = said_in(text)
    number = said.get("number", "")
    recovery = Recovery(said.get("paper", ""), int(number) if number.isdecimal() else 0)
    if found != key or not key.has_marked(said.get("mark", ""), "recovery", recovery.paper, recovery.number):
        raise VaultForged(name=name)
    return recovery


def open_with_code(layout: Layout, code: RecoveryCode, known_paper: str) -> Key:
    """Return the person's key, for whoever has the code.

    Args:
        layout: Where the vault is.
        code: The code as it was typed.
        known_paper: The recipient of the code that the card knows; empty when it knows none.

    Raises:
        WrongCode: It is not the code of this vault.
        NoCode: There never was a code here.
        VaultMissing: The file for it is gone.
        VaultError: The file is damaged, or was not written by us.
    """
    paper = key_of(code)
    current, previous = layout.recovery, previous_of(layout.recovery)
    try:
        return _opened(layout, current, paper)
    except VaultError as error:
        with suppress(VaultError):
            return _opened(layout, previous, paper)
        if isinstance(error, VaultMissing) and not known_paper:
            raise NoCode from error
        if not isinstance(error, NotForThisKey):
            raise
        if paper.recipient == known_paper:
            raise VaultDamaged(name=layout.name(current)) from error
        raise WrongCode from error


def _opened(layout: Layout, path: Path, paper: Key) -> Key:
    name = layout.name(path)
    key, proof = read_key(unseal(read_whole(path, name), paper.identity, name), name)
    if not paper.has_marked(proof, *_vouched(key)):
        raise VaultForged(name=name)
    return key


def _vouched(key: Key) -> tuple[str | bytes, ...]:
    return "person", key.identity, key.authentication
