"""The recovery code restores access, whatever moment something went wrong at, and nothing else does."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from onlinesafe_tui.errors import (
    NoCode,
    VaultDamaged,
    VaultForged,
    VaultInUse,
    VaultMissing,
    VaultRolledBack,
    VaultUnwritable,
    WeakPassphrase,
    WrongCode,
    WrongPassphrase,
)
from onlinesafe_tui.store.files import previous_of
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.layout import Layout, key_in
from onlinesafe_tui.store.opening import create_vault, recover_vault, renew_card, unlock_vault
from onlinesafe_tui.store.paper import RecoveryCode, new_code
from onlinesafe_tui.store.recovery import write_recovery
from onlinesafe_tui.store.sealing import unseal
from onlinesafe_tui.store.vault import Vault
from tests.store.killed import killed_at_each_change
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id, later
from tests.store.workbooks import workbook

NEW = "five other words to keep"
OLD_VAULT = Path(__file__).parent / "format_1"
ONE, TWO = incident_id(1), incident_id(2)


@pytest.fixture
def code() -> RecoveryCode:
    return new_code()


@pytest.fixture
def coded(layout: Layout, code: RecoveryCode) -> Layout:
    """A closed vault with two incidents and a code."""
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(incident(1))
        vault.care.keep_code(code)
        vault.save(incident(2))
    return layout


@pytest.fixture
def old(tmp_path: Path) -> Layout:
    """A vault of the first format, as the program made it that knew no codes."""
    shutil.copytree(OLD_VAULT, tmp_path / "old")
    return Layout(tmp_path / "old")


def unlock(folder: Path, passphrase: str = PASSPHRASE, *, read_only: bool = False) -> Vault:
    return unlock_vault(folder, passphrase, QuickSealer(), read_only=read_only)


def recover(folder: Path, code: RecoveryCode, passphrase: str = NEW) -> Vault:
    return recover_vault(folder, code, passphrase, QuickSealer(), later(5))


def opens(folder: Path, open: Callable[[], Vault]) -> bool:
    """Tell whether this opens the vault, with everything that is in it; the folder stays as it is."""
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    try:
        with open() as vault:
            assert vault.load(ONE) == incident(1)
            assert vault.load(TWO) == incident(2)
            assert not vault.unreadable
        return True
    except (WrongCode, WrongPassphrase):
        return False
    finally:
        shutil.rmtree(folder)
        kept.rename(folder)


def code_opens_keys(layout: Layout, code: RecoveryCode) -> list[bool]:
    """Tell for each incident whether the code opens its key."""
    found = []
    for id in (ONE, TWO):
        for path in (key_in(layout.incident_folder(id)), previous_of(key_in(layout.incident_folder(id)))):
            if not path.exists():
                continue
            try:
                unseal(path.read_bytes(), code.identity, "key")
            except VaultDamaged:
                found.append(False)
            else:
                found.append(True)
    return found


def test_the_code_opens_the_vault_and_the_new_passphrase_does_from_then_on(coded: Layout, code: RecoveryCode) -> None:
    with recover(coded.folder, code) as vault:
        assert vault.load(ONE) == incident(1)
        vault.save(incident(1, words="on from here"))
    with unlock(coded.folder, NEW) as vault:
        assert vault.load(ONE) == incident(1, words="on from here")
        assert vault.care.has_code
    with pytest.raises(WrongPassphrase):
        unlock(coded.folder, PASSPHRASE)


def test_the_code_still_opens_the_vault_after_it_was_used(coded: Layout, code: RecoveryCode) -> None:
    for passphrase in (NEW, PASSPHRASE):
        with recover(coded.folder, code, passphrase) as vault:
            assert vault.load(TWO) == incident(2)
        unlock(coded.folder, passphrase).close()


def test_every_incident_of_before_and_after_is_sealed_to_the_code(coded: Layout, code: RecoveryCode) -> None:
    assert code_opens_keys(coded, code) == [True] * 4
    assert code_opens_keys(coded, new_code()) == [False] * 4


def test_another_code_opens_nothing_and_changes_nothing(coded: Layout) -> None:
    before = {path: path.read_bytes() for path in coded.folder.rglob("*") if path.is_file()}
    with pytest.raises(WrongCode) as caught:
        recover(coded.folder, new_code())
    assert type(caught.value) is WrongCode
    assert {path: path.read_bytes() for path in coded.folder.rglob("*") if path.is_file()} == before
    unlock(coded.folder).close()


def test_a_vault_without_a_code_says_that_there_is_none(layout: Layout, code: RecoveryCode) -> None:
    create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW).close()
    with pytest.raises(NoCode):
        recover(layout.folder, code)
    with pytest.raises(VaultMissing):
        recover(layout.folder.with_name("nowhere"), code)


def test_the_new_passphrase_is_a_good_one_and_no_other_window_is_open(coded: Layout, code: RecoveryCode) -> None:
    with pytest.raises(WeakPassphrase):
        recover(coded.folder, code, "short")
    with unlock(coded.folder), pytest.raises(VaultInUse):
        recover(coded.folder, code)


def test_a_new_code_takes_the_place_of_the_old_one(coded: Layout, code: RecoveryCode) -> None:
    other = new_code()
    with unlock(coded.folder) as vault:
        vault.care.keep_code(other)
    assert not opens(coded.folder, lambda: recover(coded.folder, code))
    assert code_opens_keys(coded, code) == [False] * 4
    assert code_opens_keys(coded, other) == [True] * 4
    assert opens(coded.folder, lambda: recover(coded.folder, other))


def test_a_code_that_was_let_go_opens_nothing_any_more(coded: Layout, code: RecoveryCode) -> None:
    told: list[tuple[int, int]] = []
    with unlock(coded.folder) as vault:
        vault.care.drop_code(lambda done, of: told.append((done, of)))
        assert not vault.care.has_code
        assert vault.care.recovery_trouble() is None
    assert told == [(1, 2), (2, 2)]
    assert not coded.recovery.exists()
    assert code_opens_keys(coded, code) == [False] * 4
    with pytest.raises(NoCode):
        recover(coded.folder, code)
    assert opens(coded.folder, lambda: unlock(coded.folder))
    with unlock(coded.folder) as vault:
        assert not [found for found in vault.check() if found.trouble]
        vault.care.keep_code(code)
    assert opens(coded.folder, lambda: recover(coded.folder, code))


def test_letting_a_code_go_keeps_the_organisation(coded: Layout) -> None:
    organisation = Key.new().recipient
    with unlock(coded.folder) as vault:
        vault.care.set_organisation(organisation, share_all=True)
        vault.care.drop_code()
        assert vault.care.sealed_to.organisation == organisation
        assert vault.care.shared_with_organisation() == 2


def test_the_file_of_a_code_that_was_let_go_goes_again_when_it_comes_back(coded: Layout, code: RecoveryCode) -> None:
    before = coded.recovery.read_bytes()
    with unlock(coded.folder) as vault:
        vault.care.drop_code()
    coded.recovery.write_bytes(before)
    with unlock(coded.folder, read_only=True) as vault:
        assert type(vault.care.recovery_trouble()) is VaultRolledBack
    with unlock(coded.folder) as vault:
        assert vault.care.recovery_trouble() is None
    assert not coded.recovery.exists()


def test_a_program_that_is_ended_while_it_lets_a_code_go_does_it_or_not(coded: Layout, code: RecoveryCode) -> None:
    def drop(folder: Path) -> None:
        with unlock(folder) as vault:
            vault.care.drop_code()

    seen = set()
    for folder in killed_at_each_change(coded.folder, drop):
        with unlock(folder) as vault:
            has_code = vault.care.has_code
            assert vault.care.recovery_trouble() is None
        seen.add(has_code)
        assert opens(folder, partial(unlock, folder))
        assert code_opens_keys(Layout(folder), code) == [has_code] * 4
        assert Layout(folder).recovery.exists() == has_code
        assert not Layout(folder).keys_behind.exists()
    assert seen == {True, False}
    assert not has_code


def test_a_vault_that_was_opened_to_look_lets_no_code_go(coded: Layout, code: RecoveryCode) -> None:
    with unlock(coded.folder, read_only=True) as vault, pytest.raises(VaultInUse):
        vault.care.drop_code()
    assert opens(coded.folder, lambda: recover(coded.folder, code))


def test_a_vault_that_was_opened_to_look_gets_no_code(coded: Layout, code: RecoveryCode) -> None:
    with unlock(coded.folder, read_only=True) as vault, pytest.raises(VaultInUse):
        vault.care.keep_code(code)


def test_a_vault_of_the_first_format_opens_and_not_a_byte_changes(old: Layout) -> None:
    before = {path: path.read_bytes() for path in old.folder.rglob("*") if path.is_file()}
    with unlock(old.folder) as vault:
        assert [vault.load(id) for id in (ONE, TWO)] == [incident(1), incident(2)]
        assert vault.load_workbook() == workbook()
        assert not vault.care.has_code
        assert vault.care.card_trouble is None
    assert {path: path.read_bytes() for path in old.folder.rglob("*") if path.is_file() and path != old.lock} == before


def test_a_vault_of_the_first_format_can_be_given_a_code(old: Layout, code: RecoveryCode) -> None:
    told: list[tuple[int, int]] = []
    with unlock(old.folder) as vault:
        vault.care.keep_code(code, lambda done, of: told.append((done, of)))
        assert vault.care.has_code
    assert told == [(1, 2), (2, 2)]
    assert opens(old.folder, lambda: unlock(old.folder))
    assert code_opens_keys(old, code) == [True] * 4
    assert opens(old.folder, lambda: recover(old.folder, code))


@pytest.mark.parametrize("name", ["old", "coded"])
def test_a_program_that_is_ended_while_it_makes_a_code_leaves_a_vault_that_opens(
    name: str, code: RecoveryCode, request: pytest.FixtureRequest
) -> None:
    layout: Layout = request.getfixturevalue(name)
    new = new_code()

    def make(folder: Path) -> None:
        with unlock(folder) as vault:
            vault.care.keep_code(new)

    def opened_by(folder: Path) -> dict[str, bool]:
        codes = {"old": code, "new": new}
        return {which: opens(folder, partial(recover, folder, one)) for which, one in codes.items()}

    seen = set()
    for folder in killed_at_each_change(layout.folder, make):
        now = opened_by(folder)
        seen.add(tuple(now.values()))
        assert opens(folder, partial(unlock, folder))
        assert name == "old" or any(now.values())
        unlock(folder).close()
        after = opened_by(folder)
        # A code that opened it once does so for good; the one before it no longer does.
        assert after == {"old": name == "coded" and not now["new"], "new": now["new"]}
        assert set(code_opens_keys(Layout(folder), new)) == {now["new"]}
        left = {path.name for path in folder.iterdir()} & {"keys.behind", "recovery.age.bak"}
        assert not left
    assert after == {"old": False, "new": True}
    assert len(seen) > 1


def test_a_damaged_second_half_of_the_vault_is_rescued_by_the_code(coded: Layout, code: RecoveryCode) -> None:
    previous_of(coded.identity).unlink()
    coded.identity.write_bytes(b"half")
    coded.card.write_bytes(b"{")
    with recover(coded.folder, code) as vault:
        assert vault.load(TWO) == incident(2)
    assert opens(coded.folder, lambda: unlock(coded.folder, NEW))
    assert coded.identity.with_name("identity.age.aside-1").read_bytes() == b"half"
    assert coded.card.with_name("vault.json.aside-1").read_bytes() == b"{"


def test_a_damaged_file_of_the_code_is_not_called_a_wrong_code(coded: Layout, code: RecoveryCode) -> None:
    whole = coded.recovery.read_bytes()
    for at in (60, len(whole) - 60):
        coded.recovery.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(VaultDamaged):
            recover(coded.folder, code)
        with unlock(coded.folder) as vault:
            assert isinstance(vault.care.recovery_trouble(), VaultDamaged)
    coded.recovery.unlink()
    with pytest.raises(VaultMissing):
        recover(coded.folder, code)
    with unlock(coded.folder) as vault:
        assert isinstance(vault.care.recovery_trouble(), VaultMissing)
        vault.care.keep_code(code)
        assert vault.care.recovery_trouble() is None
    assert opens(coded.folder, lambda: recover(coded.folder, code))


def test_a_forged_file_of_the_code_gives_nobody_a_vault(coded: Layout, code: RecoveryCode) -> None:
    from onlinesafe_tui.store.keys import write_key
    from onlinesafe_tui.store.recovery import key_of
    from onlinesafe_tui.store.sealing import seal

    forged = write_key(Key.new(), "about", "0" * 64)
    with unlock(coded.folder, read_only=True) as vault:
        recipients = vault.care.sealed_to.all
    coded.recovery.write_bytes(seal(forged, recipients))
    with pytest.raises(VaultForged):
        recover(coded.folder, code)
    with unlock(coded.folder) as vault:
        assert type(vault.care.recovery_trouble()) is VaultForged
    assert key_of(code).recipient in recipients


def test_an_older_file_of_the_code_is_told_as_such(coded: Layout, code: RecoveryCode) -> None:
    before = coded.recovery.read_bytes()
    with unlock(coded.folder) as vault:
        vault.care.keep_code(new_code())
    coded.recovery.write_bytes(before)
    with unlock(coded.folder) as vault:
        assert type(vault.care.recovery_trouble()) is VaultRolledBack
        assert not opens(coded.folder, lambda: unlock(coded.folder, "no such passphrase", read_only=True))


def test_an_older_file_of_the_code_is_not_taken_for_a_new_one(coded: Layout, code: RecoveryCode) -> None:
    before = coded.recovery.read_bytes()
    new = new_code()
    with unlock(coded.folder) as vault:
        vault.care.keep_code(new)
    coded.recovery.write_bytes(before)
    coded.keys_behind.write_text(f"{ONE}\n")
    unlock(coded.folder).close()
    assert code_opens_keys(coded, new) == [True] * 4
    assert code_opens_keys(coded, code) == [False] * 4


@pytest.mark.parametrize("damage", [b"", b"{", b"nonsense\n", None])
def test_a_card_that_is_gone_or_damaged_is_made_anew(coded: Layout, code: RecoveryCode, damage: bytes | None) -> None:
    if damage is None:
        coded.card.unlink()
    else:
        coded.card.write_bytes(damage)
    with pytest.raises(WrongPassphrase):
        renew_card(coded.folder, NEW, QuickSealer(), NOW)
    renew_card(coded.folder, PASSPHRASE, QuickSealer(), NOW)
    assert opens(coded.folder, lambda: unlock(coded.folder))
    assert opens(coded.folder, lambda: recover(coded.folder, code))
    with unlock(coded.folder) as vault:
        assert vault.care.has_code
        assert vault.care.card_trouble is None
    aside = coded.card.with_name("vault.json.aside-1")
    assert (aside.read_bytes() if aside.exists() else None) == damage


def test_a_vault_with_a_workbook_alone_is_still_one_without_its_card(layout: Layout) -> None:
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save_workbook(workbook())
    layout.card.unlink()
    assert layout.is_vault
    with pytest.raises(VaultUnwritable):
        create_vault(layout.folder, NEW, QuickSealer(), NOW)
    renew_card(layout.folder, PASSPHRASE, QuickSealer(), NOW)
    with unlock(layout.folder) as vault:
        assert vault.load_workbook() == workbook()


def test_nothing_is_made_anew_where_there_is_no_vault(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        renew_card(tmp_path / "nowhere", PASSPHRASE, QuickSealer(), NOW)
    assert not (tmp_path / "nowhere").exists()


def test_a_key_that_is_lost_is_taken_from_its_second_copy(coded: Layout) -> None:
    path = key_in(coded.incident_folder(ONE))
    path.write_bytes(b"half")
    with unlock(coded.folder) as vault:
        with pytest.raises(VaultDamaged):
            vault.load(ONE)
        assert vault.restore_previous(ONE) == incident(1)
        assert vault.load(ONE) == incident(1)
    assert path.with_name("key.age.aside-1").read_bytes() == b"half"


def test_a_code_for_a_vault_with_a_damaged_key_waits_for_that_key(coded: Layout) -> None:
    new, path = new_code(), key_in(coded.incident_folder(ONE))
    whole = path.read_bytes()
    path.write_bytes(b"half")
    with unlock(coded.folder) as vault:
        vault.care.keep_code(new)
    assert path.read_bytes() == b"half"
    path.write_bytes(whole)
    unlock(coded.folder).close()
    assert code_opens_keys(coded, new) == [True] * 4


def test_the_file_of_a_code_that_nobody_finished_does_not_replace_a_later_one(coded: Layout) -> None:
    with unlock(coded.folder, read_only=True) as vault:
        key = vault.care._key
    lost, new = new_code(), new_code()
    write_recovery(coded, key, lost, 1)
    with unlock(coded.folder) as vault:
        vault.care.keep_code(new)
    assert opens(coded.folder, lambda: recover(coded.folder, new))
    assert not opens(coded.folder, lambda: recover(coded.folder, lost))
