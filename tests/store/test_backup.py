"""A backup is one whole file, and takes the place of a vault in one go, or not at all."""

import io
import json
import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from onlinesafe_tui.errors import BackupError, ExportError, NothingSaved, VaultInUse, VaultUnwritable
from onlinesafe_tui.store import archive
from onlinesafe_tui.store.archive import read_archive
from onlinesafe_tui.store.layout import Layout, finish_restore
from onlinesafe_tui.store.opening import create_vault, recover_vault, unlock_vault
from onlinesafe_tui.store.paper import new_code
from onlinesafe_tui.store.restoring import backup_vault, restore_vault, set_aside_folders
from onlinesafe_tui.store.vault import Vault
from tests.store.killed import killed_at_each_change
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, WORDS, incident, incident_id, later
from tests.store.workbooks import workbook

ONE, TWO = incident_id(1), incident_id(2)
CODE = new_code()


@pytest.fixture
def filled(layout: Layout) -> Layout:
    """A closed vault with two incidents, a workbook and a code."""
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(incident(1, words="first"))
        vault.save(incident(1))
        vault.save(incident(2))
        vault.save_workbook(workbook())
        vault.care.keep_code(CODE)
    return layout


@pytest.fixture
def file(filled: Layout, tmp_path: Path) -> Path:
    """A backup of that vault."""
    path = tmp_path / "out" / "mine.zip"
    backup_vault(filled.folder, path, later(5))
    return path


def unlock(folder: Path, *, read_only: bool = False) -> Vault:
    return unlock_vault(folder, PASSPHRASE, QuickSealer(), read_only=read_only)


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_backup_holds_every_file_of_the_vault_and_nothing_else(filled: Layout, tmp_path: Path) -> None:
    own = tree(filled.folder)
    for name in ("Thumbs.db", "index.age.abcd.onlinesafe.tmp", "vault (1).json", f"incidents/{ONE}/photo.jpg"):
        (filled.folder / name).write_bytes(b"x")
    backup = backup_vault(filled.folder, tmp_path / "mine.zip", later(5))
    assert set(backup.files) == set(own)
    with zipfile.ZipFile(tmp_path / "mine.zip") as opened:
        assert opened.namelist()[0] == "backup.json"
        assert {name: opened.read(name) for name in opened.namelist()[1:]} == own
    assert (backup.incidents, backup.made, backup.card.created) == (2, later(5), NOW)
    assert backup.card.paper


def test_a_backup_is_as_sealed_as_the_vault_and_readable_for_its_owner_alone(file: Path) -> None:
    assert WORDS.encode() not in file.read_bytes()
    assert b"youtube" not in file.read_bytes()
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["mine.zip"]


