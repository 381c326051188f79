"""An organisation can open what a person let it open, and nothing else."""

from pathlib import Path

import pytest

from onlinesafe_tui.errors import NotARecipient, VaultDamaged, VaultInUse, VaultRolledBack
from onlinesafe_tui.store.files import previous_of
from onlinesafe_tui.store.keys import Key, read_key
from onlinesafe_tui.store.layout import Layout, incident_in, key_in
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.paper import new_code
from onlinesafe_tui.store.sealing import unseal
from onlinesafe_tui.store.vault import Vault
from tests.store.killed import killed_at_each_change
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, WORDS, incident, incident_id

ONE, TWO = incident_id(1), incident_id(2)
ORGANISATION = Key.new()


@pytest.fixture
def filled(layout: Layout) -> Layout:
    """A closed vault with one incident."""
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(incident(1))
    return layout


def unlock(folder: Path, *, read_only: bool = False) -> Vault:
    return unlock_vault(folder, PASSPHRASE, QuickSealer(), read_only=read_only)


def readable(layout: Layout, by: Key = ORGANISATION) -> set[str]:
    """Return the ids of the incidents that somebody can open, by either copy of the key."""
    found = set()
    for id in layout.incident_ids():
        for path in (key_in(layout.incident_folder(id)), previous_of(key_in(layout.incident_folder(id)))):
            try:
                key, _ = read_key(unseal(path.read_bytes(), by.identity, "key"), "key")
            except VaultDamaged:
                continue
            assert WORDS.encode() in unseal(incident_in(layout.incident_folder(id)).read_bytes(), key.identity, "x")
            found.add(id)
    return found


def test_it_opens_new_incidents_from_then_on_and_those_of_before_stay_closed(filled: Layout) -> None:
    with unlock(filled.folder) as vault:
        vault.care.set_organisation(ORGANISATION.recipient)
        vault.save(incident(2))
        assert vault.care.shared_with_organisation() == 1
    assert readable(filled) == {TWO}
    with unlock(filled.folder) as vault:
        assert vault.care.sealed_to.organisation == ORGANISATION.recipient
        vault.save(incident(3))
    assert readable(filled) == {TWO, incident_id(3)}


def test_those_of_before_are_opened_to_it_on_purpose(filled: Layout) -> None:
    with unlock(filled.folder) as vault:
        vault.care.set_organisation(f" {ORGANISATION.recipient.upper()}\n", share_all=True)
    assert readable(filled) == {ONE}


def test_a_code_that_is_made_later_changes_nothing_about_who_else_can_open_what(filled: Layout) -> None:
    with unlock(filled.folder) as vault:
        vault.care.set_organisation(ORGANISATION.recipient)
        vault.save(incident(2))
        vault.care.keep_code(new_code())
    assert readable(filled) == {TWO}


def test_it_can_be_left_out_again_and_only_old_copies_stay_open_to_it(filled: Layout) -> None:
    with unlock(filled.folder) as vault:
        vault.care.set_organisation(ORGANISATION.recipient, share_all=True)
        copy = key_in(filled.incident_folder(ONE)).read_bytes()
        vault.care.set_organisation("")
        vault.save(incident(2))
    assert readable(filled) == set()
    unseal(copy, ORGANISATION.identity, "an old copy")
    with unlock(filled.folder) as vault:
        assert [vault.load(id) for id in (ONE, TWO)] == [incident(1), incident(2)]


def test_another_organisation_takes_the_place_of_the_first(filled: Layout) -> None:
    other = Key.new()
    with unlock(filled.folder) as vault:
        vault.care.set_organisation(ORGANISATION.recipient, share_all=True)
        vault.care.set_organisation(other.recipient)
        vault.save(incident(2))
    assert readable(filled) == set()
    assert readable(filled, other) == {TWO}


@pytest.mark.parametrize("given", ["age1", "no key", "AGE-SECRET-KEY-1QQQ", "ssh-ed25519 AAAA", "age1" + "q" * 58])
def test_what_is_no_public_key_changes_nothing(filled: Layout, given: str) -> None:
    before = filled.card.read_bytes()
    with unlock(filled.folder) as vault:
        with pytest.raises(NotARecipient):
            vault.care.set_organisation(given)
        with pytest.raises(NotARecipient):
            vault.care.set_organisation(vault.care.sealed_to.person)
    assert filled.card.read_bytes() == before


def test_who_looks_only_changes_nothing(filled: Layout) -> None:
    with unlock(filled.folder, read_only=True) as vault, pytest.raises(VaultInUse):
        vault.care.set_organisation(ORGANISATION.recipient)


@pytest.mark.parametrize("is_leaving", [False, True])
def test_a_program_that_is_ended_in_between_goes_on_where_it_was(filled: Layout, is_leaving: bool) -> None:
    with unlock(filled.folder) as vault:
        vault.save(incident(2))
        if is_leaving:
            vault.care.set_organisation(ORGANISATION.recipient, share_all=True)

    def change(folder: Path) -> None:
        with unlock(folder) as vault:
            vault.care.set_organisation("" if is_leaving else ORGANISATION.recipient, share_all=not is_leaving)

    seen = set()
    for folder in killed_at_each_change(filled.folder, change):
        with unlock(folder) as vault:
            is_in = bool(vault.care.sealed_to.organisation)
            assert [vault.load(id) for id in (ONE, TWO)] == [incident(1), incident(2)]
        assert readable(Layout(folder)) == ({ONE, TWO} if is_in else set())
        assert not Layout(folder).keys_behind.exists()
        seen.add(is_in)
    assert seen == {True, False}
    assert is_in is not is_leaving


def test_an_old_card_does_not_bring_an_organisation_back(filled: Layout) -> None:
    with unlock(filled.folder) as vault:
        vault.care.set_organisation(ORGANISATION.recipient, share_all=True)
    old = filled.card.read_bytes()
    with unlock(filled.folder) as vault:
        vault.care.set_organisation("")
    filled.card.write_bytes(old)
    for _ in range(2):
        with unlock(filled.folder) as vault:
            assert type(vault.care.card_trouble) is VaultRolledBack
            assert vault.care.sealed_to.organisation == ""
            vault.save(incident(2))
    assert readable(filled) == set()
    with unlock(filled.folder) as vault:
        vault.care.mend_card()
    with unlock(filled.folder) as vault:
        assert vault.care.card_trouble is None
        assert vault.care.sealed_to.organisation == ""
