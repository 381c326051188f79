"""Letting an organisation open what is kept, or no longer: what it means comes first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from onlinesafe_tui.language import N_
from onlinesafe_tui.services.letting_in import organisation_words
from onlinesafe_tui.tui.screens.changing import ChangingScreen

if TYPE_CHECKING:
    from onlinesafe_tui.store.port import Tell


class LettingInScreen(ChangingScreen):
    """Says what it means, and changes it when the person chooses so."""

    def about(self) -> tuple[str, ...]:
        """Say how it is now and what it means."""
        view = self.workspace.care.organisation(self.workspace.library)
        return (self.words(N_("Let my organisation open it, or not")), *organisation_words(view, self.words))

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Offer what differs from how it is now."""
        words, view = self.words, self.workspace.care.organisation(self.workspace.library)
        rows = []
        if view.offered and (not view.current or view.is_another):
            rows.append(("new", words(N_("Let it open what I begin from now on"))))
        if view.offered and (view.is_another or view.shared < view.of or not view.current):
            rows.append(("all", words(N_("Let it open everything, also what is there already"))))
        if view.current:
            rows.append(("out", words(N_("Let it open nothing any more"))))
        return tuple(rows)

    def change(self, id: str, tell: Tell) -> Callable[[], None]:
        """Let it in, or leave it out."""
        care = self.workspace.care
        if id == "out":
            return partial(care.leave_out, tell)
        key = care.organisation(self.workspace.library).offered
        return partial(care.let_in, key, share_all=id == "all", tell=tell)