def test_a_backup_is_never_written_over_a_file_or_into_the_vault(filled: Layout, file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(ExportError):
        backup_vault(filled.folder, file, NOW)
    assert file.read_bytes() == before
    with pytest.raises(ExportError):
        backup_vault(filled.folder, filled.folder / "mine.zip", NOW)
    assert not (filled.folder / "mine.zip").exists()
    with pytest.raises(NothingSaved):
        backup_vault(filled.folder / "nowhere", file.with_name("other.zip"), NOW)


def test_no_backup_is_made_while_another_window_may_be_writing(filled: Layout, tmp_path: Path) -> None:
    with unlock(filled.folder) as vault:
        with pytest.raises(VaultInUse):
            backup_vault(filled.folder, tmp_path / "mine.zip", NOW)
        with unlock(filled.folder, read_only=True) as looking, pytest.raises(VaultInUse):
            looking.backup(tmp_path / "mine.zip", NOW)
        vault.save(incident(3))
        assert vault.backup(tmp_path / "mine.zip", NOW).incidents == 3
    assert restore_vault(tmp_path / "mine.zip", tmp_path / "other") is None
    with unlock(tmp_path / "other") as other:
        assert other.load(incident_id(3)) == incident(3)
        assert other.index_trouble is None


def test_a_full_disk_leaves_no_half_backup(filled: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "settle", full)
    with pytest.raises(ExportError):
        backup_vault(filled.folder, tmp_path / "out" / "mine.zip", NOW)
    assert list((tmp_path / "out").iterdir()) == []


def test_what_was_written_is_looked_at_again(filled: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = archive._write

    def broken(file: io.BufferedWriter, *rest: object) -> None:
        real(file, *rest)  # type: ignore[arg-type]
        file.seek(-900, os.SEEK_END)
        file.write(b"\0" * 100)

    monkeypatch.setattr(archive, "_write", broken)
    with pytest.raises(BackupError):
        backup_vault(filled.folder, tmp_path / "out" / "mine.zip", NOW)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_backup_gives_back_everything_on_a_new_computer(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "vault"
    assert restore_vault(file, folder) is None
    with unlock(folder) as vault:
        assert [vault.load(id) for id in (ONE, TWO)] == [incident(1), incident(2)]
        assert vault.load_workbook() == workbook()
        assert [one.name for one in vault.check() if one.trouble or one.stray] == []
    if os.name != "nt":
        modes = {path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*")) if path.is_dir()}
        assert modes == {0o700}
        assert {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()} == {0o600}
    recover_vault(folder, CODE, "five other words to keep", QuickSealer(), NOW).close()


def test_what_stood_there_is_kept_beside_it(filled: Layout, file: Path) -> None:
    with unlock(filled.folder) as vault:
        vault.save(incident(1, words="newer"))
    before = tree(filled.folder)
    old = restore_vault(file, filled.folder)
    assert old == filled.folder.with_name("vault.before-restore-1")
    assert tree(old) == before
    assert restore_vault(file, filled.folder) == filled.folder.with_name("vault.before-restore-2")
    with unlock(filled.folder) as vault:
        assert vault.load(ONE) == incident(1)
    assert set_aside_folders(filled.folder) == (old, filled.folder.with_name("vault.before-restore-2"))


def test_nothing_takes_the_place_of_a_vault_that_is_open(filled: Layout, file: Path) -> None:
    with unlock(filled.folder) as vault:
        with pytest.raises(VaultInUse):
            restore_vault(file, filled.folder)
        assert vault.load(ONE) == incident(1)
    assert set_aside_folders(filled.folder) == ()


def test_an_empty_folder_is_filled_and_a_file_in_the_way_stays(file: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert restore_vault(file, tmp_path / "empty") is None
    unlock(tmp_path / "empty").close()
    (tmp_path / "in the way").write_bytes(b"mine")
    with pytest.raises(VaultUnwritable):
        restore_vault(file, tmp_path / "in the way")
    assert (tmp_path / "in the way").read_bytes() == b"mine"


@pytest.mark.parametrize("broken_at", [1, 2, 3])
def test_a_swap_that_fails_leaves_the_old_one(
    filled: Layout, file: Path, broken_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(filled.folder)
    real, calls = Path.rename, iter(range(1, 9))

    def rename(path: Path, target: Path) -> Path:
        if next(calls) == broken_at:
            raise PermissionError(13, "Permission denied")
        return real(path, target)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "rename", rename)
        with pytest.raises(VaultUnwritable):
            restore_vault(file, filled.folder)
    assert tree(filled.folder) == before
    assert set_aside_folders(filled.folder) == ()
    unlock(filled.folder).close()


def test_a_program_that_is_ended_in_between_leaves_one_of_the_two_in_place(filled: Layout, file: Path) -> None:
    with unlock(filled.folder) as vault:
        vault.save(incident(1, words="newer"))
    before = tree(filled.folder)
    seen = []
    for folder in killed_at_each_change(filled.folder, lambda folder: restore_vault(file, folder)):
        finish_restore(folder)
        with unlock(folder) as vault:
            seen.append(vault.load(ONE) == incident(1))
        aside = [place for place in set_aside_folders(folder) if ".before-restore-" in place.name]
        assert [tree(place) == before for place in aside] == [True] * seen[-1]
        # Once more, it works as if nothing had been in between.
        restore_vault(file, folder)
        with unlock(folder) as vault:
            assert vault.load(ONE) == incident(1)
    assert seen == sorted(seen)
    assert set(seen) == {False, True}


def test_a_start_that_finds_nothing_to_finish_changes_nothing(filled: Layout, tmp_path: Path) -> None:
    before = tree(filled.folder)
    finish_restore(filled.folder)
    finish_restore(tmp_path / "nowhere")
    finish_restore(tmp_path / ("w" * 300))
    assert tree(filled.folder) == before
    assert not (tmp_path / "nowhere").exists()


def test_a_backup_cut_or_changed_anywhere_is_refused(filled: Layout, file: Path) -> None:
    whole, before, sums = file.read_bytes(), tree(filled.folder), read_archive(file).sha256
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        for data in (whole[:at], whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]):
            file.write_bytes(data)
            try:
                backup = read_archive(file)
            except BackupError:
                continue
            # What was changed was no byte of the vault, such as the moment of an entry.
            assert backup.sha256 == sums
    assert tree(filled.folder) == before


def rewritten(file: Path, change: Callable[[dict[str, bytes], dict[str, object]], object]) -> None:
    """Write a backup anew with other entries; the list in front follows unless the change says otherwise."""
    with zipfile.ZipFile(file) as opened:
        entries = {name: opened.read(name) for name in opened.namelist()}
    listed = json.loads(entries.pop("backup.json"))
    change(entries, listed)
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("backup.json", json.dumps(listed))
        for name, data in entries.items():
            made.writestr(name, data)


def listed_too(name: str, data: bytes) -> Callable[[dict[str, bytes], dict[str, object]], object]:
    """Put an entry in a backup, and in its list."""
    import hashlib

    def change(entries: dict[str, bytes], listed: dict[str, object]) -> None:
        entries[name] = data
        files = listed["files"]
        assert isinstance(files, dict)
        files[name] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}

    return change


def without(name: str) -> Callable[[dict[str, bytes], dict[str, object]], object]:
    def change(entries: dict[str, bytes], listed: dict[str, object]) -> None:
        del entries[name]
        files = listed["files"]
        assert isinstance(files, dict)
        del files[name]

    return change


HOSTILE: dict[str, Callable[[dict[str, bytes], dict[str, object]], object]] = {
    "out of the folder": listed_too("../evil.age", b"x"),
    "absolute": listed_too("/etc/evil", b"x"),
    "out of an incident": listed_too(f"incidents/{ONE}/../../../evil", b"x"),
    "with backslashes": listed_too("incidents\\0000000000000001\\key.age", b"x"),
    "with a drive": listed_too("C:evil.age", b"x"),
    "a program": listed_too("evil.exe", b"x"),
    "a lock": listed_too("lock", b"x"),
    "a control character": listed_too("vault\x1b.json", b"x"),
    "a folder": listed_too("incidents/", b""),
    "not listed": lambda entries, listed: entries.update({f"incidents/{TWO}/key.age.aside-1": b"x"}),
    "listed only": lambda entries, listed: entries.pop("index.age"),
    "without a card": without("vault.json"),
    "without the person's key": lambda entries, listed: (
        without("identity.age")(entries, listed),
        without("identity.age.bak")(entries, listed),
    ),
    "another person's key": lambda entries, listed: (
        listed_too("identity.age", b"x")(entries, listed),
        listed_too("identity.age.bak", b"x")(entries, listed),
    ),
    "a card that is none": listed_too("vault.json", b"{}\n"),
    "no time zone": lambda entries, listed: listed.update(made="2026-11-25T10:00:00"),
    "newer": lambda entries, listed: listed.update(format=2),
    "nonsense": lambda entries, listed: listed.update(files=7),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_what_no_backup_holds_is_refused_before_anything_is_taken_from_it(
    file: Path, tmp_path: Path, change: Callable[[dict[str, bytes], dict[str, object]], object]
) -> None:
    rewritten(file, change)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BackupError):
        restore_vault(file, tmp_path / "new" / "vault")
    assert sorted(path for path in tmp_path.rglob("*") if path != tmp_path / "new") == before


def raw(file: Path, change: Callable[[zipfile.ZipInfo], object], *, packed: bool = False) -> None:
    """Write a backup anew of which one entry is something else than a file."""
    with zipfile.ZipFile(file) as opened:
        entries = [(opened.getinfo(name), opened.read(name)) for name in opened.namelist()]
    with zipfile.ZipFile(file, "w") as made:
        for info, data in entries:
            if info.filename == "index.age":
                change(info)
            made.writestr(info, data, compress_type=zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED)


def test_links_devices_and_packed_entries_are_refused(file: Path) -> None:
    whole = file.read_bytes()
    for kind in (stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFDIR):
        file.write_bytes(whole)
        raw(file, lambda info, kind=kind: setattr(info, "external_attr", (kind | 0o777) << 16))  # type: ignore[misc]
        with pytest.raises(BackupError):
            read_archive(file)
    file.write_bytes(whole)
    raw(file, lambda info: None, packed=True)
    with pytest.raises(BackupError):
        read_archive(file)
    file.write_bytes(whole)
    raw(file, lambda info: None)
    assert read_archive(file).incidents == 2


def test_the_same_name_twice_is_refused(file: Path) -> None:
    with zipfile.ZipFile(file, "a") as opened, pytest.warns(UserWarning, match="Duplicate"):
        opened.writestr("index.age", b"another")
    with pytest.raises(BackupError):
        read_archive(file)


@pytest.mark.parametrize("data", [b"", b"PK", b"hello" * 100, b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_zip_file_at_all_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(BackupError):
        read_archive(tmp_path / "x")
    with pytest.raises(BackupError):
        read_archive(tmp_path / "nowhere")
    with pytest.raises(BackupError):
        read_archive(tmp_path)


def test_a_vault_of_the_first_format_can_be_put_away_and_back(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    shutil.copytree(Path(__file__).parent / "format_1", folder)
    backup_vault(folder, tmp_path / "old.zip", NOW)
    assert restore_vault(tmp_path / "old.zip", tmp_path / "new") is None
    with unlock(tmp_path / "new") as vault:
        assert vault.load(ONE) == incident(1)
