"""What is shown with a page that ages: how to reach it, where it holds, and when it was checked."""

from __future__ import annotations

from datetime import date

from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.library.library import Page, reach
from onlinesafe_tui.library.meta import Aging, ContactMeta, LawMeta
from onlinesafe_tui.plain.render import Lines, wrapped
from onlinesafe_tui.services.ages import with_source
from onlinesafe_tui.services.guide import FROM_ORGANISATION
from onlinesafe_tui.settings import COUNTRIES


def above(page: Page, words: Words) -> Lines:
    """Return what is read before the text: the number to call, the articles of a law."""
    meta = page.meta
    lines: Lines = []
    if isinstance(meta, ContactMeta):
        if reached := reach(meta, words):
            lines.extend(wrapped(reached))
        if meta.site and meta.site != reached and meta.site not in reached:
            lines.extend(wrapped(meta.site))
        if meta.no_emergency:
            lines.extend(wrapped(words(N_("Not an emergency number."))))
    if isinstance(meta, LawMeta):
        said = ", ".join((*(words(COUNTRIES[country]) for country in meta.country), *meta.articles))
        if meta.articles_before:
            said = words(N_("{articles} (before: {before})"), articles=said, before=", ".join(meta.articles_before))
        lines.extend(wrapped(said))
    return lines


def below(page: Page, words: Words, today: date) -> Lines:
    """Return what is read after the text: when it was checked and with what, and whose it is."""
    aged = wrapped(with_source(page.meta, words, today)) if isinstance(page.meta, Aging) else []
    return [*aged, *origin(page, words)]


def origin(page: Page, words: Words) -> Lines:
    """Say that the organisation wrote a page; nothing when it is ours."""
    return wrapped(words(FROM_ORGANISATION)) if page.is_own else []
