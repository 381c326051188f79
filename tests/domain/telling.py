"""Incidents in the words of the triage, for the tests of the domain."""

from datetime import UTC, date, datetime

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import ForWhom, Question
from onlinesafe_tui.domain.incident import WHOLE_SCREEN, Incident
from onlinesafe_tui.domain.situation import Reason, Situation

NOON = datetime(2026, 11, 19, 12, tzinfo=UTC)


def told(country: str = "nl", for_whom: str = "self", **answers: str) -> Incident:
    """Make an incident out of answers, several with a space: `told("be", acts="insult hate", form="text")`."""
    situation = Situation(country=Country(country), for_whom=ForWhom(for_whom))
    incident = Incident(id="0" * 16, opened=NOON, changed=NOON, situation=situation, known_on=date(2026, 11, 19))
    for question, values in answers.items():
        incident = incident.answer(Question(question), values.split())
    return incident


def captured(incident: Incident) -> Incident:
    """Say that the whole screen is captured."""
    return incident.tick(WHOLE_SCREEN, NOON)


def reasons(text: str) -> tuple[Reason, ...]:
    """Read reasons such as `acts=threat home=address`."""
    return tuple(Reason(facet, value) for facet, _, value in (pair.partition("=") for pair in text.split()))
