"""An incident that is deleted is gone for good, by its key first, and its number alone is remembered."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from onlinesafe_tui.errors import VaultDamaged, VaultInUse, VaultMissing, VaultUnwritable
from onlinesafe_tui.store.files import remove_all
from onlinesafe_tui.store.layout import Layout, incident_in, key_in
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.vault import Vault
from tests.faults.layer import Call, Fault, broken
from tests.store.killed import killed_at_each_change
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id

ONE, TWO = incident_id(1), incident_id(2)
DAY = date(2026, 11, 25)


@pytest.fixture
def filled(layout: Layout) -> Layout:
    """A closed vault with two incidents, saved twice each."""
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        for number in (1, 2):
            vault.save(incident(number, words="first"))
            vault.save(incident(number))
    unlock(layout.folder).close()
    return layout


def unlock(folder: Path, *, read_only: bool = False) -> Vault:
    return unlock_vault(folder, PASSPHRASE, QuickSealer(), read_only=read_only)


def delete(folder: Path) -> None:
    with unlock(folder) as vault:
        vault.delete(ONE, DAY)


def test_nothing_of_it_is_left_but_its_number_and_the_day(filled: Layout) -> None:
    with unlock(filled.folder) as vault:
        vault.delete(ONE, DAY)
        assert [line.id for line in vault.summaries()] == [TWO]
        with pytest.raises(VaultMissing):
            vault.load(ONE)
        with pytest.raises(VaultMissing):
            vault.delete(ONE, DAY)
    assert [path.name for path in filled.incidents.iterdir()] == [TWO]
    for _ in range(2):
        with unlock(filled.folder) as vault:
            assert dict(vault.deleted()) == {ONE: DAY}
            assert [line.id for line in vault.summaries()] == [TWO]
            assert not vault.unreadable
            assert vault.load(TWO) == incident(2)
    assert not (filled.folder / "index.age.bak").exists()
    assert ONE not in "".join(path.read_bytes().decode("latin-1") for path in filled.folder.rglob("*.age"))


def test_nothing_else_goes_before_it_is_on_the_disk_that_the_key_is_gone(filled: Layout) -> None:
    folder = filled.incident_folder(ONE)
    with broken(Fault(Call.FOLDER_FSYNC, 0)), pytest.raises(VaultUnwritable):
        remove_all(folder, first=key_in(folder).name)
    assert sorted(path.name for path in folder.iterdir()) == ["incident.age", "incident.age.bak"]


def test_who_still_has_it_open_cannot_bring_it_back(filled: Layout) -> None:
    with unlock(filled.folder) as vault:
        opened = vault.load(ONE)
        vault.delete(ONE, DAY)
        with pytest.raises(VaultMissing):
            vault.save(opened)
    assert not filled.incident_folder(ONE).exists()


def test_an_incident_that_does_not_open_can_be_deleted(filled: Layout) -> None:
    incident_in(filled.incident_folder(ONE)).write_bytes(b"half")
    with unlock(filled.folder) as vault:
        with pytest.raises(VaultDamaged):
            vault.load(ONE)
        vault.delete(ONE, DAY)
        assert not vault.unreadable
    assert not filled.incident_folder(ONE).exists()


def test_the_key_goes_before_the_words(filled: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[str] = []
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if ONE in str(path):
            gone.append(path.name)
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    delete(filled.folder)
    assert gone[:2] in (["key.age", "key.age.bak"], ["key.age.bak", "key.age"])
    assert {"incident.age", "incident.age.bak"} <= set(gone[2:])


def test_a_program_that_is_ended_in_between_leaves_it_whole_or_finishes_the_next_time(filled: Layout) -> None:
    seen = set()
    for folder in killed_at_each_change(filled.folder, delete):
        with unlock(folder) as vault:
            listed = [line.id for line in vault.summaries()]
            is_there = ONE in listed
            assert not vault.unreadable
            assert Layout(folder).incident_folder(ONE).exists() == is_there
            assert (ONE in vault.deleted()) is not is_there
            if is_there:
                assert vault.load(ONE) == incident(1)
        seen.add(is_there)
    assert seen == {True, False}
    assert not is_there


def test_a_folder_that_a_program_brings_back_goes_again(filled: Layout, tmp_path: Path) -> None:
    shutil.copytree(filled.incident_folder(ONE), tmp_path / "copy")
    delete(filled.folder)
    shutil.copytree(tmp_path / "copy", filled.incident_folder(ONE))
    with unlock(filled.folder, read_only=True) as vault:
        assert [line.id for line in vault.summaries()] == [TWO]
    assert filled.incident_folder(ONE).exists()
    unlock(filled.folder).close()
    assert not filled.incident_folder(ONE).exists()


def test_what_does_not_remember_does_not_keep_anybody_from_deleting(filled: Layout) -> None:
    delete(filled.folder)
    filled.deleted.write_bytes(b"half")
    with unlock(filled.folder) as vault:
        with pytest.raises(VaultDamaged):
            vault.deleted()
        vault.delete(TWO, DAY)
        assert TWO in vault.deleted()
    assert filled.deleted.with_name("deleted.age.aside-1").read_bytes() == b"half"


def test_what_was_deleted_before_is_remembered_from_the_version_before(filled: Layout) -> None:
    delete(filled.folder)
    with unlock(filled.folder) as vault:
        vault.save(incident(3))
        vault.delete(incident_id(3), DAY)
    filled.deleted.write_bytes(b"half")
    with unlock(filled.folder) as vault:
        vault.delete(TWO, DAY)
        assert set(vault.deleted()) == {ONE, TWO}


def test_who_looks_only_deletes_nothing(filled: Layout) -> None:
    with unlock(filled.folder, read_only=True) as vault, pytest.raises(VaultInUse):
        vault.delete(ONE, DAY)
    assert key_in(filled.incident_folder(ONE)).exists()


@pytest.mark.parametrize("id", ["", "..", "../x", "0" * 16, ONE.upper() + "x"])
def test_what_is_not_there_cannot_be_deleted(filled: Layout, id: str) -> None:
    with unlock(filled.folder) as vault:
        with pytest.raises(VaultMissing):
            vault.delete(id, DAY)
        assert not vault.deleted()
