"""Everything that can be wrong with a file has its own error, and nothing wrong is ever overwritten."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from onlinesafe_tui.errors import (
    VaultDamaged,
    VaultEmpty,
    VaultError,
    VaultForged,
    VaultMissing,
    VaultRolledBack,
    VaultSwapped,
    VaultTooNew,
    VaultTruncated,
)
from onlinesafe_tui.store.card import read_card, write_card
from onlinesafe_tui.store.codec import encode
from onlinesafe_tui.store.files import previous_of
from onlinesafe_tui.store.keys import Key, read_key, write_key
from onlinesafe_tui.store.layout import Layout, incident_in, key_in
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.sealing import seal, unseal
from onlinesafe_tui.store.vault import Vault
from tests.store.killed import killed_at_each_change
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id
from tests.store.workbooks import workbook

ONE, TWO = incident_id(1), incident_id(2)


@pytest.fixture
def filled(layout: Layout) -> Layout:
    """A closed vault with two incidents, each saved twice."""
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        for number in (1, 2):
            vault.save(incident(number, words="first"))
            vault.save(incident(number))
    return layout


def unlock(layout: Layout, *, read_only: bool = False) -> Vault:
    return unlock_vault(layout.folder, PASSPHRASE, QuickSealer(), read_only=read_only)


def own_file(layout: Layout, id: str = ONE) -> Path:
    return incident_in(layout.incident_folder(id))


def own_key(layout: Layout, id: str = ONE) -> Path:
    return key_in(layout.incident_folder(id))


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(bytes(data))


def persons_key(layout: Layout) -> Key:
    return read_key(layout.identity.read_bytes()[32:], "identity.age")[0]


def incidents_key(layout: Layout, id: str = ONE) -> Key:
    return read_key(unseal(own_key(layout, id).read_bytes(), persons_key(layout).identity, "key.age"), "key.age")[0]


def public_recipient(layout: Layout) -> str:
    """Return what everyone who sees the folder knows."""
    recipients: list[str] = json.loads(layout.card.read_text())["recipients"]
    return recipients[0]


def sealed_incident(key: Key, recipient: str, *, format: int = 1, words: str = "forged") -> bytes:
    content = json.dumps({"incident": {"1": encode(incident(1, words=words))}}).encode()
    header = {"format": format, "kind": "incident", "id": ONE, "sequence": 9}
    header["mac"] = key.mark("incident", ONE, 9, content)
    return seal(json.dumps(header).encode() + b"\n" + content, [recipient])


def roll_back(layout: Layout) -> None:
    previous_of(own_file(layout)).replace(own_file(layout))


def swap(layout: Layout) -> None:
    own_file(layout).write_bytes(own_file(layout, TWO).read_bytes())


def swap_key_too(layout: Layout) -> None:
    swap(layout)
    own_key(layout).write_bytes(own_key(layout, TWO).read_bytes())


def forge_with_the_recipient_only(layout: Layout) -> None:
    own_file(layout).write_bytes(sealed_incident(Key.new(), public_recipient(layout)))


def forge_the_key_as_well(layout: Layout) -> None:
    key, recipient = Key.new(), public_recipient(layout)
    own_key(layout).write_bytes(seal(write_key(key, "about", "0" * 64), [recipient]))
    own_file(layout).write_bytes(sealed_incident(key, key.recipient))


def forge_to_the_right_key(layout: Layout) -> None:
    own_file(layout).write_bytes(sealed_incident(Key.new(), incidents_key(layout).recipient))


def seal_something_else(layout: Layout) -> None:
    own_file(layout).write_bytes(seal(b"hello", [incidents_key(layout).recipient]))


def make_newer(layout: Layout) -> None:
    key = incidents_key(layout)
    own_file(layout).write_bytes(sealed_incident(key, key.recipient, format=2))


DAMAGE: dict[str, tuple[Callable[[Layout], object], type[VaultError]]] = {
    "missing": (lambda layout: own_file(layout).unlink(), VaultMissing),
    "folder missing": (lambda layout: layout.incident_folder(ONE).rename(layout.folder / "gone"), VaultMissing),
    "key missing": (lambda layout: own_key(layout).unlink(), VaultMissing),
    "empty": (lambda layout: own_file(layout).write_bytes(b""), VaultEmpty),
    "key empty": (lambda layout: own_key(layout).write_bytes(b""), VaultEmpty),
    "zeros": (lambda layout: own_file(layout).write_bytes(b"\0" * 2000), VaultDamaged),
    "bit in head": (lambda layout: flip(own_file(layout), 60), VaultDamaged),
    "bit in words": (lambda layout: flip(own_file(layout), -60), VaultDamaged),
    "bit in key": (lambda layout: flip(own_key(layout), -60), VaultDamaged),
    "cut": (lambda layout: own_file(layout).write_bytes(own_file(layout).read_bytes()[:-7]), VaultTruncated),
    "key cut": (lambda layout: own_key(layout).write_bytes(own_key(layout).read_bytes()[:-7]), VaultTruncated),
    "rolled back": (roll_back, VaultRolledBack),
    "swapped": (swap, VaultSwapped),
    "swapped with key": (swap_key_too, VaultSwapped),
    "forged, other key": (forge_with_the_recipient_only, VaultForged),
    "forged, with key": (forge_the_key_as_well, VaultForged),
    "forged, right key": (forge_to_the_right_key, VaultForged),
    "sealed by hand": (seal_something_else, VaultForged),
    "newer": (make_newer, VaultTooNew),
}


@pytest.mark.parametrize(("damage", "expected"), DAMAGE.values(), ids=DAMAGE)
def test_each_damage_to_an_incident_has_its_own_error_and_is_left_as_it_is(
    filled: Layout, damage: Callable[[Layout], object], expected: type[VaultError]
) -> None:
    damage(filled)
    before = {path: path.read_bytes() for path in filled.incidents.rglob("*") if path.is_file()}
    with unlock(filled) as vault:
        for attempt in (lambda: vault.load(ONE), lambda: vault.save(incident(1, words="new"))):
            with pytest.raises(VaultError) as caught:
                attempt()
            assert type(caught.value) is expected
            assert str(caught.value.values["name"]).startswith(f"incidents/{ONE}/")
        assert type(vault.unreadable[ONE]) is expected
        assert {line.id for line in vault.summaries()} == {ONE, TWO}
        assert vault.load(TWO) == incident(2)
    assert {path: path.read_bytes() for path in filled.incidents.rglob("*") if path.is_file()} == before


def test_a_small_incident_cut_at_any_byte_is_incomplete(filled: Layout) -> None:
    whole = own_file(filled).read_bytes()
    told = []
    with unlock(filled, read_only=True) as vault:
        for end in range(1, len(whole)):
            own_file(filled).write_bytes(whole[:end])
            with pytest.raises(VaultDamaged) as caught:
                vault.load(ONE)
            told.append(type(caught.value))
    # A cut that leaves whole blocks cannot be seen from outside.
    assert told.count(VaultDamaged) <= len(whole) // 512
    assert set(told) <= {VaultDamaged, VaultTruncated}


def test_an_incident_that_is_unreadable_and_new_to_the_index_is_still_mentioned(filled: Layout) -> None:
    filled.index.unlink()
    flip(own_file(filled), -60)
    for _ in range(2):
        with unlock(filled) as vault:
            assert type(vault.unreadable[ONE]) is VaultDamaged
            assert [line.id for line in vault.summaries()] == [TWO]
    flip(own_file(filled), -60)
    with unlock(filled) as vault:
        assert vault.load(ONE) == incident(1)
        assert not vault.unreadable


@pytest.mark.parametrize("name", ["bit in words", "cut", "empty", "missing", "zeros", "rolled back", "swapped"])
def test_the_version_before_can_be_made_current_and_the_damaged_one_is_kept(filled: Layout, name: str) -> None:
    with unlock(filled) as vault:
        vault.save(incident(1, words="third"))
    if name == "rolled back":
        with unlock(filled) as vault:
            old = own_file(filled).read_bytes()
            vault.save(incident(1, words="fourth"))
            vault.save(incident(1, words="fifth"))
        own_file(filled).write_bytes(old)
    else:
        DAMAGE[name][0](filled)
    damaged = own_file(filled).read_bytes() if own_file(filled).exists() else None
    expected = incident(1, words="fourth") if name == "rolled back" else incident(1)
    with unlock(filled) as vault:
        assert vault.restore_previous(ONE) == expected
        assert vault.load(ONE) == expected
        vault.save(incident(1, words="on from here"))
    with unlock(filled) as vault:
        assert vault.load(ONE) == incident(1, words="on from here")
        assert not vault.unreadable
    aside = own_file(filled).with_name("incident.age.aside-1")
    assert (aside.read_bytes() if aside.exists() else None) == damaged


def test_a_folder_that_came_back_from_a_backup_goes_on_with_its_newest_words(filled: Layout) -> None:
    backup = {path: path.read_bytes() for path in filled.incident_folder(ONE).iterdir()}
    with unlock(filled) as vault:
        for words in ("third", "fourth", "fifth"):
            vault.save(incident(1, words=words))
    for path, content in backup.items():
        path.write_bytes(content)
    with unlock(filled) as vault:
        with pytest.raises(VaultRolledBack):
            vault.load(ONE)
        assert vault.restore_previous(ONE) == incident(1)
    with unlock(filled) as vault:
        assert vault.load(ONE) == incident(1)


def test_a_program_that_is_ended_while_it_takes_the_version_before_is_taken_for_nobody_who_puts_an_old_one_back(
    filled: Layout,
) -> None:
    with unlock(filled) as vault:
        vault.save_workbook(workbook(note="before"))
        vault.save_workbook(workbook(note="after"))
    for path in (own_file(filled), filled.workbook):
        path.write_bytes(path.read_bytes()[:-7])

    def restore(folder: Path) -> None:
        with unlock(Layout(folder)) as vault:
            vault.restore_previous(ONE)
            vault.restore_workbook()

    seen = set()
    for folder in killed_at_each_change(filled.folder, restore):
        with unlock(Layout(folder)) as vault:
            try:
                found = vault.load(ONE)
            except VaultTruncated:
                seen.add("incomplete")
                found = vault.restore_previous(ONE)
            else:
                seen.add("whole")
            assert found == incident(1, words="first")
            with suppress(VaultTruncated):
                vault.load_workbook()
            assert vault.restore_workbook() == workbook(note="before")
    assert seen == {"incomplete", "whole"}


def test_an_incident_that_opens_is_not_taken_back(filled: Layout) -> None:
    before = own_file(filled).read_bytes()
    with unlock(filled) as vault:
        assert vault.restore_previous(ONE) == incident(1)
    assert own_file(filled).read_bytes() == before


def test_nothing_is_taken_back_to_a_version_that_does_not_open_either(filled: Layout) -> None:
    flip(own_file(filled), -60)
    flip(previous_of(own_file(filled)), -60)
    before = {path: path.read_bytes() for path in filled.incidents.rglob("*") if path.is_file()}
    with unlock(filled) as vault, pytest.raises(VaultDamaged):
        vault.restore_previous(ONE)
    assert {path: path.read_bytes() for path in filled.incidents.rglob("*") if path.is_file()} == before


def forge_index(layout: Layout) -> None:
    layout.index.write_bytes(seal(b'{"format":1}\n{}', [public_recipient(layout)]))


INDEX: dict[str, tuple[Callable[[Layout], object], type[VaultError]]] = {
    "missing": (lambda layout: layout.index.unlink(), VaultMissing),
    "empty": (lambda layout: layout.index.write_bytes(b""), VaultEmpty),
    "cut": (lambda layout: layout.index.write_bytes(layout.index.read_bytes()[:-7]), VaultTruncated),
    "bit": (lambda layout: flip(layout.index, -60), VaultDamaged),
    "forged": (forge_index, VaultForged),
}


@pytest.mark.parametrize(("damage", "expected"), INDEX.values(), ids=INDEX)
def test_a_broken_index_is_made_anew_and_kept(
    filled: Layout, damage: Callable[[Layout], object], expected: type[VaultError]
) -> None:
    with unlock(filled) as vault:
        lines = vault.summaries()
    damage(filled)
    damaged = filled.index.read_bytes() if filled.index.exists() else None
    with unlock(filled, read_only=True) as vault:
        assert vault.summaries() == lines
    assert (filled.index.read_bytes() if filled.index.exists() else None) == damaged
    with unlock(filled) as vault:
        assert type(vault.index_trouble) is expected
        assert vault.summaries() == lines
    aside = filled.index.with_name("index.age.aside-1")
    assert (aside.read_bytes() if aside.exists() else None) == damaged
    with unlock(filled) as vault:
        assert vault.index_trouble is None
        assert vault.summaries() == lines


def test_an_index_of_a_newer_version_is_left_to_that_version(filled: Layout) -> None:
    filled.index.write_bytes(seal(b'{"format":2}\n{}', [public_recipient(filled)]))
    before = filled.index.read_bytes()
    with pytest.raises(VaultTooNew):
        unlock(filled)
    assert filled.index.read_bytes() == before


def test_a_list_of_stale_incidents_that_makes_no_sense_does_no_harm(filled: Layout) -> None:
    filled.behind.write_bytes(b"../../etc/passwd\n\xff\xff\n" + f"{ONE}\n{incident_id(77)}\n".encode())
    with unlock(filled) as vault:
        assert {line.id for line in vault.summaries()} == {ONE, TWO}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda path: path.unlink(), VaultMissing),
        (lambda path: path.write_bytes(b""), VaultEmpty),
        (lambda path: path.write_bytes(path.read_bytes()[:-9]), VaultTruncated),
        (lambda path: flip(path, 40), VaultDamaged),
    ],
    ids=["missing", "empty", "cut", "bit"],
)
@pytest.mark.parametrize("name", ["identity.age", "vault.json"])
def test_each_damage_to_what_all_depends_on_has_its_own_error(
    filled: Layout, name: str, change: Callable[[Path], object], expected: type[VaultError]
) -> None:
    previous_of(filled.identity).unlink()
    path = filled.folder / name
    change(path)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(VaultError) as caught:
        unlock(filled)
    assert (type(caught.value), caught.value.values) == (expected, {"name": name})
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_changed_bit_anywhere_in_the_card_is_damage(filled: Layout) -> None:
    whole = filled.card.read_bytes()
    for at in range(len(whole)):
        flip(filled.card, at)
        with pytest.raises(VaultError) as caught:
            unlock(filled)
        assert isinstance(caught.value, VaultDamaged | VaultTooNew)
        assert caught.value.values == {"name": "vault.json"}
        filled.card.write_bytes(whole)


def test_a_card_of_a_newer_version_is_refused(filled: Layout) -> None:
    filled.card.write_text(json.dumps({**json.loads(filled.card.read_text()), "format": 3}))
    with pytest.raises(VaultTooNew):
        unlock(filled)


def test_nobody_can_put_themselves_among_the_recipients(filled: Layout) -> None:
    card = read_card(filled)
    write_card(filled, replace(card, recipients=(*card.recipients, Key.new().recipient)))
    with pytest.raises(VaultForged) as caught:
        unlock(filled)
    assert caught.value.values == {"name": "vault.json"}


def test_other_recipients_can_open_the_keys_of_new_incidents(layout: Layout) -> None:
    organisation = Key.new()
    recipient = organisation.recipient
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW, organisation=recipient) as vault:
        vault.save(incident())
    with unlock(layout) as vault:
        vault.save(incident(2))
    for id in (ONE, TWO):
        key, _ = read_key(unseal(own_key(layout, id).read_bytes(), organisation.identity, "x"), "x")
        assert unseal(own_file(layout, id).read_bytes(), key.identity, "x").startswith(b'{"format":1')
