"""The command that says what works on this computer, and what to do about the rest."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onlinesafe_tui.cli.in_words import Command
from onlinesafe_tui.cli.options import has_terminal
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import give, give_json, say
from onlinesafe_tui.language import N_, Words

if TYPE_CHECKING:
    from onlinesafe_tui.services.doctor_findings import Finding, Surroundings


class DoctorCommand:
    """The command for one start of the program."""

    def __init__(self, session: Session) -> None:
        """Create the command.

        Args:
            session: What holds for this start.
        """
        self._session = session
        self._words = session.words

    def command(self) -> click.Command:
        """Return the command."""
        words = self._words
        return Command(
            words,
            "doctor",
            help=N_("Say what works on this computer, and what to do about the rest."),
            more=[words(N_("It opens nothing that was saved, changes nothing, and names no person, folder or file."))],
            callback=self._examine,
            params=[
                click.Option(
                    ["--json", "as_json"], is_flag=True, help=words(N_("Give it in a shape that programs read."))
                )
            ],
        )

    def _examine(self, *, as_json: bool) -> int:
        from onlinesafe_tui.services.doctor import examine
        from onlinesafe_tui.services.doctor_findings import Verdict

        found = examine(self._surroundings(), self._words)
        if as_json:
            give_json({"findings": [_shape(one) for one in found]})
        else:
            for one in found:
                give(_told(one, self._words))
        bad = [one for one in found if one.verdict is Verdict.BAD]
        if not bad:
            say(self._words(N_("Everything that is needed works here.")))
        return 1 if bad else 0

    def _surroundings(self) -> Surroundings:
        from onlinesafe_tui.cli.compose import library_of
        from onlinesafe_tui.services.doctor import versions
        from onlinesafe_tui.services.doctor_findings import Surroundings

        session = self._session
        size = shutil.get_terminal_size((0, 0))
        return Surroundings(
            environ=session.environ,
            platform=sys.platform,
            is_administrator=_is_administrator(),
            is_terminal=has_terminal(),
            columns=size.columns,
            lines=size.lines,
            encoding=getattr(sys.stdout, "encoding", None) or "",
            has_program=lambda name: shutil.which(name) is not None,
            vault=session.paths.vault,
            content_problems=_problems_in(session.paths.content),
            overlay_problems=len(library_of(session).left_out()) if session.overlay else None,
            settings_error=session.settings_error,
            versions=versions(),
        )


def _is_administrator() -> bool:
    """Tell whether the program may do everything on this computer."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    else:  # noqa: RET505  (so that the types of each system are checked on that system)
        return os.geteuid() == 0


def _problems_in(content: Path) -> int:
    """Count what is wrong with the shipped texts; what is only getting old is not."""
    from onlinesafe_tui.library.check import check_content
    from onlinesafe_tui.library.problems import Severity
    from onlinesafe_tui.services.clock import SystemClock

    if not content.is_dir():
        return 1
    return sum(problem.severity is Severity.ERROR for problem in check_content(content, SystemClock().today()))


def _told(finding: Finding, words: Words) -> str:
    from onlinesafe_tui.services.doctor_findings import Verdict

    mark = {
        Verdict.GOOD: words(N_("good")),
        Verdict.NOTICE: words(N_("note")),
        Verdict.BAD: words(N_("not good")),
    }[finding.verdict]
    return f"{mark}: {finding.what}" + (f"\n    {finding.todo}" if finding.todo else "")


def _shape(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "verdict": finding.verdict.value,
        "what": finding.what,
        "todo": finding.todo or None,
    }
