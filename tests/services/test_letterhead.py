"""From whom a paper comes."""

from __future__ import annotations

from pathlib import Path

from onlinesafe_tui.exports.shapes import Logo, Picture
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.letterhead import letterhead
from tests.library.own import png
from tests.library.writing import write

ABOUT = '---\nname: "De Brug"\nlogo: logo.png\n---\n'


def organisation(folder: Path) -> Library:
    """The content with the folder of an organisation over it."""
    return Library(content_folder(), write(folder, {"organisation.md": ABOUT, "logo.png": png()}))


def test_without_an_organisation_a_paper_comes_from_nobody() -> None:
    assert letterhead(Library(content_folder())) == ("", None)


def test_an_organisation_puts_its_name_and_logo_on_paper(tmp_path: Path) -> None:
    assert letterhead(organisation(tmp_path)) == ("De Brug", Logo(png(), Picture.PNG))


def test_a_logo_that_went_away_or_changed_meanwhile_is_left_out(tmp_path: Path) -> None:
    library = organisation(tmp_path)
    assert letterhead(library)[1] is not None
    (tmp_path / "logo.png").write_bytes(b"no picture any more")
    assert letterhead(library) == ("De Brug", None)
    (tmp_path / "logo.png").unlink()
    assert letterhead(library) == ("De Brug", None)
