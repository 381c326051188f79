"""What can be looked up: every kind of content, and the pages of each in the order in which they help."""

from __future__ import annotations

from typing import Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.domain.journey import ALL_STEPS
from onlinesafe_tui.domain.policy import Level
from onlinesafe_tui.domain.rules import RULES
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.library.library import Library, Page
from onlinesafe_tui.library.meta import ContactMeta, Kind, PolicyMeta

KINDS: Final = {
    Kind.CONTACT: N_("Who to call"),
    Kind.ORGANISATION: N_("From your organisation"),
    Kind.STEP: N_("The steps after an incident"),
    Kind.ADVICE: N_("Advice"),
    Kind.PLATFORM: N_("Platforms"),
    Kind.LAW: N_("Rules and laws"),
    Kind.TEMPLATE: N_("Texts to copy"),
    Kind.QUESTION: N_("Questions, and why they are asked"),
    Kind.PREVENTION: N_("Prevention"),
    Kind.AGREEMENT: N_("Agreements with clients"),
    Kind.MEETING: N_("Formats for a team meeting"),
    Kind.POLICY: N_("Policy of the organisation"),
    Kind.ABOUT: N_("About this program"),
}
"""What can be looked up, in the order in which it is offered."""

ONE: Final = {
    Kind.CONTACT: N_("Contact"),
    Kind.STEP: N_("Step"),
    Kind.ADVICE: N_("Advice"),
    Kind.PLATFORM: N_("Platform"),
    Kind.LAW: N_("Rule or law"),
    Kind.TEMPLATE: N_("Text to copy"),
    Kind.QUESTION: N_("Question"),
    Kind.PREVENTION: N_("Prevention"),
    Kind.AGREEMENT: N_("Agreement"),
    Kind.MEETING: N_("Team meeting"),
    Kind.POLICY: N_("Policy"),
    Kind.ORGANISATION: N_("Organisation"),
    Kind.ABOUT: N_("Program"),
}
"""What one page of each kind is called."""

_RULES: Final = [rule.id for rule in sorted(RULES, key=lambda rule: rule.weight)]
_LEVELS: Final = list(Level)


def kinds(library: Library) -> tuple[Kind, ...]:
    """Return the kinds of which there is a page."""
    return tuple(kind for kind in KINDS if library.ids(kind))


def pages_of(library: Library, kind: Kind, language: Language, country: Country | None) -> tuple[Page, ...]:
    """Return the pages of a kind that hold in a country, the most needed first: what speaks of danger before advice."""
    found = [page for page in library.pages(kind, language) if country is None or country in page.countries]
    return tuple(sorted(found, key=_place))


def _place(page: Page) -> tuple[int, int, str]:
    match page.kind:
        case Kind.STEP:
            order = list[str](ALL_STEPS)
        case Kind.QUESTION:
            order = list[str](Question)
        case Kind.ADVICE:
            order = _RULES
        case _:
            level = _LEVELS.index(page.meta.level) if isinstance(page.meta, PolicyMeta) else 0
            title = page.title if isinstance(page.meta, ContactMeta) else page.id
            return level, getattr(page.meta, "order", 0), title
    return 0, order.index(page.id) if page.id in order else len(order), page.id
