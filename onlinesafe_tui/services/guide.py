"""Makes views of an incident: the rail, one step at a time, and what to do now.

Both faces draw these views; neither decides anything by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from onlinesafe_tui.dates import long_day, short_day
from onlinesafe_tui.domain.actions import Action, ActionKind, ActionState
from onlinesafe_tui.domain.advice import Advice, advise
from onlinesafe_tui.domain.deadlines import Deadline, deadlines
from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import ALL_STEPS, Step
from onlinesafe_tui.domain.rules import Weight, may_capture
from onlinesafe_tui.domain.situation import Reason
from onlinesafe_tui.labels import ACTION_STATES, DEADLINE_SOURCES, DEADLINES, STEPS
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.library.blocks import Block, Bullets, Heading, Item, Tasks, plain_text
from onlinesafe_tui.library.library import Library, Page, section
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.to_copy import texts_to_copy
from onlinesafe_tui.services.to_read import pages_to_read
from onlinesafe_tui.services.views import (
    ActionView,
    AdviceView,
    DeadlineView,
    Now,
    Progress,
    RailEntry,
    StepView,
    TaskView,
)

FROM_ORGANISATION: Final = N_("From your organisation")
"""What is said of a page that is the organisation's own, an English message to translate."""

_LIVES: Final = frozenset({"worry-about-author", "child-at-risk"})
"""The advice by which somebody may be saved: it goes before evidence."""

_POLICE_FIRST: Final = "report.police-first"
"""The task by which somebody says that the police know of a sexual image of a minor."""

_PLATFORM_STEPS: Final = frozenset({Step.SCREENSHOT, Step.REPORT})


