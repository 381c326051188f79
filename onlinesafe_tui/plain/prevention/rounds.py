"""The prevention rounds: begin one, go on with one, and hear how the year went."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from onlinesafe_tui.domain.prevention import Extent
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Handler, Option, menu
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.passphrase import unlock
from onlinesafe_tui.plain.prevention.round import end_round, walk_round
from onlinesafe_tui.plain.render import Lines, wrapped
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.round_views import MonthView, OverviewView, ThingLine
from onlinesafe_tui.services.rounds import rounds_of


def go_round(desk: Desk) -> None:
    """Let somebody begin a round or go on with one, until they go back.

    Raises:
        Back: The person goes back.
    """

    def show() -> list[Option[Handler]]:
        keeper = desk.workspace.keeper
        view = rounds_of(desk.workspace).overview(keeper.workbook, is_locked=keeper.state is Keeping.LOCKED)
        desk.prompts.screen(desk.words(N_("Prevention round")), [*_where(view), ""])
        return list(_options(desk, view))

    menu(desk.prompts, show)


def _where(view: OverviewView) -> Lines:
    lines = wrapped(view.due) if view.due else []
    if view.last:
        lines.extend(wrapped(view.last))
    return lines


def _options(desk: Desk, view: OverviewView) -> Iterator[Option[Handler]]:
    words = desk.words
    for extent in view.extents:
        yield Option(partial(_go, desk, extent.extent), extent.text, extent.more)
        if extent.anew:
            yield Option(partial(_go, desk, extent.extent, is_new=True), extent.anew)
    for number, line in enumerate(view.left_open):
        group = "" if number else words(N_("Still open"))
        yield Option(partial(_take_up, desk, line), f"{line.title}: {line.state}", group=group)
    further = words(N_("And further")) if view.left_open else ""
    if (last := view.last_round) is not None:
        yield Option(partial(end_round, desk, last), words(N_("Look at the last round")), group=further)
        further = ""
    if desk.workspace.keeper.state is Keeping.LOCKED:
        passphrase = words(N_("It opens with your passphrase."))
        yield Option(partial(unlock, desk), words(N_("Open my earlier rounds")), passphrase, group=further)
        further = ""
    if view.months:
        yield Option(partial(_tell_year, desk, view.months), words(N_("The last twelve months")), group=further)


def _go(desk: Desk, extent: Extent, *, is_new: bool = False) -> None:
    rounds, workbook = rounds_of(desk.workspace), desk.workspace.keeper.workbook
    round = None if is_new else rounds.going(workbook, extent)
    walk_round(desk, round or rounds.begin(workbook, extent))


def _take_up(desk: Desk, line: ThingLine) -> None:
    round = desk.workspace.keeper.workbook.round(line.round_id)
    if round is not None:
        walk_round(desk, round, line.id)


def _tell_year(desk: Desk, months: tuple[MonthView, ...]) -> None:
    lines = [line for month in months for line in wrapped(f"{month.told}.", "- ")]
    desk.prompts.screen(desk.words(N_("The last twelve months")), [*lines, ""])
    desk.prompts.pause()
