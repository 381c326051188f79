"""Files of incidents that stand with one another go back where they belong, and nothing of them is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from onlinesafe_tui.errors import VaultForged, VaultSwapped
from onlinesafe_tui.store.layout import Layout, incident_in, key_in
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.sealing import seal
from onlinesafe_tui.store.vault import Vault
from tests.store.killed import killed_at_each_change
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id, later

ONE, TWO, THREE = (incident_id(number) for number in (1, 2, 3))


@pytest.fixture
def filled(layout: Layout) -> Layout:
    """A closed vault with three incidents, each saved twice."""
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        for number in (1, 2, 3):
            vault.save(incident(number, words="first"))
            vault.save(incident(number))
    return layout


def unlock(layout: Layout, *, read_only: bool = False) -> Vault:
    return unlock_vault(layout.folder, PASSPHRASE, QuickSealer(), read_only=read_only)


def own(layout: Layout, id: str) -> Path:
    return incident_in(layout.incident_folder(id))


def turn(*paths: Path) -> None:
    """Let each file have what the next one has."""
    held = [path.read_bytes() for path in paths]
    for path, data in zip(paths, (*held[1:], held[0]), strict=True):
        path.write_bytes(data)


def swap_words(layout: Layout) -> None:
    turn(own(layout, ONE), own(layout, TWO))


def swap_in_a_ring(layout: Layout) -> None:
    turn(*(own(layout, id) for id in (ONE, TWO, THREE)))


def swap_keys_too(layout: Layout) -> None:
    swap_words(layout)
    turn(*(key_in(layout.incident_folder(id)) for id in (ONE, TWO)))


def swap_folders(layout: Layout) -> None:
    one, two = layout.incident_folder(ONE), layout.incident_folder(TWO)
    one.rename(layout.folder / "away")
    two.rename(one)
    (layout.folder / "away").rename(two)


def move_over(layout: Layout) -> None:
    """Put one over another that is kept aside, so that its own place is empty."""
    own(layout, TWO).rename(own(layout, TWO).with_name("incident.age.aside-1"))
    own(layout, ONE).rename(own(layout, TWO))


SWAPS = [swap_words, swap_in_a_ring, swap_keys_too, swap_folders, move_over]


@pytest.mark.parametrize("swap", SWAPS)
def test_everything_goes_back_where_it_belongs(filled: Layout, swap: Callable[[Layout], None]) -> None:
    swap(filled)
    with unlock(filled) as vault:
        assert ONE in vault.put_in_place()
        assert vault.put_in_place() == ()
        for number in (1, 2, 3):
            assert vault.load(incident_id(number)) == incident(number)
            assert vault.load(incident_id(number)).went_back == ()
        vault.save(incident(1, words="on from here"))
    with unlock(filled) as vault:
        assert vault.load(ONE) == incident(1, words="on from here")
        assert not vault.unreadable
        assert [one.name for one in vault.check() if one.trouble and not one.is_copy] == []
    if swap is not move_over:
        assert not list(filled.folder.rglob("*.aside-*"))


@pytest.mark.parametrize("swap", SWAPS)
def test_a_program_that_is_ended_while_it_puts_things_back_loses_nothing(
    filled: Layout, swap: Callable[[Layout], None]
) -> None:
    swap(filled)

    def put_in_place(folder: Path) -> None:
        with unlock(Layout(folder)) as vault:
            vault.put_in_place()

    for folder in killed_at_each_change(filled.folder, put_in_place):
        with unlock(Layout(folder)) as vault:
            vault.put_in_place()
            for number in (1, 2, 3):
                assert vault.load(incident_id(number)) == incident(number)


def test_which_incident_a_file_belongs_to_is_said(filled: Layout) -> None:
    swap_words(filled)
    with unlock(filled, read_only=True) as vault:
        with pytest.raises(VaultSwapped) as caught:
            vault.load(ONE)
        assert caught.value.values["belongs"] == TWO
        assert vault.can_put_in_place(ONE)
        assert not vault.can_put_in_place(THREE)


def test_what_was_overwritten_by_another_is_left_alone(filled: Layout) -> None:
    own(filled, ONE).write_bytes(own(filled, TWO).read_bytes())
    before = {path: path.read_bytes() for path in filled.folder.rglob("*") if path.is_file()}
    with unlock(filled) as vault:
        assert not vault.can_put_in_place(ONE)
        assert vault.put_in_place() == ()
        with pytest.raises(VaultSwapped):
            vault.load(ONE)
        older = vault.older(ONE)
        assert older == incident(1, words="first")
        assert vault.restore_previous(ONE, later(9)).went_back[-1].at == later(9)
    changed = {path for path, data in before.items() if path.name != "lock" and path.read_bytes() != data}
    assert {path.name for path in changed} <= {"incident.age", "index.age", "index.age.bak"}


def test_a_forged_file_is_never_put_anywhere(filled: Layout) -> None:
    with unlock(filled, read_only=True) as vault:
        person = vault.care.sealed_to.person
    own(filled, ONE).write_bytes(seal(b"hello", [person]))
    forged = own(filled, ONE).read_bytes()
    with unlock(filled) as vault:
        assert vault.put_in_place() == ()
        with pytest.raises(VaultForged):
            vault.load(ONE)
    assert own(filled, ONE).read_bytes() == forged
