"""`vault.json`: what everyone may know about a vault. It holds no secret and nothing personal."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

import msgspec

from onlinesafe_tui.errors import VaultDamaged, VaultEmpty, VaultForged, VaultTooNew, VaultTruncated
from onlinesafe_tui.store.files import read_whole, write_whole
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.layout import Layout

_FORMAT: Final = 2
_WITHOUT_CODE: Final = 1
"""The format of cards that know no recovery code; they are read as they are."""

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
    """Everyone to whom the keys of incidents can be sealed, the person first."""

    identity_size: int
    """How many bytes `identity.age` has."""

    identity_sha256: str
    """The checksum of `identity.age`: it tells a damaged file from a wrong passphrase, which age does not."""

    mark: str
    """The mark of the person's key over all the rest, so that nobody can put their own name among the recipients."""

    paper: str = ""
    """The recipient that the recovery code is; empty when there is no code."""

    organisation: str = ""
    """The recipient of the organisation; empty when there is none."""

    number: int = 0
    """How many times the card was written since there are numbers: the index knows the last one."""

    @property
    def sealed_to(self) -> Recipients:
        """Who besides the person can open keys of incidents."""
        others = () if self.format > _WITHOUT_CODE else self.recipients[1:]
        return Recipients(self.recipients[0], self.paper, self.organisation or next(iter(others), ""))


@dataclass(frozen=True, slots=True)
class Recipients:
    """To whom the keys of incidents are sealed. All of it is public."""

    person: str

    paper: str = ""
    """The recovery code; empty when there is none."""

    organisation: str = ""
    """The organisation; empty when there is none."""

    @property
    def all(self) -> tuple[str, ...]:
        """Return those that there are, the person first."""
        return tuple(filter(None, (self.person, self.paper, self.organisation)))


def make_card(key: Key, created: datetime, sealed_to: Recipients, sealed_identity: bytes, number: int) -> Card:
    """Make the card of a vault.

    Args:
        key: The person's key.
        created: When the vault was made, in UTC.
        sealed_to: Everyone to whom the keys of incidents are sealed.
        sealed_identity: The bytes of `identity.age`.
        number: How many times the card was written with this time.
    """
    bare = Card(
        format=_FORMAT,
        created=created,
        recipients=sealed_to.all,
        identity_size=len(sealed_identity),
        identity_sha256=hashlib.sha256(sealed_identity).hexdigest(),
        mark="",
        paper=sealed_to.paper,
        organisation=sealed_to.organisation,
        number=number,
    )
    return replace(bare, mark=key.mark(*_marked(bare)))


def write_card(layout: Layout, card: Card) -> None:
    """Write `vault.json`, with a checksum that tells damage from forgery.

    Raises:
        VaultUnwritable: The disk or the folder refuses.
    """
    stored = {**_fields(card), _CHECKSUM: _checksum(card)}
    write_whole(layout.card, msgspec.json.format(msgspec.json.encode(stored), indent=1) + b"\n", keep_previous=False)


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
    return parse_card(read_whole(layout.card, name), name)


def parse_card(data: bytes, name: str) -> Card:
    """Read the bytes of `vault.json`, wherever they stand; see `read_card`."""
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
    if given != {**_fields(card), _CHECKSUM: _checksum(card)} or not card.recipients:
        raise VaultDamaged(name=name)
    return card


def is_identity(card: Card, sealed: bytes) -> bool:
    """Tell whether these bytes are `identity.age` as the card knows it."""
    return hashlib.sha256(sealed).hexdigest() == card.identity_sha256


def check_identity(layout: Layout, card: Card, sealed: bytes) -> None:
    """Look whether `identity.age` is what it was when the card was written.

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
    if not is_identity(card, sealed):
        raise VaultDamaged(name=name)


def check_card(layout: Layout, card: Card, key: Key) -> None:
    """Let the person's key vouch for the card.

    Raises:
        VaultForged: Somebody else wrote it.
    """
    if card.recipients[0] != key.recipient or not key.has_marked(card.mark, *_marked(card)):
        raise VaultForged(name=layout.name(layout.card))


def _marked(card: Card) -> tuple[str | int, ...]:
    digest = (card.identity_size, card.identity_sha256)
    begin: tuple[str | int, ...] = ("vault", card.format, card.created.isoformat(), *card.recipients)
    if card.format == _WITHOUT_CODE:
        return (*begin, *digest)
    return (*begin, card.paper, card.organisation, card.number, *digest)


def _fields(card: Card) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(card))
    return {name: value for name, value in fields.items() if card.format > _WITHOUT_CODE or name in _FIRST_FIELDS}


_FIRST_FIELDS: Final = ("format", "created", "recipients", "identity_size", "identity_sha256", "mark")


def _checksum(card: Card) -> str:
    return hashlib.sha256(msgspec.json.encode(_fields(card))).hexdigest()
