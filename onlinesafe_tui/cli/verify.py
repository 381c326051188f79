"""The command that opens every file of a vault anew, and says what is wrong with each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from onlinesafe_tui.cli.in_words import Command
from onlinesafe_tui.cli.opening import OpenToWrite
from onlinesafe_tui.cli.options import has_terminal
from onlinesafe_tui.cli.reading import OpenToRead
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import ask_passphrase, give, give_json, say
from onlinesafe_tui.errors import (
    NothingSaved,
    VaultDamaged,
    VaultEmpty,
    VaultError,
    VaultInUse,
    VaultMissing,
    VaultTooHeavy,
    WrongPassphrase,
)
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import shown
from onlinesafe_tui.store.layout import Layout

if TYPE_CHECKING:
    from onlinesafe_tui.services.mending import Mended
    from onlinesafe_tui.services.verifying import Verification

_WRONG: Final = VaultError.exit_code


class VerifyCommand:
    """The command for one start of the program."""

    def __init__(self, session: Session, open_vault: OpenToRead, to_write: OpenToWrite) -> None:
        """Create the command.

        Args:
            session: What holds for this start.
            open_vault: Opens a vault, to look only.
            to_write: Opens a vault to mend it.
        """
        self._session = session
        self._words = session.words
        self._open_vault = open_vault
        self._to_write = to_write

    def command(self) -> click.Command:
        """Return the command."""
        words = self._words
        return Command(
            words,
            "verify",
            help=N_("Open every file that was saved anew, and say what is wrong and what to do."),
            more=[
                words(
                    N_(
                        "It changes nothing, unless {option} is given. What does not open is never thrown away, and "
                        "what somebody else wrote or put back is left as it is."
                    ),
                    option="--repair",
                )
            ],
            callback=self._verify,
            params=[
                click.Option(
                    ["--json", "as_json"], is_flag=True, help=words(N_("Give it in a shape that programs read."))
                ),
                click.Option(
                    ["--repair"],
                    is_flag=True,
                    help=words(N_("First mend what does not open from its copy, and put back what was swapped.")),
                ),
            ],
        )

    def _verify(self, *, as_json: bool, repair: bool) -> int:
        from onlinesafe_tui.services.verifying import refused, verification

        folder = self._session.paths.vault
        if not Layout(folder).is_vault:
            raise NothingSaved(path=shown(folder))
        passphrase = ask_passphrase(self._words)
        if has_terminal():
            say(self._words(N_("Opening takes a few seconds.")))
        mended = self._repair(passphrase) if repair else ()
        try:
            with self._open_vault(folder, passphrase) as vault:
                found = verification(vault.check(), self._words)
        except (WrongPassphrase, VaultInUse, VaultTooHeavy):
            raise
        except VaultError as error:
            if "name" not in error.values:
                raise
            found = refused(error, self._words)
        self._tell(found, mended, as_json=as_json)
        return 0 if found.is_good else _WRONG

    def _repair(self, passphrase: str) -> tuple[Mended, ...]:
        """Mend what can be mended without losing anything."""
        from onlinesafe_tui.services.clock import SystemClock
        from onlinesafe_tui.services.mending import Did, Mended, mend

        folder, now = self._session.paths.vault, SystemClock().now()
        try:
            with self._to_write.unlock(folder, passphrase) as vault:
                return mend(vault, now)
        except (VaultMissing, VaultEmpty, VaultDamaged):
            self._to_write.renew_card(folder, passphrase, now)
            with self._to_write.unlock(folder, passphrase) as vault:
                return (Mended("vault.json", Did.ANEW), *mend(vault, now))

    def _tell(self, found: Verification, mended: tuple[Mended, ...], *, as_json: bool) -> None:
        if as_json:
            files = [
                {
                    "name": one.name,
                    "problem": one.problem.value,
                    "wrong": one.is_bad,
                    "what": one.what,
                    "todo": one.todo,
                }
                for one in found.findings
            ]
            done = [
                {"name": one.name, "did": one.did.value, "to": one.to.isoformat() if one.to else None} for one in mended
            ]
            give_json({"good": found.is_good, "looked_at": found.looked_at, "files": files, "mended": done})
            return
        for one in mended:
            give(f"{one.name}: {one.told(self._words)}")
        for finding in found.findings:
            give(f"{finding.name}: {finding.what}\n    {finding.todo}")
        say(found.summary)
