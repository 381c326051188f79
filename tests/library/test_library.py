"""Pages as a person sees them: the shipped ones, with an organisation's own laid over them."""

from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import CHOICES, Question
from onlinesafe_tui.errors import ContentError
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import Block, Bullets, Heading, Paragraph, plain_text, texts
from onlinesafe_tui.library.library import Library, Page, section
from onlinesafe_tui.library.meta import ContactMeta, Kind
from tests.domain.telling import told
from tests.library import writing
from tests.library.writing import contact, page, write

NL, EN = Language.NL, Language.EN


def words(found: Page) -> list[str]:
    return [plain_text(text) for text, _ in texts(found.blocks)]


def test_a_page_is_read_in_the_language_asked_for(tmp_path: Path) -> None:
    library = Library(write(tmp_path, {"about/help.md": page("Hulp.", "Help.")}))
    dutch, english = (library.page(Kind.ABOUT, "help", language) for language in (NL, EN))
    assert (dutch.title, words(dutch), dutch.language) == ("Titel", ["Hulp."], NL)
    assert (english.title, words(english), english.language) == ("Title", ["Help."], EN)
    assert not dutch.is_own


def test_ids_are_those_of_both_folders_once(tmp_path: Path) -> None:
    shipped = write(tmp_path / "shipped", {"about/a.md": page(), "about/c.md": page()})
    own = write(tmp_path / "own", {"about/b.md": page(), "about/c.md": page(), "about/d.md": page("<b>x</b>")})
    assert Library(shipped, own).ids(Kind.ABOUT) == ("a", "b", "c")


def test_a_page_that_is_nowhere_is_an_error(shipped: Path) -> None:
    with pytest.raises(ContentError, match=r"about/gone\.md"):
        Library(shipped).page(Kind.ABOUT, "gone", NL)


def test_tasks_and_choices_are_found_on_their_page(shipped: Path) -> None:
    library = Library(shipped)
    assert [task.id for task in library.page(Kind.STEP, "talk", NL).tasks(None)] == ["do-it"]
    choices = library.page(Kind.QUESTION, "acts", EN).choices()
    assert [choice.id for choice in choices] == [str(value) for value in CHOICES[Question.ACTS].values]
    assert library.page(Kind.ABOUT, "help", NL).choices() == ()


def test_a_task_under_a_condition_is_there_only_when_it_holds(tmp_path: Path) -> None:
    body = "- [ ] a {#a}\n\n::: when country=be\n- [ ] b {#b}\n:::"
    found = Library(write(tmp_path, {"steps/talk.md": page(body, body)})).page(Kind.STEP, "talk", NL)
    assert [task.id for task in found.tasks(told("be").situation)] == ["a", "b"]
    assert [task.id for task in found.tasks(told("nl").situation)] == ["a"]
    assert [task.id for task in found.tasks(None)] == ["a"]


def test_a_template_is_the_text_in_the_fence(tmp_path: Path) -> None:
    fence = "Use it so.\n\n```template\nDear {recipient},\n```"
    library = Library(write(tmp_path, {"templates/a.md": page(fence, fence), "templates/b.md": page()}))
    assert library.page(Kind.TEMPLATE, "a", NL).template() == "Dear {recipient},"


def test_a_section_is_what_stands_under_its_heading_and_the_deeper_ones(tmp_path: Path) -> None:
    body = "x\n\n## A {#a}\n\none\n\n### Deeper\n\ntwo\n\n## B {#b}\n\nthree"
    blocks = Library(write(tmp_path, {"about/help.md": page(body, body)})).page(Kind.ABOUT, "help", NL).blocks

    def said(found: tuple[Block, ...]) -> list[str]:
        return [plain_text(block.text) for block in found if isinstance(block, Heading | Paragraph)]

    assert said(section(blocks, "a")) == ["one", "Deeper", "two"]
    assert said(section(blocks, "b")) == ["three"]
    assert section(blocks, "c") == ()


# An organisation's own folder


