"""One thing that can be read, in one language, and how a contact is reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.library.blocks import Block, Bullets, Heading, Item, Tasks, Template, shown, walk
from onlinesafe_tui.library.meta import ContactMeta, Kind, Meta, Status
from onlinesafe_tui.library.titles import holding_in

UNCONFIRMED: Final = N_("not confirmed with the organisation itself")


@dataclass(frozen=True, slots=True)
class Page:
    """One thing that can be read, in one language."""

    kind: Kind
    id: str
    title: str
    blocks: tuple[Block, ...]
    meta: Meta

    language: Language
    """The language that it is in: another than was asked for when an organisation wrote only one."""

    is_own: bool
    """Whether the organisation's own folder gave it."""

    @property
    def countries(self) -> frozenset[Country]:
        """Where it holds."""
        return holding_in(self.id, getattr(self.meta, "country", ()))

    def shown(self, situation: Situation | None = None) -> tuple[Block, ...]:
        """Return what fits a situation; without one, only what always holds."""
        return shown(self.blocks, situation)

    def tasks(self, situation: Situation | None) -> tuple[Item, ...]:
        """Return the tasks that fit a situation, in order."""
        return tuple(item for block in self.shown(situation) if isinstance(block, Tasks) for item in block.items)

    def choices(self) -> tuple[Item, ...]:
        """Return the items of its first list: the choices of a question."""
        return next((block.items for block in self.blocks if isinstance(block, Bullets)), ())

    def template(self) -> str:
        """Return the text to copy; empty when it has none."""
        return next((block.text for block in walk(self.blocks) if isinstance(block, Template)), "")


def section(blocks: tuple[Block, ...], id: str) -> tuple[Block, ...]:
    """Return the blocks under the heading with this id, without the heading; empty when there is none."""
    inside: list[Block] = []
    level = 0
    for block in blocks:
        if isinstance(block, Heading) and block.id == id:
            level = block.level
        elif isinstance(block, Heading) and level and block.level <= level:
            break
        elif level:
            inside.append(block)
    return tuple(inside)


def reach(meta: ContactMeta, words: Words) -> str:
    """Say how a contact is reached: its number, or else its web address; empty when it has neither.

    A number that nobody verified is never said; one from secondary sources is said with these words.
    """
    if not meta.number or meta.status is Status.UNVERIFIED:
        return meta.site
    if meta.status is Status.VERIFIED:
        return meta.number
    return ", ".join(filter(None, (meta.number, words(UNCONFIRMED), meta.site)))
