"""The way through an incident: the questions, then step after step, and back."""

from __future__ import annotations

from functools import partial

from onlinesafe_tui.plain.commands import Aside, Command
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Back, GoTo
from onlinesafe_tui.plain.open_incident import OpenIncident
from onlinesafe_tui.plain.overview import tell_overview
from onlinesafe_tui.plain.triage import ask_questions
from onlinesafe_tui.plain.visit import visit


def go_through(desk: Desk, incident: OpenIncident) -> None:
    """Lead somebody through an incident, from where they were.

    Raises:
        Home: The person goes to the first choice.
        Ended: The person stops.
    """
    situation, journey = incident.value.situation, incident.value.journey
    asking = next(iter(situation.unanswered), None) if not journey.seen else None
    with desk.prompts.offering({Command.OVERVIEW: Aside(partial(tell_overview, desk, incident))}):
        while True:
            try:
                if asking is not None:
                    ask_questions(desk, incident, asking)
                    asking = None
                visit(desk, incident)
            except GoTo as move:
                asking = None
                _move(incident, move)
            except Back:
                if asking is not None:
                    return
                if incident.value.journey.is_first:
                    asking = incident.value.situation.questions[-1]
                else:
                    incident.change(incident.value.go(incident.value.journey.back()), is_quiet=True)


def _move(incident: OpenIncident, move: GoTo) -> None:
    if move.step is not incident.step:
        incident.change(incident.value.go(incident.value.journey.go(move.step)), is_quiet=True)
