"""Everything recorded about one event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from onlinesafe_tui.domain.actions import Action, ActionKind
from onlinesafe_tui.domain.evidence import Evidence
from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.domain.journey import Journey, Step
from onlinesafe_tui.domain.situation import Situation

_EMPTY: Final[Mapping[Any, Any]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class WentBack:
    """That an older version was gone on with, because the last one was not there or did not open any more."""

    at: datetime
    """When that was, timezone-aware, in UTC."""

    to: datetime
    """When the version was last changed with which one went on, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Everything recorded about one event. Changes make a new incident."""

    id: str
    """Sixteen random hexadecimal digits; says nothing about the event."""

    opened: datetime
    """When it was started, timezone-aware, in UTC."""

    changed: datetime
    """When it was last changed, timezone-aware, in UTC."""

    situation: Situation

    known_on: date
    """The local day on which the one it happened to learned of it; the legal time limit counts from it."""

    journey: Journey = field(default_factory=Journey)

    ticked: Mapping[str, datetime] = field(default_factory=lambda: _EMPTY)
    """The tasks that are ticked, by their permanent id `step.task`, with the moment, in UTC."""

    notes: Mapping[Step, str] = field(default_factory=lambda: _EMPTY)
    """What the person wrote at a step; a step without a note is missing."""

    actions: Mapping[ActionKind, Action] = field(default_factory=lambda: _EMPTY)
    """What happens outside; an action that nobody touched is missing."""

    evidence: tuple[Evidence, ...] = ()
    """What was captured, in the order of its numbers."""

    last_evidence: int = 0
    """The highest number ever given to an item, so that a removed one's number is not given again."""

    went_back: tuple[WentBack, ...] = ()
    """The times that an older version was gone on with, the first one first; what was written in between is missing."""

    def answer(self, question: Question, values: Iterable[str]) -> Incident:
        """Answer a question of the triage."""
        return replace(self, situation=self.situation.answer(question, values))

    def tick(self, task: str, at: datetime) -> Incident:
        """Tick a task at a moment in UTC, or take the tick away when it has one."""
        ticked = dict(self.ticked)
        if ticked.pop(task, None) is None:
            ticked[task] = at
        return replace(self, ticked=ticked)

    def note(self, step: Step, text: str) -> Incident:
        """Write the note of a step; an empty one removes it."""
        notes = {**self.notes, step: text}
        return replace(self, notes={key: value for key, value in notes.items() if value})

    def act(self, action: Action) -> Incident:
        """Record how far an action got."""
        return replace(self, actions={**self.actions, action.kind: action})

    def action(self, kind: ActionKind) -> Action:
        """Return the action of this kind; a new one, still to do, when nobody touched it."""
        return self.actions.get(kind) or Action(kind=kind)

    def new_evidence(self, at: datetime) -> Evidence:
        """Return an empty item with the next number; it is part of the incident once it is kept."""
        return Evidence(number=self.last_evidence + 1, noted=at)

    def keep(self, item: Evidence) -> Incident:
        """Keep an item: a new one is added, one with a known number replaced."""
        others = [known for known in self.evidence if known.number != item.number]
        evidence = tuple(sorted((*others, item), key=lambda known: known.number))
        return replace(self, evidence=evidence, last_evidence=max(self.last_evidence, item.number))

    def drop(self, number: int) -> Incident:
        """Remove the item with this number."""
        return replace(self, evidence=tuple(item for item in self.evidence if item.number != number))

    def go_on_from(self, at: datetime) -> Incident:
        """Note that at this moment in UTC one goes on with this version, which is not the last one."""
        return replace(self, went_back=(*self.went_back, WentBack(at, self.changed)))

    def go(self, journey: Journey) -> Incident:
        """Move to another place in the steps."""
        return replace(self, journey=journey)

    @property
    def is_captured(self) -> bool:
        """Whether anything was captured: an item with at least one fact, or a whole screen ticked."""
        return any(item.facts for item in self.evidence) or WHOLE_SCREEN in self.ticked


WHOLE_SCREEN: Final = "screenshot.whole-screen"
"""The task by which someone says that the message itself is captured."""
