"""How old a text is, said the same way in every face."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library, Page
from onlinesafe_tui.library.meta import Aging, InLanguages, Kind, Status
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.plain.records import above, below
from onlinesafe_tui.services.ages import age, of_menus, when_checked, with_source
from tests.library.writing import page, write

WORDS = Words(Language.EN)
DUE = "This is due to be checked again: mind that it may have changed."
LIBRARY = Library(content_folder())
RECORDS = [
    page
    for kind in (Kind.PLATFORM, Kind.LAW, Kind.CONTACT, Kind.PREVENTION, Kind.POLICY)
    for page in LIBRARY.pages(kind, Language.EN)
]


def record(status: Status = Status.VERIFIED) -> Aging:
    return Aging(
        status=status, source="politie.nl, 2026", checked_on=date(2026, 11, 22), review_after=date(2027, 5, 22)
    )


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.VERIFIED, "Checked on 22 November 2026."),
        (Status.SECONDARY, "Looked up on 22 November 2026, in part from older or other people's sources."),
        (Status.UNVERIFIED, "Not confirmed; last looked at on 22 November 2026."),
    ],
)
def test_it_says_when_and_how_sure(status: Status, said: str) -> None:
    today = date(2026, 12, 1)
    assert when_checked(record(status), WORDS, today) == said
    assert with_source(record(status), WORDS, today) == f"{said} Source: politie.nl, 2026"
    assert of_menus(record(status), WORDS, today) == f"{said} Menus may be called otherwise by now."


@pytest.mark.parametrize(("today", "is_due"), [(date(2027, 5, 22), False), (date(2027, 5, 23), True)])
def test_it_says_from_the_day_after_that_it_is_due(today: date, is_due: bool) -> None:
    for tell in (when_checked, with_source, of_menus):
        assert (DUE in tell(record(), WORDS, today)) is is_due


@pytest.mark.parametrize("page", RECORDS, ids=lambda page: f"{page.kind}/{page.id}")
def test_every_record_that_ships_tells_its_age_and_its_source(page: Page) -> None:
    assert isinstance(page.meta, Aging)
    told = " ".join(below(page, WORDS, date(2026, 11, 25)))
    assert f"{page.meta.checked_on.day} November 2026" in told
    assert DUE not in told
    assert page.meta.source_in(Language.EN) in told.replace("\n", " ")
    assert DUE in " ".join(below(page, WORDS, date(2028, 1, 1)))


def test_the_source_is_told_in_the_words_of_the_language() -> None:
    said = InLanguages(nl="een openbare lijst", en="a public list")
    today = date(2026, 12, 1)
    meta = replace(record(), source=said)
    assert with_source(meta, WORDS, today).endswith(" Source: a public list")
    assert with_source(meta, Words(Language.NL), today).endswith(" Bron: een openbare lijst")
    only = replace(record(), source=InLanguages(nl="onze organisatie"))
    assert with_source(only, WORDS, today).endswith(" Source: onze organisatie")


def test_no_source_that_ships_says_the_same_thing_in_two_languages_at_once() -> None:
    metas = [each.meta for each in RECORDS]
    told = {meta.source_in(language) for meta in metas if isinstance(meta, Aging) for language in Language}
    assert not [source for source in told if " / " in source]


def test_what_does_not_age_tells_only_whose_it_is(tmp_path: Path) -> None:
    library = Library(content_folder(), write(tmp_path, {"templates/own.md": page(*["```template\nx\n```"] * 2)}))
    own = library.page(Kind.TEMPLATE, "own", Language.NL)
    assert below(own, WORDS, date(2028, 1, 1)) == ["From your organisation"]
    assert age(own, WORDS, date(2028, 1, 1)) == ""
    assert below(library.page(Kind.TEMPLATE, "review-reply", Language.NL), WORDS, date(2028, 1, 1)) == []


def test_a_law_says_the_numbers_it_had_before() -> None:
    told = " ".join(above(LIBRARY.page(Kind.LAW, "voyeurism-be", Language.EN), WORDS))
    assert "135 Sw." in told
    assert "417/8 Sw." in told
