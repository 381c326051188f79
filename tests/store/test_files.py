"""Files are whole or not there, and for their owner only."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onlinesafe_tui import disk
from onlinesafe_tui.errors import VaultMissing, VaultUnwritable
from onlinesafe_tui.store.files import (
    clear_parts,
    make_folder,
    previous_of,
    read_whole,
    remove_folder,
    set_aside,
    write_whole,
)
from tests.windows import refusing


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "incident.age"


@pytest.fixture
def loose_umask() -> Any:
    before = os.umask(0o022)
    yield
    os.umask(before)


def failing(error: OSError) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.usefixtures("loose_umask")
def test_folders_and_files_are_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    make_folder(folder)
    write_whole(folder / "a", b"1")
    write_whole(folder / "a", b"2")
    assert [mode(folder), mode(folder / "a"), mode(folder / "a.bak")] == [0o700, 0o600, 0o600]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.usefixtures("loose_umask")
def test_an_empty_folder_that_was_there_is_closed_and_a_used_one_left_alone(tmp_path: Path) -> None:
    empty, used = tmp_path / "empty", tmp_path / "used"
    empty.mkdir()
    used.mkdir()
    (used / "letter.txt").write_text("mine")
    make_folder(empty)
    make_folder(used)
    assert [mode(empty), mode(used)] == [0o700, 0o755]


def test_the_version_before_is_kept_and_only_that_one(file: Path) -> None:
    for version in (b"1", b"2", b"3"):
        write_whole(file, version)
    assert (file.read_bytes(), previous_of(file).read_bytes()) == (b"3", b"2")
    assert names(file.parent) == {"incident.age", "incident.age.bak"}


def test_the_version_before_is_kept_also_after_a_crash_between_the_two_replacements(file: Path) -> None:
    write_whole(file, b"1")
    os.link(file, previous_of(file))
    write_whole(file, b"2")
    write_whole(file, b"3")
    assert (file.read_bytes(), previous_of(file).read_bytes()) == (b"3", b"2")
    assert names(file.parent) == {"incident.age", "incident.age.bak"}


def test_a_disk_without_second_names_gets_a_copy(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", failing(PermissionError(errno.EPERM, "Operation not permitted")))
    for version in (b"1", b"2", b"3"):
        write_whole(file, version)
    assert (file.read_bytes(), previous_of(file).read_bytes()) == (b"3", b"2")
    assert names(file.parent) == {"incident.age", "incident.age.bak"}


@pytest.mark.parametrize("call", ["fsync", "replace", "link"])
def test_a_disk_that_refuses_leaves_the_old_version_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    write_whole(file, b"old")
    full = OSError(errno.ENOSPC, "No space left on device")
    with monkeypatch.context() as broken:
        broken.setattr(os, call, failing(full))
        if call == "link":
            broken.setattr(os, "fsync", failing(full))
        with pytest.raises(VaultUnwritable) as caught:
            write_whole(file, b"new")
    assert caught.value.values == {"path": str(file.parent), "reason": "the disk is full"}
    assert file.read_bytes() == b"old"
    assert names(file.parent) == {"incident.age"}
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"


def test_a_disk_that_keeps_something_else_than_it_was_given_does_not_replace_what_is_there(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(file, b"old")
    real = os.fsync

    def fsync(handle: int) -> None:
        real(handle)
        os.ftruncate(handle, 1)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(VaultUnwritable) as caught:
        write_whole(file, b"new")
    assert caught.value.values["reason"] == "what was written does not read back as it should"
    assert file.read_bytes() == b"old"
    assert names(file.parent) == {"incident.age"}


def test_a_failure_after_the_replacement_is_told_and_leaves_the_new_version(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(file, b"old")
    real, calls = os.fsync, iter(range(9))

    def fsync(handle: int) -> None:
        if next(calls):
            raise OSError(errno.EIO, "Input/output error")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(VaultUnwritable):
        write_whole(file, b"new")
    assert (file.read_bytes(), previous_of(file).read_bytes()) == (b"new", b"old")


def test_a_file_that_is_held_for_a_moment_is_replaced_a_little_later_with_windows_faked(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(file, b"old")
    monkeypatch.setattr(os, "replace", refusing(2, os.replace))
    write_whole(file, b"new")
    assert (file.read_bytes(), previous_of(file).read_bytes()) == (b"new", b"old")


def test_a_file_that_is_held_for_good_stays_as_it_is_with_windows_faked(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(file, b"old")
    monkeypatch.setattr(disk, "WAITS", (0.0, 0.0))
    monkeypatch.setattr(os, "replace", refusing(100, os.replace))
    with pytest.raises(VaultUnwritable) as caught:
        write_whole(file, b"new")
    assert str(caught.value.values["reason"]).startswith("another program has it open")
    assert file.read_bytes() == b"old"
    assert names(file.parent) == {"incident.age"}


def test_a_file_that_may_not_be_replaced_is_told_at_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_whole(file, b"old")
    monkeypatch.setattr(disk, "WAITS", (60.0,))
    monkeypatch.setattr(os, "replace", failing(PermissionError(errno.EACCES, "Permission denied")))
    with pytest.raises(VaultUnwritable):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"


def test_a_network_disk_that_cannot_settle_folders_is_good_enough(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if os.fstat(handle).st_mode & 0o040000:
            raise OSError(errno.EINVAL, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    for folder in (tmp_path / "file", tmp_path / "file" / "vault"):
        with pytest.raises(VaultUnwritable):
            make_folder(folder)
    assert (tmp_path / "file").read_bytes() == b"in the way"


def test_a_file_that_is_not_there_is_missing_and_one_that_is_kept_from_us_is_not(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        read_whole(tmp_path / "a", "a")
    with pytest.raises(VaultUnwritable):
        read_whole(tmp_path, "a")


def test_what_is_set_aside_is_never_replaced(file: Path) -> None:
    for version in (b"1", b"2"):
        write_whole(file, version)
        set_aside(file)
    write_whole(file, b"3")
    assert (file.with_name("incident.age.aside-1")).read_bytes() == b"1"
    assert (file.with_name("incident.age.aside-2")).read_bytes() == b"2"
    assert set_aside(file.with_name("nothing")) is None


def test_what_an_interrupted_write_left_is_cleared_and_nothing_else(file: Path) -> None:
    write_whole(file, b"1")
    write_whole(file, b"2")
    (file.parent / "incident.age.x7f_2abc.onlinesafe.tmp").write_bytes(b"half")
    (file.parent / "letter.tmp").write_bytes(b"mine")
    clear_parts(file.parent)
    assert names(file.parent) == {"incident.age", "incident.age.bak", "letter.tmp"}
    clear_parts(file.parent / "nowhere")


def test_a_folder_is_removed_with_its_files(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"1")
    remove_folder(tmp_path / "a")
    remove_folder(tmp_path / "a")
    assert names(tmp_path) == set()
