"""The passphrase: making one, and opening what was saved."""

from __future__ import annotations

from contextlib import suppress

from onlinesafe_tui.errors import VaultDamaged, VaultEmpty, VaultInUse, VaultMissing, WrongPassphrase
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Option, choose
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Back
from onlinesafe_tui.plain.new_passphrase import typed_twice
from onlinesafe_tui.plain.render import wrapped
from onlinesafe_tui.services.broken_card import is_card_broken, open_anew
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.synced import synced_words
from onlinesafe_tui.services.vault_notes import pressing_note
from onlinesafe_tui.store.passphrase import MINIMUM


def can_seal(desk: Desk) -> bool:
    """Tell whether something was written that a passphrase would save."""
    return desk.workspace.keeper.has_unsaved


def seal(desk: Desk, *, offers_code: bool = True) -> None:
    """Save everything: in the vault that is there, or else in a new one.

    Args:
        desk: What somebody works at.
        offers_code: Whether somebody who makes a passphrase is shown a recovery code then.

    Raises:
        Back: The person goes back.
        VaultError: It cannot be saved there; what was written is still in memory.
    """
    if desk.workspace.keeper.state in (Keeping.LOCKED, Keeping.READ_ONLY):
        unlock(desk, may_look=False)
        return
    make(desk)
    if offers_code:
        from onlinesafe_tui.plain.recovery import offer_code  # noqa: PLC0415  (once in the life of a vault)

        offer_code(desk)


def unlock(desk: Desk, *, may_look: bool = True) -> None:
    """Open what was saved before, and add to it what was written since. A wrong passphrase can be typed again.

    Args:
        desk: What somebody works at.
        may_look: Whether looking only is offered while another window has it open.

    Raises:
        Back: The person goes back.
        VaultError: It cannot be opened now.
    """
    opened_by(desk, may_look=may_look)


def opened_by(desk: Desk, *, may_look: bool = True) -> str:
    """Open what was saved before as `unlock` does, and return the passphrase that was typed last.

    Args:
        desk: What somebody works at.
        may_look: Whether looking only is offered while another window has it open.

    Returns:
        The passphrase; empty when the code on paper opened it.

    Raises:
        Back: The person goes back.
        VaultError: It cannot be opened now.
    """
    words, prompts = desk.words, desk.prompts
    prompts.screen(words(N_("Open what you saved")), wrapped(words(N_("What you type is not shown."))))
    typed = ""
    while desk.workspace.keeper.state is not Keeping.SEALED:
        typed = prompts.secret(words(N_("Your passphrase (Enter: I have the recovery code):")))
        if not typed:
            _recover(desk)
            continue
        prompts.say(words(N_("Opening, this takes some seconds…")))
        try:
            desk.workspace.keeper.unlock(typed)
        except WrongPassphrase as error:
            prompts.error(error)
        except (VaultMissing, VaultEmpty, VaultDamaged) as error:
            if not is_card_broken(error):
                raise
            prompts.error(error)
            _offer_to_open_anew(desk, typed)
        except VaultInUse as error:
            if not may_look or desk.workspace.keeper.state is not Keeping.LOCKED:
                raise
            prompts.error(error)
            _offer_to_look(desk, typed)
            return typed
        else:
            prompts.say(words(N_("It is open.")))
    desk.kept.say_state()
    if trouble := pressing_note(desk.workspace.keeper, words):
        prompts.say(trouble)
    return typed


def _offer_to_open_anew(desk: Desk, passphrase: str) -> None:
    """Offer to write `vault.json` anew, which the passphrase is enough for.

    Raises:
        Back: The person leaves it as it is.
    """
    words, prompts = desk.words, desk.prompts
    more = words(N_("Your passphrase is enough for that. Nothing else changes."))
    options = [
        Option(True, words(N_("Have vault.json written anew")), more),
        Option(False, words(N_("Leave it as it is"))),
    ]
    if not choose(prompts, options):
        raise Back
    prompts.say(words(N_("Opening, this takes some seconds…")))
    open_anew(desk.workspace, passphrase)
    prompts.say(words(N_("It is open.")))


def _offer_to_look(desk: Desk, passphrase: str) -> None:
    """Offer to look only, while another window has it open."""
    words, prompts = desk.words, desk.prompts
    more = words(N_("You see everything; nothing that is there changes."))
    options = [Option(True, words(N_("Only look here")), more), Option(False, words(N_("Leave it closed")))]
    if choose(prompts, options):
        prompts.say(words(N_("Opening, this takes some seconds…")))
        desk.workspace.keeper.look(passphrase)
        desk.kept.say_state()


def _recover(desk: Desk) -> None:
    """Go in with the code on paper; going back asks for the passphrase again."""
    from onlinesafe_tui.plain.recovery import recover  # noqa: PLC0415  (only who lost a passphrase comes here)

    with suppress(Back):
        recover(desk)


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
        words(N_("Nobody can look it up or reset it. After this you get a code for when you forget it.")),
        synced_words(desk.workspace.keeper, words),
        words(N_("What you type is not shown.")),
    )
    prompts.screen(words(N_("Make a passphrase")), (line for text in filter(None, lines) for line in wrapped(text)))
    while desk.workspace.keeper.state is not Keeping.SEALED:
        if typed := typed_twice(desk):
            prompts.say(words(N_("Sealing, this takes some seconds…")))
            desk.workspace.keeper.create(typed)
    prompts.say(words(N_("From now on everything is saved after each answer.")))
    desk.kept.say_state()
