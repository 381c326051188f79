"""Where the links in a text lead: to a page of ours, or to a web address, which is shown in full first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import Block, texts
from onlinesafe_tui.library.kinds import LINKED
from onlinesafe_tui.library.library import Library, Page
from onlinesafe_tui.library.meta import ContactMeta, Kind

_WEB: Final = "https://"


def page_of(target: str) -> tuple[Kind, str] | None:
    """Return the page that a link leads to; None when it leads to none."""
    scheme, _, id = target.partition(":")
    return (LINKED[scheme], id) if scheme in LINKED else None


def leads_on(target: str, library: Library) -> bool:
    """Tell whether a link leads to something that can be shown: a page that is there, or a web address."""
    page = page_of(target)
    return library.has(*page) if page else target.startswith(_WEB)


def addresses_linked(page: Page, blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the web addresses that a page leads to, each once: the site of a contact, and those in its text."""
    site = [site_of(page.meta)] if isinstance(page.meta, ContactMeta) and page.meta.site else []
    targets = (span.link for text, _ in texts(tuple(blocks)) for span in text)
    return tuple(dict.fromkeys((*site, *(target for target in targets if target.startswith(_WEB)))))


def site_of(meta: ContactMeta) -> str:
    """Return where the site of a contact is, which stands in its file without the beginning."""
    return f"{_WEB}{meta.site}"


def pages_linked(library: Library, language: Language, blocks: Iterable[Block]) -> tuple[Page, ...]:
    """Return the pages that a text leads to, each once; a contact is reached by what stands in the text already."""
    targets = (page_of(span.link) for text, _ in texts(tuple(blocks)) for span in text)
    found = dict.fromkeys(page for page in targets if page and page[0] is not Kind.CONTACT and library.has(*page))
    return tuple(library.page(*page, language) for page in found)
