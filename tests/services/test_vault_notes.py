"""What is good to know about a vault is told with what to do, and what is wrong comes first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onlinesafe_tui.errors import VaultMissing
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.services.backups import backup_words, look_at, put_back
from onlinesafe_tui.services.keeping import Keeper, Keeping
from onlinesafe_tui.services.vault_care import VaultCare
from onlinesafe_tui.services.vault_notes import Note, NoteKind, vault_notes
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.vault import Vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id, later
from tests.store.workbooks import workbook
from tests.tui.desk import FixedClock

EN = Words(Language.EN)
ONE = incident_id(1)


def create(folder: Path, passphrase: str) -> Vault:
    return create_vault(folder, passphrase, QuickSealer(), NOW)


def unlock(folder: Path, passphrase: str) -> Vault:
    return unlock_vault(folder, passphrase, QuickSealer())


def look(folder: Path, passphrase: str) -> Vault:
    return unlock_vault(folder, passphrase, QuickSealer(), read_only=True)


def keeper_of(folder: Path) -> Keeper:
    return Keeper(FixedClock(), folder=folder, create=create, unlock=unlock, look=look)


def state(keeper: Keeper) -> Keeping:
    return keeper.state


def care_of(keeper: Keeper) -> VaultCare:
    return VaultCare(keeper, QuickSealer())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def keeper(folder: Path) -> Iterator[Keeper]:
    """A keeper whose vault is open, with an incident, a workbook and a code."""
    keeper = keeper_of(folder)
    keeper.create(PASSPHRASE)
    for _ in range(2):
        keeper.save(incident(1))
    keeper.keep_workbook(workbook(1))
    keeper.keep_workbook(workbook(2))
    care = care_of(keeper)
    care.keep_code(care.draft_code())
    yield keeper
    keeper.close()


def notes(keeper: Keeper, environ: dict[str, str] | None = None) -> dict[NoteKind, Note]:
    return {note.kind: note for note in vault_notes(keeper, EN, environ or {})}


def test_a_vault_in_order_has_nothing_to_say_and_a_closed_one_neither(keeper: Keeper) -> None:
    assert notes(keeper) == {}
    keeper.lock()
    assert notes(keeper) == {}


def test_a_vault_without_a_code_asks_for_one(tmp_path: Path) -> None:
    keeper = keeper_of(tmp_path / "other")
    keeper.create(PASSPHRASE)
    assert set(notes(keeper)) == {NoteKind.NO_CODE}
    keeper.close()


def test_second_versions_are_named_and_a_service_is(keeper: Keeper, folder: Path) -> None:
    (folder / "incidents" / ONE / "incident-DESKTOP-1.age").write_bytes(b"another version")
    told = notes(keeper, {"OneDrive": str(folder.parent)})
    assert list(told) == [NoteKind.CONFLICTS, NoteKind.SYNCED]
    assert told[NoteKind.CONFLICTS].names == (f"incidents/{ONE}/incident-DESKTOP-1.age",)
    assert "OneDrive" in told[NoteKind.SYNCED].what


def test_what_does_not_open_is_told_with_the_way_out(keeper: Keeper, folder: Path) -> None:
    keeper.close()
    for path in ("identity.age", "index.age", "workbook.age", "recovery.age", f"incidents/{ONE}/incident.age"):
        (folder / path).write_bytes(b"half")
    again = keeper_of(folder)
    again.unlock(PASSPHRASE)
    told = vault_notes(again, EN, {})
    assert [note.kind for note in told] == [
        NoteKind.WORKBOOK,
        NoteKind.UNREADABLE,
        NoteKind.CODE,
        NoteKind.IDENTITY,
        NoteKind.INDEX,
    ]
    again.restore_workbook()
    again.restore_previous(ONE)
    care = care_of(again)
    care.keep_code(care.draft_code())
    assert {note.kind for note in vault_notes(again, EN, {})} == {NoteKind.IDENTITY, NoteKind.INDEX}
    again.close()
    again.unlock(PASSPHRASE)
    assert vault_notes(again, EN, {}) == ()
    again.close()


def test_an_old_card_is_told_and_written_anew(keeper: Keeper, folder: Path) -> None:
    card = folder / "vault.json"
    old = card.read_bytes()
    care = care_of(keeper)
    care.keep_code(care.draft_code())
    keeper.close()
    card.write_bytes(old)
    keeper.unlock(PASSPHRASE)
    assert set(notes(keeper)) == {NoteKind.CARD}
    care.mend_card()
    assert notes(keeper) == {}


def test_a_card_that_is_gone_is_made_anew(keeper: Keeper, folder: Path) -> None:
    keeper.close()
    (folder / "vault.json").unlink()
    with pytest.raises(VaultMissing):
        keeper.unlock(PASSPHRASE)
    care_of(keeper).renew_card(PASSPHRASE, NOW)
    keeper.unlock(PASSPHRASE)
    assert notes(keeper) == {}


def test_a_second_window_is_told_that_it_looks(keeper: Keeper, folder: Path) -> None:
    second = keeper_of(folder)
    second.look(PASSPHRASE)
    assert set(notes(second)) == {NoteKind.READ_ONLY}
    second.close()


@pytest.mark.parametrize("language", Language)
def test_everything_can_be_looked_at_written_to_a_file_and_put_back(
    keeper: Keeper, folder: Path, tmp_path: Path, language: Language
) -> None:
    care, words = care_of(keeper), Words(language)
    assert care.check(words).is_good
    made = care.backup(tmp_path / "mine.zip", later(5))
    assert len(backup_words(made, words)) == 5
    assert look_at(tmp_path / "mine.zip").sha256 == made.sha256
    keeper.save(incident(2))
    old = put_back(keeper, tmp_path / "mine.zip")
    assert old == folder.with_name("vault.before-restore-1")
    assert state(keeper) is Keeping.LOCKED
    keeper.unlock(PASSPHRASE)
    assert [line.id for line in keeper.summaries()] == [ONE]
    assert keeper.workbook == workbook(2)
