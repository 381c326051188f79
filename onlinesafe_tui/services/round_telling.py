"""What is told about a prevention round in sentences: the last time, and when the next round is."""

from __future__ import annotations

from datetime import date
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.prevention import Round
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.labels import OUTCOME_STATES
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.round_calendar import day_of

_LONGEST_NOTE: Final = 100
"""Characters of an earlier note that stand beside a thing."""

_LONGEST_NAME: Final = 60
"""Characters of who looked along that stand beside a thing."""


def last_time(last: Round, thing: str, words: Words) -> tuple[str, ...]:
    """Say what came of a thing in an earlier round, which note it got and who looked along, each a sentence."""
    state = words(OUTCOME_STATES[last.outcomes[thing]])
    said = [words(N_("Last time, {day}: {state}."), day=long_day(day_of(last), words.language), state=state)]
    if note := last.notes.get(thing):
        said.append(words(N_("You wrote: {note}"), note=_shortened(note, _LONGEST_NOTE)))
    if last.looked_along:
        said.append(words(N_("Looked along: {who}"), who=_shortened(last.looked_along, _LONGEST_NAME)))
    return tuple(said)


def when_next(due: date | None, words: Words, today: date, *, is_half_way: bool = False) -> str:
    """Say when the next round is; an invitation for somebody who never finished one.

    Args:
        due: The day; None when no round was ever finished.
        words: The language.
        today: The day of now.
        is_half_way: Whether a round was begun that can be gone on with.
    """
    if due is None and is_half_way:
        return words(N_("You are half-way through a round. You can go on where you were."))
    if due is None:
        return words(N_("You have not finished a round yet. The first one can be today, or half of it."))
    if due == today:
        return words(N_("The next round is due today."))
    message = N_("The next round: {day}.") if due > today else N_("The next round was due on {day}. Now is fine too.")
    return words(message, day=long_day(due, words.language))


def _shortened(text: str, longest: int) -> str:
    line = clean_name(text, longest=longest + 1)
    return line if len(line) <= longest else f"{line[:longest].rstrip()}…"
