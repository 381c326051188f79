"""Where the links in a text lead: to a page of ours, or to a web address, which is only shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import Block, texts
from onlinesafe_tui.library.library import Library, Page
from onlinesafe_tui.library.meta import Kind

KINDS: Final = {
    "contact": Kind.CONTACT,
    "law": Kind.LAW,
    "platform": Kind.PLATFORM,
    "template": Kind.TEMPLATE,
    "step": Kind.STEP,
    "organisation": Kind.ORGANISATION,
}
"""The kinds of page that a link can lead to, by how links name them."""

_WEB: Final = "https://"


def page_of(target: str) -> tuple[Kind, str] | None:
    """Return the page that a link leads to; None when it leads to none."""
    scheme, _, id = target.partition(":")
    return (KINDS[scheme], id) if scheme in KINDS else None


def leads_on(target: str, library: Library) -> bool:
    """Tell whether a link leads to something that can be shown: a page that is there, or a web address."""
    page = page_of(target)
    return library.has(*page) if page else target.startswith(_WEB)


def pages_linked(library: Library, language: Language, blocks: Iterable[Block]) -> tuple[Page, ...]:
    """Return the pages that a text leads to, each once; a contact is reached by what stands in the text already."""
    targets = (page_of(span.link) for text, _ in texts(tuple(blocks)) for span in text)
    found = dict.fromkeys(page for page in targets if page and page[0] is not Kind.CONTACT and library.has(*page))
    return tuple(library.page(*page, language) for page in found)
