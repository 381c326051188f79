"""What is due: everything in one list, the nearest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from onlinesafe_tui.domain.due import DueKind
from onlinesafe_tui.exports.calendar import as_calendar
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import shown
from onlinesafe_tui.plain.choices import Handler, Option, menu
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.prevention.agreements import agree
from onlinesafe_tui.plain.prevention.policy import scan_policy
from onlinesafe_tui.plain.prevention.policy_actions import change_action
from onlinesafe_tui.plain.prevention.rounds import go_round
from onlinesafe_tui.services.due import DueView, events
from onlinesafe_tui.services.files import keep_as_file, place_of
from onlinesafe_tui.services.policy_scan import PolicyScan

GoOnWith = Callable[[str], None]
"""Goes on with the incident of an id."""


def tell_due(desk: Desk, go_on_with: GoOnWith) -> None:
    """Say what is due, and let somebody open what it belongs to.

    Args:
        desk: What somebody works at.
        go_on_with: Goes on with an incident.

    Raises:
        Back: The person goes back.
    """

    def show() -> list[Option[Handler]]:
        desk.prompts.screen(desk.words(N_("What is due")), [""])
        return list(_options(desk, go_on_with))

    menu(desk.prompts, show)


def _options(desk: Desk, go_on_with: GoOnWith) -> Iterator[Option[Handler]]:
    for view in desk.workspace.due():
        more = ", ".join(filter(None, (view.about, view.day)))
        yield Option(_opening(desk, view, go_on_with), f"{view.title}: {view.word}", more)
    yield Option(partial(_write_calendar, desk), desk.words(N_("Make a file for a calendar")))


def _opening(desk: Desk, view: DueView, go_on_with: GoOnWith) -> Handler:
    match view.due.kind:
        case DueKind.ROUND:
            return partial(go_round, desk)
        case DueKind.SHEET:
            return partial(agree, desk)
        case DueKind.IMPROVEMENT:
            return partial(change_action, desk, PolicyScan(desk.workspace), view.due.about)
        case DueKind.SCAN:
            return partial(scan_policy, desk)
        case _:
            return partial(go_on_with, view.due.about)


def _write_calendar(desk: Desk) -> None:
    words, prompts, workspace = desk.words, desk.prompts, desk.workspace
    if workspace.is_practice:
        prompts.say(words(N_("This is an exercise: no file is made.")))
        return
    today = workspace.clock.today()
    offered = workspace.exports / f"{today.isoformat()} OnlineSafe.ics"
    prompts.say(
        words(
            N_(
                "Where shall the file come? Your calendar program reads it. Others may see a calendar: of an incident "
                "it has only the days."
            )
        )
    )
    typed = prompts.line(words(N_("Place (Enter: {path}):"), path=shown(offered)))
    place = place_of(typed, workspace.exports) if typed else offered
    keep_as_file(place, as_calendar(events(workspace.due(), words, today), workspace.clock.now()))
    prompts.say(words(N_("Kept as {path}. Nothing is sent."), path=shown(place)))
