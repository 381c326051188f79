"""Finding words and reading everything with prompts."""

from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.plain.reading import _label
from onlinesafe_tui.services.reference import kinds
from onlinesafe_tui.settings import Settings
from tests.library.writing import contact, write
from tests.plain.laptop import Laptop
from tests.plain.person import Person, Reply, pick

SEARCH: tuple[Reply, ...] = (pick("Look up"), pick("Search in all texts"))


def test_words_are_found_and_the_page_opens(laptop: Laptop) -> None:
    person = Person([*SEARCH, "whatsap report", pick("WhatsApp"), ""]).walk(laptop.workspace())
    assert "WhatsApp (Platform)" in person.text
    assert "Report:" in person.text
    assert "Keep the whole chat" in person.text


def test_it_says_that_it_reads_once_and_searches_again(laptop: Laptop) -> None:
    laptop._library = Library(content_folder())
    person = Person([*SEARCH, "qqqqqqqq", "doxxing", "b", "volmacht", "b", "b"]).walk(laptop.workspace())
    assert person.text.count("Reading all texts…") == 1
    assert "Nothing is found. Try a shorter word, or another one." in person.text
    assert "Doxing in the Netherlands (Rule or law)" in person.text
    assert "in Dutch" in person.since("volmacht")


def test_the_letters_work_at_the_prompt_and_enter_goes_back(laptop: Laptop) -> None:
    person = Person([*SEARCH, "h", "", pick("Search in all texts"), "b", pick("Whom can I call?")])
    person.walk(laptop.workspace())
    assert "Words to look for (b back, h help):" in " ".join(person.prompts)
    assert "Emergency number" in person.text


def test_a_text_that_was_found_can_be_copied(laptop: Laptop) -> None:
    title = laptop._library.page(Kind.TEMPLATE, "message-to-manager", Language.EN).title
    Person([*SEARCH, title, pick(title), pick("Copy this text")]).walk(laptop.workspace())
    assert laptop.copied


def test_every_kind_can_be_listed_and_read(laptop: Laptop) -> None:
    library = laptop._library
    for kind in kinds(library):
        if kind is not Kind.CONTACT:
            words = laptop.workspace().words
            person = Person([pick("Look up"), pick(words(_label(kind))), "1"]).walk(laptop.workspace())
            assert "There is no" not in person.text
            assert len(person.told) > 20


def test_all_of_a_page_can_be_read_without_an_incident(laptop: Laptop) -> None:
    title = laptop._library.page(Kind.ADVICE, "no-talk", Language.EN).title
    person = Person([pick("Look up"), pick("Advice"), pick(title), "1", ""]).walk(laptop.workspace())
    before, after = person.text.split("parts are for other situations.", 1)
    assert "Only with" not in before
    assert "Only with ‘Blackmail or extortion’:" in after


def test_what_was_found_is_read_also_when_it_is_for_another_situation(laptop: Laptop) -> None:
    title = laptop._library.page(Kind.ADVICE, "no-talk", Language.EN).title
    person = Person([*SEARCH, "makes demands answer ask for more", pick(title), ""]).walk(laptop.workspace())
    assert "Only with ‘Blackmail or extortion’: Somebody who makes demands" in person.text


def test_danger_comes_first_in_the_advice(laptop: Laptop) -> None:
    title = laptop._library.page(Kind.ADVICE, "danger-now", Language.EN).title
    person = Person([pick("Look up"), pick("Advice"), "1", ""]).walk(laptop.workspace())
    assert f"1. {title}" in person.text


def test_pages_of_the_organisation_are_found(tmp_path: Path) -> None:
    own = write(tmp_path / "own", {"contacts/manager.md": contact(nl="Onze achterwacht.")})
    settings = Settings(language=Language.NL, country=Country.NL)
    laptop = Laptop(tmp_path, Library(content_folder(), own), settings)
    person = Person([pick("Opzoeken"), pick("Zoek in alle teksten"), "achterwacht"]).walk(laptop.workspace())
    assert "Van je organisatie" in person.text


@pytest.mark.parametrize("typed", ["\x1b[31mx" * 100, "x" * 10_000, "{n} {title}", "[b]", "%s"])
def test_no_words_are_too_strange(laptop: Laptop, typed: str) -> None:
    person = Person([*SEARCH, typed, "b"]).walk(laptop.workspace())
    assert "\x1b" not in "".join(person.told)
