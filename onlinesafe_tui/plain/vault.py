"""What was saved, as a whole: where it is, how it is, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from onlinesafe_tui.errors import WeakPassphrase, WrongPassphrase
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.backup import make_backup, put_backup_back
from onlinesafe_tui.plain.choices import Handler, Option, choose, menu
from onlinesafe_tui.plain.commands import Command
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.incidents import list_incidents
from onlinesafe_tui.plain.new_passphrase import typed_twice
from onlinesafe_tui.plain.passphrase import unlock
from onlinesafe_tui.plain.recovery import drop_code, make_code
from onlinesafe_tui.plain.render import Lines, paragraphs, wrapped
from onlinesafe_tui.services.letting_in import organisation_words
from onlinesafe_tui.services.vault_view import LOCKS_AFTER, NAME, Way, lock_after_label, vault_view


def look_after(desk: Desk, go_on_with: Callable[[str], None]) -> None:
    """Say how things stand, and let somebody do one thing after the other.

    Args:
        desk: What somebody works at.
        go_on_with: Opens an incident.

    Raises:
        Back: The person goes back.
        Home: It is locked, and stays so.
    """
    handlers: Mapping[Way, Handler] = {
        Way.OPEN: partial(unlock, desk),
        Way.CARD: desk.workspace.care.mend_card,
        Way.WORKBOOK: desk.workspace.keeper.restore_workbook,
        Way.CODE: partial(make_code, desk),
        Way.DROP: partial(drop_code, desk),
        Way.CHANGE: partial(_change_passphrase, desk),
        Way.ORGANISATION: partial(_let_in_or_out, desk),
        Way.CHECK: partial(_check, desk),
        Way.INCIDENTS: partial(list_incidents, desk, go_on_with),
        Way.BACKUP: partial(make_backup, desk),
        Way.RESTORE: partial(put_backup_back, desk),
        Way.LOCK_AFTER: partial(_choose_when_it_locks, desk),
        Way.LOCK: partial(desk.prompts.do, Command.LOCK),
    }

    def show() -> list[Option[Handler]]:
        view = vault_view(desk.workspace)
        desk.prompts.screen(desk.words(NAME), [*_state(desk), ""])
        return [Option(handlers[way.way], way.text, way.more) for way in view.ways if way.way in handlers]

    menu(desk.prompts, show)


def _state(desk: Desk) -> Lines:
    view = vault_view(desk.workspace)
    notes = [
        [*wrapped(" ".join(filter(None, (note.what, note.todo)))), *(f"- {name}" for name in note.names)]
        for note in view.notes
    ]
    return paragraphs(wrapped(" ".join(view.facts)), *notes)


def _change_passphrase(desk: Desk) -> None:
    """Ask the passphrase of now and another one twice."""
    words, prompts = desk.words, desk.prompts
    about = N_(
        "Twelve characters or more. Your code on paper stays the same. A copy of the folder that was made before still "
        "opens with the old passphrase."
    )
    prompts.screen(words(N_("Another passphrase")), wrapped(words(about)))
    while True:
        old = prompts.secret(words(N_("Passphrase of now:")))
        if not old:
            continue
        while not (new := typed_twice(desk)):
            pass
        prompts.say(words(N_("One moment: this takes a few seconds.")))
        try:
            desk.workspace.care.change_passphrase(old, new)
        except (WrongPassphrase, WeakPassphrase) as error:
            prompts.error(error)
            continue
        prompts.say(words(N_("From now on the new passphrase opens what you saved.")))
        return


def _let_in_or_out(desk: Desk) -> None:
    """Say what it means that the organisation can open what is saved, and let somebody choose."""
    words, care = desk.words, desk.workspace.care
    view = care.organisation(desk.workspace.library)
    lines = paragraphs(*(wrapped(text) for text in organisation_words(view, words)), [""])
    desk.prompts.screen(words(N_("Let my organisation open it, or not")), lines)
    options: list[Option[Handler]] = [Option(_leave, words(N_("Leave it as it is")))]
    if view.offered and (not view.current or view.is_another):
        let_in = partial(care.let_in, view.offered)
        options.append(Option(let_in, words(N_("Let it open what I begin from now on"))))
    if view.offered and (view.is_another or view.shared < view.of or not view.current):
        let_in = partial(care.let_in, view.offered, share_all=True)
        options.append(Option(let_in, words(N_("Let it open everything, also what is there already"))))
    if view.current:
        options.append(Option(care.leave_out, words(N_("Let it open nothing any more"))))
    handler = choose(desk.prompts, options)
    handler()
    if handler is not _leave:
        desk.prompts.say(words(N_("It is done.")))


def _check(desk: Desk) -> None:
    """Open every file anew, and say what is wrong."""
    words, prompts = desk.words, desk.prompts
    prompts.say(words(N_("Looking at every file…")))
    found = desk.workspace.care.check(words)
    lines = paragraphs(
        wrapped(found.summary),
        *([*wrapped(f"{one.name}: {one.what}.", "- "), *wrapped(one.todo, "  ")] for one in found.findings),
    )
    prompts.screen(words(N_("Check everything")), lines)
    prompts.pause()


def _choose_when_it_locks(desk: Desk) -> None:
    """Let somebody choose after how many minutes it locks by itself.

    Raises:
        Back: The person goes back.
        SettingsError: It holds for now, but cannot be kept.
    """
    words = desk.words
    about = words(N_("Here the minutes count from your last Enter."))
    desk.prompts.screen(words(N_("When it locks by itself")), [*wrapped(about), ""])
    options = [Option(minutes, lock_after_label(desk.workspace, minutes)) for minutes in LOCKS_AFTER]
    desk.workspace.choose(lock_after=choose(desk.prompts, options))
    desk.prompts.say(f"{lock_after_label(desk.workspace, desk.workspace.settings.lock_after)}.")


def _leave() -> None:
    """Leave it as it is."""
