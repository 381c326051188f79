"""How old several records are that stand together."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.blocks import Block, plain_text, texts
from onlinesafe_tui.library.library import Library, section
from onlinesafe_tui.library.meta import Aging, ContactMeta, Kind
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.guide import Guide
from onlinesafe_tui.services.many_ages import due_mark, due_word, of_list, of_numbers, of_step
from tests.library.writing import AGING, page, write
from tests.tui.situations import THREAT_ON_YOUTUBE, told

WORDS = Words(Language.EN)
LIBRARY = Library(content_folder())
NUMBER = re.compile(r"\((?:\d[\d -]+\d)[,)]")
TODAY = date(2026, 12, 1)
LATER = date(2027, 3, 1)


def of_days(folder: Path, *days: str) -> Library:
    """Make a library whose organisation has a contact that was checked on each of these days."""
    fronts = {
        f"contacts/c{number}.md": page(front=f'{AGING.replace("2026-11-22", day)}\ncountry: [nl]\nnumber: "0{number}"')
        for number, day in enumerate(days)
    }
    links = " ".join(f"[C](contact:c{number})" for number in range(len(days)))
    return Library(
        content_folder(), write(folder, {**fronts, "laws/a.md": page(links, links, f"{AGING}\ncountry: [nl]")})
    )


def test_numbers_in_a_text_say_the_day_they_were_looked_up(tmp_path: Path) -> None:
    library = of_days(tmp_path, "2026-11-22", "2026-11-22")
    law = library.page(Kind.LAW, "a", Language.EN)
    assert of_numbers(library, law.blocks, WORDS, TODAY) == "The numbers here were last looked up on 22 November 2026."


def test_numbers_of_several_days_say_the_first_and_the_last(tmp_path: Path) -> None:
    library = of_days(tmp_path, "2026-11-22", "2026-10-01", "2026-11-01")
    law = library.page(Kind.LAW, "a", Language.EN)
    told = of_numbers(library, law.blocks, WORDS, TODAY)
    assert told == "The numbers here were last looked up between 1 October 2026 and 22 November 2026."


@pytest.mark.parametrize(("today", "is_due"), [(date(2027, 2, 22), False), (date(2027, 2, 23), True)])
def test_a_number_that_is_due_is_named_from_the_day_after(today: date, is_due: bool) -> None:
    page = LIBRARY.page(Kind.ADVICE, "child-at-risk", Language.EN)
    told = of_numbers(LIBRARY, page.blocks, WORDS, today)
    assert ("Due to be checked again: Veilig Thuis." in told) is is_due


def test_a_text_without_a_number_says_nothing() -> None:
    assert of_numbers(LIBRARY, LIBRARY.page(Kind.ADVICE, "talk-prepared", Language.EN).blocks, WORDS, LATER) == ""
    # A place to turn to that has no number tells its age on its own page.
    assert of_numbers(LIBRARY, LIBRARY.page(Kind.LAW, "psychosocial-be", Language.EN).blocks, WORDS, LATER) == ""


@pytest.mark.parametrize("country", Country)
@pytest.mark.parametrize("step", Step)
def test_every_step_that_tells_a_number_tells_how_old_it_is(step: Step, country: Country) -> None:
    incident = told(THREAT_ON_YOUTUBE, step, country=country)
    view = Guide(LIBRARY, Language.EN).step(incident, step, TODAY)
    platform = _platform(incident) if view.platform else ()
    said = of_step(LIBRARY, view, platform, WORDS, TODAY)
    blocks = (*view.call, *view.before, *view.after, *(block for each in view.advice for block in each.blocks))
    is_there = any(NUMBER.search(plain_text(text)) for text, _ in texts((*blocks, *platform)))
    assert said == ("The numbers here were last looked up on 22 November 2026." if is_there else "")


def _platform(incident: Incident) -> tuple[Block, ...]:
    page = LIBRARY.page(Kind.PLATFORM, "youtube", Language.EN)
    return section(page.shown(incident.situation), "report")


def test_a_list_says_when_it_was_checked_and_counts_what_is_due() -> None:
    contacts = LIBRARY.contacts(Country.BE, Language.EN)
    metas = [page.meta for page in contacts if isinstance(page.meta, ContactMeta)]
    late = sum(meta.is_overdue(LATER) for meta in metas)
    assert of_list(contacts, WORDS, TODAY) == "The numbers here were last looked up on 22 November 2026."
    assert of_list(contacts, WORDS, LATER).endswith(f"{late} are due to be checked again.")
    assert of_list(LIBRARY.pages(Kind.LAW, Language.EN), WORDS, TODAY).startswith("These texts were last checked")
    assert of_list(LIBRARY.pages(Kind.ADVICE, Language.EN), WORDS, LATER) == ""


def test_beside_a_record_it_says_in_a_few_words_that_it_is_due() -> None:
    caw, help = LIBRARY.page(Kind.CONTACT, "caw", Language.EN), LIBRARY.page(Kind.ABOUT, "help", Language.EN)
    assert isinstance(caw.meta, Aging)
    assert due_mark(caw, WORDS, caw.meta.review_after) == ""
    assert due_mark(caw, WORDS, LATER) == "due to be checked again"
    assert due_mark(help, WORDS, LATER) == due_word(None, WORDS, LATER) == ""
