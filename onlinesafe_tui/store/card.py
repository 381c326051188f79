"""`vault.json`: what everyone may know about a vault. It holds no secret and nothing personal."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import msgspec

from onlinesafe_tui.errors import VaultDamaged, VaultEmpty, VaultForged, VaultTooNew, VaultTruncated
from onlinesafe_tui.store.files import read_whole, write_whole
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.layout import Layout

_FORMAT: Final = 1
_LARGEST: Final = 1000
_CHECKSUM: Final = "sha256"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What `vault.json` says."""

    format: int
    """The form of the whole vault."""

    created: datetime
    """When the vault was made, timezone-aware, in UTC."""

    recipients: tuple[str, ...]
    """Everyone to whom the keys of incidents are sealed, the person first."""

    identity_size: int
    """How many bytes `identity.age` has."""

    identity_sha256: str
    """The checksum of `identity.age`: it tells a damaged file from a wrong passphrase, which age does not."""

    mark: str
    """The mark of the person's key over all the rest, so that nobody can put their own name among the recipients."""


def make_card(key: Key, created: datetime, others: tuple[str, ...], sealed_identity: bytes) -> Card:
    """Make the card of a vault.

    Args:
        key: The person's key.
        created: This moment, in UTC.
        others: Recipients besides the person.
        sealed_identity: The bytes of `identity.age`.
    """
    recipients = (key.recipient, *others)
    size, digest = len(sealed_identity), hashlib.sha256(sealed_identity).hexdigest()
    mark = key.mark("vault", _FORMAT, created.isoformat(), *recipients, size, digest)
    return Card(
        format=_FORMAT,
        created=created,
        recipients=recipients,
        identity_size=size,
        identity_sha256=digest,
        mark=mark,
    )


def write_card(layout: Layout, card: Card) -> None:
    """Write `vault.json`, with a checksum that tells damage from forgery.

    Raises:
        VaultUnwritable: The disk or the folder refuses.
    """
    stored = {**msgspec.to_builtins(card), _CHECKSUM: _checksum(card)}
    write_whole(layout.card, msgspec.json.format(msgspec.json.encode(stored), indent=1) + b"\n")


def read_card(layout: Layout) -> Card:
    """Read `vault.json`; nobody has vouched for it yet.

    Raises:
        VaultMissing: It is not there.
        VaultEmpty: It has no bytes.
        VaultTruncated: Its end is missing.
        VaultDamaged: It cannot be read.
        VaultTooNew: A newer version of the program made the vault.
    """
    name = layout.name(layout.card)
    data = read_whole(layout.card, name)
    if not data:
        raise VaultEmpty(name=name)
    try:
        given = msgspec.json.decode(data, type=dict[str, Any])
        if given.get("format") in range(_FORMAT + 1, _LARGEST):
            raise VaultTooNew(name=name)
        card = msgspec.convert(given, Card)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        is_cut = data.startswith(b"{") and not data.endswith(b"}\n")
        raise (VaultTruncated if is_cut else VaultDamaged)(name=name) from error
    if given.get(_CHECKSUM) != _checksum(card):
        raise VaultDamaged(name=name)
    return card


def check_identity(layout: Layout, card: Card, sealed: bytes) -> None:
    """Look whether `identity.age` is what it was when the vault was made.

    Raises:
        VaultEmpty: It has no bytes.
        VaultTruncated: Its end is missing.
        VaultDamaged: It was changed.
    """
    name = layout.name(layout.identity)
    if not sealed:
        raise VaultEmpty(name=name)
    if len(sealed) < card.identity_size:
        raise VaultTruncated(name=name)
    if hashlib.sha256(sealed).hexdigest() != card.identity_sha256:
        raise VaultDamaged(name=name)


def check_card(layout: Layout, card: Card, key: Key, sealed_identity: bytes) -> None:
    """Let the person's key vouch for the card.

    Raises:
        VaultForged: Somebody else wrote it.
    """
    if card != make_card(key, card.created, card.recipients[1:], sealed_identity):
        raise VaultForged(name=layout.name(layout.card))


def _checksum(card: Card) -> str:
    return hashlib.sha256(msgspec.json.encode(card)).hexdigest()
