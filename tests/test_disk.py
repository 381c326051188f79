"""Files are written whole also where other programs hold them for a moment."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from onlinesafe_tui import disk
from onlinesafe_tui.cli import begin
from onlinesafe_tui.disk import patiently, written_part
from onlinesafe_tui.errors import ExportError, SettingsError, reason_of
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.clipboard import Clipboard
from onlinesafe_tui.services.files import keep_as_file
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.services.new_file import keep_under_free_name
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.settings import Settings, read_settings, write_settings
from onlinesafe_tui.store.files import read_whole, remove, remove_folder
from onlinesafe_tui.store.opening import create_vault
from onlinesafe_tui.store.restoring import backup_vault
from tests.browsing import RememberingBrowser
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW
from tests.tui.desk import FixedClock
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


def left_behind(path: Path, seconds: float) -> Path:
    """Leave a file that was written some seconds ago."""
    path.write_text("not sealed")
    then = time.time() - seconds
    os.utime(path, (then, then))
    return path


@pytest.mark.parametrize("write", ["a paper", "a backup", "settings"])
def test_what_an_ended_program_left_half_made_goes_with_the_next_write_there(tmp_path: Path, write: str) -> None:
    prefix = "settings.json" if write == "settings" else ".onlinesafe-"
    left = left_behind(tmp_path / f"{prefix}ab_cd123.tmp", disk.LEFT_AFTER + 5)
    of_now = left_behind(tmp_path / f"{prefix}ab_cd124.tmp", disk.LEFT_AFTER - 5)
    others = [
        left_behind(tmp_path / name, disk.LEFT_AFTER + 5)
        for name in (f"{prefix}.tmp", f"{prefix}report.tmp", f"{prefix}ab_cd12.tmp", f"x{prefix}ab_cd123.tmp", "a.tmp")
    ]
    target = tmp_path / "target"
    target.write_text("kept")
    link = tmp_path / f"{prefix}ab_cd125.tmp"
    link.symlink_to(target)
    match write:
        case "a paper":
            keep_as_file(tmp_path / "paper.html", "sealed by nobody")
        case "a backup":
            create_vault(tmp_path / "vault", PASSPHRASE, QuickSealer(), NOW).close()
            backup_vault(tmp_path / "vault", tmp_path / "copy.backup", NOW)
        case _:
            write_settings(tmp_path / "settings.json", Settings(language=Language.NL))
    assert not left.exists()
    assert all(path.exists() for path in (of_now, *others, link, target))


def test_nothing_is_cleared_where_there_is_no_folder_and_what_is_refused_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.clear_parts(tmp_path / "nowhere", prefix=disk.PART, suffix=disk.PART_ENDS)
    left = left_behind(tmp_path / ".onlinesafe-ab_cd123.tmp", disk.LEFT_AFTER + 5)

    def refuse(path: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    with monkeypatch.context() as refused:
        refused.setattr(Path, "unlink", refuse)
        disk.clear_parts(tmp_path, prefix=disk.PART, suffix=disk.PART_ENDS)
    assert left.exists()


def test_a_start_clears_up_where_files_are_offered_to_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = left_behind(tmp_path / ".onlinesafe-ab_cd123.tmp", disk.LEFT_AFTER + 5)
    monkeypatch.setattr(begin, "_START_IS_OVER", 0.0)
    begin.clear_up_later(
        Workspace(
            library=Library(content_folder()),
            keeper=Keeper(FixedClock(), folder=None),
            settings=Settings(),
            keep_settings=lambda _: None,
            clock=FixedClock(),
            clipboard=Clipboard(lambda _: False, environ={}),
            browser=RememberingBrowser(),
            exports=tmp_path,
        )
    )
    end = time.monotonic() + 10
    while left.exists() and time.monotonic() < end:
        time.sleep(0.01)
    assert not left.exists()


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
