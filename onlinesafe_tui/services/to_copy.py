"""What a step offers to copy: the texts that it names, and those that what it tells points to."""

from __future__ import annotations

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import Block, texts
from onlinesafe_tui.library.library import Library, Page
from onlinesafe_tui.library.meta import Kind, StepMeta, TemplateMeta


def texts_to_copy(
    library: Library, language: Language, page: Page, situation: Situation, blocks: tuple[Block, ...]
) -> tuple[Page, ...]:
    """Return the texts that fit, those that the step names first.

    The step of talking names texts to whoever posted it. They are left out when nobody should talk, and when it is only
    criticism: then there is nothing to ask.

    Args:
        library: Where the texts are.
        language: The language to read them in.
        page: The step.
        situation: What was answered.
        blocks: Everything that is told at the step.
    """
    is_quiet = page.id == Step.TALK and (not situation.may_talk or situation.is_criticism_only)
    named = page.meta.templates if isinstance(page.meta, StepMeta) and not is_quiet else ()
    links = (span.link.partition(":") for text, _ in texts(blocks) for span in text)
    linked = (id for scheme, _, id in links if scheme == "template")
    ids = (id for id in dict.fromkeys((*named, *linked)) if library.has(Kind.TEMPLATE, id))
    pages = (library.page(Kind.TEMPLATE, id, language) for id in ids)
    return tuple(page for page in pages if _fits(page, situation))


def _fits(page: Page, situation: Situation) -> bool:
    """Tell whether a text can be used where the person works, and by whoever writes it."""
    writers = page.meta.writers if isinstance(page.meta, TemplateMeta) else ()
    return situation.country in page.countries and (not writers or situation.for_whom in writers)
