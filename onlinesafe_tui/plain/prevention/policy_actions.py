"""The action list of the policy scan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from onlinesafe_tui.dates import parse_day
from onlinesafe_tui.domain.policy import Improvement, Phase
from onlinesafe_tui.labels import PHASE_MEANINGS, PHASES
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Handler, Option, menu
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.render import Lines, wrapped
from onlinesafe_tui.plain.writing import write
from onlinesafe_tui.services.policy_actions import PolicyActions
from onlinesafe_tui.services.policy_papers import ACTION_LIST
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.policy_views import ActionView


def work_on_actions(desk: Desk, policy: PolicyScan) -> None:
    """Let somebody look at the actions, and change them.

    Raises:
        Back: The person goes back.
    """
    actions = PolicyActions(desk.workspace, policy)

    def show() -> list[Option[Handler]]:
        options = list(_options(desk, policy, actions))
        words = desk.words
        nothing = words(N_("There is nothing in it yet. What is not in place comes here when a scan is finished."))
        about = words(N_("Each gap stands here once, from the day that a scan is finished."))
        desk.prompts.screen(words(ACTION_LIST), [*wrapped(about if options else nothing), ""])
        return options

    if actions.open() or actions.closed():
        menu(desk.prompts, show)
    else:
        show()
        desk.prompts.pause()


def _options(desk: Desk, policy: PolicyScan, actions: PolicyActions) -> Iterator[Option[Handler]]:
    words, to_do, closed = desk.words, actions.open(), actions.closed()
    for view in (*to_do, *closed):
        said = f"{view.phase} · {view.owner} · {view.due}"
        if view.is_closable:
            said = words(N_("This is in place now: you can close it."))
        group = words(N_("Closed")) if closed and view is closed[0] else ""
        more = view.title if view in closed else f"{said.rstrip('.')}. {view.title}"
        yield Option(partial(change_action, desk, policy, view.improvement.statement), view.what, more, group)


def change_action(desk: Desk, policy: PolicyScan, statement: str) -> None:
    """Let somebody change one action: how far it is, what is done, who does it, and by when.

    Raises:
        Back: The person goes back.
    """
    actions = PolicyActions(desk.workspace, policy)

    def show() -> list[Option[Handler]]:
        words, view = desk.words, actions.view(statement)
        if view is None:
            return []
        desk.prompts.screen(view.what, [*_told(desk, view), ""])
        phases = [
            Option[Handler](
                partial(_reach, desk, actions, statement, phase),
                f"{words(PHASES[phase])}: {words(PHASE_MEANINGS[phase])}",
            )
            for phase in Phase
        ]
        return [
            replace(phases[0], group=words(N_("How far is it?"))),
            *phases[1:],
            Option(
                partial(_ask_what, desk, actions, view.improvement), words(N_("Say in your own words what is done"))
            ),
            Option(partial(_ask_owner, desk, actions, view.improvement), words(N_("Who does it"))),
            Option(partial(_ask_due, desk, actions, view.improvement), words(N_("By when"))),
            Option(partial(_ask_note, desk, actions, view.improvement), words(N_("What came of it so far"))),
        ]

    menu(desk.prompts, show)


def _told(desk: Desk, view: ActionView) -> Lines:
    words = desk.words
    close = words(N_("You can close this action.")) if view.is_closable else ""
    about = ": ".join(filter(None, (view.standing, view.title)))
    lines = wrapped(f"{about}. {close}".rstrip())
    lines.extend(wrapped(words(N_("Now it says: {answer}."), answer=f"{view.phase}, {view.owner}, {view.due}")))
    lines.extend(wrapped(view.improvement.note) if view.improvement.note else [])
    return lines


def _reach(desk: Desk, actions: PolicyActions, statement: str, phase: Phase) -> None:
    desk.kept.keep_workbook(actions.reached(statement, phase))


def _ask_what(desk: Desk, actions: PolicyActions, known: Improvement) -> None:
    words = desk.words
    ideas = [line for text in actions.suggestions(known.statement) for line in wrapped(text, "- ")]
    if ideas:
        desk.prompts.say(words(N_("Some ideas:")))
        desk.prompts.read(ideas)
    typed = desk.prompts.line(words(N_("What is done (Enter: leave it, - takes it away):")))
    if typed:
        _keep(desk, actions, replace(known, what="" if typed == "-" else typed))


def _ask_owner(desk: Desk, actions: PolicyActions, known: Improvement) -> None:
    words = desk.words
    desk.prompts.say(words(N_("Write a role, rather than a name.")))
    typed = desk.prompts.line(words(N_("Who does it (Enter: leave it, - takes it away):")))
    if typed:
        _keep(desk, actions, replace(known, owner="" if typed == "-" else typed))


def _ask_due(desk: Desk, actions: PolicyActions, known: Improvement) -> None:
    words = desk.words
    while typed := desk.prompts.line(words(N_("By when, as in 19-11-2026 (Enter: leave it, - takes it away):"))):
        day: date | None = parse_day(typed)
        if day is not None or typed == "-":
            _keep(desk, actions, replace(known, due=day))
            return
        desk.prompts.say(words(N_("This is no day yet. Write day-month-year, as in 19-11-2026.")))


def _ask_note(desk: Desk, actions: PolicyActions, known: Improvement) -> None:
    def keep(text: str) -> None:
        changed = actions.changed(replace(known, note=text))
        desk.kept.keep_workbook(changed, is_quiet=True)

    words = desk.words
    first = desk.prompts.row(words(N_("What came of it so far (Enter: leave it, - takes it away):")))
    if first == "-":
        keep("")
    elif first.strip():
        keep(first)
        write(desk.prompts, keep, first.split("\n"))
    desk.kept.say_state()


def _keep(desk: Desk, actions: PolicyActions, improvement: Improvement) -> None:
    desk.kept.keep_workbook(actions.changed(improvement))
