"""Runs one command line: finds out what holds, and turns what goes wrong into a sentence and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Final

import click

from onlinesafe_tui import __version__
from onlinesafe_tui.cli.backups import BackupCommands
from onlinesafe_tui.cli.content import ContentCommands
from onlinesafe_tui.cli.doctor import DoctorCommand
from onlinesafe_tui.cli.due import DueCommand
from onlinesafe_tui.cli.faces import FaceCommands
from onlinesafe_tui.cli.in_words import PROGRAM, UNCHANGED, Command, Group, told_mistake
from onlinesafe_tui.cli.incidents import IncidentCommands
from onlinesafe_tui.cli.opening import OpenToWrite
from onlinesafe_tui.cli.photos import PhotoCommands
from onlinesafe_tui.cli.reading import OpenToRead, open_to_read
from onlinesafe_tui.cli.recover import RecoverCommand
from onlinesafe_tui.cli.search import SearchCommand
from onlinesafe_tui.cli.session import Session, common_options, open_session
from onlinesafe_tui.cli.streams import give, give_json, say, say_error
from onlinesafe_tui.cli.verify import VerifyCommand
from onlinesafe_tui.errors import OnlineSafeError
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.paths import shown

_USAGE: Final = 2
_INTERRUPTED: Final = 1

_NOBODY_READS: Final = frozenset({errno.EPIPE, errno.EIO} | ({errno.EINVAL} if sys.platform == "win32" else set()))
"""What is said of writing to a program that stopped reading, or to a terminal that is gone."""

EXIT_CODES: Final = {
    0: N_("everything went well"),
    1: N_("something else went wrong, or you stopped it"),
    _USAGE: N_("the command line is not right"),
    3: N_("something is wrong with the texts"),
    4: N_("what was saved is not there, or does not open"),
    5: N_("it is open in another window"),
    6: N_("that is not the passphrase"),
    7: N_("the file was not made"),
    8: N_("a picture was not looked at, or not copied"),
}
"""What the program ends with, as English messages to translate."""


def run(
    args: Sequence[str],
    environ: Mapping[str, str] = os.environ,
    *,
    open_vault: OpenToRead = open_to_read,
    to_write: OpenToWrite | None = None,
) -> int:
    """Run one command line, and return the exit code.

    Args:
        args: What stands after the name of the program.
        environ: The environment.
        open_vault: Opens a vault, to look only.
        to_write: Opens a vault to change it; the real way when None.
    """
    session = open_session(args, environ)
    words = session.words
    try:
        if session.settings_error:
            say_error(session.settings_error, words)
        line = command_line(session, open_vault, to_write or OpenToWrite())
        code = line.main(list(args), PROGRAM, standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.UsageError as error:
        say(told_mistake(error, words))
        return _USAGE
    except click.Abort:
        say(words(N_("Stopped. What was saved is still there.")))
        return _INTERRUPTED
    except OnlineSafeError as error:
        say_error(error, words)
        return error.exit_code
    except OSError as error:
        if error.errno not in _NOBODY_READS:
            raise
        _let_go_of_output()
        return _INTERRUPTED
    return int(code or 0)


def command_line(session: Session, open_vault: OpenToRead, to_write: OpenToWrite) -> click.Group:
    """Return all commands, in the language of a start."""
    words = session.words
    faces = FaceCommands(session)
    incidents = IncidentCommands(session, open_vault)
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help=words(N_("Show the version.")),
        callback=_show_version,
    )
    return Group(
        words,
        PROGRAM,
        help=N_("A calm guide for professionals who were just insulted, threatened or exposed online."),
        more=[words(N_("Without a command it begins; everything stays on this computer."))],
        bare=faces.begin,
        params=[*common_options(words), version],
        commands=[
            *faces.commands(),
            *incidents.commands(),
            DueCommand(session, open_vault).command(),
            PhotoCommands(session).group(),
            SearchCommand(session).command(),
            ContentCommands(session).group(),
            VerifyCommand(session, open_vault, to_write).command(),
            *BackupCommands(session).commands(),
            RecoverCommand(session, to_write).command(),
            DoctorCommand(session).command(),
            _paths_command(session),
        ],
        epilog=_exit_codes(words),
    )


def _paths_command(session: Session) -> click.Command:
    words, paths = session.words, session.paths
    found = {
        "content": (N_("Texts"), paths.content),
        "overlay": (N_("Texts of your own organisation"), session.overlay),
        "settings": (N_("Settings"), paths.settings),
        "vault": (N_("What was saved"), paths.vault),
        "exports": (N_("Offered for files"), paths.exports),
    }

    def tell(*, as_json: bool) -> None:
        if as_json:
            give_json({name: str(path) if path else None for name, (_, path) in found.items()})
            return
        for label, path in found.values():
            if path:
                give(f"{words(label)}: {shown(path)}")

    option = click.Option(["--json", "as_json"], is_flag=True, help=words(N_("Give it in a shape that programs read.")))
    return Command(words, "paths", help=N_("Say where everything is on this computer."), callback=tell, params=[option])


def _show_version(ctx: click.Context, _: click.Parameter, is_wanted: bool) -> None:
    if is_wanted and not ctx.resilient_parsing:
        give(f"OnlineSafe {__version__}")
        ctx.exit()


def _exit_codes(words: Words) -> str:
    title = words(N_("Exit codes:"))
    return UNCHANGED + "\n".join((title, *(f"{code}  {words(meaning)}" for code, meaning in EXIT_CODES.items())))


def _let_go_of_output() -> None:
    """Stop writing to a program that stopped reading, at the very end too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
