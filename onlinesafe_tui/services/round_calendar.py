"""The year of prevention rounds, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from onlinesafe_tui.dates import long_day, month_name
from onlinesafe_tui.domain.prevention import Extent, Outcome, Round
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.services.round_views import Mark, MonthView

MONTHS: Final = 12
"""Months that the calendar goes back, this one included."""

_WORDS: Final = {
    Mark.ROUND: N_("round"),
    Mark.MINUTE: N_("minute"),
    Mark.HALF: N_("half"),
    Mark.NONE: N_("none"),
}

_TOLD: Final = {
    Mark.ROUND: N_("round on {day}: {count}"),
    Mark.MINUTE: N_("one minute on {day}: {count}"),
    Mark.HALF: N_("begun on {day}, not finished: {count}"),
}

_COUNTS: Final = {
    Outcome.DONE: N_("{n} done"),
    Outcome.LATER: N_("{n} for later"),
    Outcome.HELP: N_("{n} with help wanted"),
    Outcome.NOT_FOR_ME: N_("{n} not for you"),
}


def day_of(round: Round) -> date:
    """Return the local day of a round: the one on which it was finished, or else begun."""
    return round.finished_on or round.begun.astimezone().date()


def count(round: Round, words: Words) -> str:
    """Say how many things of a round had which outcome, as a list without a full stop."""
    answers = [round.outcomes[thing] for thing in round.things if thing in round.outcomes]
    said = [words(message, n=answers.count(outcome)) for outcome, message in _COUNTS.items() if outcome in answers]
    if round.unanswered:
        said.append(words(N_("{n} without an answer"), n=len(round.unanswered)))
    return ", ".join(said)


def months(rounds: Sequence[Round], today: date, language: Language) -> tuple[MonthView, ...]:
    """Show the last twelve months, the earliest first."""
    words = Words(language)
    last = today.year * 12 + today.month - 1
    firsts = [date(number // 12, number % 12 + 1, 1) for number in range(last - MONTHS + 1, last + 1)]
    return tuple(_month(first, rounds, words) for first in firsts)


def _month(first: date, rounds: Sequence[Round], words: Words) -> MonthView:
    found = sorted((round for round in rounds if _counts(round) and day_of(round).replace(day=1) == first), key=day_of)
    marks = [_mark(round) for round in found]
    mark = min(marks, key=list(Mark).index, default=Mark.NONE)
    told = "; ".join(
        words(_TOLD[mark], day=long_day(day_of(round), words.language), count=count(round, words))
        for mark, round in zip(marks, found, strict=True)
    )
    name = month_name(first, words.language)
    return MonthView(first, name, mark, words(_WORDS[mark]), f"{name}: {told or words(N_('no round'))}")


def _counts(round: Round) -> bool:
    """Tell whether anything came of a round."""
    return round.is_finished or bool(round.outcomes)


def _mark(round: Round) -> Mark:
    if not round.is_finished:
        return Mark.HALF
    return Mark.ROUND if round.extent is Extent.FULL else Mark.MINUTE
