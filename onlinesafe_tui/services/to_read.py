"""What a step offers to read further: the rules and pages that its texts point to, and the organisation's protocol."""

from __future__ import annotations

from typing import Final

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import Block, texts
from onlinesafe_tui.library.library import Library, Page
from onlinesafe_tui.library.meta import Kind

PROTOCOL: Final = "protocol"
"""The id of the organisation's own page that is offered wherever our texts speak of its protocol."""

_BY_PROTOCOL: Final = frozenset({Step.REPORT, Step.DISCUSS, Step.LEGAL, Step.AFTERCARE})
_KINDS: Final = {"law": Kind.LAW, "organisation": Kind.ORGANISATION}
"""The kinds of page that are offered when a text points to them, by how links name them."""


def pages_to_read(library: Library, language: Language, step: Step, blocks: tuple[Block, ...]) -> tuple[Page, ...]:
    """Return the pages, the organisation's protocol first; what cannot be read is not offered.

    Args:
        library: Where the pages are.
        language: The language to read them in.
        step: The step.
        blocks: Everything that is told at the step.
    """
    links = (span.link.partition(":") for text, _ in texts(blocks) for span in text)
    linked = ((_KINDS[scheme], id) for scheme, _, id in links if scheme in _KINDS)
    protocol = [(Kind.ORGANISATION, PROTOCOL)] if step in _BY_PROTOCOL else []
    return tuple(library.page(*found, language) for found in dict.fromkeys((*protocol, *linked)) if library.has(*found))
