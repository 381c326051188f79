"""The statements of the policy scan as the content tells them, in one language and for one country."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.policy import Level
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.labels import PLACEHOLDERS
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.library.blocks import Block, Bullets, Heading, Item, plain_text
from onlinesafe_tui.library.library import Library, Page, section
from onlinesafe_tui.library.meta import Kind, PolicyMeta

SCORE_IS_NOT: Final = N_(
    "A score counts answers. It does not say how safe people are, and it is no mark: what stands on paper is not done "
    "by that alone. It cannot be laid beside the score of another organisation."
)
"""What a score is not. It stands with every picture of scores."""

_ORGANISATION: Final = "{organisation}"

_BLANK: Final = PLACEHOLDERS["organisation"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that can be true of an organisation."""

    id: str
    level: Level

    title: str
    """The statement itself, as a sentence without its full stop."""

    about: tuple[Block, ...]
    """What it is about, and why."""

    proof: tuple[Block, ...]
    """How one can tell that it is in place."""

    actions: tuple[Item, ...]
    """What can be done about it, what to begin with first."""

    template: str
    """The text for the policy, with its blanks."""

    page: Page
    """Where it is written, with its age and whose it is."""

    @property
    def first_action(self) -> str:
        """What to begin with; empty when the content says nothing about it."""
        return plain_text(self.actions[0].text) if self.actions else ""

    def text(self, organisation: str) -> str:
        """Return the text for the policy with the name of the organisation, or with a blank when it is empty."""
        return self.template.replace(_ORGANISATION, organisation or f"[{Words(self.page.language)(_BLANK)}]")


class Statements:
    """All statements in one language, those that hold in one country."""

    def __init__(self, library: Library, language: Language, country: Country | None) -> None:
        """Create the list; nothing is read yet.

        Args:
            library: Where the texts come from.
            language: The language of the texts.
            country: Where they have to hold; None when that is not known, for those of both countries.
        """
        self._library = library
        self._language = language
        self._country = country
        self._situation = Situation(country=country or Country.NL)

    @cached_property
    def all(self) -> tuple[Statement, ...]:
        """Every statement: level by level, in the order of the content."""
        levels = list(Level)
        found = []
        for page in self._library.pages(Kind.POLICY, self._language):
            meta = page.meta
            if isinstance(meta, PolicyMeta) and (self._country is None or self._country in meta.country):
                found.append(((levels.index(meta.level), meta.order, page.id), self._statement(page, meta)))
        return tuple(statement for _, statement in sorted(found, key=lambda entry: entry[0]))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all statements, in their order."""
        return tuple(statement.id for statement in self.all)

    def of(self, level: Level) -> tuple[Statement, ...]:
        """Return the statements of a level."""
        return tuple(statement for statement in self.all if statement.level is level)

    def find(self, id: str) -> Statement | None:
        """Return a statement, also one that holds in another country; None when it is not there any more."""
        known = next((statement for statement in self.all if statement.id == id), None)
        if known is not None or id not in self._readable:
            return known
        page = self._library.page(Kind.POLICY, id, self._language)
        return self._statement(page, page.meta) if isinstance(page.meta, PolicyMeta) else None

    def title(self, id: str) -> str:
        """Return the words of a statement, also when it is not there any more."""
        found = self.find(id)
        return found.title if found else Words(self._language)(N_("A statement that is not in this version any more"))

    @cached_property
    def _readable(self) -> frozenset[str]:
        return frozenset(page.id for page in self._library.pages(Kind.POLICY, self._language))

    def _statement(self, page: Page, meta: PolicyMeta) -> Statement:
        blocks = page.shown(self._situation)
        lists = (block for block in section(blocks, "actions") if isinstance(block, Bullets))
        return Statement(
            id=page.id,
            level=meta.level,
            title=page.title.rstrip("."),
            about=_before_headings(blocks),
            proof=section(blocks, "proof"),
            actions=tuple(item for block in lists for item in block.items),
            template=page.template(),
            page=page,
        )


def _before_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    at = next((index for index, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    return blocks[:at]
