"""What `--json` gives: shapes that programs can rely on, described in docs/command-line.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onlinesafe_tui.domain.actions import ActionKind
from onlinesafe_tui.domain.advice import advise
from onlinesafe_tui.domain.deadlines import deadlines
from onlinesafe_tui.domain.evidence import Evidence, Fact
from onlinesafe_tui.domain.facets import CHOICES, FACETS, Question
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import ALL_STEPS

if TYPE_CHECKING:
    from onlinesafe_tui.store.port import Summary

Shape = dict[str, object]


def summary_shape(summary: Summary) -> Shape:
    """Return one line of a list."""
    return {
        "id": summary.id,
        "opened": summary.opened.isoformat(),
        "changed": summary.changed.isoformat(),
        "known_on": summary.known_on.isoformat(),
        "country": summary.country.value,
        "for": summary.for_whom.value,
        "acts": list(summary.acts),
        "channel": summary.channel,
        "form": summary.form,
        "author": summary.author,
        "step": summary.step.value,
        "ticked": summary.ticked,
        "due": [{"kind": kind.value, "on": day.isoformat()} for kind, day in summary.due],
    }


def incident_shape(incident: Incident) -> Shape:
    """Return a whole incident, and what follows from it."""
    journey = incident.journey
    return {
        "id": incident.id,
        "opened": incident.opened.isoformat(),
        "changed": incident.changed.isoformat(),
        "known_on": incident.known_on.isoformat(),
        "went_back": [{"at": one.at.isoformat(), "to": one.to.isoformat()} for one in incident.went_back],
        "situation": _situation(incident),
        "step": journey.at.value,
        "seen": [step.value for step in ALL_STEPS if step in journey.seen],
        "skipped": {step.value: journey.skipped[step] for step in ALL_STEPS if step in journey.skipped},
        "ticked": {task: moment.isoformat() for task, moment in sorted(incident.ticked.items())},
        "notes": {step.value: incident.notes[step] for step in ALL_STEPS if step in incident.notes},
        "actions": _actions(incident),
        "evidence": [_evidence(item) for item in incident.evidence],
        "advice": [
            {
                "id": advice.id,
                "step": advice.step.value,
                "weight": advice.weight.name.lower(),
                "because": [{"facet": reason.facet, "value": reason.value} for reason in advice.because],
            }
            for advice in advise(incident)
        ],
        "deadlines": [
            {
                "kind": deadline.kind.value,
                "on": deadline.on.isoformat(),
                "until": deadline.until.isoformat() if deadline.until else None,
                "since": deadline.since.isoformat(),
            }
            for deadline in deadlines(incident)
        ],
    }


def _situation(incident: Incident) -> Shape:
    """Give every answer: a list where several can be true, else one value, or null when it was not asked."""
    situation = incident.situation
    shape: Shape = {"country": situation.country.value, "for": situation.for_whom.value}
    for question in Question:
        given = situation.values(question)
        answers = [value for value in map(str, FACETS[question]) if value in given]
        shape[question.value] = answers if CHOICES[question].multiple else next(iter(answers), None)
    return shape


def _actions(incident: Incident) -> list[Shape]:
    return [
        {
            "kind": kind.value,
            "state": action.state.value,
            "on": action.on.isoformat() if action.on else None,
            "sent_on": action.sent_on.isoformat() if action.sent_on else None,
            "reference": action.reference,
            "answer": action.answer,
        }
        for kind in ActionKind
        if (action := incident.actions.get(kind))
    ]


def _evidence(item: Evidence) -> Shape:
    return {
        "number": item.number,
        "noted": item.noted.isoformat(),
        "facts": {fact.value: item.facts[fact] for fact in Fact if fact in item.facts},
        "unknown": [fact.value for fact in Fact if fact in item.unknown],
    }
