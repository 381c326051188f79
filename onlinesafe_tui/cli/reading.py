"""Looking into the vault from the command line. Nothing is written, so another window may have it open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from onlinesafe_tui.cli.in_words import Mistake
from onlinesafe_tui.cli.options import has_terminal
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import ask_passphrase, say
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.errors import NothingSaved
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import shown
from onlinesafe_tui.store.layout import Layout

if TYPE_CHECKING:
    from onlinesafe_tui.store.port import Summary
    from onlinesafe_tui.store.vault import Vault

OpenToRead = Callable[[Path, str], "Vault"]
"""Opens a vault with a passphrase, to look only."""


def open_to_read(folder: Path, passphrase: str) -> Vault:
    """Open a vault to look only. Takes some seconds.

    Raises:
        WrongPassphrase: It does not open it.
        VaultError: Something is wrong with it.
    """
    from onlinesafe_tui.store.opening import unlock_vault
    from onlinesafe_tui.store.passphrase import ScryptSealer

    return unlock_vault(folder, passphrase, ScryptSealer(), read_only=True)


@contextmanager
def opened(session: Session, open_vault: OpenToRead) -> Iterator[Vault]:
    """Ask for the passphrase and open the vault, to look only.

    Raises:
        NothingSaved: There is no vault.
        VaultError: It does not open.
    """
    folder = session.paths.vault
    if not Layout(folder).is_vault:
        raise NothingSaved(path=shown(folder))
    passphrase = ask_passphrase(session.words)
    if has_terminal():
        say(session.words(N_("Opening takes a few seconds.")))
    with open_vault(folder, passphrase) as vault:
        yield vault


def find_incident(vault: Vault, beginning: str | None, session: Session) -> Incident:
    """Open the incident whose id begins like this; the last changed one when None.

    Raises:
        NothingSaved: There is no incident at all.
        Mistake: None begins like this, or more than one does.
        VaultError: It does not open.
    """
    known = vault.summaries()
    if not known:
        raise NothingSaved(path=shown(session.paths.vault))
    return vault.load(_matching(known, beginning) if beginning else known[0].id)


def _matching(known: Sequence[Summary], beginning: str) -> str:
    found = [summary.id for summary in known if summary.id.startswith(beginning.strip().lower())]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Mistake(
            N_("No incident begins with {beginning}; see {command}"), beginning=beginning, command="onlinesafe list"
        )
    raise Mistake(
        N_("More than one incident begins with {beginning}: {found}"), beginning=beginning, found=", ".join(found)
    )
