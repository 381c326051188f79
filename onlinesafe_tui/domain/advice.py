"""From situation to advice: what an incident calls for, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.rules import RULES, Because, Weight

_PRECEDENCE: Final = tuple(dict.fromkeys((Step.SAFETY, Step.SCREENSHOT, *Step)))
"""The steps by what goes first: talking and reporting can make the evidence vanish."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the situation calls for."""

    id: str
    """The name of its text in the content."""

    weight: Weight

    step: Step
    """The step that it belongs to."""

    because: Because
    """The answers that made it apply."""


def advise(incident: Incident) -> tuple[Advice, ...]:
    """Return what an incident calls for, the weightiest first; then safety, evidence, and the other steps in order."""
    found = [
        Advice(rule.id, rule.weight, rule.step, because)
        for rule in RULES
        if (because := rule.because(incident.situation, incident)) is not None
    ]
    return tuple(sorted(found, key=lambda advice: (advice.weight, _PRECEDENCE.index(advice.step))))


def advice_ids() -> frozenset[str]:
    """Return the id of every advice that a rule can give."""
    return frozenset(rule.id for rule in RULES)
