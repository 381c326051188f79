"""Which file is meant, what may be proof, and where a clean copy goes."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.facets import ForWhom
from onlinesafe_tui.domain.text import clean_name, clean_text
from onlinesafe_tui.errors import ExportError, PictureKept, PictureUnreadable
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.services.incidents import start_incident
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.services.new_file import keep_under_free_name
from onlinesafe_tui.services.photo_paths import typed_path
from onlinesafe_tui.services.photo_proof import MIND_LOCKED, MIND_RECEIVED, cautions, refuse_proof
from onlinesafe_tui.services.photos import make_clean_copy
from onlinesafe_tui.store.opening import create_vault
from tests.pictures.samples import encoded
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.tui.desk import NOW, FixedClock

EN = Words(Language.EN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a space in its name."""
    made = tmp_path / "my photos"
    made.mkdir()
    return made


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    """What keeps incidents, with none in it."""
    return Keeper(FixedClock(), folder=tmp_path / "vault")


def picture(folder: Path, name: str = "garden.jpg") -> Path:
    path = folder / name
    path.write_bytes(encoded("jpeg"))
    return path


def write_down(keeper: Keeper, *places: str) -> None:
    """Keep an incident in which somebody wrote down where screenshots are."""
    incident = start_incident(FixedClock(), Country.NL, ForWhom.SELF)
    for place in places:
        incident = incident.keep(incident.new_evidence(NOW).tell(Fact.KEPT_WHERE, place))
    keeper.save(incident)


@pytest.mark.parametrize(
    "typed",
    [
        "{path}",
        "  {path}  ",
        "'{path}'",
        '"{path}"',
        "& '{path}'",
        "file://{path}",
        "file://localhost{path}",
        "file://{url}",
        "{escaped}",
        "{escaped} ",
    ],
)
def test_a_file_is_found_however_it_was_typed_pasted_or_dropped(typed: str, folder: Path) -> None:
    path = picture(folder, "the garden (1).jpg")
    escaped = str(path).replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")
    url = str(path).replace(" ", "%20")
    assert typed_path(typed.format(path=path, escaped=escaped, url=url)) == path


def test_a_file_in_the_home_folder_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    assert typed_path("~/garden.jpg") == folder / "garden.jpg"


def test_a_name_with_quotes_or_strokes_of_its_own_is_found(folder: Path) -> None:
    for name in ("Els' garden.jpg", "a\\ b.jpg", "100% #1.jpg"):
        assert typed_path(str(picture(folder, name))).read_bytes()


@pytest.mark.parametrize("name", ["a\x1b[2J.jpg", "two  spaces.jpg", "cafe\u0301.jpg", "\u202egpj.jpg"])
def test_a_name_that_was_cleaned_when_it_was_pasted_is_found_by_how_it_looks(name: str, folder: Path) -> None:
    path = picture(folder, name)
    assert typed_path(clean_name(str(path))) == path
    assert typed_path(" ".join(clean_text(str(path)).split("\n"))) == path


@pytest.mark.parametrize(
    "typed", ["", " ", "nothing.jpg", "'", '"', "file:", "file://[", "~nobody/x", "a\0b", "\\", "&"]
)
def test_whatever_was_typed_is_a_path_of_some_kind(typed: str) -> None:
    assert isinstance(typed_path(typed), Path)


@pytest.mark.parametrize(
    "place",
    [
        "garden.jpg",
        "GARDEN.JPG",
        "garden",
        "op mijn laptop: 'garden.jpg', en op de stick",
        "{path}",
        "{folder}",
        "{folder}/",
        "my photos",
        "de map My Photos",
        "C:\\Users\\Els\\my photos\\",
    ],
)
def test_a_file_is_kept_that_lies_in_or_is_named_by_what_was_written_down(
    place: str, folder: Path, keeper: Keeper
) -> None:
    path = picture(folder)
    refuse_proof(path, keeper)
    write_down(keeper, "elsewhere", place.format(path=path, folder=folder))
    with pytest.raises(PictureKept, match="proof is kept in this place"):
        make_clean_copy(path, keeper, EN)
    assert [found.name for found in folder.iterdir()] == ["garden.jpg"]


@pytest.mark.parametrize("place", ["gardens.jpg", "photos of the garden party.zip", "{folder}/other.jpg", "ja", ""])
def test_a_file_that_nobody_wrote_down_is_not_kept(place: str, folder: Path, keeper: Keeper) -> None:
    path = picture(folder, "house.jpg")
    write_down(keeper, place.format(folder=folder.parent / "albums"))
    refuse_proof(path, keeper)


