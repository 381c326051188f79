"""Asking for a new passphrase."""

from __future__ import annotations

from onlinesafe_tui.errors import WeakPassphrase
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.store.passphrase import check_strength


def typed_twice(desk: Desk) -> str:
    """Ask for a new passphrase twice; empty when it is too short, or was not the same.

    Raises:
        Back: The person goes back.
    """
    words, prompts = desk.words, desk.prompts
    first = prompts.secret(words(N_("New passphrase:")))
    try:
        check_strength(first)
    except WeakPassphrase as error:
        prompts.error(error)
        return ""
    if prompts.secret(words(N_("The same once more:"))) == first:
        return first
    prompts.say(words(N_("These two are not the same. Type it anew.")))
    return ""
