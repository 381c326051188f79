"""The commands that look at what was saved: `list`, `show` and `export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from onlinesafe_tui.cli.in_words import Command
from onlinesafe_tui.cli.reading import OpenToRead, find_incident, opened
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import give, give_json, say, say_error
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.paths import shown

if TYPE_CHECKING:
    from onlinesafe_tui.exports.shapes import Report
    from onlinesafe_tui.store.vault import Vault

_TO_STDOUT: Final = "-"
_UNREADABLE: Final = 4
"""The exit code of a list from which something that cannot be opened is missing."""


class IncidentCommands:
    """Makes the commands for one start of the program."""

    def __init__(self, session: Session, open_vault: OpenToRead) -> None:
        """Create the maker.

        Args:
            session: What holds for this start.
            open_vault: Opens a vault, to look only.
        """
        self._session = session
        self._words = session.words
        self._open_vault = open_vault

    def all(self) -> list[click.Command]:
        """Return the commands."""
        words = self._words
        return [
            Command(words, "list", help=N_("List what was saved, the last changed first."), callback=self._list,
                    params=[_as_json(words)]),
            Command(words, "show", help=N_("Show everything about one incident."), callback=self._show,
                    params=[_incident(words), _as_json(words)], more=[_WHICH]),
            Command(words, "export", help=N_("Write everything about one incident as a text for yourself."),
                    callback=self._export, params=[_incident(words), *_export_options(words)], more=[_WHICH, _NOT_SEALED]),
        ]
