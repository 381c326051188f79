"""What can be answered: each question asks about one facet.

The facets and their values are the words in which content says when a part of a page is shown (`::: when
channel=youtube`), so a value once shipped keeps its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from onlinesafe_tui.domain.country import Country


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


class Criticism(StrEnum):
    """Whether it is nothing but hard words about the work; it follows from the other answers."""

    ONLY = "only"
    NO = "no"


class Capture(StrEnum):
    """Whether anything may be captured: never when a minor may be seen sexually. It follows from the other answers."""

    ALLOWED = "allowed"
    NEVER = "never"


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
    "criticism": Criticism,
    "capture": Capture,
}
"""Every facet by the name that content uses, with its values."""
