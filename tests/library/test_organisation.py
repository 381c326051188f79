"""What an organisation says about itself: a name, a logo that is a picture of its own, and nothing half-written."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import plain_text, texts
from onlinesafe_tui.library.check import check_content
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.logo import MOST_DOTS, picture_type
from onlinesafe_tui.library.meta import ContactMeta, Kind
from onlinesafe_tui.library.organisation import Organisation
from tests.library.own import hostile, needs_odd_names, png
from tests.library.writing import TODAY, contact, page, told, write

NL, EN = Language.NL, Language.EN

ABOUT = '---\nname: "De Brug"\nlogo: logo.png\n---\n# Welkom {lang=nl}\nBel [de politie](contact:police).\n'


def jpeg(width: int = 3, height: int = 2) -> bytes:
    """The shape of a JPEG."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x04ab" + frame + b"\xff\xda\x00\x02dots\xff\xd9"


def left_out(folder: Path, shipped: Path) -> str:
    """What the first screen would say."""
    return "\n".join(told(Library(shipped, folder).left_out(), folder))


def test_without_a_folder_or_a_file_nothing_is_said(tmp_path: Path, shipped: Path) -> None:
    assert Library(shipped).organisation() == Organisation()
    assert Library(shipped, write(tmp_path, {"about/help.md": page()})).organisation() == Organisation()


def test_an_organisation_has_a_name_a_logo_and_a_few_words(tmp_path: Path, shipped: Path) -> None:
    own = write(tmp_path, {"organisation.md": ABOUT, "logo.png": png()})
    found = Library(shipped, own).organisation()
    assert (found.name, found.logo) == ("De Brug", (own / "logo.png").resolve())
    for language in (NL, EN):
        (text, _), *_ = texts(found.introduction(language))
        assert plain_text(text) == "Bel de politie (0900-8844)."
    assert left_out(own, shipped) == ""
    assert check_content(own, TODAY, shipped=shipped) == ()


def test_a_name_is_one_line_of_text_and_steers_nothing(tmp_path: Path, shipped: Path) -> None:
    own = write(tmp_path, {"organisation.md": '---\nname: "De\\n\\e[31mBrug\\u202e"\n---\n'})
    assert Library(shipped, own).organisation().name == "De ␛[31mBrug"


@pytest.mark.parametrize("blank", ["[vul in: de naam]", "[Fill in]", ""])
def test_a_name_that_is_not_filled_in_is_no_name(tmp_path: Path, shipped: Path, blank: str) -> None:
    own = write(tmp_path, {"organisation.md": f'---\nname: "{blank}"\n---\n# Welkom {{lang=nl}}\nTekst.\n'})
    found = Library(shipped, own).organisation()
    assert found.name == ""
    assert found.introduction(NL)
    assert left_out(own, shipped) == ""
    assert len(check_content(own, TODAY, shipped=shipped)) == 1


def test_a_file_about_the_organisation_that_is_broken_is_left_out_and_named(tmp_path: Path, shipped: Path) -> None:
    own = write(tmp_path, {"organisation.md": "---\nnam: De Brug\n---\n# Wij {lang=nl}\n<b>x</b>\n"})
    assert Library(shipped, own).organisation() == Organisation()
    assert "organisation.md:2: nam is not known here; write one of: covers, logo, name" in left_out(own, shipped)


NO_LOGOS = {
    "text": (b"not a picture", "logo.png is not a PNG or JPEG picture"),
    "gif": (b"GIF89a" + bytes(100), "logo.png is not a PNG or JPEG picture"),
    "cut": (png()[:-5], "logo.png is not a PNG or JPEG picture"),
    "changed": (png().replace(b"IDAT", b"IDAX"), "logo.png is not a PNG or JPEG picture"),
    "enormous": (png(40_000, 40_000), "logo.png is not a PNG or JPEG picture"),
    "empty": (b"", "logo.png is not a PNG or JPEG picture"),
    "heavy": (png() + bytes(1_000_000), "The logo logo.png is larger than 1 MB"),
}


