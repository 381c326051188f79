"""How far something outside the program is: to do, prepared, sent, reference received, answered."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.actions import ActionKind, ActionState
from onlinesafe_tui.labels import ACTION_STATES
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import plain_text
from onlinesafe_tui.plain.choices import Handler, Option, menu
from onlinesafe_tui.plain.days import ask_day
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.open_incident import OpenIncident
from onlinesafe_tui.plain.render import Lines, wrapped
from onlinesafe_tui.plain.writing import write


def record_action(desk: Desk, incident: OpenIncident, kind: ActionKind) -> None:
    """Let somebody say how far an action is. The program does nothing itself, and says so.

    Raises:
        Back: The person goes back.
    """

    def show() -> list[Option[Handler]]:
        words = desk.words
        desk.prompts.screen(_name(desk, incident, kind), _known(desk, incident, kind))
        states = [
            Option[Handler](partial(_reach, desk, incident, kind, state), words(ACTION_STATES[state]))
            for state in ActionState
        ]
        return [
            replace(states[0], group=words(N_("How far is it?"))),
            *states[1:],
            Option(partial(_ask_reference, desk, incident, kind), words(N_("Write down a reference that you got"))),
            Option(partial(_ask_answer, desk, incident, kind), words(N_("Write down what they answered"))),
        ]

    menu(desk.prompts, show)


def _reach(desk: Desk, incident: OpenIncident, kind: ActionKind, state: ActionState) -> None:
    """Move to a state at once, today; then ask for what belongs to it."""
    words, today = desk.words, desk.workspace.clock.today()
    day = None if state is ActionState.TO_DO else today
    incident.change(incident.value.act(incident.value.action(kind).reach(state, day)))
    if state is ActionState.TO_DO:
        return
    asked = ask_day(desk, words(N_("On which day (Enter: today)?")))
    if asked:
        incident.change(incident.value.act(incident.value.action(kind).reach(state, asked)))
    if state is ActionState.RECEIVED:
        _ask_reference(desk, incident, kind)
    if state is ActionState.ANSWERED:
        _ask_answer(desk, incident, kind)


def _ask_reference(desk: Desk, incident: OpenIncident, kind: ActionKind) -> None:
    typed = desk.prompts.line(desk.words(N_("Reference (Enter: leave it, - takes it away):")))
    if typed:
        action = replace(incident.value.action(kind), reference="" if typed == "-" else typed)
        incident.change(incident.value.act(action))


def _ask_answer(desk: Desk, incident: OpenIncident, kind: ActionKind) -> None:
    def keep(text: str) -> None:
        incident.change(incident.value.act(replace(incident.value.action(kind), answer=text)), is_quiet=True)

    words = desk.words
    first = desk.prompts.row(words(N_("What they answered (Enter: leave it, - takes it away):")))
    if first == "-":
        keep("")
    elif first.strip():
        keep(first)
        write(desk.prompts, keep, first.split("\n"))
    desk.kept.say_state()


def _name(desk: Desk, incident: OpenIncident, kind: ActionKind) -> str:
    view = desk.workspace.guide.step(incident.value, kind.step, desk.workspace.clock.today())
    return next((plain_text(action.text) for action in view.actions if action.kind is kind), "")


def _known(desk: Desk, incident: OpenIncident, kind: ActionKind) -> Lines:
    words, action = desk.words, incident.value.action(kind)
    lines = wrapped(words(N_("You do this yourself, outside this program. Here you only keep how far it is.")))
    day = f", {long_day(action.on, desk.workspace.language)}" if action.on else ""
    lines.extend(wrapped(f"{words(N_('Now'))}: {words(ACTION_STATES[action.state])}{day}."))
    if action.reference:
        lines.extend(wrapped(words(N_("Reference: {text}"), text=action.reference)))
    if action.answer:
        lines.extend(wrapped(words(N_("Their answer: {text}"), text=action.answer)))
    return lines
