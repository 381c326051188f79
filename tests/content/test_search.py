"""What somebody would type is found in the texts that ship."""

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.reference import KINDS, kinds, pages_of
from onlinesafe_tui.services.searching import Results, Searching

LIBRARY = Library(content_folder())


@pytest.fixture(scope="module")
def searching() -> Searching:
    """A search that has read everything."""
    searching = Searching(LIBRARY)
    searching.read()
    return searching


def ids(results: Results) -> list[str]:
    return [f"{hit.kind}/{hit.id}" for hit in results.hits]


@pytest.mark.parametrize(
    ("query", "country", "language", "wanted"),
    [
        ("gevaar", Country.NL, Language.NL, "contacts/emergency"),
        ("danger", Country.BE, Language.EN, "contacts/emergency"),
        ("klacht", Country.BE, Language.NL, "contacts/police-be"),
        ("aangifte", Country.NL, Language.NL, "laws/employer-report-nl"),
        ("schermafbeeling", Country.NL, Language.NL, "steps/screenshot"),
        ("whatsap", Country.NL, Language.NL, "platforms/whatsapp"),
        ("whatsapp melden", Country.NL, Language.NL, "platforms/whatsapp"),
        ("doxxing", Country.NL, Language.NL, "laws/doxing-nl"),
        ("volmacht", Country.NL, Language.NL, "advice/complaint-offence-nl"),
        ("vervloging", Country.NL, Language.NL, "laws/complaint-term-nl"),
        ("zelfmord", Country.BE, Language.NL, "contacts/suicide-be"),
        ("1813", Country.BE, Language.NL, "contacts/suicide-be"),
        ("285d", Country.NL, Language.NL, "laws/doxing-nl"),
        ("privegegevens", Country.NL, Language.NL, "questions/acts"),
        ("clienten", Country.NL, Language.NL, "policy/digital-contact"),
        ("help line", Country.BE, Language.EN, "advice/child-at-risk"),
    ],
)
def test_what_is_meant_is_among_the_first(
    searching: Searching, query: str, country: Country, language: Language, wanted: str
) -> None:
    assert wanted in ids(searching.find(query, language, country))[:8]


@pytest.mark.parametrize(
    ("query", "language"), [("screenshots", Language.NL), ("achterwacht", Language.EN), ("volmacht", Language.EN)]
)
def test_words_of_the_other_language_are_found_and_named(searching: Searching, query: str, language: Language) -> None:
    other = next(each for each in Language if each is not language)
    hits = [hit for hit in searching.find(query, language, Country.NL).hits if hit.language is other]
    for hit in hits:
        assert {Language.NL: "in Dutch", Language.EN: "in het Engels"}[other] in hit.note
        assert hit.title == LIBRARY.page(hit.kind, hit.id, language).title


def test_english_words_are_found_from_dutch(searching: Searching) -> None:
    hits = (
        searching.find("manager bystander", Language.NL, Country.NL).hits
        or searching.find("witness", Language.NL, Country.NL).hits
    )
    assert {hit.language for hit in hits} == {Language.EN}


def test_a_page_stands_there_once(searching: Searching) -> None:
    for query in ("whatsapp", "online", "112", "police"):
        found = ids(searching.find(query, Language.NL, Country.NL))
        assert len(found) == len(set(found))


def test_what_holds_elsewhere_comes_last_and_says_so(searching: Searching) -> None:
    hits = searching.find("klacht", Language.NL, Country.NL).hits
    elsewhere = [hit.is_elsewhere for hit in hits]
    assert elsewhere == sorted(elsewhere)
    assert all("alleen in België" in hit.note for hit in hits if hit.is_elsewhere)
    assert all(hit.is_elsewhere for hit in hits if hit.id.endswith("-be"))


def test_danger_comes_first_in_the_advice() -> None:
    for language in Language:
        assert pages_of(LIBRARY, Kind.ADVICE, language, Country.NL)[0].id == "danger-now"
        assert pages_of(LIBRARY, Kind.STEP, language, Country.NL)[0].id == "safety"


def test_advice_for_the_other_country_is_not_listed() -> None:
    listed = {page.id for page in pages_of(LIBRARY, Kind.ADVICE, Language.NL, Country.NL)}
    assert {"domicile-at-employer-nl", "no-talk"} <= listed
    assert not {id for id in listed if id.endswith("-be")}


def test_everything_that_ships_can_be_looked_up() -> None:
    assert set(KINDS) == set(Kind)
    for kind in kinds(LIBRARY):
        listed = {page.id for country in Country for page in pages_of(LIBRARY, kind, Language.NL, country)}
        assert listed == set(LIBRARY.ids(kind))


def test_every_page_is_found_by_its_name(searching: Searching) -> None:
    for kind in kinds(LIBRARY):
        for page in pages_of(LIBRARY, kind, Language.EN, Country.BE):
            assert f"{kind}/{page.id}" in ids(searching.find(page.title, Language.EN, Country.BE))[:3]
