"""The answers of the triage, and what follows from them directly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import (
    ALONE,
    CHOICES,
    Act,
    Author,
    Capture,
    Channel,
    Concern,
    Criticism,
    Danger,
    Form,
    ForWhom,
    Home,
    Question,
    Talk,
    Visibility,
)

_IMPLIED: Final[Mapping[Channel, Mapping[Question, str]]] = {
    Channel.YOUTUBE: {Question.VISIBILITY: Visibility.PUBLIC},
    Channel.GOOGLE_REVIEWS: {Question.FORM: Form.TEXT, Question.VISIBILITY: Visibility.PUBLIC},
    Channel.EMAIL_SMS: {Question.VISIBILITY: Visibility.PRIVATE},
}

_TALKABLE: Final = frozenset(
    {Act.INSULT, Act.ACCUSATION, Act.RECORDING, Act.IMPERSONATION, Act.HATE, Act.CRITICISM, Act.OTHER}
)
"""What was done by somebody with whom a talk can be safe. What is not in here is a reason not to talk alone."""

_TALK_RISKS: Final[Mapping[Question, frozenset[str]]] = {
    Question.DANGER: frozenset({Danger.NOW, Danger.UNKNOWN}),
    Question.ACTS: frozenset(Act) - _TALKABLE,
    Question.AUTHOR: frozenset({Author.STRANGER, Author.UNKNOWN}),
    Question.HOME: frozenset({Home.ADDRESS, Home.FAMILY}),
    Question.CONCERNS: frozenset({Concern.POLICE_CASE}),
}

_CARE_FIRST: Final = frozenset({Concern.AUTHOR_SUICIDAL, Concern.CHILD_AT_RISK})
"""Worries that go before any talk about the message itself."""


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """One answer that made something apply."""

    facet: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The answers so far. What was not asked yet is None or empty; "unknown" is an answer of its own."""

    country: Country
    for_whom: ForWhom = ForWhom.SELF
    danger: Danger | None = None
    acts: frozenset[Act] = frozenset()
    channel: Channel | None = None
    form: Form | None = None
    visibility: Visibility | None = None
    author: Author | None = None
    home: frozenset[Home] = frozenset()
    concerns: frozenset[Concern] = frozenset()

    def answer(self, question: Question, values: Iterable[str]) -> Situation:
        """Answer `question` anew; no values at all take the answer back.

        What a channel settles by itself (everyone can see YouTube) is answered along with it, and no longer answered
        when the channel turns out to be another one.

        Raises:
            ValueError: A value is not a choice of this question, or there are several where one can be true.
        """
        choices = CHOICES[question]
        chosen = frozenset(choices.values(value) for value in values)
        if len(chosen) > 1 and not choices.multiple:
            raise ValueError(f"{question} has one answer")
        if len(chosen) > 1:
            chosen = frozenset(value for value in chosen if value not in ALONE) or frozenset(
                {choices.values("unknown")}
            )
        answered: dict[str, Any] = {question.value: chosen if choices.multiple else next(iter(chosen), None)}
        changed = replace(self, **answered)
        if question is Question.CHANNEL:
            for implied, value in self.implied.items():
                if value in self.values(implied):
                    changed = changed.answer(implied, [])
            for implied, value in changed.implied.items():
                changed = changed.answer(implied, [value])
        return changed

    def values(self, facet: str) -> frozenset[str]:
        """Return the answers about `facet` by name; empty when it was not asked yet."""
        if facet == "for":
            return frozenset({self.for_whom.value})
        if facet == "talk":
            return frozenset({(Talk.PREPARED if self.may_talk else Talk.NOT_ALONE).value})
        if facet == "criticism":
            return frozenset({(Criticism.ONLY if self.is_criticism_only else Criticism.NO).value})
        if facet == "capture":
            return frozenset({(Capture.NEVER if Act.INTIMATE_MINOR in self.acts else Capture.ALLOWED).value})
        found = getattr(self, facet)
        if found is None:
            return frozenset()
        return frozenset(str(value) for value in found) if isinstance(found, frozenset) else frozenset({str(found)})

    def matches(self, conditions: Mapping[str, frozenset[str]]) -> bool:
        """Tell whether every condition holds: for each facet at least one of the values."""
        return all(self.values(facet) & wanted for facet, wanted in conditions.items())

    @property
    def implied(self) -> Mapping[Question, str]:
        """What the channel settles without a question."""
        return _IMPLIED.get(self.channel, {}) if self.channel else {}

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions to ask: those that the channel does not settle."""
        return tuple(question for question in Question if question not in self.implied)

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """The questions that have no answer yet, in order."""
        return tuple(question for question in self.questions if not self.values(question))

    @property
    def talk_risks(self) -> tuple[Reason, ...]:
        """The answers because of which nobody should talk alone, in the order of the questions."""
        return self.reasons(_TALK_RISKS)

    @property
    def may_talk(self) -> bool:
        """Whether a talk can be prepared: everything that could speak against it is answered, and nothing does."""
        is_asked = all(self.values(question) for question in _TALK_RISKS)
        return is_asked and not self.talk_risks and not self.concerns & _CARE_FIRST

    @property
    def is_criticism_only(self) -> bool:
        """Whether it is hard words about the work, with no insult, threat, private life or police case in it."""
        return (
            self.acts == {Act.CRITICISM}
            and not self.home & {Home.ADDRESS, Home.FAMILY}
            and self.danger is not Danger.NOW
            and Concern.POLICE_CASE not in self.concerns
        )

    def reasons(self, wanted: Mapping[Question, frozenset[str]]) -> tuple[Reason, ...]:
        """Return the answers among `wanted`, in the order of the questions and of their choices."""
        return tuple(
            Reason(question.value, value)
            for question in Question
            if question in wanted
            for value in map(str, CHOICES[question].values)
            if value in self.values(question) & wanted[question]
        )
