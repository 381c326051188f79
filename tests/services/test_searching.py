"""What a search shows: where, what stands there, and what one must know before opening it."""

from pathlib import Path
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.search_views import excerpt
from onlinesafe_tui.services.searching import MOST, Searching, fitting
from tests.library.test_search import FILES
from tests.library.writing import contact, write


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A few pages."""
    return Library(write(tmp_path / "shipped", FILES))


@pytest.fixture
def searching(library: Library) -> Searching:
    """A search that has read them."""
    searching = Searching(library)
    searching.read()
    return searching


def marked(text: str, *words: str) -> str:
    return "".join(f"[{piece.text}]" if piece.is_found else piece.text for piece in excerpt(text, frozenset(words)))


def test_a_hit_says_where_and_marks_the_words(searching: Searching) -> None:
    (hit,) = searching.find("cafe", Language.NL, Country.NL).hits
    assert (hit.title, hit.where) == ("WhatsApp", "Melden")
    assert "".join(f"[{piece.text}]" if piece.is_found else piece.text for piece in hit.excerpt) == (
        "Kies melden in de chat. Zo kom je op een [café]."
    )


def test_a_long_line_is_cut_around_the_word() -> None:
    text = f"{'voor ' * 40}het woord {'na ' * 40}"
    said = marked(text, "woord")
    assert said.startswith("… voor")
    assert "het [woord] na" in said
    assert said.endswith("na …")
    assert len(said) < 80


def test_a_short_line_stays_whole() -> None:
    assert marked("Bel\n de  cliëntenlijn.", "clientenlijn") == "Bel de [cliëntenlijn]."
    assert marked("Niets hier.", "woord") == "Niets hier."


@given(st.text(max_size=300), st.sets(st.text(max_size=5), max_size=3))
def test_any_line_can_be_cut(text: str, words: set[str]) -> None:
    pieces = list(excerpt(text, frozenset(words)))
    assert sum(len(piece.text) for piece in pieces) <= 80
    assert "\n" not in "".join(piece.text for piece in pieces)


def test_who_can_be_called_is_shown_with_the_number(searching: Searching) -> None:
    (hit,) = searching.find("clientenlijn", Language.NL, Country.NL).hits
    assert hit.reached == "0900-8844"


def test_what_was_found_in_the_other_language_is_opened_in_ones_own(searching: Searching) -> None:
    hit = next(hit for hit in searching.find("gone", Language.NL, Country.NL).hits)
    assert (hit.title, hit.language, hit.note) == ("WhatsApp", Language.EN, "in het Engels")
    assert (hit.place.section, hit.place.line) == (2, 0)


def test_a_part_for_another_situation_is_told_apart(searching: Searching) -> None:
    (hit,) = [hit for hit in searching.find("neer", Language.NL, Country.BE).hits if hit.id == "youtube"]
    assert hit.place.is_conditional


def test_names_are_found_before_the_texts_are_read(library: Library) -> None:
    searching = Searching(library)
    results = searching.find("whatsap", Language.NL, Country.NL)
    assert not results.is_complete
    assert [hit.id for hit in results.hits] == ["whatsapp"]
    assert not searching.find("cafe", Language.NL, Country.NL).hits


def test_reading_goes_on_beside_and_says_when_it_is_done(library: Library) -> None:
    searching, done, again = Searching(library), Event(), Event()
    searching.prepare(done.set)
    searching.prepare(again.set)
    assert done.wait(10)
    assert again.wait(10)
    assert searching.is_ready
    assert searching.find("cafe", Language.NL, Country.NL).is_complete


def test_another_folder_of_the_organisation_is_read_anew(tmp_path: Path, library: Library) -> None:
    searching = Searching(library)
    searching.read()
    assert not searching.find("achterwacht", Language.NL, Country.NL).hits
    library.lay_over(write(tmp_path / "own", {"contacts/manager.md": contact(nl="Onze achterwacht.")}))
    assert not searching.is_ready
    searching.read()
    (hit,) = searching.find("achterwacht", Language.NL, Country.NL).hits
    assert (hit.kind, hit.id, hit.note) == (Kind.CONTACT, "manager", "Van je organisatie")


def test_a_page_in_one_language_is_found_from_the_other(tmp_path: Path, library: Library) -> None:
    one = "---\n---\n# Onze regels {lang=nl}\nBij ons belt de achterwacht.\n"
    library.lay_over(write(tmp_path / "own", {"organisation/rules.md": one}))
    searching = Searching(library)
    searching.read()
    (hit,) = searching.find("achterwacht", Language.EN, Country.NL).hits
    assert hit.title == "Onze regels"
    assert "in Dutch" in hit.note


def test_so_much_is_shown_and_the_rest_is_counted() -> None:
    searching = Searching(Library(content_folder()))
    searching.read()
    results = searching.find("e", Language.NL, Country.NL)
    assert len(results.hits) == MOST
    assert results.more > 0


def test_names_of_actions_are_found_by_all_their_words() -> None:
    names = ["Hulp", "Naar het eerste scherm", "Bewaar", "Stoppen"]
    assert fitting(names, "scherm eer") == (1,)
    assert fitting(names, "stopen") == (3,)
    assert fitting(names, "nergens") == ()
    assert fitting(names, "") == ()


@pytest.mark.parametrize(
    "query", ["\x1b[31m" * 2000, "x" * 10_000, "a " * 5000, "[/b]", "\ud800", "🙂", "é" * 300, "-'-"]
)
def test_no_query_is_too_strange(searching: Searching, query: str) -> None:
    searching.find(query, Language.NL, Country.NL)
