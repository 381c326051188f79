"""Files are written whole also where other programs hold them for a moment."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from onlinesafe_tui import disk
from onlinesafe_tui.disk import patiently, written_part
from onlinesafe_tui.errors import ExportError, SettingsError, reason_of
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.new_file import keep_under_free_name
from onlinesafe_tui.settings import Settings, read_settings, write_settings
from onlinesafe_tui.store.files import read_whole, remove, remove_folder
from tests.windows import refusing, windows_error


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "WAITS", (0.0,) * 6)


@pytest.mark.parametrize("number", [5, 32, 33])
@pytest.mark.parametrize("times", [1, 6])
def test_what_is_held_for_a_moment_is_tried_again_with_windows_faked(number: int, times: int) -> None:
    assert patiently(refusing(times, lambda: "done", number)) == "done"


def test_what_stays_held_is_told_in_the_end_with_windows_faked() -> None:
    with pytest.raises(PermissionError):
        patiently(refusing(7, lambda: "done"))


def test_what_is_refused_for_another_reason_is_told_at_once() -> None:
    calls = []

    def full() -> None:
        calls.append(1)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        patiently(full)
    assert len(calls) == 1


def test_a_drive_on_the_network_that_is_busy_for_a_moment_is_tried_again() -> None:
    busy = iter([OSError(errno.EBUSY, "Device or resource busy")])

    def act() -> str:
        for error in busy:
            raise error
        return "done"

    assert patiently(act) == "done"


@pytest.mark.parametrize("times", [1, 6])
def test_settings_are_kept_also_when_held_for_a_moment_with_windows_faked(
    times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    write_settings(path, Settings(language=Language.NL))
    monkeypatch.setattr(os, "replace", refusing(times, os.replace))
    write_settings(path, Settings(language=Language.EN))
    assert read_settings(path).language is Language.EN
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


def test_settings_that_stay_held_are_what_they_were_and_the_reason_is_true_with_windows_faked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    write_settings(path, Settings(language=Language.NL))
    monkeypatch.setattr(os, "replace", refusing(100, os.replace))
    with pytest.raises(SettingsError) as caught:
        write_settings(path, Settings(language=Language.EN))
    assert str(caught.value.values["reason"]).startswith("another program has it open")
    assert read_settings(path).language is Language.NL
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


def test_a_clean_copy_is_kept_on_a_disk_without_second_names_where_it_is_held_with_windows_faked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", refusing(100, os.link, 1))
    monkeypatch.setattr(os, "replace", refusing(3, os.replace))
    path = keep_under_free_name(tmp_path, "photo-clean", ".jpg", b"data")
    assert path.read_bytes() == b"data"
    assert [file.name for file in tmp_path.iterdir()] == ["photo-clean.jpg"]


def test_a_copy_that_cannot_get_its_name_leaves_nothing_with_windows_faked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", refusing(100, os.link, 1))
    monkeypatch.setattr(os, "replace", refusing(100, os.replace))
    with pytest.raises(ExportError):
        keep_under_free_name(tmp_path, "photo-clean", ".jpg", b"data")
    assert not list(tmp_path.iterdir())


def test_a_file_is_read_and_removed_when_it_is_let_go_with_windows_faked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "key.age"
    file.write_bytes(b"key")
    monkeypatch.setattr(Path, "read_bytes", refusing(2, Path.read_bytes))
    monkeypatch.setattr(os, "unlink", refusing(2, os.unlink))
    assert read_whole(file, "key.age") == b"key"
    remove(file)
    assert not file.exists()


def test_a_folder_is_removed_when_it_is_let_go_with_windows_faked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "incident"
    folder.mkdir()
    (folder / "key.age").write_bytes(b"key")
    monkeypatch.setattr(os, "rmdir", refusing(2, os.rmdir))
    remove_folder(folder)
    assert not folder.exists()


def test_a_part_that_cannot_be_finished_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        written_part(tmp_path, b"data", prefix="a", suffix=".tmp")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (5, "this user may not do that"),
        (19, "nothing can be written there"),
        (32, "another program has it open"),
        (53, "the network or the drive cannot be reached"),
        (123, "Windows knows no such names"),
        (206, "the name is too long"),
    ],
)
def test_the_reason_is_what_windows_means_with_windows_faked(number: int, says: str) -> None:
    assert reason_of(windows_error(number)).startswith(says)
