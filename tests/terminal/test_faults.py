"""What goes wrong says so in a sentence of its own, and nothing is lost or overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.steps import PASSPHRASE, answer, save, unlock

ANSWERS = (
    "Geen gevaar",
    "Belediging",
    "LinkedIn",
    "Tekst",
    "Privébericht",
    "Volwassen cliënt",
    "Niets van thuis",
    "Niets van dit alles",
)


@pytest.fixture
def vault(start: Start, tmp_path: Path) -> Path:
    """Keep one incident, in a vault that is closed again."""
    with start() as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1", "1")
        answer(terminal, *ANSWERS)
        save(terminal)
        terminal.press("f10")
        assert terminal.wait_for_end() == 0
    return tmp_path / "vault"


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder but the lock, by its name."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_wrong_passphrase_and_a_vault_that_is_open_already(start: Start, vault: Path) -> None:
    before = contents(vault)
    with start() as first:
        first.wait_for("Verder met wat ik")
        first.press("1")
        unlock(first, "dit is hem zeker niet")
        first.wait_for("Dat is niet de wachtwoordzin", "probeer het opnieuw")
        assert contents(vault) == before
        unlock(first, PASSPHRASE)
        first.wait_for("Verder met: Belediging")
        with start() as second:
            second.wait_for("Verder met wat ik")
            second.press("1")
            unlock(second, PASSPHRASE)
            second.wait_for("al open")
        first.press("1")
        first.wait_for("Nu:")


def test_a_damaged_incident_is_left_alone_until_the_person_chooses(start: Start, vault: Path) -> None:
    with start() as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.press("1")
        unlock(terminal, PASSPHRASE)
        terminal.wait_for("Verder met: Belediging")
        terminal.press("1")
        terminal.wait_for("Nu:")
        terminal.press("ctrl+n", "f10")
        assert terminal.wait_for_end() == 0
    (incident,) = vault.glob("incidents/*/incident.age")
    damaged = incident.read_bytes()[:-20] + b"x" * 20
    incident.write_bytes(damaged)
    with start() as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.press("1")
        unlock(terminal, PASSPHRASE)
        terminal.wait_for("Verder met: Belediging")
        terminal.press("1")
        terminal.wait_for("beschadigd")
        assert incident.read_bytes() == damaged
        terminal.press("2")
        terminal.wait_for("Nu:")
    kept = [path for path in incident.parent.iterdir() if path.read_bytes() == damaged]
    assert kept, "the damaged file was thrown away"
    assert incident.read_bytes() != damaged


def test_a_folder_that_cannot_be_written_says_so_and_keeps_what_is_on_the_screen(start: Start, tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("a file stands where the folder should be")
    with start() as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1", "1")
        answer(terminal, *ANSWERS)
        terminal.press("f5")
        for _ in range(2):
            terminal.type(PASSPHRASE)
            terminal.press("enter")
        terminal.wait_for("--vault")
        terminal.press("escape")
        terminal.wait_for("Nog niet bewaard", "Nu:")


def test_a_broken_text_of_the_organisation_is_named_and_the_usual_one_is_used(start: Start, tmp_path: Path) -> None:
    broken = tmp_path / "own" / "steps" / "talk.md"
    broken.parent.mkdir(parents=True)
    broken.write_text("# Zonder taal\nDit klopt niet.\n")
    with start("--overlay", str(tmp_path / "own")) as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1")
        terminal.wait_for("1 tekst van je organisatie kan niet getoond worden")
        terminal.press("1")
        terminal.wait_for("Vraag 1 van 8")
