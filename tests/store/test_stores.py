"""What both stores do alike, and what the one in memory never does."""

import subprocess
import sys
from pathlib import Path

import pytest

from onlinesafe_tui.domain.deadlines import DeadlineKind
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import VaultMissing
from onlinesafe_tui.store.memory import MemoryStore
from onlinesafe_tui.store.port import IncidentStore
from onlinesafe_tui.store.vault import Vault
from tests.store.samples import NOW, incident, incident_id, later


@pytest.fixture(params=["memory", "vault"])
def store(request: pytest.FixtureRequest) -> IncidentStore:
    if request.param == "memory":
        return MemoryStore()
    vault: Vault = request.getfixturevalue("vault")
    return vault


def test_what_is_saved_can_be_loaded(store: IncidentStore) -> None:
    store.save(incident())
    assert store.load(incident_id(1)) == incident()


def test_a_later_save_replaces_an_earlier_one(store: IncidentStore) -> None:
    store.save(incident())
    store.save(incident(words="anders"))
    assert store.load(incident_id(1)).notes == {Step.TALK: "anders"}
    assert [summary.sequence for summary in store.summaries()] == [2]


@pytest.mark.parametrize("id", ["00000000000000ff", "../../etc/passwd", "", "\x1b[2J"])
def test_an_incident_that_was_never_saved_is_missing(store: IncidentStore, id: str) -> None:
    with pytest.raises(VaultMissing) as caught:
        store.load(id)
    assert "\x1b" not in str(caught.value)


def test_the_list_has_the_last_changed_incident_on_top(store: IncidentStore) -> None:
    store.save(incident(1, changed=later(5)))
    store.save(incident(2, changed=later(9)))
    store.save(incident(3, changed=later(7)))
    assert [summary.id for summary in store.summaries()] == [incident_id(2), incident_id(3), incident_id(1)]


def test_a_line_says_what_a_list_needs(store: IncidentStore) -> None:
    store.save(incident().tick("talk.breathe", NOW).go(incident().journey.go(Step.REPORT)))
    (line,) = store.summaries()
    assert (line.step, line.ticked, line.acts, line.channel) == (Step.REPORT, 1, ("insult", "threat"), "youtube")
    assert line.due[0][0] is DeadlineKind.AFTERCARE_FIRST
    assert [day for _, day in line.due] == sorted(day for _, day in line.due)


def test_a_store_says_whether_it_seals(vault: Vault) -> None:
    assert vault.is_sealed
    assert not MemoryStore([incident()]).is_sealed


def test_what_the_first_screen_uses_loads_no_storage_library() -> None:
    code = (
        "import sys, onlinesafe_tui.store.memory, onlinesafe_tui.store.layout, onlinesafe_tui.store.passphrase;"
        "print([name for name in ('tinydb', 'pyrage', 'msgspec', 'filelock') if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
