"""Who writes the organisation's texts begins with a folder, looks at one text, and sees what is left to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import ContactMeta, Kind
from onlinesafe_tui.paths import content_folder
from tests.cli.conftest import Line
from tests.library.own import needs_odd_names

NL, EN = Language.NL, Language.EN


@pytest.fixture
def own(tmp_path: Path, line: Line) -> Path:
    """Return a folder that `content new` made."""
    folder = tmp_path / "ons"
    assert line("content", "new", str(folder)).exit_code == 0
    return folder


def fill_in(folder: Path, name: str, **words: str) -> None:
    """Write something in every blank of a file, and the number that is given."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    text = text.replace("[vul in: het nummer] [fill in: the number]", words.get("number", "020 123 45 67"))
    for begin in ("[vul in", "[fill in"):
        while begin in text:
            before, _, after = text.partition(begin)
            text = f"{before}{words.get('text', 'ingevuld')}{after.partition(']')[2]}"
    path.write_text(text, encoding="utf-8")


# Beginning


@pytest.mark.parametrize("language", Language)
def test_a_new_folder_passes_the_check_with_notices_alone(tmp_path: Path, line: Line, language: Language) -> None:
    folder = tmp_path / "ons"
    made = line("--language", language, "content", "new", str(folder))
    assert made.exit_code == 0
    named = {Path(name).relative_to(folder).as_posix() for name in made.stdout.splitlines()}
    assert named == {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"README.md", "organisation.md", "organisation/protocol.md", "organisation/house-rules.md"} <= named
    assert {"contacts/manager-on-duty.md", "contacts/confidential-adviser.md", "contacts/lawyer.md"} <= named
    assert "content check" in made.stderr

    checked = line("--language", language, "content", "check", str(folder))
    words = Words(language)
    assert checked.exit_code == 0
    assert words.plural("{n} error", "{n} errors", 0) in checked.stderr
    assert all(problem.endswith(words("{problem} (a notice)", problem="")) for problem in checked.stdout.splitlines())
    assert "[vul in: het nummer]" in checked.stdout


def test_a_new_folder_changes_nothing_that_people_see_but_the_text_to_copy(own: Path) -> None:
    library, shipped = Library(content_folder(), own), Library(content_folder())
    assert library.left_out() == ()
    assert library.organisation().name == ""
    for kind in Kind:
        more = ("reception",) if kind is Kind.TEMPLATE else ()
        assert set(library.ids(kind)) == {*shipped.ids(kind), *more}
        for language in Language:
            assert [page.id for page in library.pages(kind, language) if page.is_own] == list(more)


def test_no_text_of_a_new_folder_is_longer_than_a_line_or_names_somebody_with_a_number(own: Path) -> None:
    for path in own.rglob("*.md"):
        assert max(map(len, path.read_text(encoding="utf-8").splitlines())) <= 120, path


def test_what_is_filled_in_is_shown(own: Path, line: Line) -> None:
    for path in own.rglob("*.md"):
        if path.name != "README.md":
            fill_in(own, str(path.relative_to(own)))
    assert line("content", "check", str(own)).stdout == ""
    library = Library(content_folder(), own)
    assert library.organisation().name == "ingevuld ingevuld"
    contacts = {page.id: page for page in library.contacts(None, NL)}
    for id in ("manager-on-duty", "confidential-adviser", "lawyer", "prevention-adviser"):
        meta = contacts[id].meta
        assert isinstance(meta, ContactMeta)
        assert (meta.number, contacts[id].is_own) == ("020 123 45 67", True)
    assert library.ids(Kind.ORGANISATION) == ("house-rules", "protocol")


@pytest.mark.parametrize("number", ["bel de receptie", "06-XXXXXXXX", "020 123 45 67 of 06"])
def test_a_number_that_nobody_can_dial_is_refused_and_not_shown(own: Path, line: Line, number: str) -> None:
    fill_in(own, "contacts/lawyer.md", number=number)
    checked = line("--language", "nl", "content", "check", str(own))
    assert checked.exit_code == 3
    assert f"contacts/lawyer.md:4: {number} is geen nummer zoals je het intoetst; schrijf cijfers" in checked.stdout
    assert "lawyer" not in Library(content_folder(), own).ids(Kind.CONTACT)


def test_nothing_is_ever_written_over(own: Path, tmp_path: Path, line: Line) -> None:
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    again = line("content", "new", str(own))
    assert again.exit_code == 7
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before
    (tmp_path / "file").write_text("x")
    assert line("content", "new", str(tmp_path / "file")).exit_code == 7
    assert (tmp_path / "file").read_text() == "x"
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / ".hidden").write_text("x")
    assert line("content", "new", str(tmp_path / "other")).exit_code == 7
    assert [path.name for path in (tmp_path / "other").iterdir()] == [".hidden"]


def test_an_empty_folder_that_is_there_is_used(tmp_path: Path, line: Line) -> None:
    (tmp_path / "leeg").mkdir()
    assert line("content", "new", str(tmp_path / "leeg")).exit_code == 0
    assert (tmp_path / "leeg" / "organisation.md").is_file()


# Looking


def test_a_text_is_shown_as_people_see_it_with_the_file_it_comes_from(line: Line) -> None:
    told = line("--language", "en", "content", "show", "contacts/at-work", "--country", "be")
    assert told.exit_code == 0
    assert told.stdout.startswith("At your work\n")
    assert "Checked on " in told.stdout
    assert "prevention adviser" in told.stdout
    assert str(content_folder() / "contacts" / "at-work.md") in told.stderr
    dutch = line("--language", "en", "content", "show", "at-work", "--country", "nl")
    assert "prevention adviser" not in dutch.stdout


