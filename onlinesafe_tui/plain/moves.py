"""Where to go from a prompt, when it is not simply on. Raised at a prompt, caught by whoever leads the way."""

from __future__ import annotations

from onlinesafe_tui.domain.journey import Step


class Move(Exception):
    """A way out of the place that asks. Everything said so far is kept."""


class Back(Move):
    """One place back."""


class Home(Move):
    """To the first choice."""


class GoTo(Move):
    """To a step."""

    def __init__(self, step: Step) -> None:
        """Create the move.

        Args:
            step: Where to.
        """
        super().__init__(step)
        self.step = step


class Ended(Move):
    """The person stopped, and was told how things stand."""


class OutOfInput(Ended):
    """Nobody is typing any more: the input ended."""
