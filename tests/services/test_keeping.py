"""The workbook is in memory until there is a passphrase, and nothing that was written before is lost then."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.errors import VaultDamaged, VaultError, VaultUnwritable
from onlinesafe_tui.services.keeping import Keeper, Keeping
from onlinesafe_tui.store import sealed_storage
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.vault import Vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident
from tests.store.workbooks import round_of, workbook
from tests.tui.desk import FixedClock


def create(folder: Path, passphrase: str) -> Vault:
    return create_vault(folder, passphrase, QuickSealer(), NOW)


def unlock(folder: Path, passphrase: str) -> Vault:
    return unlock_vault(folder, passphrase, QuickSealer())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def keeper(folder: Path) -> Iterator[Keeper]:
    keeper = Keeper(FixedClock(), folder=folder, create=create, unlock=unlock)
    yield keeper
    keeper.close()


def is_unsaved(keeper: Keeper) -> bool:
    """Whether something would be gone if the program ended now."""
    return keeper.has_unsaved


def is_kept(keeper: Keeper) -> bool:
    """Whether the workbook is in the vault as it is now."""
    return keeper.is_workbook_kept


def trouble(keeper: Keeper) -> VaultError | None:
    """Why the workbook does not open."""
    return keeper.workbook_trouble


def kept(folder: Path) -> Workbook:
    """What is on the disk now."""
    with unlock_vault(folder, PASSPHRASE, QuickSealer(), read_only=True) as vault:
        return vault.load_workbook()


def test_a_workbook_alone_is_something_that_would_be_lost(keeper: Keeper) -> None:
    assert not is_unsaved(keeper)
    keeper.keep_workbook(workbook())
    assert is_unsaved(keeper)
    keeper.create(PASSPHRASE)
    assert not is_unsaved(keeper)


def test_what_was_written_before_the_first_passphrase_is_kept_with_it(keeper: Keeper, folder: Path) -> None:
    keeper.keep_workbook(workbook())
    keeper.create(PASSPHRASE)
    assert kept(folder) == workbook()
    assert keeper.saved_at is not None


def test_what_was_written_before_unlocking_is_put_to_what_was_there(keeper: Keeper, folder: Path) -> None:
    with create(folder, PASSPHRASE) as vault:
        vault.save_workbook(workbook(1))
    assert keeper.state is Keeping.LOCKED
    keeper.keep_workbook(workbook(2))
    keeper.unlock(PASSPHRASE)
    assert keeper.workbook.rounds == (round_of(1), round_of(2))
    assert kept(folder) == keeper.workbook


def test_every_change_is_on_the_disk_at_once(keeper: Keeper, folder: Path) -> None:
    keeper.create(PASSPHRASE)
    for note in ("een", "twee"):
        keeper.keep_workbook(workbook(note=note))
        assert kept(folder) == workbook(note=note)


def test_practice_keeps_it_in_memory_and_forgets_it_for_the_next_group(tmp_path: Path) -> None:
    keeper = Keeper(FixedClock(), folder=None)
    keeper.keep_workbook(workbook())
    assert keeper.workbook == workbook()
    assert not is_unsaved(keeper)
    assert is_kept(keeper)
    keeper.forget_all()
    assert keeper.workbook == Workbook()
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_kept_stays_and_is_tried_again(
    keeper: Keeper, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.create(PASSPHRASE)

    def refuse(path: Path, data: bytes, *, keep_previous: bool = True) -> None:
        raise VaultUnwritable(path="there", reason="full")

    with monkeypatch.context() as broken:
        broken.setattr(sealed_storage, "write_whole", refuse)
        with pytest.raises(VaultUnwritable):
            keeper.keep_workbook(workbook())
        assert keeper.workbook == workbook()
        assert not is_kept(keeper)
        with pytest.raises(VaultUnwritable):
            keeper.flush()
    keeper.flush()
    assert is_kept(keeper)
    assert kept(folder) == workbook()


def test_a_damaged_workbook_keeps_nobody_from_incidents_and_nothing_is_written_over_it(
    keeper: Keeper, folder: Path
) -> None:
    with create(folder, PASSPHRASE) as vault:
        vault.save(incident())
        vault.save_workbook(workbook(1))
        vault.save_workbook(replace(workbook(1), links={"i": frozenset({"tone"})}))
    place = Layout(folder).workbook
    place.write_bytes(damaged := place.read_bytes()[:-7])
    keeper.unlock(PASSPHRASE)
    assert keeper.load(incident().id) == incident()
    assert isinstance(trouble(keeper), VaultDamaged)
    with pytest.raises(VaultDamaged):
        keeper.keep_workbook(workbook(2))
    assert place.read_bytes() == damaged
    keeper.restore_workbook()
    assert trouble(keeper) is None
    assert keeper.workbook.rounds == (round_of(1), round_of(2))
    assert kept(folder) == keeper.workbook


def test_a_vault_that_cannot_take_over_what_was_written_is_let_go_of(
    keeper: Keeper, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(folder, PASSPHRASE).close()
    keeper.keep_workbook(workbook())

    def refuse(path: Path, data: bytes, *, keep_previous: bool = True) -> None:
        raise VaultUnwritable(path="there", reason="full")

    with monkeypatch.context() as broken:
        broken.setattr(sealed_storage, "write_whole", refuse)
        with pytest.raises(VaultUnwritable):
            keeper.unlock(PASSPHRASE)
    assert keeper.state is Keeping.LOCKED
    keeper.unlock(PASSPHRASE)
    assert kept(folder) == workbook()
