"""A prevention round, one thing at a time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NoReturn

from onlinesafe_tui.domain.prevention import Outcome, Round
from onlinesafe_tui.labels import OUTCOMES
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Handler, Option, choose, run
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Back, Move
from onlinesafe_tui.plain.note import take_note
from onlinesafe_tui.plain.prevention.asking_help import ask_help
from onlinesafe_tui.plain.prevention.kept_round import now, put, unanswered
from onlinesafe_tui.plain.prevention.round_end import LeaveRound, TakeUp, tell_end
from onlinesafe_tui.plain.render import block_lines, paragraphs, wrapped
from onlinesafe_tui.services.round_views import ThingView
from onlinesafe_tui.services.rounds import rounds_of


def walk_round(desk: Desk, round: Round, at: str = "") -> None:
    """Go through the things of a round, and to its end.

    Args:
        desk: What somebody works at.
        round: The round; a new one is kept from its first answer or note on.
        at: The thing to begin with; empty for the first one without an answer.

    Raises:
        Back: The person goes back from the first thing.
    """
    things = rounds_of(desk.workspace).things(round)
    place = things.index(at or next(iter(unanswered(desk, round)), things[0]))
    while True:
        try:
            if place < len(things):
                place = _following(desk, round, place)
            else:
                tell_end(desk, round)
        except TakeUp as move:
            place = things.index(move.thing)
        except LeaveRound:
            return
        except Back:
            if place == 0:
                raise
            place -= 1


def end_round(desk: Desk, round: Round) -> None:
    """Tell what came of a round, and go to a thing again if the person wants.

    Raises:
        Back: The person goes back.
    """
    try:
        tell_end(desk, round)
    except TakeUp as move:
        walk_round(desk, round, move.thing)
    except LeaveRound:
        return


class _Answered(Move):
    """The thing has its answer."""


class _Passed(Move):
    """The thing is passed over."""


def _following(desk: Desk, round: Round, place: int) -> int:
    """Ask about one thing, and return the place to go to: after an answer, the next one without an answer."""
    things = rounds_of(desk.workspace).things(round)
    try:
        _ask(desk, round, things[place])
    except _Passed:
        return place + 1
    except _Answered:
        left = unanswered(desk, round)
        return next((number for number in range(place + 1, len(things)) if things[number] in left), len(things))


def _ask(desk: Desk, round: Round, thing: str) -> NoReturn:
    view = _view(desk, round, thing)
    place = desk.words(N_("{number} of {total}"), number=view.number, total=view.total)
    said = paragraphs(block_lines(view.what, desk.words), wrapped(" ".join(view.last)) if view.last else [])
    if view.news:
        said.extend(wrapped(view.news))
    desk.prompts.screen(f"{place}: {view.title}", [*said, ""])
    is_listed = False

    def passed() -> None:
        raise _Passed

    while True:
        options = list(_options(desk, round, thing))
        run(desk.prompts, choose(desk.prompts, options, onward=passed, is_listed=is_listed))
        is_listed = True


def _view(desk: Desk, round: Round, thing: str) -> ThingView:
    return rounds_of(desk.workspace).thing(desk.workspace.keeper.workbook, now(desk, round), thing)


def _options(desk: Desk, round: Round, thing: str) -> Iterator[Option[Handler]]:
    words, view = desk.words, _view(desk, round, thing)
    for outcome, label in OUTCOMES.items():
        text = words(N_("{answer} (your answer now)"), answer=words(label)) if outcome is view.outcome else words(label)
        yield Option(partial(_answer, desk, round, thing, outcome), text)
    yield Option(partial(_tell_how, desk, view), words(N_("How to do it")))
    note = words(N_("Change the note")) if view.note else words(N_("Write a note, for yourself"))
    yield Option(partial(_note, desk, round, thing), note)


def _answer(desk: Desk, round: Round, thing: str, outcome: Outcome) -> None:
    desk.prompts.say(desk.words(N_("Your answer: {answer}."), answer=desk.words(OUTCOMES[outcome])))
    put(desk, now(desk, round).answer(thing, outcome, desk.workspace.clock.now()))
    if outcome is Outcome.HELP:
        run(desk.prompts, partial(ask_help, desk, (_view(desk, round, thing).title,)))
    raise _Answered


def _tell_how(desk: Desk, view: ThingView) -> None:
    lines = paragraphs(block_lines(view.how, desk.words), wrapped(view.age))
    desk.prompts.screen(view.title, [*lines, ""])
    desk.prompts.pause()


def _note(desk: Desk, round: Round, thing: str) -> None:
    def keep(text: str) -> None:
        put(desk, now(desk, round).note(thing, text, desk.workspace.clock.now()), is_quiet=True)

    take_note(desk, now(desk, round).notes.get(thing, ""), keep)
