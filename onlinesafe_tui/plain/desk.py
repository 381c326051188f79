"""What the screens of the plain face share."""

from __future__ import annotations

from dataclasses import dataclass

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.plain.kept import Kept
from onlinesafe_tui.plain.prompts import Prompts
from onlinesafe_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Desk:
    """What somebody works at: what can be done, how it is asked, and what is kept."""

    workspace: Workspace
    prompts: Prompts
    kept: Kept

    @property
    def words(self) -> Words:
        """The labels in the language chosen now."""
        return self.workspace.words

    def danger(self, country: Country | None = None) -> str:
        """Say whom to call in danger, in the country of the person unless another is given."""
        numbers = self.workspace.library.danger_numbers(country or self.workspace.country)
        return self.words(N_("In danger now? Call {numbers}"), numbers=" / ".join(numbers))
