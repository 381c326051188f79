"""The shortest way to the first screen: a start without a command loads no command line."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.cli.options import bare_options, must_be_plain
from onlinesafe_tui.disk import PART, PART_ENDS, clear_parts

if TYPE_CHECKING:
    from onlinesafe_tui.cli.first_words import FirstWords
    from onlinesafe_tui.services.workspace import Workspace


_START_IS_OVER: Final = 5.0
"""Seconds after which nobody waits for the first screen any more."""


def begin(args: Sequence[str], environ: Mapping[str, str], first_words: FirstWords) -> int | None:
    """Show the full screen and return the exit code; None when something else is asked for, or it does not fit here.

    Args:
        args: What stands after the name of the program.
        environ: The environment.
        first_words: What stands on the terminal already.
    """
    if bare_options(args) is None or must_be_plain(environ):
        return None
    gc.disable()  # What a start makes stays. The screen collects again once it stands.
    try:
        from onlinesafe_tui.cli.compose import workspace_of
        from onlinesafe_tui.cli.session import open_session

        session = open_session(args, environ)
        if session.settings_error:
            gc.enable()
            return None
        workspace = workspace_of(session)
        try:
            return show_full_screen(workspace, first_words.hand_over)
        finally:
            workspace.keeper.close()
    finally:
        first_words.take_back()


def show_full_screen(workspace: Workspace, drawn_already: Callable[[], str] = str) -> int:
    """Show the full screen until somebody leaves it, and return the exit code.

    Args:
        workspace: What a person can do.
        drawn_already: Gives what stands on the terminal, for the screen to take over; empty for nothing.
    """
    clear_up_later(workspace)
    gc.disable()  # A command comes here too.
    with _without_tls():
        from onlinesafe_tui.tui.app import OnlineSafeApp
        from onlinesafe_tui.tui.colours import has_few_colours

    app = OnlineSafeApp(workspace, drawn_already, has_few_colours=has_few_colours(os.environ))
    app.run()
    return app.return_code or 0


def clear_up_later(workspace: Workspace) -> None:
    """Clear away what is left of files that were being made when the program was ended, once the start is over.

    It is done beside everything else, because a folder on the network can keep one waiting.
    """
    what = {"prefix": PART, "suffix": PART_ENDS}
    timer = threading.Timer(_START_IS_OVER, clear_parts, (workspace.exports,), what)
    timer.daemon = True
    timer.start()


@contextmanager
def _without_tls() -> Iterator[None]:
    """Let asyncio be loaded without its encrypted connections: nothing here connects, and loading them takes time."""
    if "ssl" in sys.modules:
        yield
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # so Python writes down that there is no such module
    try:
        yield
    finally:
        del sys.modules["ssl"]
