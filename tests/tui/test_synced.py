"""A folder that a service synchronises is said calmly before something is saved there; trouble is said on top."""

from __future__ import annotations

from pathlib import Path

import pytest

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.tui.screens.home import HomeScreen
from tests.store.quick import PASSPHRASE
from tests.tui.desk import Desk
from tests.tui.situations import THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")

INCIDENT = told(THREAT_ON_YOUTUBE, Step.TALK)


def synced(tmp_path: Path) -> Desk:
    folder = tmp_path / "OneDrive - Werk"
    folder.mkdir()
    desk = Desk(folder)
    desk.choose()
    return desk


@pytest.mark.parametrize("language", Language)
async def test_who_chooses_a_passphrase_reads_that_a_service_synchronises_the_folder(
    tmp_path: Path, language: Language
) -> None:
    desk = synced(tmp_path)
    desk.choose(language=language)
    async with desk.sit_down() as person:
        assert "OneDrive" in person.page
        await person.start(THREAT_ON_YOUTUBE)
        await person.press("f5")
        await person.until(lambda: "--vault" in person.read)
        assert "OneDrive" in person.read
        for _ in range(2):
            await person.write(PASSPHRASE)
            await person.press("enter")
        await person.until(desk.vault.exists)


async def test_a_folder_that_stays_here_is_not_said_to_be_synchronised(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await person.press("f5")
        assert "--vault" not in person.read
        await person.press("escape")
        await person.leave_to_home()
        assert person.label("Everything stays on this laptop. Nothing goes over the internet.") in person.page


async def test_a_second_version_of_a_file_stands_under_what_was_saved_on_the_first_screen(desk: Desk) -> None:
    desk.keep(INCIDENT)
    folder = Layout(desk.vault).incident_folder(INCIDENT.id)
    (folder / "incident-LAPTOP-7.age").write_bytes(b"another version")
    async with desk.sit_down(is_open=True) as person:
        assert person.is_at(HomeScreen)
        assert "tweede versie" in person.page
        assert person.label("There is no recovery code yet, for when you forget your passphrase.") not in person.page


async def test_what_is_wrong_with_prevention_stands_there_in_one_line(desk: Desk) -> None:
    desk.keep(INCIDENT)
    Layout(desk.vault).workbook.write_bytes(b"half")
    async with desk.sit_down(is_open=True) as person:
        told = person.label("Prevention, agreements and policy are not what you saved last.")
        assert told in person.page
