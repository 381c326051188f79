"""The passphrase: making one, and opening what was saved."""

from __future__ import annotations

from onlinesafe_tui.errors import VaultError, WeakPassphrase, WrongPassphrase
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.render import wrapped
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.store.passphrase import MINIMUM, check_strength


def can_seal(desk: Desk) -> bool:
    """Tell whether something was written that a passphrase would save."""
    return desk.workspace.keeper.has_unsaved


def seal(desk: Desk) -> bool:
    """Save everything: in the vault that is there, or else in a new one. Return whether it is saved now.

    Raises:
        Back: The person goes back.
    """
    return unlock(desk) if desk.workspace.keeper.state is Keeping.LOCKED else make(desk)


def unlock(desk: Desk) -> bool:
    """Open what was saved before, and add to it what was written since. Return whether it is open now.

    Raises:
        Back: The person goes back.
    """
    words = desk.words
    desk.prompts.screen(words(N_("Open what you saved")), wrapped(words(N_("What you type is not shown."))))
    while True:
        try:
            _open(desk, desk.prompts.secret(words(N_("Your passphrase:"))))
        except WrongPassphrase as error:
            desk.prompts.error(error)
        else:
            return True
"""


def make"""
