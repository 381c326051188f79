"""A score as a picture: one sign for each statement, what is best first. Words always stand beside it."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from onlinesafe_tui.language import Words
from onlinesafe_tui.services.policy_views import SCORE_LABELS, LevelView, score_numbers

SIGNS: Final = ("█", "▒", "░", "?", "·")
"""In place, partly, not yet, not known, no answer: told apart by their shape, one cell wide in any font."""

_STYLES: Final = ("$success", "$accent", "$warning", "$warning", "$muted")

_ROOM: Final = 40
"""Cells in which each statement gets two, so that a short bar is still a picture."""


def score_bar(level: LevelView) -> Content:
    """Draw the bar of a level."""
    times = 2 if level.score.total * 2 <= _ROOM else 1
    drawn = zip(SIGNS, score_numbers(level.score), _STYLES, strict=True)
    return Content.assemble(*((sign * number * times, style) for sign, number, style in drawn))


def legend(words: Words) -> str:
    """Say what the signs stand for."""
    return "   ".join(f"{sign} {words(label).lower()}" for sign, label in zip(SIGNS, SCORE_LABELS, strict=True))
