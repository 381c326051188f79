"""What stands before everything while it is locked: the passphrase leads on to where one was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType

from onlinesafe_tui.language import N_
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen


class LockScreen(PassphraseScreen):
    """Asks for the passphrase. Nobody is kept from help meanwhile: who to call and the first screen stay open."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f8", "f3", "f1", "f10")
    LABELS: ClassVar[Mapping[str, str]] = {"enter": N_("Onward"), "escape": N_("Start")}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.home", N_("First screen"), id="lock.home"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
        """
        super().__init__(workspace, offers_code=False)

    def on_screen_resume(self) -> None:
        """Go on when it was opened on another screen."""
        super().on_screen_resume()
        if self.workspace.keeper.vault is not None:
            self.end()

    def about(self) -> tuple[str, ...]:
        """Say that it is locked, and how to go on."""
        words = self.words
        return (
            words(N_("Locked")),
            words(N_("Type your passphrase, and go on where you were. Everything you wrote is kept.")),
        )
