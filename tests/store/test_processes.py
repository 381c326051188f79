"""Several programs at once, and programs that are ended without a warning."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id
from tests.store.workbooks import workbook

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("ONLINESAFE_KILLS", "20"))


@pytest.fixture
def filled(layout: Layout) -> Layout:
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(incident(1, words="0"))
        vault.save_workbook(workbook(note="0"))
    return layout


def saver(layout: Layout, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.saver", str(layout.folder), str(times)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def lines(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    return process.stdout.read().split()


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_two_programs_never_both_write(filled: Layout) -> None:
    one = saver(filled, 100)
    assert first_line(one) == "open"
    other = saver(filled, 100)
    assert first_line(other) == "in use"
    other.communicate()
    told, _ = one.communicate()
    assert told.split() == [str(number) for number in range(1, 101)]
    assert one.returncode == 0
    with unlock_vault(filled.folder, PASSPHRASE, QuickSealer()) as vault:
        assert vault.load(incident_id(1)).notes == {Step.TALK: "100"}
        assert {vault.load(incident_id(number + 1)).notes[Step.TALK] for number in range(1, 101)} == {
            str(number) for number in range(1, 101)
        }
        assert vault.load_workbook() == workbook(note="100")


def test_a_program_that_is_killed_while_it_saves_never_leaves_a_vault_that_does_not_open(filled: Layout) -> None:
    chance = random.Random(2026)
    safe = safe_note = 0
    for _ in range(KILLS):
        process = saver(filled, 0)
        assert first_line(process) == "open"
        time.sleep(chance.uniform(0.0, 0.15))
        process.kill()
        told = [int(line) for line in lines(process) if line.isdecimal()]
        process.wait()
        safe = told[-1] if told else safe
        with unlock_vault(filled.folder, PASSPHRASE, QuickSealer()) as vault:
            saved = int(vault.load(incident_id(1)).notes[Step.TALK])
            assert saved >= safe
            assert not vault.unreadable
            assert vault.index_trouble is None
            assert len(vault.summaries()) == filled.count()
            assert {incident_id(number + 1) for number in told} <= {line.id for line in vault.summaries()}
            for number in told[-5:]:
                assert vault.load(incident_id(number + 1)).notes == {Step.TALK: str(number)}
            noted = max(int(note) for round in vault.load_workbook().rounds for note in round.notes.values())
            assert max([safe_note, *told]) <= noted <= saved
            safe, safe_note = saved, noted
        assert not list(filled.folder.rglob("*.tmp"))
        assert not list(filled.incidents.glob("*.new"))
    assert safe > KILLS, "the program was to be killed while it saved"
