"""The commands that look after the texts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from onlinesafe_tui.cli.authors import AuthorCommands
from onlinesafe_tui.cli.in_words import Command, Group
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import give, say
from onlinesafe_tui.errors import ContentError
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import content_folder, shown


class ContentCommands:
    """The commands for one start of the program."""

    def __init__(self, session: Session) -> None:
        """Create the commands.

        Args:
            session: What holds for this start.
        """
        self._session = session
        self._words = session.words

    def group(self) -> click.Group:
        """Return the commands under one name."""
        words = self._words
        folder = words(N_("FOLDER"))
        check = Command(
            words,
            "check",
            help=N_("Check the texts, and say in which file and line something is wrong."),
            more=[words(N_("Without a folder it checks the texts that come with the program."))],
            callback=self._check,
            params=[click.Argument(["folder"], required=False, metavar=f"[{folder}]")],
        )
        return Group(
            words,
            "content",
            help=N_("Look after the texts."),
            commands=[*AuthorCommands(self._session).commands(), check],
        )

    def _check(self, *, folder: str | None) -> int:
        from onlinesafe_tui.library.check import check_content
        from onlinesafe_tui.library.problems import Severity
        from onlinesafe_tui.services.clock import SystemClock

        shipped = content_folder()
        checked = Path(folder) if folder else shipped
        is_shipped = _is_same(checked, shipped)
        problems = check_content(checked, SystemClock().today(), shipped=None if is_shipped else shipped)
        words = self._words
        for problem in problems:
            told = problem.told(words)
            is_notice = problem.severity is Severity.NOTICE
            give(words(N_("{problem} (a notice)"), problem=told) if is_notice else told)
        counts = Counter(problem.severity for problem in problems)
        errors = words.plural("{n} error", "{n} errors", counts[Severity.ERROR])
        notices = words.plural("{n} notice", "{n} notices", counts[Severity.NOTICE])
        say(words(N_("Checked {folder}: {errors}, {notices}."), folder=shown(checked), errors=errors, notices=notices))
        return ContentError.exit_code if counts[Severity.ERROR] else 0


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