class Guide:
    """Makes views of an incident in one language."""

    def __init__(self, library: Library, language: Language) -> None:
        """Create the guide.

        Args:
            library: Where the texts come from.
            language: The language of the views.
        """
        self._library = library
        self._language = language
        self._words = Words(language)

    def step(self, incident: Incident, step: Step, today: date) -> StepView:
        """Show one step of an incident."""
        page = self._library.page(Kind.STEP, step, self._language)
        blocks = page.shown(incident.situation)
        call, before, after = _parts(blocks)
        is_blocked = step is Step.SCREENSHOT and not may_capture(incident)
        advice = tuple(self._advice(found, incident) for found in advise(incident) if _belongs(found, step))
        told = (*blocks, *(block for view in advice for block in view.blocks))
        return StepView(
            step=step,
            title=page.title,
            advice=advice,
            call=call,
            before=before,
            tasks_title=_heading(blocks, "tasks"),
            tasks=() if is_blocked else self._tasks(page, incident, step),
            actions_title=_heading(blocks, "actions"),
            actions=tuple(self._actions(blocks, incident)),
            after=() if is_blocked else after,
            templates=texts_to_copy(self._library, self._language, page, incident.situation, told),
            platform=self.platform(incident) if step in _PLATFORM_STEPS and not is_blocked else None,
            rules=pages_to_read(self._library, self._language, step, told),
            deadlines=tuple(view for view in self.dates(incident, today) if view.deadline.kind.step is step),
            note=incident.notes.get(step, ""),
            skipped=incident.journey.skipped.get(step),
            may_capture=step is Step.SCREENSHOT and not is_blocked,
            origin=self.origin(page),
        )

    def rail(self, incident: Incident) -> tuple[RailEntry, ...]:
        """Show how far every step is."""
        warned = {advice.step for advice in advise(incident) if advice.weight <= Weight.FIRST}
        return tuple(self._rail_entry(incident, step, step in warned) for step in ALL_STEPS)

    def now(self, incident: Incident, today: date) -> Now:
        """Say the one thing to do now: safety, then capturing, then the first open task of this step or a later one."""
        at = ALL_STEPS.index(incident.journey.at)
        if urgent := next((advice for advice in advise(incident) if _is_urgent(advice, incident)), None):
            title = self._library.page(Kind.ADVICE, urgent.id, self._language).title
            return Now(title, urgent.step, is_danger=urgent.weight is Weight.DANGER)
        for step in (*ALL_STEPS[at:], *ALL_STEPS[:at]):
            if step not in incident.journey.skipped and (task := self._first_open(incident, step)):
                return Now(plain_text(task.text), step)
        return self._what_is_due(incident, today)

    def dates(self, incident: Incident, today: date) -> tuple[DeadlineView, ...]:
        """Show every date of an incident, the nearest first."""
        return tuple(self._date(deadline, today) for deadline in deadlines(incident))

    def name(self, acts: Iterable[str], channel: str | None, known_on: date) -> str:
        """Name an incident by what was done, where, and the day: `Bedreiging · YouTube · 22 november 2026`."""
        order = [item.id for item in self._choices(Question.ACTS)]
        done = sorted(
            (act for act in acts if act != "unknown"), key=lambda act: order.index(act) if act in order else 99
        )
        parts = [self.answer(Reason("acts", act)) for act in done[:1]]
        if channel and channel != "unknown":
            parts.append(self.answer(Reason("channel", channel)))
        if not parts:
            parts.append(self._words(N_("Incident")))
        return " · ".join((*parts, long_day(known_on, self._language)))

    def answer(self, reason: Reason) -> str:
        """Return the words of one answer; its id when this version does not know it."""
        if reason.facet not in list(Question):
            return reason.value
        items = {item.id: item for item in self._choices(Question(reason.facet))}
        return plain_text(items[reason.value].text) if reason.value in items else reason.value

    def origin(self, page: Page) -> str:
        """Say that the organisation wrote a page; empty when it is ours."""
        return self._words(FROM_ORGANISATION) if page.is_own else ""

    @property
    def organisation(self) -> str:
        """The name of the organisation; empty when it does not say."""
        return self._library.organisation().name

    def platform(self, incident: Incident) -> Page | None:
        """Return the page of the platform on which it happened; None when there is none."""
        channel = incident.situation.channel
        if channel is None or not self._library.has(Kind.PLATFORM, channel):
            return None
        return self._library.page(Kind.PLATFORM, channel, self._language)

    def _in_sentence(self, reason: Reason) -> str:
        """Return the words of an answer as they stand inside a sentence; the name of a channel keeps its capital."""
        label = self.answer(reason)
        return label if reason.facet == Question.CHANNEL else in_sentence(label)

    def _choices(self, question: Question) -> tuple[Item, ...]:
        return self._library.page(Kind.QUESTION, question, self._language).choices()

    def _advice(self, advice: Advice, incident: Incident) -> AdviceView:
        page = self._library.page(Kind.ADVICE, advice.id, self._language)
        answers = ", ".join(self._in_sentence(reason) for reason in advice.because)
        because = self._words(N_("Because: {answers}"), answers=answers) if answers else ""
        return AdviceView(
            advice.id,
            advice.weight,
            page.title,
            page.shown(incident.situation),
            because,
            advice.step,
            self.origin(page),
        )

    def _tasks(self, page: Page, incident: Incident, step: Step) -> tuple[TaskView, ...]:
        return tuple(
            TaskView(id, item.text, item.more, id in incident.ticked)
            for item in page.tasks(incident.situation)
            for id in (f"{step}.{item.id}",)
        )

    def _actions(self, blocks: tuple[Block, ...], incident: Incident) -> Iterable[ActionView]:
        for block in section(blocks, "actions"):
            for item in block.items if isinstance(block, Bullets) else ():
                action = incident.action(ActionKind(item.id))
                yield ActionView(action.kind, item.text, self._state(action), action)

    def _state(self, action: Action) -> str:
        said = [self._words(ACTION_STATES[action.state])]
        if action.on and action.state is not ActionState.TO_DO:
            said[0] = f"{said[0]} {short_day(action.on, self._language)}"
        if action.reference:
            said.append(action.reference)
        return ", ".join(said)

    def _rail_entry(self, incident: Incident, step: Step, is_warned: bool) -> RailEntry:
        words = self._words
        page = self._library.page(Kind.STEP, step, self._language)
        tasks = self._tasks(page, incident, step) if may_capture(incident) or step is not Step.SCREENSHOT else ()
        ticked = sum(task.is_ticked for task in tasks)
        if step in incident.journey.skipped:
            progress, word = Progress.SKIPPED, words(N_("skipped"))
        elif ticked and ticked == len(tasks):
            progress, word = Progress.TICKED, words(N_("all ticked"))
        elif ticked:
            progress, word = Progress.BUSY, f"{ticked}/{len(tasks)}"
        elif step in incident.journey.seen:
            progress, word = Progress.READ, words(N_("read"))
        else:
            progress, word = Progress.TO_DO, words(N_("to do"))
        if step is Step.TALK and progress in (Progress.TO_DO, Progress.READ) and incident.situation.talk_risks:
            word = words(N_("not alone"))
        is_open = step is incident.journey.at
        return RailEntry(step, words(STEPS[step]), progress, word, is_open, is_warned)

    def _first_open(self, incident: Incident, step: Step) -> TaskView | None:
        if step is Step.SCREENSHOT and not may_capture(incident):
            return None
        tasks = self._tasks(self._library.page(Kind.STEP, step, self._language), incident, step)
        return next((task for task in tasks if not task.is_ticked), None)

    def _what_is_due(self, incident: Incident, today: date) -> Now:
        for view in self.dates(incident, today):
            if not view.is_past:
                text = self._words(N_("Everything is ticked. Next: {title}, {day}."), title=view.title, day=view.day)
                return Now(text, view.deadline.kind.step)
        return Now(self._words(N_("Everything is ticked. You can come back at any time.")), Step.AFTERCARE)

    def _date(self, deadline: Deadline, today: date) -> DeadlineView:
        words, language = self._words, self._language
        day = long_day(deadline.on, language)
        if deadline.until:
            day = words(
                N_("{first} to {last}"), first=short_day(deadline.on, language), last=long_day(deadline.until, language)
            )
        source = words(DEADLINE_SOURCES[deadline.kind], since=long_day(deadline.since, language))
        is_past = (deadline.until or deadline.on) < today
        return DeadlineView(deadline, words(DEADLINES[deadline.kind]), day, source, is_past)


