"""Incidents to keep."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from hypothesis import strategies as st

from onlinesafe_tui.domain.actions import Action, ActionKind, ActionState
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.evidence import Evidence, Fact
from onlinesafe_tui.domain.facets import Act, Author, Channel, Concern, Danger, Form, ForWhom, Home, Visibility
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Journey, Step
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.domain.text import clean_text

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
WORDS = "Ze weten waar ik woon"

_Values = TypeVar("_Values", bound=StrEnum)


def incident(number: int = 1, *, words: str = WORDS, changed: datetime = NOW) -> Incident:
    """Return a small incident, the same every time."""
    situation = Situation(country=Country.NL, acts=frozenset({Act.THREAT, Act.INSULT}), channel=Channel.YOUTUBE)
    start = Incident(
        id=incident_id(number), opened=NOW, changed=changed, situation=situation, known_on=date(2026, 11, 22)
    )
    return start.note(Step.TALK, words)


def incident_id(number: int) -> str:
    """Return the id of a sample."""
    return f"{number:016x}"


texts = st.text(max_size=40).map(clean_text)
moments = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC))
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))


def _some(values: type[_Values]) -> st.SearchStrategy[frozenset[_Values]]:
    return st.frozensets(st.sampled_from(values))


def _maybe(values: type[_Values]) -> st.SearchStrategy[_Values | None]:
    return st.none() | st.sampled_from(values)


situations = st.builds(
    Situation,
    country=st.sampled_from(Country),
    for_whom=st.sampled_from(ForWhom),
    danger=_maybe(Danger),
    acts=_some(Act),
    channel=_maybe(Channel),
    form=_maybe(Form),
    visibility=_maybe(Visibility),
    author=_maybe(Author),
    home=_some(Home),
    concerns=_some(Concern),
)

journeys = st.builds(
    Journey,
    at=st.sampled_from(Step),
    seen=_some(Step),
    skipped=st.dictionaries(st.sampled_from(Step), texts, max_size=3),
)

actions = st.builds(
    Action,
    kind=st.sampled_from(ActionKind),
    state=st.sampled_from(ActionState),
    on=st.none() | days,
    reference=texts,
    answer=texts,
    sent_on=st.none() | days,
)

evidence = st.builds(
    Evidence,
    number=st.integers(1, 50),
    noted=moments,
    facts=st.dictionaries(st.sampled_from(Fact), texts, max_size=4),
    unknown=_some(Fact),
)

incidents = st.builds(
    Incident,
    id=st.integers(0, 2**64 - 1).map(incident_id),
    opened=moments,
    changed=moments,
    situation=situations,
    known_on=days,
    journey=journeys,
    ticked=st.dictionaries(texts, moments, max_size=4),
    notes=st.dictionaries(st.sampled_from(Step), texts, max_size=4),
    actions=st.lists(actions, max_size=4).map(lambda found: {action.kind: action for action in found}),
    evidence=st.lists(evidence, max_size=3).map(tuple),
    last_evidence=st.integers(0, 50),
)


def later(minutes: int) -> datetime:
    """Return a moment after the samples were made."""
    return NOW + timedelta(minutes=minutes)
