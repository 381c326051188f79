"""What is shown with a page that ages: how to reach it, where it holds, and when it was checked."""

from __future__ import annotations

from datetime import date

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.labels import COUNTRIES
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.library.library import Page, reach
from onlinesafe_tui.library.meta import Aging, ContactMeta, LawMeta, Status
from onlinesafe_tui.plain.render import Lines, wrapped
from onlinesafe_tui.services.guide import FROM_ORGANISATION


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
        lines.extend(wrapped(", ".join((*(words(COUNTRIES[country]) for country in meta.country), *meta.articles))))
    return lines


def below(page: Page, words: Words, language: Language, today: date) -> Lines:
    """Return what is read after the text: when it was checked, whether it should be again, and whose it is."""
    origin = wrapped(words(FROM_ORGANISATION)) if page.is_own else []
    return [*(_age(page.meta, words, language, today) if isinstance(page.meta, Aging) else []), *origin]


def _age(meta: Aging, words: Words, language: Language, today: date) -> Lines:
    day = long_day(meta.checked_on, language)
    message = N_("Checked on {day}.") if meta.status is Status.VERIFIED else N_("Not confirmed; looked at on {day}.")
    lines = wrapped(words(message, day=day))
    if meta.is_overdue(today):
        due = long_day(meta.review_after, language)
        said = N_("It should have been checked again before {day}: it may have changed.")
        lines.extend(wrapped(words(said, day=due)))
    return lines
