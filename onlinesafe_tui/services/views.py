"""What an incident looks like to the person in it: the shapes that both faces draw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onlinesafe_tui.domain.actions import Action, ActionKind
from onlinesafe_tui.domain.deadlines import Deadline
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.rules import Weight
from onlinesafe_tui.library.blocks import Block, Text
from onlinesafe_tui.library.library import Page


class Progress(StrEnum):
    """How far a step is. Nothing here says that anything happened outside the program."""

    TO_DO = "to-do"
    READ = "read"
    BUSY = "busy"
    TICKED = "ticked"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One step on the rail."""

    step: Step
    label: str
    progress: Progress

    word: str
    """How far it is, in words."""

    is_open: bool
    """Whether it is the step that is shown."""

    is_warned: bool
    """Whether something about this step must be known first: not alone, capture first."""


@dataclass(frozen=True, slots=True)
class AdviceView:
    """An advice, ready to be read."""

    id: str
    weight: Weight
    title: str
    blocks: tuple[Block, ...]

    because: str
    """Because of which answers it applies, as one line; empty when it applies to everybody."""

    step: Step

    origin: str = ""
    """Who wrote it, in words; empty when it is ours."""


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task, ready to be ticked."""

    id: str
    """Its permanent id, `step.task`."""

    text: Text
    more: Text
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class ActionView:
    """Something that happens outside, ready to be recorded."""

    kind: ActionKind
    text: Text
    state: str
    """How far it is, in words, with the day and the reference when there are any."""

    action: Action


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """A date to keep in sight, in words."""

    deadline: Deadline
    title: str
    day: str
    source: str

    is_past: bool
    """Whether its last day is over."""


@dataclass(frozen=True, slots=True)
class StepView:
    """One step, ready to be shown."""

    step: Step
    title: str
    advice: tuple[AdviceView, ...]

    call: tuple[Block, ...]
    """Whom to call, with its heading; empty at most steps. It comes before everything."""

    before: tuple[Block, ...]
    """What is read before the tasks, the heading of the tasks left out."""

    tasks_title: str
    tasks: tuple[TaskView, ...]
    actions_title: str
    actions: tuple[ActionView, ...]

    after: tuple[Block, ...]
    """What is read after the tasks and actions."""

    templates: tuple[Page, ...]
    platform: Page | None
    """The page of the platform, at the steps where it matters."""

    rules: tuple[Page, ...]
    """The rules and laws, and the organisation's own pages, that the texts of this step point to."""

    deadlines: tuple[DeadlineView, ...]
    note: str
    skipped: str | None
    """Why the step was skipped; None when it was not."""

    may_capture: bool
    """Whether items may be described here; only the screenshot step has them."""

    origin: str = ""
    """Who wrote the text of the step, in words; empty when it is ours."""


@dataclass(frozen=True, slots=True)
class Now:
    """The one thing to do now."""

    text: str
    step: Step
    """Where it is done."""

    is_danger: bool = False
