"""Another passphrase takes the place of the first, and at every moment in between one of the two opens the vault."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from onlinesafe_tui.errors import VaultDamaged, VaultEmpty, VaultForged, VaultInUse, WeakPassphrase, WrongPassphrase
from onlinesafe_tui.store.files import previous_of
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.opening import create_vault, recover_vault, unlock_vault
from onlinesafe_tui.store.paper import RecoveryCode, new_code
from onlinesafe_tui.store.vault import Vault
from tests.store.killed import killed_at_each_change
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id

NEW = "five other words to keep"
CODE = new_code()


@pytest.fixture
def filled(layout: Layout) -> Layout:
    """A closed vault with an incident and a code."""
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(incident(1))
        vault.care.keep_code(CODE)
    return layout


def unlock(folder: Path, passphrase: str = PASSPHRASE, *, read_only: bool = False) -> Vault:
    return unlock_vault(folder, passphrase, QuickSealer(), read_only=read_only)


def change(folder: Path) -> None:
    with unlock(folder) as vault:
        vault.care.change_passphrase(PASSPHRASE, NEW, QuickSealer())


def recover(folder: Path) -> None:
    recover_vault(folder, CODE, NEW, QuickSealer(), NOW).close()


def that_open(folder: Path, *, read_only: bool) -> list[str]:
    """Return the passphrases that open a vault, each tried on a copy of its own."""
    found = []
    for passphrase in (PASSPHRASE, NEW):
        copy = folder.with_name("tried")
        shutil.copytree(folder, copy)
        try:
            with unlock(copy, passphrase, read_only=read_only) as vault:
                assert vault.load(incident_id(1)) == incident(1)
                found.append(passphrase)
        except WrongPassphrase:
            pass
        finally:
            shutil.rmtree(copy)
    return found


def test_the_new_passphrase_opens_and_the_old_one_does_not_any_more(filled: Layout) -> None:
    change(filled.folder)
    assert that_open(filled.folder, read_only=False) == [NEW]
    assert filled.identity.read_bytes() == previous_of(filled.identity).read_bytes()
    with unlock(filled.folder, NEW) as vault:
        assert vault.care.has_code
        assert vault.care.card_trouble is None


def test_the_old_passphrase_is_asked_and_the_new_one_is_a_good_one(filled: Layout) -> None:
    before = filled.identity.read_bytes()
    with unlock(filled.folder) as vault:
        with pytest.raises(WrongPassphrase):
            vault.care.change_passphrase(NEW, NEW, QuickSealer())
        with pytest.raises(WeakPassphrase):
            vault.care.change_passphrase(PASSPHRASE, "short", QuickSealer())
    with unlock(filled.folder, read_only=True) as vault, pytest.raises(VaultInUse):
        vault.care.change_passphrase(PASSPHRASE, NEW, QuickSealer())
    assert filled.identity.read_bytes() == before


def test_a_vault_of_the_first_format_can_get_another_passphrase(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    shutil.copytree(Path(__file__).parent / "format_1", folder)
    change(folder)
    assert that_open(folder, read_only=False) == [NEW]


@pytest.mark.parametrize("how", [change, recover], ids=["change", "recover"])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_program_that_is_ended_in_between_leaves_one_passphrase_that_opens(
    filled: Layout, how: partial[None], read_only: bool
) -> None:
    seen = []
    for folder in killed_at_each_change(filled.folder, how):
        opened = that_open(folder, read_only=read_only)
        seen.append(opened)
        assert opened
        recover_vault(folder, CODE, "and yet another one", QuickSealer(), NOW).close()
    assert seen[0] == [PASSPHRASE]
    assert seen[-1] == [NEW]
    assert sorted(seen, key=lambda opened: (NEW in opened, PASSPHRASE not in opened)) == seen


@pytest.mark.parametrize("chosen", [PASSPHRASE, NEW])
def test_a_change_that_was_interrupted_is_settled_by_the_passphrase_that_is_used(filled: Layout, chosen: str) -> None:
    for folder in killed_at_each_change(filled.folder, change):
        if that_open(folder, read_only=True) == [PASSPHRASE, NEW]:
            unlock(folder, chosen).close()
            assert that_open(folder, read_only=False) == [chosen]
            assert Layout(folder).identity.read_bytes() == previous_of(Layout(folder).identity).read_bytes()
            return
    pytest.fail("there is no moment at which both open")


@pytest.mark.parametrize(("damage", "expected"), [(b"", VaultEmpty), (b"x" * 500, VaultDamaged)])
def test_a_damaged_file_is_put_aside_for_its_second_copy(
    filled: Layout, damage: bytes, expected: type[VaultDamaged]
) -> None:
    whole = filled.identity.read_bytes()
    filled.identity.write_bytes(damage)
    with pytest.raises(WrongPassphrase):
        unlock(filled.folder, NEW)
    with unlock(filled.folder, read_only=True) as vault:
        assert type(vault.care.identity_trouble) is expected
    assert filled.identity.read_bytes() == damage
    with unlock(filled.folder) as vault:
        assert type(vault.care.identity_trouble) is expected
    assert filled.identity.read_bytes() == whole
    assert filled.identity.with_name("identity.age.aside-1").read_bytes() == damage
    with unlock(filled.folder) as vault:
        assert vault.care.identity_trouble is None


def test_an_old_passphrase_does_not_come_back_with_an_old_file(filled: Layout) -> None:
    old = filled.identity.read_bytes()
    change(filled.folder)
    filled.identity.write_bytes(old)
    assert that_open(filled.folder, read_only=False) == [NEW]


def test_somebody_elses_key_in_place_of_ours_opens_nothing(filled: Layout, tmp_path: Path) -> None:
    create_vault(tmp_path / "theirs", NEW, QuickSealer(), NOW).close()
    filled.identity.write_bytes((tmp_path / "theirs" / "identity.age").read_bytes())
    with pytest.raises(VaultForged):
        unlock(filled.folder, NEW)
    with unlock(filled.folder) as vault:
        assert vault.load(incident_id(1)) == incident(1)


def test_the_code_that_opened_it_is_still_the_code(filled: Layout) -> None:
    recover(filled.folder)
    with unlock(filled.folder, NEW) as vault:
        assert vault.care.recovery_trouble() is None
        assert vault.care.sealed_to.paper
    assert isinstance(CODE, RecoveryCode)
