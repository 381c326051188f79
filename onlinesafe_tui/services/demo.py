"""A fictive incident half-way, to practise with: nothing of it happened to anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from onlinesafe_tui.domain.actions import Action, ActionKind, ActionState
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.domain.incident import WHOLE_SCREEN, Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.clock import Clock
from onlinesafe_tui.services.incidents import start_incident
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.settings import Settings

_ANSWERS = {
    Question.DANGER: ["no"],
    Question.ACTS: ["threat"],
    Question.CHANNEL: ["youtube"],
    Question.FORM: ["video"],
    Question.AUTHOR: ["parent"],
    Question.HOME: ["address"],
    Question.CONCERNS: ["forwarded"],
}

_FACTS = {
    Fact.WHAT: N_("A video in which someone angrily says that he knows where I live."),
    Fact.POSTED_BY: N_("A parent, made up for this exercise"),
    Fact.CHANNEL: "YouTube",
    Fact.ACCOUNT: "@example_0000",
    Fact.INVOLVED: N_("A colleague is named too"),
    Fact.ADDRESSES: "https://www.youtube.com/watch?v=example",
    Fact.REACHED_ME: N_("A colleague sent me the link"),
}

_NOTE = N_("At 1:12 he names my street.")


def restart_practice(workspace: Workspace) -> str:
    """Forget everything of an exercise and begin it anew; return the id of its incident."""
    incident = practice_incident(workspace.clock, workspace.country or Country.NL, workspace.words)
    workspace.keeper.forget_all()
    workspace.keeper.save(incident)
    return incident.id


def follow_choice(workspace: Workspace, before: Settings) -> None:
    """Let an exercise be about the country that was just chosen; does nothing when it is no exercise.

    The first choice comes before anything was done, so that the exercise is made anew in that language too.

    Args:
        workspace: Holds what is chosen now.
        before: What was chosen before that.
    """
    if not workspace.is_practice:
        return
    if before.country is None or before.language is None:
        restart_practice(workspace)
        return
    for summary in workspace.keeper.summaries():
        incident = workspace.keeper.load(summary.id)
        situation = replace(incident.situation, country=workspace.country or Country.NL)
        if situation != incident.situation:
            workspace.keeper.save(replace(incident, situation=situation))


def practice_incident(clock: Clock, country: Country, words: Words) -> Incident:
    """Make the fictive incident: yesterday's video, captured in part, told to the manager."""
    incident = start_incident(clock, country)
    for question, values in _ANSWERS.items():
        incident = incident.answer(question, values)
    now, yesterday = clock.now(), clock.today() - timedelta(days=1)
    incident = replace(incident, known_on=yesterday).tick(WHOLE_SCREEN, now)
    item = incident.new_evidence(now)
    for fact, text in _FACTS.items():
        item = item.tell(fact, words(text))
    manager = Action(kind=ActionKind.TELL_MANAGER).reach(ActionState.SENT, yesterday)
    incident = incident.keep(item.say_unknown(Fact.ACCOUNT_OWNER)).act(manager).note(Step.SCREENSHOT, words(_NOTE))
    return incident.go(incident.journey.go(Step.TALK).go(Step.SCREENSHOT))
