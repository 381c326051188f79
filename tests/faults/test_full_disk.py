"""A disk that is full while something is written: nothing is lost, and there is one true sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import OnlineSafeError, VaultUnwritable
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.settings import Settings
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.opening import create_vault
from tests.faults.conftest import SmallDisk
from tests.faults.writings import FULL, WRITINGS, check_sentence, found_later, unlock
from tests.plain.laptop import Laptop
from tests.plain.person import Person, Reply, pick
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id

MOST_PAGES = 60
"""How much room is tried at most; every writing has enough with it."""

HALF_DONE = ("the index", "a recovery code")
"""What is finished at the next start, of what was refused half-way: the incidents are there, or the new code is."""


@pytest.mark.parametrize("name", WRITINGS)
def test_a_disk_that_becomes_full_keeps_the_old_and_takes_the_new_when_there_is_room(
    name: str, small_disk: SmallDisk, quick: Path
) -> None:
    writing = WRITINGS[name]
    before, folder = quick / "before", small_disk.folder / "now"
    writing.prepare(before)
    old = found_later(writing, before, quick)
    refused = 0
    for pages in range(MOST_PAGES):
        if before.exists():
            shutil.copytree(before, folder)
        told = None
        with writing.ready(folder) as act:
            small_disk.fill(pages)
            try:
                act()
            except OnlineSafeError as error:
                told = error
            check_sentence(told, writing, FULL)
            later = found_later(writing, folder, quick)
            small_disk.make_room()
            if told:
                assert later == old or name in HALF_DONE
                refused += 1
                act()
        new = found_later(writing, folder, quick)
        assert new != old or "index" in name
        assert told or later == new
        assert not [path.name for path in folder.rglob("*") if path.name.endswith((".tmp", ".new"))]
        shutil.rmtree(folder)
        if not told:
            break
    assert not told, "there was never enough room"
    assert refused or name == "a lost index", "there was always enough room"


def test_on_a_full_disk_everything_can_still_be_read(small_disk: SmallDisk) -> None:
    folder = small_disk.folder / "vault"
    WRITINGS["a workbook"].prepare(folder)
    with unlock(folder) as vault:
        vault.save(incident(1, words="saved, and the program was ended before the index was written"))
        Layout(folder).lock.unlink()
        small_disk.fill()
        with unlock(folder, read_only=True) as other:
            assert other.load(incident_id(1)).notes[Step.TALK].startswith("saved")
        with pytest.raises(VaultUnwritable):
            vault.save(incident(1, words="one too many"))
        assert vault.load(incident_id(1)).notes[Step.TALK].startswith("saved")
        small_disk.make_room()
    small_disk.fill()
    with unlock(folder) as vault:
        assert vault.load(incident_id(1)).notes[Step.TALK].startswith("saved")
        assert vault.load(incident_id(2)).notes == {Step.TALK: "old"}
        assert vault.load_workbook().rounds
        assert not vault.unreadable


def test_somebody_who_works_on_a_full_disk_is_told_makes_room_and_loses_nothing(small_disk: SmallDisk) -> None:
    laptop = Laptop(small_disk.folder, Library(content_folder()), Settings(language=Language.EN, country=Country.NL))

    class Tidying(Person):
        """Fills the disk, and makes room on it when asked what to do."""

        def reply(self, prompt: str) -> str:
            reply = super().reply(prompt)
            if reply in ("fill", "make room"):
                small_disk.fill() if reply == "fill" else small_disk.make_room()
                return super().reply(prompt)
            return reply

    with create_vault(laptop.vault, PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(incident(1))
    script: list[Reply] = [pick("Go on with what I saved"), PASSPHRASE, pick("Go on with: ")]
    workspace = laptop.workspace()
    person = Tidying([*script, "fill", "1", "1", "1", "s", "make room", pick("Try again")]).walk(workspace)
    workspace.keeper.close()

    assert "(the disk is full)" in person.text
    assert "What you wrote is not saved yet, but it is still here." in person.told
    assert person.told[-2] == "Everything is saved. Next time you go on where you were."
    assert laptop.look().ticked
