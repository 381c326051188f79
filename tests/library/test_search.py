"""Words are found in pages whatever their accents, capitals and hyphens, and with a typo."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.library.search.folding import folded, query_parts, query_words, words_in
from onlinesafe_tui.library.search.index import Found, Index, Tier
from onlinesafe_tui.library.search.lines import entry_of, name_of
from onlinesafe_tui.library.search.vocabulary import Vocabulary
from tests.library.writing import AGING, contact, write

FILES = {
    "platforms/whatsapp.md": f"""\
---
{AGING}
---
# WhatsApp {{lang=nl}}
Voor een bericht in een groep.

## Melden {{#report}}
Kies melden in de chat. Zo kom je op een café.

## Wat er gebeurt {{#mind}}
Dan verdwijnt de foto.

# WhatsApp {{lang=en}}
For a message in a group.

## Report {{#report}}
Choose report in the chat.

## What happens {{#mind}}
Then the photo is gone.
""",
    "platforms/youtube.md": f"""\
---
{AGING}
---
# YouTube {{lang=nl}}
Maak een schermafbeelding van de e-mail. Melden kan later.

::: when country=be
Leg klacht neer bij de politie.
:::

# YouTube {{lang=en}}
Take a screenshot of the e-mail.

::: when country=be
File a complaint.
:::
""",
    "contacts/police-nl.md": contact(
        'number: "0900-8844"\ndanger: true', nl="Reçu: bel de cliëntenlijn over aangifte."
    ),
    "contacts/police-be.md": contact(country="[be]", nl="Voor een klacht over doxing."),
    "advice/no-talk.md": "---\n---\n# Melden is beter dan nu met iemand praten {lang=nl}\nTekst.\n\n"
    "# Reporting is better than talking to anybody {lang=en}\nText.\n",
}


def index_of(folder: Path, language: Language = Language.NL) -> Index:
    library = Library(write(folder, FILES))
    kinds = (Kind.CONTACT, Kind.ADVICE, Kind.PLATFORM)
    return Index([entry_of(page) for kind in kinds for page in library.pages(kind, language)])


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """A few pages in Dutch."""
    return index_of(tmp_path_factory.mktemp("content"))


def found(index: Index, query: str, country: Country | None = Country.NL) -> list[Found]:
    return index.find(query_words(query), country)


def ids(index: Index, query: str, country: Country | None = Country.NL) -> list[str]:
    return [each.entry.id for each in found(index, query, country)]


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("café", "whatsapp"),
        ("cafe", "whatsapp"),
        ("CAFÉ", "whatsapp"),
        ("cafe\u0301", "whatsapp"),
        ("recu", "police-nl"),
        ("reçu", "police-nl"),
        ("email", "youtube"),
        ("e-mail", "youtube"),
        ("mail", "youtube"),
        ("09008844", "police-nl"),
        ("0900-8844", "police-nl"),
        ("client", "police-nl"),
    ],
)
def test_accents_capitals_and_hyphens_do_not_matter(index: Index, query: str, id: str) -> None:
    assert ids(index, query) == [id]


@pytest.mark.parametrize("text", ["ijsvrij", "ĳsvrĳ", "IJSVRIJ", "ĲSVRĲ"])
def test_the_letter_ij_is_two_letters(text: str) -> None:
    assert folded(text) == "ijsvrij"


@pytest.mark.parametrize(
    "query",
    [
        "schermafbeeling",
        "schermafbelding",
        "schermfabeelding",
        "schermafbeeldingg",
        "xchermafbeelding",
        "schermxfbeelxing",
    ],
)
def test_a_typo_is_forgiven(index: Index, query: str) -> None:
    assert ids(index, query) == ["youtube"]


@pytest.mark.parametrize("query", ["xatf", "zzcafe", "xchexmafbexlding", "abc"])
def test_more_than_that_is_not(index: Index, query: str) -> None:
    assert ids(index, query) == []


def test_a_word_that_changed_two_letters_is_one_typo() -> None:
    words = Vocabulary(["politie"])
    assert words.near("poiltie", 1) == (0,)
    assert words.near("poilite", 1) == ()


@pytest.mark.parametrize(
    ("typed", "is_meant"), [("pol", False), ("poxi", False), ("poxitie", True), ("poxixie", False)]
)
def test_how_many_letters_may_be_wrong_depends_on_how_many_there_are(typed: str, is_meant: bool) -> None:
    assert bool(Vocabulary(["politie"]).near(typed, 1)) is is_meant


def test_a_typo_does_not_take_the_place_of_the_word_itself(index: Index) -> None:
    assert ids(index, "chat") == ["whatsapp"]


def test_the_middle_of_a_compound_is_found_when_nothing_else_is(index: Index) -> None:
    assert ids(index, "beelding") == ["youtube"]
    assert ids(index, "afbeelding") == ["youtube"]


def test_the_beginning_of_a_word_is_enough(index: Index) -> None:
    assert ids(index, "schermaf") == ["youtube"]


def test_all_words_must_be_there(index: Index) -> None:
    assert ids(index, "melden foto") == ["whatsapp"]
    assert ids(index, "melden foto nergens") == []


def test_words_that_are_nowhere_together_are_looked_for_more_widely(index: Index) -> None:
    """`groet` stands nowhere, and `group` only with a typo beside `melden`."""
    assert ids(index, "groap meldne") == ["whatsapp"]


def test_a_name_comes_before_a_heading_and_a_heading_before_a_text(index: Index) -> None:
    assert [each.tier for each in found(index, "melden")] == [Tier.IN_HEADING, Tier.IN_HEADING, Tier.IN_LINE]
    assert ids(index, "melden") == ["no-talk", "whatsapp", "youtube"]
    assert found(index, "whatsapp")[0].tier is Tier.TITLE
    assert found(index, "what")[0].tier is Tier.TITLE_BEGINS


def test_it_is_said_under_which_heading_and_in_which_line(index: Index) -> None:
    (hit,) = found(index, "verdwijnt")
    assert hit.entry.headings[hit.line.section - 1] == "Wat er gebeurt"
    assert hit.line.text == "Dan verdwijnt de foto."


def test_who_is_called_in_danger_comes_before_what_speaks_of_it(tmp_path: Path) -> None:
    files = {
        "contacts/emergency.md": contact('number: "112"\ndanger: true', nl="Bel bij brand."),
        "platforms/x.md": f"---\n{AGING}\n---\n# X {{lang=nl}}\nTekst.\n\n## Brand\nTekst.\n",
    }
    library = Library(write(tmp_path, files))
    pages = [page for kind in (Kind.PLATFORM, Kind.CONTACT) for page in library.pages(kind, Language.NL)]
    assert ids(Index([entry_of(page) for page in pages]), "brand") == ["emergency", "x"]


def test_what_holds_only_in_the_other_country_comes_last(index: Index) -> None:
    hits = found(index, "klacht", Country.NL)
    assert [(hit.entry.id, hit.is_elsewhere) for hit in hits] == [("police-be", True), ("youtube", True)]
    assert not any(hit.is_elsewhere for hit in found(index, "klacht", Country.BE))
    assert not any(hit.is_elsewhere for hit in found(index, "klacht", None))


def test_a_part_for_another_country_does_not_count_here(index: Index) -> None:
    (hit,) = found(index, "politie schermafbeelding", Country.NL)
    assert hit.is_elsewhere


def test_names_are_known_before_the_texts_are_read(tmp_path: Path) -> None:
    library = Library(write(tmp_path, FILES))
    name = name_of(library, Kind.CONTACT, "police-be", Language.NL)
    assert name is not None
    assert name.title == "Titel"
    assert name.countries == {Country.BE}
    assert not library._pages
    assert name_of(library, Kind.CONTACT, "nobody", Language.NL) is None


def test_pages_of_the_organisation_are_found_and_left_out_ones_are_not(tmp_path: Path) -> None:
    own = {
        "contacts/manager.md": contact(nl="Onze achterwacht."),
        "contacts/broken.md": "---\nnonsense: 1\n---\n# Kapot {lang=nl}\nOnze achterwacht.\n",
        "platforms/whatsapp.md": f"---\n{AGING}\n---\n# Ons WhatsApp {{lang=nl}}\nDe achterwacht beheert dit.\n",
    }
    library = Library(write(tmp_path / "ours", FILES), write(tmp_path / "own", own))
    pages = [page for kind in (Kind.CONTACT, Kind.PLATFORM) for page in library.pages(kind, Language.NL)]
    index = Index([entry_of(page) for page in pages])
    assert ids(index, "achterwacht") == ["manager", "whatsapp"]
    assert ids(index, "kapot") == []
    assert ids(index, "verdwijnt") == []
    assert name_of(library, Kind.PLATFORM, "whatsapp", Language.NL).title == "Ons WhatsApp"  # type: ignore[union-attr]
    assert name_of(library, Kind.CONTACT, "broken", Language.NL) is None


def test_words_with_hyphens_are_looked_for_whole_and_in_parts() -> None:
    assert query_words("third-party") == ("thirdparty",)
    assert query_parts("third-party") == ("third", "party")
    assert [word for word, _, _ in words_in("foto's")] == ["fotos", "foto", "s"]


def test_where_words_stand_is_where_they_stand() -> None:
    text = "De Cliënt mailt: e-mail."
    assert {word: text[start:end] for word, start, end in words_in(text)} == {
        "de": "De", "client": "Cliënt", "mailt": "mailt", "email": "e-mail", "e": "e", "mail": "mail",
    }  # fmt: skip


@given(st.text(max_size=60))
def test_any_text_can_be_looked_for(index: Index, text: str) -> None:
    first = [(each.entry.id, each.line.text) for each in found(index, text)]
    assert [(each.entry.id, each.line.text) for each in found(index, text)] == first
    index.find(query_parts(text), None)
    for word, start, end in words_in(text):
        assert word == folded(text[start:end])


@given(st.text(alphabet="abcde", min_size=8, max_size=12), st.integers(0, 7), st.sampled_from("abcde"))
def test_one_wrong_letter_never_hides_a_word(word: str, at: int, letter: str) -> None:
    words = Vocabulary([word, "zzz"])
    for typed in (word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]):
        if len(typed) >= 4:
            assert 0 in {*words.starting(typed), *words.near(typed, 1)}


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=6), max_size=12), st.text(alphabet="abc", max_size=6))
def test_the_words_that_begin_or_hold_are_the_words_that_do(words: list[str], part: str) -> None:
    vocabulary = Vocabulary(words)
    assert [vocabulary.words[each] for each in vocabulary.starting(part)] == sorted(
        {word for word in words if word.startswith(part)}
    )
    if len(part) >= 4:
        assert {vocabulary.words[each] for each in vocabulary.holding(part)} == {word for word in words if part in word}