def test_an_own_file_replaces_the_shipped_one_and_a_new_one_is_added(tmp_path: Path, shipped: Path) -> None:
    own = write(tmp_path, {"about/help.md": page("Eigen."), "about/house.md": page("Huis.")})
    library = Library(shipped, own)
    assert words(library.page(Kind.ABOUT, "help", NL)) == ["Eigen."]
    assert library.page(Kind.ABOUT, "help", NL).is_own
    assert words(library.page(Kind.ABOUT, "house", NL)) == ["Huis."]
    assert not library.page(Kind.STEP, "talk", NL).is_own
    assert library.left_out() == ()


def test_a_language_that_the_organisation_did_not_write_is_the_shipped_one(tmp_path: Path, shipped: Path) -> None:
    library = Library(shipped, write(tmp_path, {"about/help.md": "# Eigen {lang=nl}\nEigen.\n"}))
    assert words(library.page(Kind.ABOUT, "help", NL)) == ["Eigen."]
    assert words(library.page(Kind.ABOUT, "help", EN)) == ["Text."]


def test_a_new_page_in_one_language_is_shown_in_that_one(tmp_path: Path, shipped: Path) -> None:
    library = Library(shipped, write(tmp_path, {"about/house.md": "# Huis {lang=nl}\nHuis.\n"}))
    found = library.page(Kind.ABOUT, "house", EN)
    assert (words(found), found.language) == (["Huis."], NL)


