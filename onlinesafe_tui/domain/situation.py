"""The answers of the triage, and what follows from them directly.

Each question asks about one facet. The facets and their values are the words in which content says when a part of a
page is shown (`::: when channel=youtube`), so a value once shipped keeps its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final


class Country(StrEnum):
    """Where the professional works; police, law and help lines follow from it."""

    NL = "nl"
    BE = "be"


class ForWhom(StrEnum):
    """Whose incident it is."""

    SELF = "self"
    COLLEAGUE = "colleague"
    TEAM = "team"


class Danger(StrEnum):
    """Whether somebody is in danger at this moment."""

    NOW = "now"
    NO = "no"
    UNKNOWN = "unknown"


class Act(StrEnum):
    """What was done. Several can be true at once."""

    INSULT = "insult"
    ACCUSATION = "accusation"
    THREAT = "threat"
    PERSONAL_DATA = "personal-data"
    STALKING = "stalking"
    RECORDING = "recording"
    IMPERSONATION = "impersonation"
    OBITUARY = "obituary"
    EXTORTION = "extortion"
    HATE = "hate"
    INTIMATE_ADULT = "intimate-adult"
    INTIMATE_MINOR = "intimate-minor"
    CRITICISM = "criticism"
    OTHER = "other"
    UNKNOWN = "unknown"


class Channel(StrEnum):
    """Where it happened."""

    WHATSAPP = "whatsapp"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    YOUTUBE = "youtube"
    LINKEDIN = "linkedin"
    TIKTOK = "tiktok"
    X = "x"
    SNAPCHAT = "snapchat"
    TELEGRAM = "telegram"
    GOOGLE_REVIEWS = "google-reviews"
    DISCORD = "discord"
    SIGNAL = "signal"
    EMAIL_SMS = "email-sms"
    OTHER = "other"
    UNKNOWN = "unknown"


class Form(StrEnum):
    """What it consists of."""

    TEXT = "text"
    IMAGE = "image"
    VIDEO = "video"
    STORY = "story"
    UNKNOWN = "unknown"


class Visibility(StrEnum):
    """Who can see it."""

    PUBLIC = "public"
    GROUP = "group"
    PRIVATE = "private"
    UNKNOWN = "unknown"


class Author(StrEnum):
    """Who made or posted it, as far as known."""

    CLIENT_ADULT = "client-adult"
    CLIENT_MINOR = "client-minor"
    PARENT = "parent"
    ACQUAINTANCE = "acquaintance"
    STRANGER = "stranger"
    UNKNOWN = "unknown"


class Home(StrEnum):
    """What of the private life is in it. Several can be true at once."""

    ADDRESS = "address"
    FAMILY = "family"
    NO = "no"
    UNKNOWN = "unknown"


class Concern(StrEnum):
    """What else matters. Several can be true at once."""

    FORWARDED = "forwarded"
    AUTHOR_SUICIDAL = "author-suicidal"
    CHILD_AT_RISK = "child-at-risk"
    POLICE_CASE = "police-case"
    NO = "no"
    UNKNOWN = "unknown"


class Talk(StrEnum):
    """Whether a conversation is for the person alone; it follows from the other answers."""

    PREPARED = "prepared"
    NOT_ALONE = "not-alone"


class Question(StrEnum):
    """The questions of the triage, in the order in which they are asked: danger first."""

    DANGER = "danger"
    ACTS = "acts"
    CHANNEL = "channel"
    FORM = "form"
    VISIBILITY = "visibility"
    AUTHOR = "author"
    HOME = "home"
    CONCERNS = "concerns"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a question can be answered with."""

    values: type[StrEnum]
    """The values, in the order in which they are offered."""

    multiple: bool = False
    """Whether several answers can be true at once."""


CHOICES: Final[Mapping[Question, Choices]] = {
    Question.DANGER: Choices(Danger),
    Question.ACTS: Choices(Act, multiple=True),
    Question.CHANNEL: Choices(Channel),
    Question.FORM: Choices(Form),
    Question.VISIBILITY: Choices(Visibility),
    Question.AUTHOR: Choices(Author),
    Question.HOME: Choices(Home, multiple=True),
    Question.CONCERNS: Choices(Concern, multiple=True),
}

ALONE: Final = frozenset({"no", "unknown"})
"""Values that exclude every other answer to the same question."""

FACETS: Final[Mapping[str, type[StrEnum]]] = {
    "country": Country,
    "for": ForWhom,
    **{question.value: choices.values for question, choices in CHOICES.items()},
    "talk": Talk,
}
"""Every facet by the name that content uses, with its values."""

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
