"""The passphrase: making one, and opening what was saved."""

from __future__ import annotations

from onlinesafe_tui.errors import WeakPassphrase, WrongPassphrase
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.render import wrapped
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.store.passphrase import MINIMUM, check_strength


def can_seal(desk: Desk) -> bool:
    """Tell whether something was written that a passphrase would save."""
    return desk.workspace.keeper.has_unsaved


def seal(desk: Desk) -> None:
    """Save everything: in the vault that is there, or else in a new one.

    Raises:
        Back: The person goes back.
        VaultError: It cannot be saved there; what was written is still in memory.
    """
    if desk.workspace.keeper.state is Keeping.LOCKED:
        unlock(desk)
    else:
        make(desk)


def unlock(desk: Desk) -> None:
    """Open what was saved before, and add to it what was written since. A wrong passphrase can be typed again.

    Raises:
        Back: The person goes back.
        VaultError: It cannot be opened now.
    """
    words, prompts = desk.words, desk.prompts
    prompts.screen(words(N_("Open what you saved")), wrapped(words(N_("What you type is not shown."))))
    while desk.workspace.keeper.state is not Keeping.SEALED:
        typed = prompts.secret(words(N_("Your passphrase:")))
        if not typed:
            continue
        prompts.say(words(N_("Opening, this takes some seconds…")))
        try:
            desk.workspace.keeper.unlock(typed)
        except WrongPassphrase as error:
            prompts.error(error)
        else:
            prompts.say(words(N_("It is open.")))
    desk.kept.say_state()


def make(desk: Desk) -> None:
    """Make a passphrase, typed twice, and save everything with it.

    Raises:
        Back: The person goes back.
        VaultError: It cannot be saved there; what was written is still in memory.
    """
    words, prompts = desk.words, desk.prompts
    lines = (
        words(N_("A passphrase closes what you wrote: without it nobody can read it, and you cannot either.")),
        words(N_("Use {minimum} characters or more; four or five words are easy to keep."), minimum=MINIMUM),
        words(N_("Nobody can give you a new one, so write it down and keep it in a safe place.")),
        words(N_("What you type is not shown.")),
    )
    prompts.screen(words(N_("Make a passphrase")), (line for text in lines for line in wrapped(text)))
    while desk.workspace.keeper.state is not Keeping.SEALED:
        if typed := _typed_twice(desk):
            prompts.say(words(N_("Sealing, this takes some seconds…")))
            desk.workspace.keeper.create(typed)
    prompts.say(words(N_("From now on everything is saved after each answer.")))
    desk.kept.say_state()


def _typed_twice(desk: Desk) -> str:
    """Ask for a new passphrase twice; empty when it is too short, or was not the same."""
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
