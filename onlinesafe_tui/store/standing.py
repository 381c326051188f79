"""Who can open a vault, according to whichever of its files knows best.

The card says so, but anybody can put an older card back. The index remembers the last one, and the file of a new
recovery code is there a moment before the card that knows it. Each has a number, and the highest one holds.
"""

from __future__ import annotations

from contextlib import suppress

from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.store.card import Card, Recipients
from onlinesafe_tui.store.index import Index
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.recovery import read_recovery


def standing(layout: Layout, key: Key, card: Card | None) -> tuple[Recipients, int]:
    """Return who can open the vault, and the number of the card that the next one comes after.

    Args:
        layout: Where the vault is.
        key: The person's key.
        card: What `vault.json` says, for which the key vouched; None when it cannot be read.
    """
    known = Index(layout, key).remembered_card()
    sealed_to, number = Recipients(key.recipient, known.paper, known.organisation), known.number
    if card is not None and card.number >= number:
        sealed_to, number = card.sealed_to, card.number
    with suppress(VaultError):
        recovery = read_recovery(layout, key)
        if recovery.number > number:
            return Recipients(key.recipient, recovery.paper, sealed_to.organisation), recovery.number
    return sealed_to, number
