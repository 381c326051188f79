"""The parts of a report about an incident, each in the words of one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, tzinfo

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.actions import Action, ActionKind, ActionState
from onlinesafe_tui.domain.advice import Advice, advise
from onlinesafe_tui.domain.deadlines import Deadline, deadlines
from onlinesafe_tui.domain.evidence import Evidence, Fact
from onlinesafe_tui.domain.facets import CHOICES, Question
from onlinesafe_tui.domain.incident import Incident, WentBack
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.rules import may_capture
from onlinesafe_tui.domain.situation import Reason
from onlinesafe_tui.exports.shapes import Check, Checks, Lines, Paragraph, Part, Quote, Row, Rows, Subheading
from onlinesafe_tui.labels import ACTION_STATES, DEADLINE_SOURCES, DEADLINES, FACTS, FOR_WHOM, STEPS
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.library.blocks import Block, Bullets, Item, Tasks, plain_text, walk
from onlinesafe_tui.library.library import Library, Page
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.settings import COUNTRIES

_NOT_GIVEN = N_("not given")


class Teller:
    """Tells about one incident in one language."""

    def __init__(
        self, incident: Incident, library: Library, words: Words, *, made: datetime, zone: tzinfo | None
    ) -> None:
        """Create the teller.

        Args:
            incident: What is told about.
            library: Where the texts come from.
            words: The language.
            made: This moment, timezone-aware.
            zone: The time zone in which moments are told; None for the one of the computer.
        """
        self._incident = incident
        self._library = library
        self._words = words
        self._made = made
        self._zone = zone

    def in_short(self) -> tuple[Part, ...]:
        """Say which incident it is, and of when."""
        incident, words = self._incident, self._words
        rows = (
            Row(words(N_("Number")), incident.id),
            Row(words(N_("For whom")), words(FOR_WHOM[incident.situation.for_whom])),
            Row(words(N_("Country")), words(COUNTRIES[incident.situation.country])),
            Row(words(N_("Day on which you learned of it")), self._day(incident.known_on)),
            Row(words(N_("Begun")), self._moment(incident.opened)),
            Row(words(N_("Last changed")), self._moment(incident.changed)),
            *(Row(words(N_("Gone on with an older version")), self._went_back(one)) for one in incident.went_back),
            Row(words(N_("This text was made")), self._moment(self._made)),
            Row(words(N_("You were at")), self.name_of(incident.journey.at)),
        )
        return (Rows(rows),)

    def _went_back(self, one: WentBack) -> str:
        at, to = self._moment(one.at), self._moment(one.to)
        return self._words(N_("on {at}, with that of {to}; what was written in between is missing"), at=at, to=to)

    def situation(self) -> tuple[Part, ...]:
        """Give the answers of the triage in words."""
        return (Rows(tuple(self._answered(question) for question in Question)),)

    def dates(self) -> tuple[Part, ...]:
        """Give the dates that follow, each with where it comes from."""
        rows = tuple(self._date(deadline) for deadline in deadlines(self._incident))
        return (Rows(rows),) if rows else (Paragraph(self._words(N_("None follows from your answers."))),)

    def advice(self) -> tuple[Part, ...]:
        """Give the advice, each with because of what."""
        lines = tuple(self._advice(advice) for advice in advise(self._incident))
        return (Lines(lines),) if lines else (Paragraph(self._words(N_("None follows from your answers."))),)

    def name_of(self, step: Step) -> str:
        """Return the name of a step, with its number when it is one of the five."""
        name = self._words(STEPS[step])
        return name if step.number is None else self._words(N_("Step {number}: {name}"), number=step.number, name=name)

    def step(self, step: Step) -> tuple[Part, ...]:
        """Tell what was done at a step."""
        return tuple(self._step(step))

    def evidence(self) -> tuple[Part, ...]:
        """Give the facts of every captured item; what is unknown and what was not given are told apart."""
        items = self._incident.evidence
        if not items:
            return (Paragraph(self._words(N_("Nothing was written down."))),)
        return tuple(part for item in items for part in self._item(item))

    def _answered(self, question: Question) -> Row:
        given = self._incident.situation.values(question)
        page = self._page(Kind.QUESTION, question)
        answers = [self._answer(page, value) for value in map(str, CHOICES[question].values) if value in given]
        return Row(page.title, ", ".join(answers) or self._words(_NOT_GIVEN))

    def _answer(self, page: Page, value: str) -> str:
        return next((plain_text(item.text) for item in page.choices() if item.id == value), value)

    def _date(self, deadline: Deadline) -> Row:
        words = self._words
        day = self._day(deadline.on)
        if deadline.until:
            day = words(N_("{first} to {last}"), first=day, last=self._day(deadline.until))
        source = words(DEADLINE_SOURCES[deadline.kind], since=self._day(deadline.since))
        told = words(N_("{day} ({source})"), day=day, source=source)
        if (deadline.until or deadline.on) < self._made.astimezone(self._zone).date():
            told = words(N_("{date}; this day is over"), date=told)
        return Row(words(DEADLINES[deadline.kind]), told)

    def _advice(self, advice: Advice) -> str:
        title = self._page(Kind.ADVICE, advice.id).title
        answers = ", ".join(self._reason(reason) for reason in advice.because)
        return self._words(N_("{advice} (because: {answers})"), advice=title, answers=answers) if answers else title

    def _reason(self, reason: Reason) -> str:
        label = self._answer(self._page(Kind.QUESTION, reason.facet), reason.value)
        return label if reason.facet == Question.CHANNEL else label[:1].lower() + label[1:]

    def _step(self, step: Step) -> Iterator[Part]:
        incident, words = self._incident, self._words
        if step in incident.journey.skipped:
            yield Paragraph(words(N_("You skipped this step, for this reason:")))
            yield Quote(incident.journey.skipped[step] or words(_NOT_GIVEN))
        elif step is not incident.journey.at and step not in incident.journey.seen:
            yield Paragraph(words(N_("Not looked at yet.")))
        page = self._page(Kind.STEP, step)
        if tasks := tuple(self._tasks(page, step)):
            yield Checks(tasks)
        if actions := tuple(self._actions(page, step)):
            yield Subheading(words(N_("What happens outside")))
            yield Rows(actions)
        if note := incident.notes.get(step):
            yield Subheading(words(N_("Your note")))
            yield Quote(note)

    def _tasks(self, page: Page, step: Step) -> Iterator[Check]:
        """Give the tasks that fit the situation, then those that were ticked when it was another."""
        incident = self._incident
        fitting = page.tasks(incident.situation) if step is not Step.SCREENSHOT or may_capture(incident) else ()
        texts = {item.id: plain_text(item.text) for item in _tasks(page.blocks)}
        ids = [item.id for item in fitting]
        ids += [id for at, _, id in (task.partition(".") for task in incident.ticked) if at == step and id not in ids]
        for id in ids:
            moment = incident.ticked.get(f"{step}.{id}")
            yield Check(texts.get(id, id), moment is not None, self._moment(moment) if moment else "")

    def _actions(self, page: Page, step: Step) -> Iterator[Row]:
        texts = {item.id: plain_text(item.text) for item in _bullets(page.blocks)}
        fitting = {item.id for item in _bullets(page.shown(self._incident.situation))}
        for kind in ActionKind:
            if kind.step is step and (kind in fitting or kind in self._incident.actions):
                yield self._action(texts.get(kind, kind), self._incident.action(kind))

    def _action(self, text: str, action: Action) -> Row:
        words = self._words
        state = words(ACTION_STATES[action.state])
        if action.on and action.state is not ActionState.TO_DO:
            state = f"{state}, {self._day(action.on)}"
        under = []
        if action.sent_on and action.state is not ActionState.SENT:
            under.append(Row(words(N_("Sent on")), self._day(action.sent_on)))
        if action.reference:
            under.append(Row(words(N_("Reference")), action.reference))
        if action.answer:
            under.append(Row(words(N_("Answer")), action.answer))
        return Row(text, state, tuple(under))

    def _item(self, item: Evidence) -> Iterator[Part]:
        words = self._words
        yield Subheading(words(N_("Item {number}"), number=item.number))
        facts = (Row(words(FACTS[fact]), self._fact(item, fact)) for fact in Fact)
        yield Rows((*facts, Row(words(N_("Written down")), self._moment(item.noted))))

    def _fact(self, item: Evidence, fact: Fact) -> str:
        if fact in item.unknown:
            return self._words(N_("unknown"))
        return item.facts.get(fact) or self._words(_NOT_GIVEN)

    def _page(self, kind: Kind, id: str) -> Page:
        return self._library.page(kind, id, self._words.language)

    def _day(self, day: date) -> str:
        return long_day(day, self._words.language)

    def _moment(self, moment: datetime) -> str:
        """Write a moment with its distance to UTC, because a report may be read elsewhere."""
        local = moment.astimezone(self._zone)
        return f"{self._day(local.date())}, {local:%H:%M} UTC{local.isoformat()[-6:]}"


def _tasks(blocks: Sequence[Block]) -> Iterator[Item]:
    return (item for block in walk(blocks) if isinstance(block, Tasks) for item in block.items)


def _bullets(blocks: Sequence[Block]) -> Iterator[Item]:
    return (item for block in walk(blocks) if isinstance(block, Bullets) for item in block.items)
