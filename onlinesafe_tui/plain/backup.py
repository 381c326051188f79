"""Making a backup of what was saved, and putting one back."""

from __future__ import annotations

from onlinesafe_tui.errors import ExportError, reason_of
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import shown
from onlinesafe_tui.plain.choices import Option, choose
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Back, Home
from onlinesafe_tui.plain.render import wrapped
from onlinesafe_tui.services.backups import backup_words, look_at, put_back
from onlinesafe_tui.services.files import place_of


def make_backup(desk: Desk) -> None:
    """Ask where the backup comes, and make it.

    Raises:
        Back: The person goes back.
        VaultError: It cannot be read.
    """
    words, prompts, workspace = desk.words, desk.prompts, desk.workspace
    about = N_(
        "Everything that you saved comes in one file, as sealed as it is here. Keep it on another disk. It opens with "
        "the passphrase or the code of this moment."
    )
    prompts.screen(words(N_("Make a backup")), wrapped(words(about)))
    offered = workspace.exports / f"{workspace.clock.today().isoformat()} OnlineSafe.backup"
    while True:
        typed = prompts.line(words(N_("Place (Enter: {path}):"), path=shown(offered)))
        place = place_of(typed, workspace.exports) if typed else offered
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            workspace.care.backup(place, workspace.clock.now())
        except OSError as error:
            prompts.error(ExportError(path=shown(place), reason=reason_of(error)))
        except ExportError as error:
            prompts.error(error)
        else:
            said = N_("The backup is made and was looked at again: it is whole. Keep it on another disk.")
            prompts.say(words(said), shown(place))
            return


def put_backup_back(desk: Desk) -> None:
    """Ask for a backup, say what is in it, and put it back when the person wants that.

    Raises:
        Back: The person goes back.
        Home: It is back, and closed.
        VaultError: It cannot be used, and nothing changed.
    """
    words, prompts, workspace = desk.words, desk.prompts, desk.workspace
    about = N_(
        "First you see what is in it. What is saved here now is not removed: it gets another name beside it. After "
        "that the passphrase of the backup is needed."
    )
    prompts.screen(words(N_("Put a backup back")), wrapped(words(about)))
    while not (typed := prompts.line(words(N_("File:")))):
        pass
    backup = look_at(place_of(typed, workspace.exports))
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
        text = N_("Open it with the passphrase of the moment when it was made. What was saved here is kept as {path}.")
        said.append(words(text, path=shown(old)))
    prompts.say(*said)
    raise Home
