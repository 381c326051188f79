"""The command that says what is due: of incidents, prevention, agreements and policy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onlinesafe_tui.cli.in_words import Command
from onlinesafe_tui.cli.reading import OpenToRead, opened
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import give, give_json, say, say_error
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import shown

if TYPE_CHECKING:
    from onlinesafe_tui.services.due import DueView
    from onlinesafe_tui.store.vault import Vault


class DueCommand:
    """The command for one start of the program."""

    def __init__(self, session: Session, open_vault: OpenToRead) -> None:
        """Create the command.

        Args:
            session: What holds for this start.
            open_vault: Opens a vault, to look only.
        """
        self._session = session
        self._words = session.words
        self._open_vault = open_vault

    def command(self) -> click.Command:
        """Return the command."""
        words = self._words
        return Command(
            words,
            "due",
            help=N_("Say what is due: of incidents, prevention, agreements and policy."),
            more=[
                words(
                    N_("A calendar file says nothing about an incident but its days; with {option} it has the titles."),
                    option="--titles",
                )
            ],
            callback=self._tell,
            params=[
                click.Option(
                    ["--json", "as_json"], is_flag=True, help=words(N_("Give it in a shape that programs read."))
                ),
                click.Option(
                    ["--ics"],
                    metavar=words(N_("FILE")),
                    help=words(N_("Write it to this new file for a calendar (.ics) instead.")),
                ),
                click.Option(
                    ["--titles"], is_flag=True, help=words(N_("Let the calendar say what each day is about."))
                ),
            ],
        )

    def _tell(self, *, as_json: bool, ics: str | None, titles: bool) -> int:
        from onlinesafe_tui.cli.compose import library_of
        from onlinesafe_tui.services.clock import SystemClock
        from onlinesafe_tui.services.due import DueList

        with opened(self._session, self._open_vault) as vault:
            summaries = vault.summaries()
            workbook, troubles = _workbook(vault)
        clock = SystemClock()
        listed = DueList(library_of(self._session), self._session.language)
        views = listed.views(workbook, summaries, clock.today())
        if ics is not None:
            self._write(Path(ics), views, with_titles=titles)
        elif as_json:
            give_json({"due": [_shape(view) for view in views]})
        else:
            for view in views:
                what = ": ".join(filter(None, (view.title, view.about)))
                give(f"{view.due.on.isoformat()}  {what} ({view.word})")
        if not views:
            say(self._words(N_("Nothing is due.")))
        for error in troubles:
            say_error(error, self._words)
        return troubles[0].exit_code if troubles else 0

    def _write(self, path: Path, views: tuple[DueView, ...], *, with_titles: bool) -> None:
        from onlinesafe_tui.exports.calendar import as_calendar
        from onlinesafe_tui.services.clock import SystemClock
        from onlinesafe_tui.services.due import events
        from onlinesafe_tui.services.files import keep_as_file

        clock = SystemClock()
        found = events(views, self._words, clock.today(), with_titles=with_titles)
        keep_as_file(path, as_calendar(found, clock.now()))
        say(self._words(N_("Written to {path}. It is not sealed, and nothing was sent."), path=shown(path)))


def _workbook(vault: Vault) -> tuple[Workbook, list[VaultError]]:
    """Return the workbook; where it does not open, an empty one and why, after what else does not open."""
    troubles = list(vault.unreadable.values())
    try:
        return vault.load_workbook(), troubles
    except VaultError as error:
        return Workbook(), [*troubles, error]


def _shape(view: DueView) -> dict[str, object]:
    due = view.due
    return {
        "kind": due.kind.value,
        "on": due.on.isoformat(),
        "until": due.until.isoformat() if due.until else None,
        "about": due.about or None,
        "title": view.title,
    }
