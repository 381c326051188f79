"""What a step offers to copy: the texts that it names, and those that what it tells points to."""

from __future__ import annotations

from typing import Final

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import Block, texts
from onlinesafe_tui.library.library import Library, Page
from onlinesafe_tui.library.meta import Kind, StepMeta, TemplateMeta

_ASKING: Final = frozenset({Step.TALK, Step.REPORT})
"""The steps that name texts to have something taken down."""


def texts_to_copy(
    library: Library, language: Language, page: Page, situation: Situation, blocks: tuple[Block, ...]
) -> tuple[Page, ...]:
    """Return the texts that fit, those that the step names first.

    Args:
        library: Where the texts are.
        language: The language to read them in.
        page: The step.
        situation: What was answered.
        blocks: Everything that is told at the step.
    """
    named = page.meta.templates if isinstance(page.meta, StepMeta) and _may_ask(page, situation) else ()
    links = (span.link.partition(":") for text, _ in texts(blocks) for span in text)
    linked = (id for scheme, _, id in links if scheme == "template")
    ids = (id for id in dict.fromkeys((*named, *linked)) if library.has(Kind.TEMPLATE, id))
    pages = (library.page(Kind.TEMPLATE, id, language) for id in ids)
    return tuple(page for page in pages if _fits(page, situation))


def _may_ask(page: Page, situation: Situation) -> bool:
    """Tell whether the texts of a step can be sent: not to have criticism removed, nor to whom one avoids."""
    if page.id in _ASKING and situation.is_criticism_only:
        return False
    return page.id != Step.TALK or situation.may_talk


def _fits(page: Page, situation: Situation) -> bool:
    """Tell whether a text can be used where the person works, and by whoever writes it."""
    writers = page.meta.writers if isinstance(page.meta, TemplateMeta) else ()
    return situation.country in page.countries and (not writers or situation.for_whom in writers)
