"""Every file is opened anew, and each that is wrong is named with what is wrong."""

from collections.abc import Callable
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
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.services.verifying import Problem, verification
from onlinesafe_tui.store.checking import Checked
from onlinesafe_tui.store.files import previous_of
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.layout import Layout, incident_in, key_in
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.paper import new_code
from onlinesafe_tui.store.sealing import seal
from onlinesafe_tui.store.vault import Vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id
from tests.store.workbooks import workbook

ONE, TWO = incident_id(1), incident_id(2)
ORGANISATION = Key.new().recipient


@pytest.fixture
def filled(layout: Layout) -> Layout:
    """A closed vault with something of every kind in it, each saved twice, and one incident deleted."""
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        for number in (1, 2, 3):
            vault.save(incident(number, words="first"))
            vault.save(incident(number))
        vault.care.keep_code(new_code())
        vault.care.set_organisation(ORGANISATION, share_all=True)
        for note in ("een", "twee"):
            vault.save_workbook(workbook(note=note))
        vault.delete(incident_id(3), NOW.date())
    # The version before of the index goes with what is deleted, and is there again with the next change.
    with unlock(layout) as vault:
        vault.save(incident(1))
    unlock(layout).close()
    return layout


def unlock(layout: Layout, *, read_only: bool = False) -> Vault:
    return unlock_vault(layout.folder, PASSPHRASE, QuickSealer(), read_only=read_only)


def check(layout: Layout) -> tuple[Checked, ...]:
    with unlock(layout, read_only=True) as vault:
        return vault.check()


def troubles(layout: Layout) -> dict[str, type[VaultError]]:
    return {one.name: type(one.trouble) for one in check(layout) if one.trouble is not None}


def own(layout: Layout) -> Path:
    return incident_in(layout.incident_folder(ONE))


def key(layout: Layout) -> Path:
    return key_in(layout.incident_folder(ONE))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-60] ^= 1
    path.write_bytes(bytes(data))


def forge(layout: Layout, path: Path) -> None:
    with unlock(layout, read_only=True) as vault:
        person = vault.care.sealed_to.person
    path.write_bytes(seal(b"hello", [person]))


def age_a_file(layout: Layout, path: Path, change: Callable[[Vault], object]) -> None:
    """Put back a file as it was before a change."""
    before = path.read_bytes()
    with unlock(layout) as vault:
        change(vault)
    path.write_bytes(before)


def age_index(layout: Layout) -> None:
    before = layout.index.read_bytes()
    with unlock(layout) as vault:
        vault.save(incident(1, words="newer"))
    layout.index.write_bytes(before)


DAMAGE: dict[str, tuple[str, Callable[[Layout], object], type[VaultError]]] = {
    "incident missing": (f"incidents/{ONE}/incident.age", lambda at: own(at).unlink(), VaultMissing),
    "incident empty": (f"incidents/{ONE}/incident.age", lambda at: own(at).write_bytes(b""), VaultEmpty),
    "incident cut": (f"incidents/{ONE}/incident.age", lambda at: cut(own(at)), VaultTruncated),
    "incident damaged": (f"incidents/{ONE}/incident.age", lambda at: flip(own(at)), VaultDamaged),
    "incident old": (
        f"incidents/{ONE}/incident.age",
        lambda at: own(at).write_bytes(previous_of(own(at)).read_bytes()),
        VaultRolledBack,
    ),
    "incident swapped": (
        f"incidents/{ONE}/incident.age",
        lambda at: own(at).write_bytes(incident_in(at.incident_folder(TWO)).read_bytes()),
        VaultSwapped,
    ),
    "incident forged": (f"incidents/{ONE}/incident.age", lambda at: forge(at, own(at)), VaultForged),
    "version before damaged": (
        f"incidents/{ONE}/incident.age.bak",
        lambda at: flip(previous_of(own(at))),
        VaultDamaged,
    ),
    "key missing": (f"incidents/{ONE}/key.age", lambda at: key(at).unlink(), VaultMissing),
    "key damaged": (f"incidents/{ONE}/key.age", lambda at: flip(key(at)), VaultDamaged),
    "key forged": (f"incidents/{ONE}/key.age", lambda at: forge(at, key(at)), VaultForged),
    "key old": (
        f"incidents/{ONE}/key.age",
        lambda at: age_a_file(at, key(at), lambda vault: vault.care.set_organisation("")),
        VaultRolledBack,
    ),
    "key copy damaged": (f"incidents/{ONE}/key.age.bak", lambda at: flip(previous_of(key(at))), VaultDamaged),
    "workbook damaged": ("workbook.age", lambda at: flip(at.workbook), VaultDamaged),
    "workbook missing": ("workbook.age", lambda at: at.workbook.unlink(), VaultMissing),
    "workbook forged": ("workbook.age", lambda at: forge(at, at.workbook), VaultForged),
    "workbook old": (
        "workbook.age",
        lambda at: at.workbook.write_bytes(previous_of(at.workbook).read_bytes()),
        VaultRolledBack,
    ),
    "index damaged": ("index.age", lambda at: flip(at.index), VaultDamaged),
    "index forged": ("index.age", lambda at: forge(at, at.index), VaultForged),
    "index old": ("index.age", age_index, VaultRolledBack),
    "recovery missing": ("recovery.age", lambda at: at.recovery.unlink(), VaultMissing),
    "recovery damaged": ("recovery.age", lambda at: flip(at.recovery), VaultDamaged),
    "recovery forged": ("recovery.age", lambda at: forge(at, at.recovery), VaultForged),
    "recovery old": (
        "recovery.age",
        lambda at: age_a_file(at, at.recovery, lambda vault: vault.care.keep_code(new_code())),
        VaultRolledBack,
    ),
    "card old": (
        "vault.json",
        lambda at: age_a_file(at, at.card, lambda vault: vault.care.set_organisation("")),
        VaultRolledBack,
    ),
    "identity damaged": ("identity.age", lambda at: flip(at.identity), VaultDamaged),
    "identity copy old": (
        "identity.age.bak",
        lambda at: previous_of(at.identity).write_bytes(b"another"),
        VaultRolledBack,
    ),
    "index before damaged": ("index.age.bak", lambda at: flip(previous_of(at.index)), VaultDamaged),
    "deleted damaged": ("deleted.age", lambda at: flip(at.deleted), VaultDamaged),
}


