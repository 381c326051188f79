"""Letting the recovery code open nothing any more, for who lost the paper and wants no other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from onlinesafe_tui.language import N_
from onlinesafe_tui.services.code_paper import DROPPED, DROPPING
from onlinesafe_tui.services.vault_view import DROP
from onlinesafe_tui.tui.screens.changing import ChangingScreen

if TYPE_CHECKING:
    from onlinesafe_tui.store.port import Tell


class DroppingCodeScreen(ChangingScreen):
    """Says what it means to have no code, and lets it go when the person chooses so."""

    def about(self) -> tuple[str, ...]:
        """Say what it means, and what the paper still opens."""
        return (self.words(DROP), *(self.words(text) for text in DROPPING))

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Offer it."""
        return (("drop", self.words(N_("Let the code open nothing any more"))),)

    def change(self, id: str, tell: Tell) -> Callable[[], None]:
        """Let it go."""
        return partial(self.workspace.care.drop_code, tell)

    def finish(self) -> None:
        """Go back, and say so there."""
        self.dismiss(True)
        self.remark(self.words(DROPPED))
