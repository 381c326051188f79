"""The commands that begin: the full screen, the prompts, the exercise."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import click

from onlinesafe_tui.cli.begin import clear_up_later, show_full_screen
from onlinesafe_tui.cli.in_words import Command
from onlinesafe_tui.cli.options import must_be_plain
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import ask, ask_secret, ask_words, give, is_cut
from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_

if TYPE_CHECKING:
    from onlinesafe_tui.services.workspace import Workspace


class FaceCommands:
    """The commands for one start of the program."""

    def __init__(self, session: Session) -> None:
        """Create the commands.

        Args:
            session: What holds for this start.
        """
        self._session = session

    def commands(self) -> tuple[click.Command, ...]:
        """Return the commands, in the order in which help lists them."""
        words = self._session.words
        plain = Command(
            words,
            "plain",
            help=N_("Walk through the steps with questions and answers, for a screen reader or a simple terminal."),
            callback=self._plain,
        )
        demo = Command(
            words,
            "demo",
            help=N_("Practise with an incident that never happened; nothing is kept."),
            callback=self._demo,
            params=[click.Option(["--plain"], is_flag=True, help=words(N_("Practise with questions and answers.")))],
        )
        return plain, demo

    def begin(self) -> int:
        """Begin in the face that fits where the program is started."""
        from onlinesafe_tui.cli.compose import workspace_of

        return self._started(workspace_of(self._session), is_plain=must_be_plain(self._session.environ))

    def _plain(self) -> int:
        from onlinesafe_tui.cli.compose import workspace_of

        return self._started(workspace_of(self._session), is_plain=True)

    def _demo(self, *, plain: bool) -> int:
        from onlinesafe_tui.cli.compose import practice_workspace

        return self._started(practice_workspace(self._session), is_plain=plain or must_be_plain(self._session.environ))

    def _started(self, workspace: Workspace, *, is_plain: bool) -> int:
        try:
            return self._walk(workspace) if is_plain else show_full_screen(workspace)
        finally:
            workspace.keeper.close()

    def _walk(self, workspace: Workspace) -> int:
        from onlinesafe_tui.cli.window import Window
        from onlinesafe_tui.plain.walk import walk
        from onlinesafe_tui.services.ending import told_to_end

        clear_up_later(workspace)
        window = Window(self._session.environ)
        try:
            with told_to_end(partial(_keep_last, workspace)) as ending:
                walk(
                    workspace,
                    ask=window.asking(ending.asking(ask)),
                    ask_words=window.asking(ending.asking(ask_words)),
                    ask_secret=window.asking(ending.asking(ask_secret)),
                    tell=ending.telling(give),
                    is_cut=is_cut,
                    empty=window.empty,
                )
        finally:
            window.speak_up()
        return 0


def _keep_last(workspace: Workspace) -> None:
    """Keep what is not kept yet, and let go of everything, because the window is closed."""
    with suppress(VaultError):
        workspace.keeper.flush()
    workspace.keeper.close()
