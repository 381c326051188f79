"""Where someone is in the steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Step(StrEnum):
    """A place on the way: safety, the five steps in the order of their source, and aftercare."""

    SAFETY = "safety"
    TALK = "talk"
    SCREENSHOT = "screenshot"
    REPORT = "report"
    DISCUSS = "discuss"
    LEGAL = "legal"
    AFTERCARE = "aftercare"

    @property
    def number(self) -> int | None:
        """Its number among the five steps, from 1; None for safety and aftercare, which stand around them."""
        return FIVE.index(self) + 1 if self in FIVE else None


ALL_STEPS: Final = tuple(Step)
"""Every place, in the order in which one walks them."""

FIVE: Final = (Step.TALK, Step.SCREENSHOT, Step.REPORT, Step.DISCUSS, Step.LEGAL)
"""The five steps of the source."""

_NONE: Final[Mapping[Step, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """Where someone is, what was looked at and what was skipped. Every move makes a new journey."""

    at: Step = Step.SAFETY
    """The step that is open."""

    seen: frozenset[Step] = frozenset()
    """The steps that were open at any time, without the one that is open now for the first time."""

    skipped: Mapping[Step, str] = field(default_factory=lambda: _NONE)
    """Why a step was skipped, in the person's own words; an empty reason is none given."""

    def go(self, step: Step) -> Journey:
        """Open `step`. Never refused: every step can be looked at, in any order, any number of times."""
        return replace(self, at=step, seen=self.seen | {self.at})

    def back(self) -> Journey:
        """Go one step back; the first step stays where it is."""
        return self._shifted(-1)

    def forward(self) -> Journey:
        """Go one step on; the last step stays where it is."""
        return self._shifted(1)

    def skip(self, step: Step, reason: str) -> Journey:
        """Leave `step` out, with the reason in the person's own words."""
        return replace(self, skipped={**self.skipped, step: reason})

    def resume(self, step: Step) -> Journey:
        """Take `step` up again after skipping it."""
        return replace(self, skipped={key: why for key, why in self.skipped.items() if key is not step})

    @property
    def is_first(self) -> bool:
        """Whether there is no step before this one."""
        return self.at is ALL_STEPS[0]

    @property
    def is_last(self) -> bool:
        """Whether there is no step after this one."""
        return self.at is ALL_STEPS[-1]

    def _shifted(self, by: int) -> Journey:
        index = min(max(ALL_STEPS.index(self.at) + by, 0), len(ALL_STEPS) - 1)
        return self if ALL_STEPS[index] is self.at else self.go(ALL_STEPS[index])