@pytest.mark.parametrize("name", NO_LOGOS)
def test_a_logo_that_is_no_picture_is_left_out_and_named(tmp_path: Path, shipped: Path, name: str) -> None:
    data, message = NO_LOGOS[name]
    own = write(tmp_path, {"organisation.md": ABOUT, "logo.png": data})
    found = Library(shipped, own).organisation()
    assert (found.name, found.logo) == ("De Brug", None)
    assert f"organisation.md:3: {message}" in left_out(own, shipped)
    assert message in "".join(told(check_content(own, TODAY, shipped=shipped), own))


@pytest.mark.parametrize("named", ["../logo.png", "/etc/hostname", "x/logo.png", "..\\\\logo.png", "C:logo.png"])
def test_a_logo_elsewhere_is_never_looked_at(tmp_path: Path, shipped: Path, named: str) -> None:
    write(tmp_path, {"logo.png": png(), "own/x/logo.png": png()})
    own = write(tmp_path / "own", {"organisation.md": f'---\nname: "B"\nlogo: "{named}"\n---\n'})
    assert Library(shipped, own).organisation().logo is None
    assert "put the logo beside this file, and write its name" in left_out(own, shipped)


@needs_odd_names
def test_a_logo_that_leads_out_of_the_folder_or_in_a_circle_is_refused(tmp_path: Path, shipped: Path) -> None:
    write(tmp_path, {"secret.png": png()})
    own = write(tmp_path / "own", {"organisation.md": ABOUT})
    (own / "logo.png").symlink_to(tmp_path / "secret.png")
    assert Library(shipped, own).organisation().logo is None
    assert "logo.png leads out of this folder" in left_out(own, shipped)
    (own / "logo.png").unlink()
    (own / "logo.png").symlink_to(own / "logo.png")
    assert Library(shipped, own).organisation().logo is None
    assert "logo.png" in left_out(own, shipped)


@needs_odd_names
def test_a_pipe_of_the_name_of_a_file_is_never_waited_for(tmp_path: Path, shipped: Path) -> None:
    own = write(tmp_path, {"about/help.md": page("Eigen.")})
    (own / "contacts").mkdir()
    for name in ("organisation.md", "contacts/emergency.md", "contacts/police.md", "README.md"):
        os.mkfifo(own / name)
    library = Library(shipped, own)
    assert library.organisation() == Organisation()
    assert library.page(Kind.ABOUT, "help", NL).is_own
    assert library.danger_numbers(None) == ()
    assert library.left_out() == ()
    assert "not a file" in "".join(told(check_content(own, TODAY, shipped=shipped), own))


@needs_odd_names
def test_a_folder_or_a_pipe_is_no_logo(tmp_path: Path, shipped: Path) -> None:
    own = write(tmp_path, {"organisation.md": ABOUT})
    os.mkfifo(own / "logo.png")
    assert "logo.png is not a file" in left_out(own, shipped)
    (own / "logo.png").unlink()
    (own / "logo.png").mkdir()
    assert "logo.png is not a file" in left_out(own, shipped)


def test_a_picture_is_told_by_its_shape() -> None:
    assert picture_type(png()) == "image/png"
    assert picture_type(jpeg()) == "image/jpeg"
    assert picture_type(jpeg()[:-2]) is None
    assert picture_type(jpeg(0, 0)) is None
    assert picture_type(png(MOST_DOTS, 1)) == "image/png"
    assert picture_type(png(MOST_DOTS + 1, 1)) is None
    for data in (png(), jpeg()):
        for end in range(len(data)):
            assert picture_type(data[:end]) is None


# What is not filled in


def test_a_contact_that_is_not_filled_in_is_shown_to_nobody(tmp_path: Path, shipped: Path) -> None:
    own = write(tmp_path, {"contacts/adviser.md": contact('number: "[vul in: het nummer]"\ndanger: true')})
    library = Library(shipped, own)
    assert "adviser" not in [found.id for found in library.contacts(None, NL)]
    assert library.danger_numbers(Country.NL) == ()
    assert library.left_out() == ()


def test_a_contact_that_is_filled_in_is_shown(tmp_path: Path, shipped: Path) -> None:
    own = write(tmp_path, {"contacts/adviser.md": contact('number: "020 123 45 67"')})
    (found,) = (found for found in Library(shipped, own).contacts(None, NL) if found.id == "adviser")
    assert found.is_own
    assert isinstance(found.meta, ContactMeta)
    assert found.meta.number == "020 123 45 67"


