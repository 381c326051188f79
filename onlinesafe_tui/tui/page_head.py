"""What stands above the text of a page: its title, how a contact is reached, the articles of a law."""

from __future__ import annotations

from textual.content import Content

from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.library.library import Page, reach
from onlinesafe_tui.library.meta import ContactMeta, LawMeta
from onlinesafe_tui.services.page_links import site_of
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.links import leading


def head_lines(page: Page, words: Words, width: int) -> Lines:
    """Draw the head of a page, with a blank line under it."""
    lines = titled(page.title, width)
    if isinstance(page.meta, ContactMeta):
        lines.extend(_contact(page.meta, words, width))
    if isinstance(page.meta, LawMeta) and page.meta.articles:
        articles = ", ".join(page.meta.articles)
        if page.meta.articles_before:
            before = ", ".join(page.meta.articles_before)
            articles = words(N_("{articles} (before: {before})"), articles=articles, before=before)
        lines.extend(wrapped(Content.styled(articles, "bold"), width))
    return [*lines, BLANK]


def has_site(page: Page) -> bool:
    """Tell whether a web address stands in the head of a page, which leads on as a link does."""
    return isinstance(page.meta, ContactMeta) and bool(page.meta.site)


def _contact(meta: ContactMeta, words: Words, width: int) -> Lines:
    said = reach(meta, words)
    text = " · ".join(filter(None, (said, meta.site if meta.site not in said else "")))
    reached = Content.styled(text, "bold")
    if meta.site:
        start = text.index(meta.site)
        reached = reached.stylize(leading(site_of(meta)), start, start + len(meta.site))
    lines = wrapped(reached, width)
    if meta.no_emergency:
        lines.extend(wrapped(Content.styled(words(N_("Not an emergency number.")), "$warning"), width))
    return lines
