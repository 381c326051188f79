"""How old a text is, in words: when it was checked and with what, and whether somebody should look at it again."""

from __future__ import annotations

from datetime import date
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.library.library import Page
from onlinesafe_tui.library.meta import Aging, Status
from onlinesafe_tui.services.guide import FROM_ORGANISATION

_CHECKED: Final = {
    Status.VERIFIED: N_("Checked on {day}."),
    Status.SECONDARY: N_("Looked up on {day}, in part from older or other people's sources."),
    Status.UNVERIFIED: N_("Not confirmed; last looked at on {day}."),
}


def when_checked(meta: Aging, words: Words, today: date) -> str:
    """Say when a text was checked and how sure it is; also that it should be checked again, from the day after."""
    said = [words(_CHECKED[meta.status], day=long_day(meta.checked_on, words.language))]
    if meta.is_overdue(today):
        said.append(words(N_("This is due to be checked again: mind that it may have changed.")))
    return " ".join(said)


def with_source(meta: Aging, words: Words, today: date) -> str:
    """Say when a text was checked, and with what."""
    return f"{when_checked(meta, words, today)} {words(N_('Source: {source}'), source=meta.source_in(words.language))}"


def of_menus(meta: Aging, words: Words, today: date) -> str:
    """Say when the menus of a platform were looked at; they change more often than anything else."""
    return f"{when_checked(meta, words, today)} {words(N_('Menus may be called otherwise by now.'))}"


def age(page: Page, words: Words, today: date) -> str:
    """Say how old a page is and whether it is an organisation's; empty when it does not age."""
    if not isinstance(page.meta, Aging):
        return ""
    said = with_source(page.meta, words, today)
    return " · ".join(filter(None, (said, words(FROM_ORGANISATION) if page.is_own else "")))