BROKEN: dict[str, tuple[str | bytes, int, str]] = {
    "about/help.md": (page("<b>x</b>"), 5, "HTML is not shown"),
    "about/privacy.md": (b"\xff\xfe\x00", 1, "UTF-8"),
    "steps/talk.md": (page(front="templates: [gone]"), 2, "gone leads nowhere; write the name of a file in templates/"),
    "questions/home.md": (page(), 4, "The choices are -"),
    "contacts/police.md": (contact('number: "1"', status="unverified"), 7, "An unverified number is never shown"),
    "advice/new.md": (page(), 1, "new is not a name for a file here"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_own_file_is_left_out_and_reported_and_the_shipped_one_used(
    tmp_path: Path, shipped: Path, name: str
) -> None:
    text, line, message = BROKEN[name]
    library = Library(shipped, write(tmp_path, {name: text}))
    folder, _, id = name.removesuffix(".md").partition("/")
    pages = {found.id: found for found in library.pages(Kind(folder), NL)}
    assert not any(found.is_own for found in pages.values())
    assert (id in pages) == (shipped / name).exists()
    (problem,) = library.left_out()
    assert (problem.path, problem.line) == (tmp_path / name, line)
    assert message in "".join(writing.told([problem], tmp_path))


def test_every_broken_own_file_is_reported_also_when_nobody_asked_for_it(tmp_path: Path, shipped: Path) -> None:
    library = Library(shipped, write(tmp_path, {name: text for name, (text, _, _) in BROKEN.items()}))
    assert {str(problem.path.relative_to(tmp_path)) for problem in library.left_out()} == set(BROKEN)


def test_an_own_step_may_offer_own_and_shipped_templates(tmp_path: Path) -> None:
    fence = "Use it so.\n\n```template\nx\n```"
    shipped = write(tmp_path / "shipped", {"steps/talk.md": page(), "templates/a.md": page(fence, fence)})
    own = {"steps/talk.md": page("Eigen.", front="templates: [a, b]"), "templates/b.md": page(fence, fence)}
    library = Library(shipped, write(tmp_path / "own", own))
    assert words(library.page(Kind.STEP, "talk", NL)) == ["Eigen."]


@pytest.mark.parametrize("gone", ["nowhere", "a-file", "no\0name", "x" * 5000])
def test_a_folder_that_is_not_there_is_said_and_the_shipped_texts_are_used(
    tmp_path: Path, shipped: Path, gone: str
) -> None:
    (tmp_path / "a-file").write_text("x")
    library = Library(shipped, tmp_path / gone)
    (problem,) = library.left_out()
    assert "This folder does not exist; only the shipped texts are used" in problem.message
    assert words(library.page(Kind.ABOUT, "help", NL)) == ["Tekst."]
    assert library.danger_numbers(Country.NL) == ()


def test_an_own_file_that_turns_into_a_folder_does_no_harm(tmp_path: Path, shipped: Path) -> None:
    (tmp_path / "about" / "help.md").mkdir(parents=True)
    library = Library(shipped, tmp_path)
    assert words(library.page(Kind.ABOUT, "help", NL)) == ["Tekst."]
    assert library.left_out() == ()


# Links and numbers


def linked(tmp_path: Path, text: str, **contacts: str) -> list[str]:
    files = {f"contacts/{name}.md": contact for name, contact in contacts.items()}
    library = Library(write(tmp_path, {"about/help.md": page(text, text), **files}))
    return [words(library.page(Kind.ABOUT, "help", language))[0] for language in (NL, EN)]


def test_a_link_to_a_contact_gets_its_number(tmp_path: Path) -> None:
    said = linked(tmp_path, "Call [them](contact:police) now.", police=contact('number: "0900-8844"'))
    assert said == ["Call them (0900-8844) now."] * 2


def test_a_link_of_several_styles_gets_its_number_once(tmp_path: Path) -> None:
    said = linked(tmp_path, "[**Police** now](contact:police)", police=contact('number: "0900-8844"'))
    assert said[0] == "Police now (0900-8844)"


def test_a_number_from_other_sources_says_so_and_gives_the_site(tmp_path: Path) -> None:
    child = contact('number: "0800 1"\nsite: a.be', status="secondary")
    dutch, english = linked(tmp_path, "[Them](contact:child)", child=child)
    assert english == "Them (0800 1, not confirmed with the organisation itself, a.be)"
    assert dutch.startswith("Them (0800 1, ")
    assert dutch.endswith(", a.be)")


def test_a_number_that_nobody_checked_is_never_shown(tmp_path: Path) -> None:
    unknown = contact('number: "0800 1"\nsite: a.be', status="unverified")
    assert linked(tmp_path, "[Them](contact:unknown)", unknown=unknown) == ["Them"] * 2


def test_a_contact_without_a_number_is_reached_by_its_site(tmp_path: Path) -> None:
    assert linked(tmp_path, "[Them](contact:a)", a=contact("site: a.be", status="unverified"))[0] == "Them (a.be)"
    assert linked(tmp_path, "[Them](contact:b)", b=contact())[0] == "Them"
    assert linked(tmp_path, "[Them](contact:c)")[0] == "Them"


def test_a_web_address_is_shown_beside_words_that_are_not_it(tmp_path: Path) -> None:
    assert linked(tmp_path, "[The site](https://a.nl/b/)")[0] == "The site (a.nl/b)"
    assert linked(tmp_path, "[a.nl](https://a.nl/)")[0] == "a.nl"
    assert linked(tmp_path, "[bank.nl](https://evil.example)")[0] == "bank.nl (evil.example)"


def test_links_in_lists_remarks_and_conditions_get_their_numbers_too(tmp_path: Path) -> None:
    body = "\n\n".join(
        (
            "## [A](contact:police)",
            "- [B](contact:police)\n\n1. x {#x}\n   [C](contact:police)",
            "- [ ] [D](contact:police) {#d}",
            "::: note\n[E](contact:police)\n:::",
            "::: when country=nl\n[F](contact:police)\n:::",
        )
    )
    files = {"about/help.md": page(body, body), "contacts/police.md": contact('number: "113"')}
    found = Library(write(tmp_path, files)).page(Kind.ABOUT, "help", NL)
    assert [text for text in words(found) if text not in {"x", ""}] == [f"{letter} (113)" for letter in "ABCDEF"]


def test_an_own_number_counts_in_the_language_that_the_organisation_did_not_write(tmp_path: Path) -> None:
    shipped = write(
        tmp_path / "shipped",
        {
            "contacts/at-work.md": contact('number: "1"'),
            "about/help.md": page("[x](contact:at-work)", "[x](contact:at-work)"),
        },
    )
    own_contact = contact('number: "2"').split("# Title")[0]
    library = Library(shipped, write(tmp_path / "own", {"contacts/at-work.md": own_contact}))
    for language in (NL, EN):
        assert words(library.page(Kind.ABOUT, "help", language)) == ["x (2)"]
        meta = library.page(Kind.CONTACT, "at-work", language).meta
        assert isinstance(meta, ContactMeta)
        assert meta.number == "2"


def test_contacts_are_those_of_a_country_in_their_order(tmp_path: Path) -> None:
    files = {
        "contacts/a.md": contact("order: 20"),
        "contacts/b.md": contact(country="[be]"),
        "contacts/c.md": contact("order: 10", country="[nl, be]"),
    }
    library = Library(write(tmp_path, files))
    assert [found.id for found in library.contacts(Country.NL, NL)] == ["c", "a"]
    assert [found.id for found in library.contacts(Country.BE, EN)] == ["c", "b"]
    assert [found.id for found in library.contacts(None, NL)] == ["c", "a", "b"]


# The danger bar

EMERGENCY = contact('number: "112"\ndanger: true\norder: 1', country="[nl, be]")
POLICE_BE = contact('number: "101"\ndanger: true\norder: 2', country="[be]")


def test_the_danger_bar_has_the_numbers_of_the_country_in_their_order(tmp_path: Path) -> None:
    files = {"contacts/b.md": EMERGENCY, "contacts/a.md": POLICE_BE, "contacts/c.md": contact('number: "0900-8844"')}
    library = Library(write(tmp_path, files))
    assert library.danger_numbers(Country.NL) == ("112",)
    assert library.danger_numbers(Country.BE) == ("112", "101")
    assert library.danger_numbers(None) == ("112", "101")


@pytest.mark.parametrize("status", ["secondary", "unverified"])
def test_only_a_verified_number_is_on_the_danger_bar(tmp_path: Path, status: str) -> None:
    risky = contact('number: "999"\ndanger: true', status=status)
    assert Library(write(tmp_path, {"contacts/a.md": risky})).danger_numbers(Country.NL) == ()


@pytest.mark.parametrize(
    "own",
    [
        page("Onze tekst."),
        b"\xff",
        contact('number: "0800-1"\ndanger: true', status="secondary"),
        contact('number: "112"', country="[nl, be]"),
        "# Noodnummer {lang=nl}\nBel.\n",
    ],
)
def test_no_own_file_takes_a_number_off_the_danger_bar(tmp_path: Path, own: str | bytes) -> None:
    shipped = write(tmp_path / "shipped", {"contacts/emergency.md": EMERGENCY})
    library = Library(shipped, write(tmp_path / "own", {"contacts/emergency.md": own}))
    assert library.danger_numbers(Country.NL) == ("112",)


def test_an_organisation_can_add_a_number_to_the_danger_bar(tmp_path: Path) -> None:
    shipped = write(tmp_path / "shipped", {"contacts/emergency.md": EMERGENCY})
    own = {"contacts/guard.md": contact('number: "1234"\ndanger: true\norder: 5')}
    assert Library(shipped, write(tmp_path / "own", own)).danger_numbers(Country.NL) == ("112", "1234")


def test_the_same_number_stands_there_once(tmp_path: Path) -> None:
    library = Library(write(tmp_path, {"contacts/a.md": EMERGENCY, "contacts/b.md": EMERGENCY}))
    assert library.danger_numbers(None) == ("112",)


def test_a_page_without_bullets_has_no_choices(tmp_path: Path) -> None:
    found = Library(write(tmp_path, {"about/help.md": page("- a\n- b", "- a\n- b")})).page(Kind.ABOUT, "help", NL)
    assert isinstance(found.blocks[0], Bullets)
    assert [plain_text(item.text) for item in found.choices()] == ["a", "b"]
