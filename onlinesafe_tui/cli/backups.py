"""The commands that write everything to one file, and put such a file back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onlinesafe_tui.cli.in_words import Command, Mistake
from onlinesafe_tui.cli.options import has_terminal
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import ask_beside, give, say
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.paths import shown
from onlinesafe_tui.store.layout import Layout

if TYPE_CHECKING:
    from onlinesafe_tui.store.archive import Backup


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
        from onlinesafe_tui.services.clock import SystemClock
        from onlinesafe_tui.store.restoring import backup_vault

        made = backup_vault(self._session.paths.vault, Path(file), SystemClock().now())
        say(self._words(N_("Written to {path} and looked at again: it is whole."), path=shown(made.path)))
        give(self._told(made))

    def _restore(self, *, file: str, yes: bool) -> int:
        from onlinesafe_tui.store.archive import read_archive
        from onlinesafe_tui.store.restoring import restore_vault

        words, folder = self._words, self._session.paths.vault
        give(self._told(read_archive(Path(file))))
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

    def _told(self, backup: Backup) -> str:
        """Say what is in a backup, without opening it."""
        from onlinesafe_tui.dates import long_day

        words, language = self._words, self._session.language
        lines = [
            words(
                N_("Backup of {day}, {time} (UTC)"),
                day=long_day(backup.made.date(), language),
                time=f"{backup.made:%H:%M}",
            ),
            words(N_("Begun on {day}"), day=long_day(backup.card.created.date(), language)),
            words.plural("{n} incident", "{n} incidents", backup.incidents),
            words.plural("{n} file, {size}", "{n} files, {size}", len(backup.files), size=_size(backup.size)),
            words(N_("It has a recovery code"))
            if backup.card.sealed_to.paper
            else words(N_("It has no recovery code")),
        ]
        if backup.card.sealed_to.organisation:
            lines.append(words(N_("An organisation can open incidents in it")))
        return "\n".join(lines)


def _file(words: Words) -> click.Argument:
    return click.Argument(["file"], metavar=words(N_("FILE")))


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(size // 1000, 1)} kB"
