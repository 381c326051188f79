"""The same ways back as prompts: what was swapped, and what is older than what was saved last."""

from __future__ import annotations

from pathlib import Path

import pytest

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import VaultRolledBack, VaultSwapped
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.store.layout import Layout, incident_in
from onlinesafe_tui.store.opening import unlock_vault
from tests.plain.laptop import Laptop
from tests.plain.long_day import THREAT
from tests.plain.person import Reply, pick
from tests.plain.test_keeping import OPEN, SAVE
from tests.plain.test_recovery import use
from tests.plain.test_situations import say
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import incident
from tests.store.workbooks import workbook

WORDS = Words(Language.EN)


@pytest.fixture
def saved(laptop: Laptop, library: Library) -> Incident:
    """An incident that was saved."""
    use(laptop, *say(library, *THREAT), *SAVE, "1")
    return laptop.look()


def own(laptop: Laptop, id: str) -> Path:
    return incident_in(Layout(laptop.vault).incident_folder(id))


def roll_back(laptop: Laptop, saved: Incident) -> None:
    """Put an older copy back after two later saves."""
    first = own(laptop, saved.id).read_bytes()
    with unlock_vault(laptop.vault, PASSPHRASE, QuickSealer()) as vault:
        for note in ("later", "last"):
            vault.save(saved.note(Step.TALK, note))
    own(laptop, saved.id).write_bytes(first)
    own(laptop, saved.id).with_name("incident.age.bak").unlink()


def test_an_older_copy_is_gone_on_with_on_purpose_and_the_overview_says_so(laptop: Laptop, saved: Incident) -> None:
    roll_back(laptop, saved)
    left = use(laptop, *OPEN, pick("Go on with: Threat"), pick("Leave it as it is"))
    assert f"{WORDS(VaultRolledBack.title)}." in left.told
    assert "22 November 2026" in left.text
    taken = use(laptop, *OPEN, pick("Go on with: Threat"), pick("Go on with the older version, from 22 November"), "o")
    assert "What was written in between is missing." in taken.text
    assert len(laptop.look().went_back) == 1
    assert Step.TALK not in laptop.look().notes


def test_what_was_swapped_is_put_back(laptop: Laptop, saved: Incident) -> None:
    with unlock_vault(laptop.vault, PASSPHRASE, QuickSealer()) as vault:
        vault.save(incident(7))
    one, two = own(laptop, saved.id), own(laptop, incident(7).id)
    first = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(first)
    person = use(laptop, *OPEN, pick("All incidents"), "1", pick("Put each file back"))
    assert f"{WORDS(VaultSwapped.title)}." in person.told
    with unlock_vault(laptop.vault, PASSPHRASE, QuickSealer()) as vault:
        assert vault.load(saved.id) == saved
        assert vault.load(incident(7).id) == incident(7)
    assert not list(laptop.vault.rglob("*.aside-*"))


@pytest.mark.parametrize("is_from_menu", [True, False])
def test_an_older_copy_of_prevention_is_gone_on_with_on_purpose(
    laptop: Laptop, saved: Incident, *, is_from_menu: bool
) -> None:
    place, versions = Layout(laptop.vault).workbook, list[bytes]()
    with unlock_vault(laptop.vault, PASSPHRASE, QuickSealer()) as vault:
        for note in ("first", "second", "third"):
            vault.save_workbook(workbook(note=note))
            versions.append(place.read_bytes())
    place.write_bytes(versions[0])
    place.with_name("workbook.age.bak").unlink()
    go_on = pick("Go on with the older version of prevention")
    older: list[Reply] = [pick("What you saved"), go_on, "b"]
    if is_from_menu:
        older = [pick("Prevention"), pick("A file is older"), pick("Leave it"), pick("A file is older"), go_on, "b"]
    person = use(laptop, *OPEN, *older)
    assert "older than what you saved last" in person.text
    with unlock_vault(laptop.vault, PASSPHRASE, QuickSealer(), read_only=True) as vault:
        assert vault.load_workbook() == workbook(note="first")
