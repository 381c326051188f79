"""The front matter of each kind of content: what is the same in every language."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

import msgspec

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import ForWhom
from onlinesafe_tui.domain.policy import Level
from onlinesafe_tui.domain.prevention import Topic
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.kinds import Kind as Kind  # noqa: PLC0414  (most look for it here)
from onlinesafe_tui.library.kinds import Status as Status  # noqa: PLC0414  (and for this)

Purpose = Literal[
    "emergency", "police", "suicide", "victims", "online", "discrimination", "children", "privacy", "work", "anyone"
]

MeetingForm = Literal["check-in", "case", "dilemma"]
"""What a format for a team meeting is built around."""


class Meta(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every file can say about itself."""

    covers: tuple[str, ...] = ()
    """The source points that the whole file covers."""

    retired: tuple[str, ...] = ()
    """Ids that were used once and never will be again."""


class StepMeta(Meta, frozen=True, kw_only=True):
    """The front matter of a step."""

    templates: tuple[str, ...] = ()
    """The ids of the texts that are offered at this step."""


class TemplateMeta(Meta, frozen=True, kw_only=True):
    """The front matter of a text to copy."""

    writers: tuple[ForWhom, ...] = msgspec.field(default=(), name="for")
    """Who can send it as it stands, by whose incident it is; empty for everybody."""

    country: tuple[Country, ...] = ()
    """Where it can be used; empty when its name says that, and for everywhere."""


class InLanguages(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A few words in each language; one is enough for an organisation that writes in one."""

    nl: str = ""
    en: str = ""

    def said(self, language: Language) -> str:
        """Return the words in a language, or in the other one when it has none."""
        return {Language.NL: self.nl, Language.EN: self.en}[language] or self.nl or self.en


class Aging(Meta, frozen=True, kw_only=True):
    """The front matter of what can become untrue."""

    status: Status
    source: str | InLanguages
    """What it was checked with: the same words in every language, or words for each."""

    checked_on: date
    review_after: date

    def source_in(self, language: Language) -> str:
        """Return what it was checked with, in the words of a language."""
        return self.source if isinstance(self.source, str) else self.source.said(language)

    def is_overdue(self, today: date) -> bool:
        """Tell whether somebody should have looked at it again."""
        return today > self.review_after


class ContactMeta(Aging, frozen=True, kw_only=True):
    """The front matter of a contact."""

    country: tuple[Country, ...]
    number: str = ""
    site: str = ""
    """The web address without its scheme; empty when there is none."""

    danger: bool = False
    """Whether it stands on the danger bar."""

    no_emergency: bool = False
    order: int = 100
    purposes: tuple[Purpose, ...] = msgspec.field(default=(), name="for")


class LawMeta(Aging, frozen=True, kw_only=True):
    """The front matter of a law."""

    country: tuple[Country, ...]
    articles: tuple[str, ...] = ()
    articles_before: tuple[str, ...] = ()
    valid_from: date | None = None


class PreventionMeta(Aging, frozen=True, kw_only=True):
    """The front matter of one thing to look at in a prevention round."""

    topic: Topic
    order: int
    """Its place in the round, smallest first."""

    minute: bool = False
    """Whether it belongs to the one-minute version of the round."""

    country: tuple[Country, ...] = tuple(Country)
    """Where it holds."""


class AgreementMeta(Meta, frozen=True, kw_only=True):
    """The front matter of one point to agree on."""

    order: int
    """Its place on the sheet, smallest first."""

    always: bool = False
    """Whether a new sheet begins with it."""

    country: tuple[Country, ...] = tuple(Country)
    """Where it holds."""


class MeetingMeta(Meta, frozen=True, kw_only=True):
    """The front matter of a short format for a team meeting."""

    form: MeetingForm
    minutes: int
    """How long it takes."""

    order: int = 100


class PolicyMeta(Aging, frozen=True, kw_only=True):
    """The front matter of one statement of the policy scan."""

    level: Level
    order: int
    """Its place within its level, smallest first."""

    country: tuple[Country, ...] = tuple(Country)
    """Where it holds."""


class OrganisationMeta(Meta, frozen=True, kw_only=True):
    """The front matter of what an organisation says about itself."""

    name: str = ""
    """As it stands on the first screen and on paper; empty when it does not say."""

    logo: str = ""
    """The name of a picture in the same folder; empty when there is none."""

    seal_to: str = ""
    """The public age key of the organisation, which a person can choose to seal incidents to; empty for none."""


class PointsMeta(Meta, frozen=True, kw_only=True):
    """The front matter of the list of source points."""

    points: tuple[str, ...]


METAS: Final[dict[Kind, type[Meta]]] = {
    Kind.STEP: StepMeta,
    Kind.QUESTION: Meta,
    Kind.ADVICE: Meta,
    Kind.PLATFORM: Aging,
    Kind.CONTACT: ContactMeta,
    Kind.LAW: LawMeta,
    Kind.TEMPLATE: TemplateMeta,
    Kind.PREVENTION: PreventionMeta,
    Kind.AGREEMENT: AgreementMeta,
    Kind.MEETING: MeetingMeta,
    Kind.POLICY: PolicyMeta,
    Kind.ABOUT: Meta,
    Kind.ORGANISATION: Meta,
}
"""The front matter that each kind has."""

EXAMPLES: Final = {
    "covers": "[T-talk, T-report]",
    "retired": "[old-id]",
    "templates": "[report-text]",
    "points": "[T-talk, T-report]",
    "status": "verified | secondary | unverified",
    "source": '"politie.nl, 2026"',
    "checked_on": "2026-11-22",
    "review_after": "2027-05-22",
    "valid_from": "2024-01-01",
    "country": "[nl, be]",
    "number": '"0900-8844"',
    "site": "politie.nl",
    "danger": "true",
    "no_emergency": "true",
    "order": "10",
    "for": "[police, victims]",
    "articles": '["285 Sr"]',
    "articles_before": '["240b Sr"]',
    "name": '"De Brug"',
    "logo": "logo.png",
    "seal_to": "age1…",
    "topic": "traces | accounts | photos | sports | registration | work",
    "minute": "true",
    "always": "true",
    "form": "check-in | case | dilemma",
    "minutes": "10",
    "level": "quality | prevention | reaction",
}
"""What can be written at each key, for who wrote something else."""
