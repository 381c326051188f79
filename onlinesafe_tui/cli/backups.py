"""The commands that write everything to one file, and put such a file back."""

from __future__ import annotations

from pathlib import Path

import click

from onlinesafe_tui.cli.in_words import Command, Mistake
from onlinesafe_tui.cli.options import has_terminal
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import ask_beside, give, say
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.paths import shown
from onlinesafe_tui.store.layout import Layout


class BackupCommands:
    """The commands for one start of the program."""

    def __init__(self, session: Session) -> None:
        """Create the commands.

        Args:
            session: What holds for this start.
        """
        self._session = session
        self._words = session.words

    def commands(self) -> tuple[click.Command, ...]:
        """Return the commands, in the order in which help lists them."""
        words = self._words
        backup = Command(
            words,
            "backup",
            help=N_("Write everything that was saved to one new file, as sealed as it is."),
            more=[
                words(N_("Keep it on another disk. It opens with the passphrase or the recovery code of this moment."))
            ],
            callback=self._backup,
            params=[_file(words)],
        )
        restore = Command(
            words,
            "restore",
            help=N_("Put a backup in the place of what is saved here; that is kept beside it."),
            more=[words(N_("It looks at the whole file first, says what is in it, and asks."))],
            callback=self._restore,
            params=[
                _file(words),
                click.Option(["--yes"], is_flag=True, help=words(N_("Do not ask."))),
            ],
        )
        return backup, restore

    def _backup(self, *, file: str) -> None:
        from onlinesafe_tui.services.backups import backup_words
        from onlinesafe_tui.services.clock import SystemClock
        from onlinesafe_tui.store.restoring import backup_vault

        words = self._words
        made = backup_vault(self._session.paths.vault, Path(file), SystemClock().now())
        say(words(N_("Written to {path} and looked at again: it is whole."), path=shown(made.path)))
        give("\n".join(backup_words(made, words)))

    def _restore(self, *, file: str, yes: bool) -> int:
        from onlinesafe_tui.services.backups import backup_words, look_at
        from onlinesafe_tui.store.restoring import restore_vault

        words, folder = self._words, self._session.paths.vault
        give("\n".join(backup_words(look_at(Path(file)), words)))
        if Layout(folder).is_vault:
            say(
                words(
                    N_("Something is saved in {path} now. It is not removed: it gets another name."), path=shown(folder)
                )
            )
        if not yes and not self._is_sure():
            say(words(N_("Stopped. Nothing was changed.")))
            return 1
        old = restore_vault(Path(file), folder)
        say(words(N_("The backup is in its place. Open it with the passphrase of the moment when it was made.")))
        if old:
            say(words(N_("What was saved here before is in {path}."), path=shown(old)))
        return 0

    def _is_sure(self) -> bool:
        if not has_terminal():
            raise Mistake(N_("There is nobody to ask; give {option} when you are sure"), option="--yes")
        words = self._words
        wanted = words(N_("yes"))
        try:
            typed = ask_beside(
                f"{words(N_('Put this backup back? Type {yes}, or anything else to stop'), yes=wanted)}: "
            )
        except EOFError:
            return False
        return typed.strip().casefold() == wanted.casefold()


def _file(words: Words) -> click.Argument:
    return click.Argument(["file"], metavar=words(N_("FILE")))
