"""How old several records are that stand together: the numbers in a text, or a list of contacts or laws."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.library.blocks import Block, texts
from onlinesafe_tui.library.library import Library, Page
from onlinesafe_tui.library.meta import Aging, ContactMeta, Kind
from onlinesafe_tui.services.views import StepView

_NUMBERS: Final = (
    N_("The numbers here were last looked up on {day}."),
    N_("The numbers here were last looked up between {first} and {last}."),
)
_TEXTS: Final = (
    N_("These texts were last checked on {day}."),
    N_("These texts were last checked between {first} and {last}."),
)


def of_list(pages: Iterable[Page], words: Words, today: date) -> str:
    """Say when the records of a list were looked at, and how many are due for it again; empty when none ages."""
    found = [(page, page.meta) for page in pages if isinstance(page.meta, Aging)]
    said = _NUMBERS if any(isinstance(meta, ContactMeta) for _, meta in found) else _TEXTS
    late = sum(meta.is_overdue(today) for _, meta in found)
    told = _days([meta for _, meta in found], said, words)
    due = words.plural("{n} is due to be checked again.", "{n} are due to be checked again.", late) if late else ""
    return " ".join(filter(None, (told, due)))


def of_numbers(library: Library, blocks: Iterable[Block], words: Words, today: date) -> str:
    """Say when the numbers that stand in a text were looked up, and whose should be looked up again.

    Empty when there are none.
    """
    links = (span.link.partition(":") for text, _ in texts(tuple(blocks)) for span in text)
    ids = dict.fromkeys(id for scheme, _, id in links if scheme == "contact" and library.has(Kind.CONTACT, id))
    pages = [library.page(Kind.CONTACT, id, words.language) for id in ids]
    found = [(page.title, page.meta) for page in pages if isinstance(page.meta, ContactMeta) and page.meta.number]
    late = ", ".join(title for title, meta in found if meta.is_overdue(today))
    due = words(N_("Due to be checked again: {names}."), names=late) if late else ""
    return " ".join(filter(None, (_days([meta for _, meta in found], _NUMBERS, words), due)))


def of_step(library: Library, view: StepView, platform: Iterable[Block], words: Words, today: date) -> str:
    """Say the same of all the numbers that are told at a step; `platform` is what it tells about the platform."""
    advice = (block for each in view.advice for block in each.blocks)
    return of_numbers(library, (*view.call, *view.before, *view.after, *advice, *platform), words, today)


def due_mark(page: Page, words: Words, today: date) -> str:
    """Say in a few words beside a record that it should be checked again; empty when it need not."""
    return due_word(page.meta.review_after if isinstance(page.meta, Aging) else None, words, today)


def due_word(review_after: date | None, words: Words, today: date) -> str:
    """Say in a few words that something should be checked again after a day; empty before, and without a day."""
    return words(N_("due to be checked again")) if review_after and today > review_after else ""


def _days(metas: Iterable[Aging], said: tuple[str, str], words: Words) -> str:
    days = sorted({meta.checked_on for meta in metas})
    if not days:
        return ""
    if len(days) == 1:
        return words(said[0], day=long_day(days[0], words.language))
    return words(said[1], first=long_day(days[0], words.language), last=long_day(days[-1], words.language))