def test_a_folder_is_known_by_the_name_that_the_computer_shows(tmp_path: Path, keeper: Keeper) -> None:
    (tmp_path / "Pictures").mkdir()
    path = picture(tmp_path / "Pictures")
    write_down(keeper, "In Afbeeldingen op mijn laptop")
    with pytest.raises(PictureKept):
        refuse_proof(path, keeper)


def test_a_link_to_what_was_written_down_is_kept_too(folder: Path, tmp_path: Path, keeper: Keeper) -> None:
    path = picture(folder)
    link = tmp_path / "holiday.jpg"
    link.symlink_to(path)
    write_down(keeper, "my photos")
    with pytest.raises(PictureKept):
        make_clean_copy(link, keeper, EN)


@pytest.mark.parametrize("is_open", [True, False])
def test_a_file_in_the_vault_is_kept(is_open: bool, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    create_vault(vault, PASSPHRASE, QuickSealer(), NOW).close()
    keeper = Keeper(FixedClock(), folder=vault if is_open else tmp_path / "another")
    (vault / "incidents" / "files").mkdir(parents=True)
    with pytest.raises(PictureKept, match="keeps everything"):
        make_clean_copy(picture(vault / "incidents" / "files"), keeper, EN)


@pytest.mark.parametrize("name", ["Bewijs 1.jpg", "aangifte.jpg", "2026-11-22 evidence.jpg"])
def test_a_file_that_says_it_is_proof_is_kept(name: str, folder: Path, keeper: Keeper) -> None:
    with pytest.raises(PictureKept, match="says that it is proof"):
        make_clean_copy(picture(folder, name), keeper, EN)


def test_a_file_in_a_folder_that_says_so_is_kept(folder: Path, keeper: Keeper) -> None:
    (folder / "Bewijsmateriaal" / "november").mkdir(parents=True)
    with pytest.raises(PictureKept, match="says that it is proof"):
        make_clean_copy(picture(folder / "Bewijsmateriaal" / "november"), keeper, EN)


def test_what_is_closed_or_came_through_a_chat_is_something_to_mind(tmp_path: Path, folder: Path) -> None:
    create_vault(tmp_path / "vault", PASSPHRASE, QuickSealer(), NOW).close()
    closed = Keeper(FixedClock(), folder=tmp_path / "vault")
    assert cautions(folder / "IMG-20261122-WA0001.jpg", closed) == (MIND_LOCKED, MIND_RECEIVED)
    fresh = Keeper(FixedClock(), folder=tmp_path / "fresh")
    assert cautions(folder / "Schermafbeelding 2026-11-22.png", fresh) == (MIND_RECEIVED,)
    assert cautions(folder / "IMG_2041.jpg", fresh) == ()


def test_the_name_of_a_copy_says_nothing_and_is_never_one_that_is_taken(folder: Path, keeper: Keeper) -> None:
    path = picture(folder, "2026-11-22 at home with Jan.jpg")
    made = [make_clean_copy(path, keeper, EN) for _ in range(3)]
    assert [copy.name for copy in made] == ["photo-clean.jpg", "photo-clean-2.jpg", "photo-clean-3.jpg"]
    assert all(copy.stat().st_mode & 0o777 == 0o600 for copy in made)


def test_a_link_to_nowhere_is_not_written_through(folder: Path, keeper: Keeper, tmp_path: Path) -> None:
    (folder / "photo-clean.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    assert make_clean_copy(picture(folder), keeper, EN).name == "photo-clean-2.jpg"
    assert not (tmp_path / "elsewhere.jpg").exists()


@pytest.mark.parametrize("call", ["fsync", "link"])
def test_on_a_full_disk_nothing_is_left(call: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, call, full)
    if call == "link":
        monkeypatch.setattr(os, "open", full)
    with pytest.raises(ExportError, match="the disk is full"):
        keep_under_free_name(folder, "photo-clean", ".jpg", b"data")
    assert list(folder.iterdir()) == []


def test_a_disk_that_knows_no_second_names_gets_the_whole_file_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", none)
    (folder / "photo-clean.jpg").write_bytes(b"mine")
    path = keep_under_free_name(folder, "photo-clean", ".jpg", b"data")
    assert path.read_bytes() == b"data"
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(found.name for found in folder.iterdir()) == ["photo-clean-2.jpg", "photo-clean.jpg"]
    assert (folder / "photo-clean.jpg").read_bytes() == b"mine"


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="it is not there"):
        keep_under_free_name(tmp_path / "gone", "photo-clean", ".jpg", b"data")


def test_several_files_at_once_are_said_to_go_one_by_one(folder: Path) -> None:
    one, other = picture(folder, "one.jpg"), picture(folder, "other.jpg")
    with pytest.raises(PictureUnreadable, match="one by one"):
        typed_path(f"'{one}' '{other}'")
