"""The folder of an organisation as somebody names it, and what the first screen says of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.errors import OverlayError
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.own_words import (
    choose_folder,
    choose_no_folder,
    is_named_at_start,
    left_out,
    left_out_told,
    whose_texts,
)
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.settings import Settings
from tests.library.own import NAME, filled, hostile, needs_odd_names
from tests.library.writing import page, write
from tests.plain.laptop import Laptop

ENGLISH = Words(Language.EN)


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop without a folder of an organisation."""
    settings = Settings(language=Language.EN, country=Country.NL)
    return Laptop(tmp_path, Library(content_folder()), settings)


@pytest.fixture
def workspace(laptop: Laptop) -> Workspace:
    return laptop.workspace()


@pytest.mark.parametrize("typed", ["{}", ' "{}" ', "'{}'", "{}/", "\t{}\n"])
def test_a_folder_is_understood_as_people_paste_it(
    tmp_path: Path, workspace: Workspace, laptop: Laptop, typed: str
) -> None:
    own = filled(tmp_path / "onze teksten")
    assert choose_folder(workspace, typed.format(own)) == f"This folder is used from now on. With texts of {NAME}."
    assert workspace.library.overlay == own
    assert laptop.settings.overlay == str(own)


def test_a_folder_named_from_where_one_is_or_from_home_is_kept_whole(
    tmp_path: Path, workspace: Workspace, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = filled(tmp_path / "ons")
    monkeypatch.chdir(tmp_path)
    choose_folder(workspace, "ons")
    assert laptop.settings.overlay == str(own)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    choose_folder(workspace, "~/ons")
    assert laptop.settings.overlay == str(own)


@pytest.mark.parametrize(
    "typed", ["", '""', "nowhere", "~nobody-of-this-name/x", "x" * 5000, "a\x00b", "empty", "file"]
)
def test_what_is_no_folder_of_an_organisation_is_refused_and_nothing_changes(
    tmp_path: Path, workspace: Workspace, laptop: Laptop, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    before = laptop.settings
    with pytest.raises(OverlayError) as refused:
        choose_folder(workspace, typed)
    assert "\x00" not in refused.value.told(ENGLISH)
    assert laptop.settings == before
    assert workspace.library.overlay is None


def test_what_is_left_out_is_said_with_the_choice(tmp_path: Path, workspace: Workspace) -> None:
    own = write(tmp_path / "ons", {"about/help.md": page("<b>x</b>"), "contact/x.md": "x"})
    said = choose_folder(workspace, str(own))
    assert f'2 things in it are left out. All of it: onlinesafe content check "{own}"' in said


def test_a_folder_from_the_command_line_goes_before_the_one_that_was_chosen(tmp_path: Path, laptop: Laptop) -> None:
    one, other = filled(tmp_path / "one"), filled(tmp_path / "other")
    laptop.settings = replace(laptop.settings, overlay=f"{one}/")
    workspace = laptop.workspace()
    assert not is_named_at_start(workspace)
    workspace.library.lay_over(one)
    assert not is_named_at_start(workspace)
    workspace.library.lay_over(other)
    assert is_named_at_start(workspace)
    assert choose_no_folder(workspace) == "Only the texts of the program are used from now on."
    assert laptop.settings.overlay is None
    assert not is_named_at_start(workspace)


WHOM = "Tell whoever looks after these texts. The reason is under Look up, at ‘Folder of your organisation’."
BROKEN = page("<b>x</b>")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["about/help.md"], "1 text of your organisation cannot be shown. The usual one is shown."),
        (["organisation/help.md"], "1 text of your organisation cannot be shown."),
        (
            ["about/help.md", "advice/no-talk.md"],
            "2 texts of your organisation cannot be shown. The usual ones are shown.",
        ),
        (
            ["about/help.md", "organisation/help.md"],
            "2 texts of your organisation cannot be shown. Of 1 the usual one is shown.",
        ),
    ],
)
def test_whoever_uses_it_hears_how_many_texts_and_that_ours_stand_in_where_they_do(
    tmp_path: Path, names: list[str], said: str
) -> None:
    library = Library(content_folder(), write(tmp_path, dict.fromkeys(names, BROKEN)))
    assert left_out(library, ENGLISH) == f"{said} {WHOM}"


def test_whoever_uses_it_hears_that_the_folder_is_gone_and_nothing_when_all_is_well(tmp_path: Path) -> None:
    gone = Library(content_folder(), tmp_path / "gone")
    assert left_out(gone, ENGLISH).startswith("The folder with the texts of your organisation cannot be reached.")
    for library in (Library(content_folder()), Library(content_folder(), filled(tmp_path / "ons"))):
        assert left_out(library, ENGLISH) == ""
        assert left_out_told(library, ENGLISH) == ()


def test_its_author_hears_which_file_and_what_to_write_instead(tmp_path: Path) -> None:
    library = Library(content_folder(), write(tmp_path, {"about/help.md": BROKEN, "organisation/help.md": BROKEN}))
    about, other, command = left_out_told(library, ENGLISH)
    assert about.startswith("about/help.md:")
    assert other.startswith("organisation/help.md:")
    assert command == f'All of it: onlinesafe content check "{tmp_path}"'
    assert str(tmp_path) not in about + other


def test_of_very_many_problems_the_rest_is_counted(tmp_path: Path) -> None:
    library = Library(content_folder(), write(tmp_path, {f"page-{number}.md": "x" for number in range(60)}))
    told = left_out_told(library, ENGLISH)
    assert len(told) == 52
    assert told[-2] == "And 10 more."


@needs_odd_names
def test_no_name_steers_the_terminal(tmp_path: Path) -> None:
    library = Library(content_folder(), hostile(tmp_path / "ons"))
    told = left_out_told(library, ENGLISH)
    assert len(told) == len(library.left_out()) + 1
    assert not {"\x1b", "\x07", "\u202e", "\n"} & set("".join(told))
    assert whose_texts(library, ENGLISH) == ""
