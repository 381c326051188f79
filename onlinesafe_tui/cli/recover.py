"""The command for who lost the passphrase and has the recovery code on paper."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from onlinesafe_tui.cli.in_words import Command, Mistake
from onlinesafe_tui.cli.opening import OpenToWrite
from onlinesafe_tui.cli.options import has_terminal
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import ask_beside, ask_secret, say, say_error
from onlinesafe_tui.errors import NothingSaved, WeakPassphrase, WrongCode
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import shown
from onlinesafe_tui.store.layout import Layout

if TYPE_CHECKING:
    from onlinesafe_tui.store.paper import RecoveryCode


class RecoverCommand:
    """The command for one start of the program."""

    def __init__(self, session: Session, to_write: OpenToWrite) -> None:
        """Create the command.

        Args:
            session: What holds for this start.
            to_write: Opens a vault.
        """
        self._session = session
        self._words = session.words
        self._to_write = to_write

    def command(self) -> click.Command:
        """Return the command."""
        words = self._words
        return Command(
            words,
            "recover",
            help=N_("Open what was saved with the recovery code on paper, and choose a new passphrase."),
            more=[
                words(N_("Without a terminal the code is the first line of standard input, the passphrase the next."))
            ],
            callback=self._recover,
        )

    def _recover(self) -> None:
        from onlinesafe_tui.services.clock import SystemClock

        folder, words = self._session.paths.vault, self._words
        if not Layout(folder).is_vault:
            raise NothingSaved(path=shown(folder))
        try:
            code = self._code()
            passphrase = self._new_passphrase()
        except EOFError as error:
            raise Mistake(N_("The input ended before everything was given")) from error
        if has_terminal():
            say(words(N_("Opening takes a few seconds.")))
        self._to_write.recover(folder, code, passphrase, SystemClock().now()).close()
        say(words(N_("Done. From now on the new passphrase opens everything. The code on paper stays the code.")))

    def _code(self) -> RecoveryCode:
        """Ask for the code until it opens what is saved; without a terminal once."""
        from onlinesafe_tui.services.vault_care import typed_code
        from onlinesafe_tui.store.opening import check_code

        words = self._words
        if has_terminal():
            say(words(N_("Type the code from your paper, on one line. Small letters are fine, and so are spaces.")))
        while True:
            try:
                code = typed_code(ask_beside(f"{words(N_('Recovery code'))}: "))
                check_code(self._session.paths.vault, code)
            except WrongCode as error:
                if not has_terminal():
                    raise
                say_error(error, words)
            else:
                return code

    def _new_passphrase(self) -> str:
        """Ask for a new passphrase twice, until both are the same and long enough; without a terminal once."""
        from onlinesafe_tui.store.passphrase import check_strength

        words = self._words
        if not has_terminal():
            return ask_secret("")
        while True:
            try:
                first = ask_secret(f"{words(N_('New passphrase'))}: ")
                check_strength(first)
            except WeakPassphrase as error:
                say_error(error, words)
                continue
            if ask_secret(f"{words(N_('The same again'))}: ") == first:
                return first
            say(words(N_("These are not the same. Type both again.")))
            sys.stderr.flush()