def _belongs(advice: Advice, step: Step) -> bool:
    """Tell whether an advice is shown at a step: its own, and what comes first also at safety."""
    return advice.step is step or (step is Step.SAFETY and advice.weight <= Weight.FIRST)


def _is_urgent(advice: Advice, incident: Incident) -> bool:
    """Tell whether an advice comes before every task, from where the person is: safety, then evidence."""
    at = incident.journey.at
    is_beginning = at is Step.SAFETY and at not in incident.journey.seen
    return (
        advice.weight is Weight.DANGER
        or (advice.id in _LIVES and is_beginning)
        or (advice.id == "capture-first" and at is not Step.SCREENSHOT)
        or (advice.id == "never-capture-minor-intimate" and _POLICE_FIRST not in incident.ticked)
    )


def _heading(blocks: tuple[Block, ...], id: str) -> str:
    return next((plain_text(block.text) for block in blocks if isinstance(block, Heading) and block.id == id), "")


def _parts(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...], tuple[Block, ...]]:
    """Split a step: whom to call, what is read before its tasks and actions, and what is read after them."""
    parts: dict[str, list[Block]] = {"call": [], "before": [], "after": []}
    place, special = "before", ""
    for block in blocks:
        if isinstance(block, Heading):
            special = block.id if block.id in ("call", "tasks", "actions") else ""
            place = "after" if special in ("tasks", "actions") else place
        is_list = isinstance(block, Tasks) or (special == "actions" and isinstance(block, Bullets | Heading))
        if not is_list and not (special == "tasks" and isinstance(block, Heading)):
            parts["call" if special == "call" else place].append(block)
    return tuple(parts["call"]), tuple(parts["before"]), tuple(parts["after"])


def in_sentence(label: str) -> str:
    """Begin a label with a small letter; the English word "I" keeps its own."""
    return label if label[:2] in ("I ", "I'") else label[:1].lower() + label[1:]
