"""Sealing and opening texts with age keys. Here, and in the child process that handles passphrases, age is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pyrage  # type: ignore[import-untyped]

from onlinesafe_tui.errors import VaultDamaged, VaultEmpty, VaultTruncated
from onlinesafe_tui.store.age_format import BLOCK, Shape, shape_of

_NOT_FOR_THIS_KEY: Final = "No matching keys found"


class NotForThisKey(VaultDamaged):
    """A file looks whole, and no part of it opens with this key.

    A changed byte in its head and a file that was sealed to somebody else look the same from here.
    """


def new_identity() -> str:
    """Make a new age identity: a secret, `AGE-SECRET-KEY-…`."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public half of an identity, `age1…`, to which things are sealed."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


def seal(text: bytes, recipients: Sequence[str]) -> bytes:
    """Seal a text, so that each of the recipients can open it. Newlines fill it up to whole blocks."""
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    sealed: bytes = pyrage.encrypt(text + b"\n" * (-len(text) % BLOCK), keys)
    return sealed


def unseal(sealed: bytes, identity: str, name: str) -> bytes:
    """Open a sealed text; the newlines at its end are not part of it.

    Args:
        sealed: What `seal` made.
        identity: The secret to open it with.
        name: How errors call the file.

    Raises:
        VaultEmpty: There is not one byte.
        VaultTruncated: Its end is missing. A cut that leaves whole blocks is told as damage.
        NotForThisKey: It is sealed to another key, or its head is damaged.
        VaultDamaged: It is damaged.
    """
    if not sealed:
        raise VaultEmpty(name=name)
    try:
        text: bytes = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)])
    except pyrage.DecryptError as error:
        shape = shape_of(sealed)
        if shape is Shape.CUT:
            raise VaultTruncated(name=name) from error
        if shape is Shape.WHOLE and str(error) == _NOT_FOR_THIS_KEY:
            raise NotForThisKey(name=name) from error
        raise VaultDamaged(name=name) from error
    return text.rstrip(b"\n")


def is_recipient(text: str) -> bool:
    """Tell whether a text is a public key to which things can be sealed."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True
