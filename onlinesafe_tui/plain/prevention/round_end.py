"""The end of a prevention round: what was done, what is left open, who looked along, and when the next one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from onlinesafe_tui.domain.prevention import Round
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Handler, Option, menu
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Move
from onlinesafe_tui.plain.prevention.asking_help import ask_help, colleague_text
from onlinesafe_tui.plain.prevention.kept_round import now, put, unanswered
from onlinesafe_tui.plain.render import Lines, wrapped
from onlinesafe_tui.services.round_views import SummaryView, ThingLine
from onlinesafe_tui.services.rounds import rounds_of


class LeaveRound(Move):
    """Out of the round: everything of it is kept."""


class TakeUp(Move):
    """To a thing of the round."""

    def __init__(self, thing: str) -> None:
        """Create the move.

        Args:
            thing: The id of the thing.
        """
        super().__init__(thing)
        self.thing = thing


def tell_end(desk: Desk, round: Round) -> None:
    """Tell what came of a round; one in which everything has an answer is finished by that.

    Raises:
        Back: The person goes back.
        TakeUp: The person goes to a thing of the round.
        LeaveRound: The person is done with the round.
    """
    if not unanswered(desk, round):
        _finish(desk, round)

    def show() -> list[Option[Handler]]:
        view = rounds_of(desk.workspace).summary(desk.workspace.keeper.workbook, now(desk, round))
        desk.prompts.screen(view.title, [*_told(desk, view), ""])
        return list(_options(desk, round, view))

    menu(desk.prompts, show)


def _finish(desk: Desk, round: Round) -> None:
    kept = now(desk, round)
    if not kept.is_finished:
        put(desk, rounds_of(desk.workspace).finish(kept), is_quiet=True)


def _told(desk: Desk, view: SummaryView) -> Lines:
    words = desk.words
    lines = [*wrapped(view.count), *(wrapped(view.following) if view.following else [])]
    if not view.is_finished:
        lines.extend(wrapped(words(N_("The round is not finished. You can go on with it later; nothing is lost."))))
    if view.left_open:
        lines.extend(wrapped(words(N_("What is still open comes first the next time. You can take it up now too."))))
    for title, things in ((N_("Done"), view.done), (N_("Not for you"), view.passed)):
        if things:
            lines.extend(wrapped(f"{words(title)}: {', '.join(line.title for line in things)}."))
    if view.looked_along:
        lines.extend(wrapped(words(N_("Looked along: {who}"), who=view.looked_along)))
    return lines


def _options(desk: Desk, round: Round, view: SummaryView) -> Iterator[Option[Handler]]:
    words = desk.words
    leave = N_("Done, back to the rounds") if view.is_finished else N_("Go on later, back to the rounds")
    yield Option(_leave, words(leave))
    if not view.is_finished and view.can_finish:
        yield Option(partial(_finish, desk, round), words(N_("Finish the round like this")))
    for title, things in ((N_("Without an answer"), view.unanswered), (N_("Still open"), view.left_open)):
        yield from _again(words(title), things)
    yield Option(partial(_look_along, desk, round), words(N_("Say who looked along")), group=words(N_("And further")))
    yield Option(partial(colleague_text, desk, view.help_wanted), words(N_("A text to ask a colleague to look along")))
    yield Option(partial(ask_help, desk, view.help_wanted), words(N_("Who can help you")))


def _again(title: str, things: Sequence[ThingLine]) -> Iterator[Option[Handler]]:
    for number, line in enumerate(things):
        yield Option(partial(_take_up, line.id), f"{line.title}: {line.state}", group="" if number else title)


def _take_up(thing: str) -> None:
    raise TakeUp(thing)


def _leave() -> None:
    raise LeaveRound


def _look_along(desk: Desk, round: Round) -> None:
    words, kept = desk.words, now(desk, round)
    if kept.looked_along:
        desk.prompts.say(words(N_("So far: {answer}"), answer=kept.looked_along))
    typed = desk.prompts.line(words(N_("Who looked along (Enter: leave it, -: nobody)?"))).strip()
    if typed:
        who = "" if typed == "-" else typed
        put(desk, kept.look_along(who, desk.workspace.clock.now()))
