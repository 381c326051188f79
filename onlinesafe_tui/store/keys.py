"""Keys: what opens a file, and what proves who wrote it.

age seals to whoever has the key, and says nothing about who did it: everyone who knows a recipient can seal something
to it. So each key comes with a secret of its own, under which everything that we write is marked.

A key is kept as the text of a standard age identity file, sealed; `age -i` takes it as it is.
"""

from __future__ import annotations

import binascii
import hashlib
import hmac
import re
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Final

from onlinesafe_tui.errors import VaultForged, VaultTooNew
from onlinesafe_tui.store.sealing import new_identity, recipient_of

_FORMAT: Final = 1
_LINE: Final = re.compile(
    r"^(?:# (format|authentication key|proof): (\S+)|(AGE-SECRET-KEY-1[0-9A-Z]{58}))$", re.MULTILINE
)
_SAID: Final = re.compile(r"^# (paper|organisation|number|mark): (\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """An age identity, with the secret that proves who wrote something. Shows neither."""

    identity: str
    """The secret that opens what is sealed to this key."""

    authentication: bytes
    """The secret under which what we write is marked."""

    @classmethod
    def new(cls) -> Key:
        """Make a new key."""
        return cls(new_identity(), secrets.token_bytes(32))

    @property
    def recipient(self) -> str:
        """The public half, to which things are sealed."""
        return recipient_of(self.identity)

    def mark(self, *parts: bytes | str | int) -> str:
        """Return the mark of some parts under this key, in hexadecimal digits.

        It is HMAC-SHA-256 over every part, each as UTF-8 text with its length in bytes before it, eight bytes, the
        largest first.
        """
        mark = hmac.new(self.authentication, digestmod=hashlib.sha256)
        for part in parts:
            data = part if isinstance(part, bytes) else str(part).encode()
            mark.update(len(data).to_bytes(8, "big") + data)
        return mark.hexdigest()

    def has_marked(self, mark: str, *parts: bytes | str | int) -> bool:
        """Tell whether this mark was made of these parts under this key."""
        return hmac.compare_digest(mark.encode(), self.mark(*parts).encode())


def write_key(key: Key, about: str, proof: str = "", **said: str | int) -> bytes:
    """Write a key as an age identity file.

    Args:
        key: The key.
        about: A line for the person who finds it.
        proof: The mark of another key that vouches for this one; empty when none does.
        said: What else the file says about itself: to which `paper` and `organisation` it is sealed, its `number`,
            and a `mark` over them.
    """
    lines = [
        f"# {about}",
        f"# format: {_FORMAT}",
        f"# public key: {key.recipient}",
        f"# authentication key: {b64encode(key.authentication).decode()}",
        *([f"# proof: {proof}"] if proof else []),
        *(f"# {name}: {value}" for name, value in said.items() if value),
        key.identity,
    ]
    return "\n".join(lines).encode()


def read_key(text: bytes, name: str) -> tuple[Key, str]:
    """Read what `write_key` wrote.

    Returns:
        The key, and the mark that vouches for it.

    Raises:
        VaultTooNew: A newer version of the program wrote it.
        VaultForged: It opened, so it is not damaged, and yet it is no key of ours.
    """
    found = {field or "identity": value or identity for field, value, identity in _LINE.findall(_decoded(text))}
    if found.get("format", "").isdecimal() and int(found["format"]) > _FORMAT:
        raise VaultTooNew(name=name)
    try:
        authentication = b64decode(found["authentication key"], validate=True)
        return Key(found["identity"], authentication), found.get("proof", "")
    except (KeyError, binascii.Error) as error:
        raise VaultForged(name=name) from error


def said_in(text: bytes) -> dict[str, str]:
    """Return what else a key file says about itself; empty for a file of an older version."""
    return dict(_SAID.findall(_decoded(text)))


def _decoded(text: bytes) -> str:
    return text.decode("utf-8", "replace")
