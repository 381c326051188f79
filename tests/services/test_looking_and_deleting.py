"""A second window can look, a locked one knows nothing any more, and a deleted incident is nowhere."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onlinesafe_tui.errors import VaultDamaged, VaultHalfDeleted, VaultInUse, VaultMissing, VaultUnwritable
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.services.deleting import what_may_be_left
from onlinesafe_tui.services.keeping import Keeper, Keeping
from onlinesafe_tui.store import sealed_storage
from onlinesafe_tui.store.layout import Layout, key_in
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.vault import Vault
from tests.faults.layer import Call, Fault, broken
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id
from tests.store.workbooks import workbook
from tests.tui.desk import FixedClock

ONE, TWO = incident_id(1), incident_id(2)


def create(folder: Path, passphrase: str) -> Vault:
    return create_vault(folder, passphrase, QuickSealer(), NOW)


def unlock(folder: Path, passphrase: str) -> Vault:
    return unlock_vault(folder, passphrase, QuickSealer())


def look(folder: Path, passphrase: str) -> Vault:
    return unlock_vault(folder, passphrase, QuickSealer(), read_only=True)


def keeper_of(folder: Path) -> Keeper:
    return Keeper(FixedClock(), folder=folder, create=create, unlock=unlock, look=look)


def state(keeper: Keeper) -> Keeping:
    """Where things are now."""
    return keeper.state


def is_unsaved(keeper: Keeper) -> bool:
    """Whether something would be gone if the program ended now."""
    return keeper.has_unsaved


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def first(folder: Path) -> Iterator[Keeper]:
    """The window that writes; one incident and a workbook are in the vault."""
    keeper = keeper_of(folder)
    keeper.create(PASSPHRASE)
    keeper.save(incident(1))
    keeper.keep_workbook(workbook(1))
    yield keeper
    keeper.close()


@pytest.fixture
def second(folder: Path, first: Keeper) -> Iterator[Keeper]:
    """Another window that looks."""
    keeper = keeper_of(folder)
    with pytest.raises(VaultInUse):
        keeper.unlock(PASSPHRASE)
    keeper.look(PASSPHRASE)
    yield keeper
    keeper.close()


def tree(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_second_window_sees_everything_and_changes_nothing(folder: Path, second: Keeper) -> None:
    before = tree(folder)
    assert state(second) is Keeping.READ_ONLY
    assert [line.id for line in second.summaries()] == [ONE]
    assert second.workbook == workbook(1)
    assert not is_unsaved(second)
    with pytest.raises(VaultInUse):
        second.save(second.load(ONE).note(second.load(ONE).journey.at, "from the second window"))
    with pytest.raises(VaultInUse):
        second.keep_workbook(workbook(2))
    with pytest.raises(VaultInUse):
        second.delete(ONE)
    assert second.saved_at is None
    assert tree(folder) == before


def test_who_is_in_need_can_begin_in_the_second_window_and_keep_it_later(
    folder: Path, first: Keeper, second: Keeper
) -> None:
    second.save(incident(2))
    assert {line.id for line in second.summaries()} == {ONE, TWO}
    assert second.load(TWO).id == TWO
    assert is_unsaved(second)
    with pytest.raises(VaultInUse):
        second.unlock(PASSPHRASE)
    assert state(second) is Keeping.READ_ONLY
    first.close()
    second.unlock(PASSPHRASE)
    assert state(second) is Keeping.SEALED
    assert not is_unsaved(second)
    second.close()
    with look(folder, PASSPHRASE) as vault:
        assert {line.id for line in vault.summaries()} == {ONE, TWO}


def test_what_was_written_before_looking_is_still_there(folder: Path, first: Keeper) -> None:
    second = keeper_of(folder)
    second.save(incident(2))
    second.keep_workbook(workbook(2))
    second.look(PASSPHRASE)
    assert {line.id for line in second.summaries()} == {ONE, TWO}
    assert len(second.workbook.rounds) == 2
    assert is_unsaved(second)
    first.close()
    second.unlock(PASSPHRASE)
    assert not is_unsaved(second)
    second.close()


def test_a_locked_vault_leaves_nothing_in_memory_and_opens_again(first: Keeper) -> None:
    first.lock()
    assert state(first) is Keeping.LOCKED
    assert first.vault is None
    assert first.summaries() == ()
    assert not first.workbook.rounds
    first.unlock(PASSPHRASE)
    assert first.workbook == workbook(1)
    assert first.load(ONE).id == ONE


def test_nothing_is_locked_away_that_could_not_be_kept(first: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, data: bytes, *, keep_previous: bool = True) -> None:
        raise VaultUnwritable(path="there", reason="full")

    with monkeypatch.context() as broken:
        broken.setattr(sealed_storage, "write_whole", refuse)
        with pytest.raises(VaultUnwritable):
            first.keep_workbook(workbook(2))
        with pytest.raises(VaultUnwritable):
            first.lock()
    assert state(first) is Keeping.SEALED
    first.lock()
    first.unlock(PASSPHRASE)
    assert first.workbook == workbook(2)


def test_a_deleted_incident_is_nowhere_in_the_workbook_either(folder: Path, first: Keeper) -> None:
    first.save(incident(2))
    first.keep_workbook(first.workbook.link(ONE, ["tone"]).link(TWO, ["tone"]))
    first.delete(ONE)
    assert [line.id for line in first.summaries()] == [TWO]
    assert set(first.workbook.links) == {TWO}
    first.close()
    with look(folder, PASSPHRASE) as vault:
        assert set(vault.load_workbook().links) == {TWO}
        assert dict(vault.deleted()) == {ONE: date(2026, 11, 22)}
    with pytest.raises(VaultMissing):
        keeper_of(folder).load(ONE)


def test_a_deletion_that_was_interrupted_is_finished_in_the_workbook_too(folder: Path, first: Keeper) -> None:
    first.keep_workbook(first.workbook.link(ONE, ["tone"]))
    first.close()
    with unlock(folder, PASSPHRASE) as vault:
        vault.delete(ONE, date(2026, 11, 22))
    later = keeper_of(folder)
    later.unlock(PASSPHRASE)
    later.close()
    with look(folder, PASSPHRASE) as vault:
        assert not vault.load_workbook().links


def test_a_deletion_that_the_disk_refuses_can_be_tried_again(folder: Path, first: Keeper) -> None:
    first.keep_workbook(first.workbook.link(ONE, ["tone"]))
    with broken(Fault(Call.RMDIR, 0)), pytest.raises(VaultHalfDeleted):
        first.delete(ONE)
    assert not first.workbook.links
    assert first.summaries() == ()
    first.delete(ONE)
    assert not Layout(folder).incident_folder(ONE).exists()
    with pytest.raises(VaultMissing):
        first.delete(ONE)


def test_an_incident_that_was_not_kept_yet_can_be_deleted_too(folder: Path) -> None:
    keeper = keeper_of(folder)
    keeper.save(incident(1))
    keeper.delete(ONE)
    assert keeper.summaries() == ()
    assert not keeper.has_unsaved
    with pytest.raises(VaultMissing):
        keeper.delete(ONE)


def test_the_second_copy_of_a_key_is_offered_when_the_key_does_not_open(folder: Path, first: Keeper) -> None:
    first.close()
    key_in(Layout(folder).incident_folder(ONE)).write_bytes(b"half")
    keeper = keeper_of(folder)
    keeper.unlock(PASSPHRASE)
    with pytest.raises(VaultDamaged):
        keeper.load(ONE)
    assert keeper.has_previous(ONE)
    keeper.restore_previous(ONE)
    assert keeper.load(ONE).id == ONE
    keeper.close()


@pytest.mark.parametrize("language", Language)
def test_what_may_be_left_names_files_copies_and_who_received_something(language: Language) -> None:
    left = what_may_be_left(Words(language))
    assert len(left) == 6
    assert any("OneDrive" in line for line in left)
