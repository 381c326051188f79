"""Making a backup of what was saved, and putting one back."""

from __future__ import annotations

from onlinesafe_tui.errors import ExportError
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import shown
from onlinesafe_tui.plain.choices import Option, choose
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Back, Home
from onlinesafe_tui.plain.render import wrapped
from onlinesafe_tui.services.backups import (
    MADE,
    MAKE,
    PUT,
    PUT_BACK,
    WHERE,
    backup_words,
    latest_in,
    look_at,
    offered_place,
    put_back,
    write_backup,
)
from onlinesafe_tui.services.files import place_of


def make_backup(desk: Desk) -> None:
    """Ask where the backup comes, and make it.

    Raises:
        Back: The person goes back.
        VaultError: It cannot be read.
    """
    words, prompts, workspace = desk.words, desk.prompts, desk.workspace
    prompts.screen(words(N_("Make a backup")), (line for text in MAKE for line in wrapped(words(text))))
    offered = shown(offered_place(workspace.exports, workspace.clock.today()))
    while True:
        typed = prompts.line(words(N_("Place (Enter: {path}):"), path=offered))
        try:
            place = write_backup(workspace, typed or offered)
        except ExportError as error:
            prompts.error(error)
        else:
            prompts.say(words(N_("The backup is made")) + ".", words(MADE, path=shown(place)))
            return


def put_backup_back(desk: Desk) -> None:
    """Ask for a backup, say what is in it, and put it back when the person wants that.

    Raises:
        Back: The person goes back.
        Home: It is back, and closed.
        VaultError: It cannot be used, and nothing changed.
    """
    words, prompts, workspace = desk.words, desk.prompts, desk.workspace
    prompts.screen(words(N_("Put a backup back")), wrapped(words(PUT)))
    backup = look_at(place_of(_asked(desk), workspace.exports))
    told = [line for text in backup_words(backup, words) for line in wrapped(text, "- ")]
    prompts.screen(words(N_("This is in the backup")), [*told, ""])
    options = [
        Option(False, words(N_("Leave everything as it is"))),
        Option(True, words(N_("Put this backup back"))),
    ]
    if not choose(prompts, options):
        raise Back
    desk.kept.save_waiting()
    old = put_back(workspace.keeper, backup.path)
    said = [words(N_("The backup is back")) + "."]
    if old is None:
        said.append(words(N_("Open it with the passphrase of the moment when it was made.")))
    else:
        said.append(words(PUT_BACK, path=shown(old)))
    prompts.say(*said)
    raise Home


def _asked(desk: Desk) -> str:
    """Ask which file; the last one that was made where files are offered to be kept is likely."""
    words, latest = desk.words, latest_in(desk.workspace.exports)
    offered = shown(latest) if latest else ""
    asked = words(N_("File (Enter: {path}):"), path=offered) if offered else words(N_("File:"))
    while not (typed := desk.prompts.line(asked) or offered):
        desk.prompts.say(words(WHERE))
    return typed
