"""Where a file goes that somebody typed the place of, and that nothing half or hidden is made."""

from __future__ import annotations

import errno
from pathlib import Path, PureWindowsPath

import pytest

from onlinesafe_tui.errors import ExportError, reason_of
from onlinesafe_tui.services.files import keep_as_file, place_of
from onlinesafe_tui.services.photo_paths import path_in
from tests.windows import windows_error

PROFILE = {"UserProfile": "C:\\Users\\An"}


def reason(caught: pytest.ExceptionInfo[ExportError]) -> str:
    return str(caught.value.values["reason"])


@pytest.mark.parametrize("typed", ["nota.txt", " nota.txt ", '"nota.txt"', "'nota.txt'"])
def test_a_name_alone_stands_in_the_folder_that_was_offered(typed: str, tmp_path: Path) -> None:
    assert place_of(typed, tmp_path) == tmp_path / "nota.txt"


def test_the_home_folder_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert place_of("~/nota.txt", Path("elsewhere")) == tmp_path / "nota.txt"


def test_a_home_folder_that_nobody_has_is_a_name(tmp_path: Path) -> None:
    assert place_of("~nobody-here/nota.txt", tmp_path) == tmp_path / "~nobody-here" / "nota.txt"


@pytest.mark.parametrize("typed", ["%USERPROFILE%\\nota.txt", '"%userprofile%\\nota.txt"'])
def test_names_of_folders_are_filled_in_with_windows_faked(typed: str) -> None:
    path = place_of(typed, Path(), environ=PROFILE, is_windows=True)
    assert PureWindowsPath(str(path)) == PureWindowsPath("C:\\Users\\An\\nota.txt")


def test_a_name_that_stands_for_nothing_stays_as_it_is(tmp_path: Path) -> None:
    assert place_of("100% %ONE%.txt", tmp_path, environ={}, is_windows=True) == tmp_path / "100% %ONE%.txt"
    assert place_of("%HOME%.txt", tmp_path, environ={"HOME": "/x"}, is_windows=False) == tmp_path / "%HOME%.txt"


@pytest.mark.parametrize("name", ["CON", "nul.txt", "nota.txt:geheim", "nota."])
def test_no_file_is_made_under_a_name_that_means_something_else_with_windows_faked(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        keep_as_file(tmp_path / "new" / name, "tekst", is_windows=True)
    assert not list(tmp_path.iterdir())


def test_a_folder_is_told_from_a_file_that_is_there_already(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        keep_as_file(tmp_path, "tekst")
    assert reason(caught) == "a folder stands where a file should be"


def test_newlines_stay_newlines_on_every_computer(tmp_path: Path) -> None:
    keep_as_file(tmp_path / "nota.txt", "één\ntwee\n")
    assert (tmp_path / "nota.txt").read_bytes() == "één\ntwee\n".encode()


def test_a_path_that_is_too_long_is_not_told_as_missing_with_windows_faked() -> None:
    error = windows_error(3)
    error.filename = "C:\\" + "map\\" * 70
    assert reason_of(error) == "the name is too long"
    short = windows_error(3)
    short.errno, short.filename = errno.ENOENT, "C:\\map"
    assert reason_of(short) == "it is not there"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("file:///C:/Users/An/mijn%20tuin.jpg", "C:/Users/An/mijn tuin.jpg"),
        ("file://localhost/C:/tuin.jpg", "C:/tuin.jpg"),
        ("file://server/team/tuin.jpg", "//server/team/tuin.jpg"),
    ],
)
def test_a_dropped_address_is_a_path_with_windows_faked(address: str, path: str) -> None:
    assert path_in(address, is_windows=True) == path