def test_a_vault_in_order_has_every_file_named_and_nothing_wrong(filled: Layout) -> None:
    checked = check(filled)
    assert troubles(filled) == {}
    there = {filled.name(path) for path in filled.folder.rglob("*") if path.is_file()}
    assert there - {one.name for one in checked} == {"lock"}
    assert not [one for one in checked if one.stray]


@pytest.mark.parametrize(("name", "damage", "expected"), DAMAGE.values(), ids=DAMAGE)
def test_each_file_that_is_wrong_is_named_alone_and_nothing_changes(
    filled: Layout, name: str, damage: Callable[[Layout], object], expected: type[VaultError]
) -> None:
    damage(filled)
    before = {path: path.read_bytes() for path in filled.folder.rglob("*") if path.is_file()}
    assert troubles(filled) == {name: expected}
    assert {path: path.read_bytes() for path in filled.folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("name", "damage", "expected"), DAMAGE.values(), ids=DAMAGE)
def test_each_has_a_sentence_and_something_to_do(
    filled: Layout, name: str, damage: Callable[[Layout], object], expected: type[VaultError], language: Language
) -> None:
    damage(filled)
    found = verification(check(filled), Words(language))
    assert [finding.name for finding in found.findings] == [name]
    assert found.findings[0].what
    assert found.findings[0].todo
    assert found.is_good is name.endswith(".bak")


def test_what_a_newer_version_wrote_asks_for_an_update(filled: Layout) -> None:
    filled.deleted.write_bytes(b"")
    checked = [Checked(name="x", kind=one.kind, trouble=VaultTooNew(name="x")) for one in check(filled)[:1]]
    assert verification(checked, Words(Language.EN)).findings[0].todo == "Update OnlineSafe."


def test_what_is_no_part_of_the_vault_is_good_to_know(filled: Layout) -> None:
    (filled.incident_folder(ONE) / "incident (1).age").write_bytes(b"another version")
    (filled.folder / "Thumbs.db").write_bytes(b"x")
    found = verification(check(filled), Words(Language.EN))
    assert [finding.problem for finding in found.findings] == [Problem.STRANGER, Problem.CONFLICT]
    assert found.is_good


def test_progress_is_told_incident_by_incident(filled: Layout) -> None:
    told: list[tuple[int, int]] = []
    with unlock(filled, read_only=True) as vault:
        vault.check(lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_a_vault_that_is_written_meanwhile_is_not_called_old(filled: Layout) -> None:
    with unlock(filled) as writer, unlock(filled, read_only=True) as looking:
        writer.save(incident(1, words="newer"))
        assert [one.name for one in looking.check() if one.trouble] == []