@pytest.mark.parametrize("name", ["at-work", "contacts/at-work", "contact:at-work", "x/contacts/at-work.md"])
def test_a_text_can_be_named_in_several_ways(line: Line, name: str) -> None:
    assert line("--language", "en", "content", "show", name).stdout.startswith("At your work\n")


def test_a_name_that_fits_several_texts_lists_them(own: Path, line: Line) -> None:
    (own / "organisation" / "help.md").write_text("# Hulp {lang=nl}\nTekst.\n", encoding="utf-8")
    told = line("--language", "en", "--overlay", str(own), "content", "show", "help")
    assert told.exit_code == 2
    assert "about/help, organisation/help" in told.stderr
    assert line("--overlay", str(own), "content", "show", "organisation/help").stdout.startswith("Hulp\n")


def test_a_name_that_is_nowhere_is_a_mistake(line: Line) -> None:
    told = line("--language", "en", "content", "show", "x\x1b[31m/nothing")
    assert told.exit_code == 2
    assert "No text is called" in told.stderr
    assert "\x1b" not in told.stderr


def test_a_text_that_is_not_in_use_yet_can_be_looked_at(own: Path, line: Line) -> None:
    told = line("--language", "nl", "content", "show", "--folder", str(own), "protocol")
    assert told.exit_code == 0
    assert told.stdout.startswith("Protocol: als het online misgaat\n")
    assert "[vul in: welke functie]" in told.stdout
    assert "Zo ziet nog niemand het, want:" in told.stderr
    assert f"{own / 'organisation' / 'protocol.md'}:9: Nog niet ingevuld: " in told.stderr
    fill_in(own, "organisation/protocol.md")
    told = line("--language", "nl", "content", "show", "--folder", str(own), "protocol")
    assert "want:" not in told.stderr
    assert "Van je organisatie" in told.stdout


def test_a_broken_file_of_ones_own_says_what_is_wrong_and_ours_is_shown(own: Path, line: Line) -> None:
    (own / "contacts" / "at-work.md").write_text("---\nnummer: 1\n---\n# Werk {lang=nl}\nTekst.\n", encoding="utf-8")
    told = line("--language", "en", "--overlay", str(own), "content", "show", "at-work")
    assert told.exit_code == 3
    assert told.stdout.startswith("At your work\n")
    assert "Your organisation's own file is left out, because:" in told.stderr
    assert f"{own / 'contacts' / 'at-work.md'}:2: nummer is not known here" in told.stderr
    (own / "organisation" / "new.md").write_bytes(b"\xff")
    told = line("--language", "en", "--overlay", str(own), "content", "show", "organisation/new")
    assert (told.exit_code, told.stdout) == (3, "")
    assert "This file is not UTF-8" in told.stderr


def test_a_text_to_copy_is_shown_with_its_blanks(own: Path, line: Line) -> None:
    told = line("--language", "en", "content", "show", "--folder", str(own), "reception")
    assert "Hello [name]," in told.stdout
    assert "{recipient}" not in told.stdout


def test_what_the_organisation_says_about_itself_is_shown(own: Path, line: Line) -> None:
    told = line("--language", "en", "content", "show", "--folder", str(own), "organisation")
    assert (told.exit_code, told.stdout.splitlines()[:2]) == (0, ["Name: -", "Logo: -"])
    (own / "organisation.md").write_text('---\nname: "De Brug"\nlogo: ../x\n---\n', encoding="utf-8")
    told = line("--language", "en", "content", "show", "--folder", str(own), "organisation")
    assert (told.exit_code, told.stdout.splitlines()[0]) == (3, "Name: De Brug")
    assert "../x is not a name alone" in told.stderr


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, line: Line) -> None:
    told = line("--language", "en", "content", "show", "--folder", str(tmp_path / "weg"), "protocol")
    assert told.exit_code == 3
    assert "it is not there" in told.stderr


def test_everything_that_can_be_shown_is_listed(own: Path, line: Line) -> None:
    told = line("--language", "en", "content", "list", str(own))
    lines = told.stdout.splitlines()
    assert told.exit_code == 0
    assert len(lines) == len(list(own.rglob("*/*.md")))
    assert any(text.startswith("organisation/protocol ") and "(not filled in yet)" in text for text in lines)
    assert any(text.startswith("templates/reception ") and "(from your organisation)" in text for text in lines)
    (own / "contacts" / "lawyer.md").write_text("x", encoding="utf-8")
    told = line("--language", "en", "--overlay", str(own), "content", "list")
    assert any("contacts/lawyer" in text and "(your file is left out)" in text for text in told.stdout.splitlines())
    for text in told.stdout.splitlines():
        name = text.split()[0]
        assert line("--overlay", str(own), "content", "show", name).exit_code in (0, 3), name


@needs_odd_names
def test_a_folder_that_leads_in_circles_or_is_closed_makes_no_command_fall_over(tmp_path: Path, line: Line) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "contacts").mkdir()
    os.mkfifo(tmp_path / "odd" / "contacts" / "pipe.md")
    (tmp_path / "odd" / "organisation").symlink_to(tmp_path / "odd")
    (tmp_path / "odd" / "\x1b[2J").mkdir()
    for folder in ("circle", "odd"):
        for args in (("check",), ("list",), ("show", "--folder")):
            told = line("content", *args, str(tmp_path / folder), *(["help"] if args[0] == "show" else []))
            assert told.exit_code in (0, 2, 3), told.stderr
            assert "\x1b" not in told.stdout + told.stderr