def test_a_blank_of_ones_own_leaves_the_shipped_page(tmp_path: Path, shipped: Path) -> None:
    own = write(tmp_path, {"about/help.md": page("Bel [vul in: wie].", "Call [fill in: whom].")})
    found = Library(shipped, own).page(Kind.ABOUT, "help", NL)
    assert not found.is_own
    assert [plain_text(text) for text, _ in texts(found.blocks)] == ["Tekst."]


def test_a_language_that_is_filled_in_is_shown_while_the_other_is_not(tmp_path: Path, shipped: Path) -> None:
    own = write(tmp_path, {"organisation/protocol.md": page("Bel Jan.", "Call [fill in: whom].")})
    for language in (NL, EN):
        found = Library(shipped, own).page(Kind.ORGANISATION, "protocol", language)
        assert ([plain_text(text) for text, _ in texts(found.blocks)], found.is_own) == (["Bel Jan."], True)


def test_a_blank_in_a_text_to_copy_is_for_whoever_sends_it(tmp_path: Path, shipped: Path) -> None:
    fence = "Zo.\n\n```template\nOp [vul in: de dag].\n```"
    own = write(tmp_path, {"templates/a.md": page(fence, fence)})
    assert Library(shipped, own).page(Kind.TEMPLATE, "a", NL).is_own
    assert check_content(own, TODAY, shipped=shipped) == ()


def test_an_own_number_under_our_words_is_said_to_be_the_organisations(tmp_path: Path) -> None:
    shipped = write(tmp_path / "shipped", {"contacts/a.md": contact('number: "1"')})
    own = write(tmp_path / "own", {"contacts/a.md": contact('number: "2"').split("# Title")[0]})
    assert Library(shipped, own).page(Kind.CONTACT, "a", EN).is_own


# A hostile folder


def test_what_stands_in_the_wrong_place_is_named_with_what_is_left_out(tmp_path: Path, shipped: Path) -> None:
    own = write(tmp_path, {"contact/adviser.md": "<b>", "protocol.md": "x", "contacts/adviser.md.txt": "x", ".x/y": ""})
    write(tmp_path, {"contacts/desktop.ini": "", "contacts/Thumbs.db": ""})
    said = left_out(own, shipped)
    assert "contact:1: This is not a kind of content; use one of: steps" in said
    assert "protocol.md:1: A file stands in the folder of its kind" in said
    assert "contacts/adviser.md.txt:1: Only .md files are read" in said
    assert len(said.splitlines()) == 3


@needs_odd_names
def test_no_folder_makes_the_library_or_the_check_fall_over(tmp_path: Path, shipped: Path) -> None:
    own = hostile(tmp_path)
    library = Library(shipped, own)
    for kind in Kind:
        for language in (NL, EN):
            assert not any(found.is_own for found in library.pages(kind, language))
    assert library.danger_numbers(None) == ()
    assert library.organisation() == Organisation()
    said = "\n".join((left_out(own, shipped), *told(check_content(own, TODAY, shipped=shipped), own)))
    assert not {"\x1b", "\u202e", "\x07"} & set(said)
    for name in ("huge.md", "binary.md", "evil", "circle", "deep.md", "organisation.md"):
        assert name in said


def test_a_folder_closed_to_this_person_is_said(tmp_path: Path, shipped: Path) -> None:
    own = write(tmp_path, {"about/help.md": page("Eigen.")})
    own.chmod(0)
    try:
        library = Library(shipped, own)
        library.left_out()
        library.page(Kind.ABOUT, "help", NL)
        check_content(own, TODAY, shipped=shipped)
    finally:
        own.chmod(0o700)


# Another folder while the program runs


def test_another_folder_holds_from_the_next_page_on(tmp_path: Path, shipped: Path) -> None:
    one = write(tmp_path / "one", {"organisation.md": ABOUT, "about/help.md": page("Een.")})
    library = Library(shipped)
    assert not library.page(Kind.ABOUT, "help", NL).is_own
    library.lay_over(one)
    assert library.overlay == one
    assert library.page(Kind.ABOUT, "help", NL).is_own
    assert library.organisation().name == "De Brug"
    assert "logo.png" in "".join(told(library.left_out(), one))
    library.lay_over(None)
    assert not library.page(Kind.ABOUT, "help", NL).is_own
    assert library.organisation() == Organisation()
    assert library.left_out() == ()
