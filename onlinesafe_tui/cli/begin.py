"""The shortest way to the first screen: a start without a command loads no command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onlinesafe_tui.cli.options import bare_options
from onlinesafe_tui.cli.streams import has_terminal

if TYPE_CHECKING:
    from onlinesafe_tui.services.workspace import Workspace


def begin(args: Sequence[str], environ: Mapping[str, str]) -> int | None:
    """Show the full screen and return the exit code; None when something else is asked for, or it does not fit here."""
    if bare_options(args) is None or must_be_plain(environ):
        return None
    from onlinesafe_tui.cli.compose import workspace_of
    from onlinesafe_tui.cli.session import open_session

    session = open_session(args, environ)
    if session.settings_error:
        return None
    workspace = workspace_of(session)
    try:
        return show_full_screen(workspace)
    finally:
        workspace.keeper.close()


def must_be_plain(environ: Mapping[str, str]) -> bool:
    """Tell whether there is no terminal that shows a full screen, or somebody wants none."""
    is_wanted = environ.get("ONLINESAFE_PLAIN", "") not in ("", "0")
    return is_wanted or environ.get("TERM") == "dumb" or not has_terminal()


def show_full_screen(workspace: Workspace) -> int:
    """Show the full screen until somebody leaves it, and return the exit code."""
    from onlinesafe_tui.tui.app import OnlineSafeApp

    app = OnlineSafeApp(workspace)
    app.run()
    return app.return_code or 0
