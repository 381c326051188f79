"""What goes wrong gets a sentence of its own that says what to do, and nothing is lost or overwritten."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Formatter

import pytest

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import (
    OnlineSafeError,
    SettingsError,
    VaultDamaged,
    VaultEmpty,
    VaultError,
    VaultForged,
    VaultInUse,
    VaultMissing,
    VaultTruncated,
    VaultUnwritable,
)
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.store.layout import Layout, incident_in
from onlinesafe_tui.store.sealing import seal
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen
from tests.store.quick import PASSPHRASE
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import INSULT_ON_LINKEDIN, THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")

WRITTEN = "wat ik gisteren schreef"
BROKEN = told(THREAT_ON_YOUTUBE, Step.TALK).note(Step.TALK, WRITTEN)
OTHER = told(INSULT_ON_LINKEDIN, Step.TALK, number=2)


def own_file(desk: Desk) -> Path:
    return incident_in(Layout(desk.vault).incident_folder(BROKEN.id))


def is_told(person: Person, error: type[OnlineSafeError]) -> bool:
    """Whether an error stands on the screen in full: its title, what happened, and what to do."""
    names = [name for _, name, _, _ in Formatter().parse(error.sentence) if name]
    said = person.label(error.sentence, **dict.fromkeys(names, "\0"))
    return all(part.strip(" .()") in person.page for part in (person.label(error.title), *said.split("\0")))


DAMAGE: Mapping[type[VaultError], Callable[[bytes], bytes]] = {
    VaultEmpty: lambda _: b"",
    VaultDamaged: lambda data: b"\0" * len(data),
    VaultTruncated: lambda data: data[:-7],
}


@pytest.mark.parametrize("error", DAMAGE)
async def test_a_damaged_incident_is_told_and_not_overwritten(desk: Desk, error: type[VaultError]) -> None:
    desk.keep(BROKEN, OTHER)
    own_file(desk).write_bytes(DAMAGE[error](own_file(desk).read_bytes()))
    before = desk.files()
    async with desk.sit_down(is_open=True) as person:
        await person.choose(f"incident:{BROKEN.id}")
        assert person.is_at(AskScreen)
        assert is_told(person, error)

        await person.choose("back")
        assert person.is_at(HomeScreen)
        await person.choose(f"incident:{OTHER.id}")
        assert person.is_at(GuideScreen)
    assert {name: data for name, data in desk.files().items() if BROKEN.id in name} == {
        name: data for name, data in before.items() if BROKEN.id in name
    }


@pytest.mark.parametrize("error", DAMAGE)
async def test_the_version_before_opens_and_the_damaged_file_stays(desk: Desk, error: type[VaultError]) -> None:
    desk.keep(BROKEN)
    damaged = DAMAGE[error](own_file(desk).read_bytes())
    own_file(desk).write_bytes(damaged)
    async with desk.sit_down(is_open=True) as person:
        await person.choose(f"incident:{BROKEN.id}")
        await person.choose("previous")
        assert person.is_at(GuideScreen)
        assert person.field("note") == WRITTEN
    assert damaged in desk.files().values()


async def test_without_a_version_before_it_says_so_and_stays_open(desk: Desk) -> None:
    desk.keep(BROKEN)
    for path in own_file(desk).parent.glob("incident*"):
        path.write_bytes(b"\0" * 900)
    before = desk.files()
    async with desk.sit_down(is_open=True) as person:
        await person.choose(f"incident:{BROKEN.id}")
        await person.choose("previous")
        assert person.is_at(AskScreen)
        await person.choose("back")
        assert person.is_at(HomeScreen)
    assert {name: data for name, data in desk.files().items() if BROKEN.id in name} == {
        name: data for name, data in before.items() if BROKEN.id in name
    }


async def test_an_incident_whose_file_is_gone_offers_the_version_before(desk: Desk) -> None:
    desk.keep(BROKEN)
    own_file(desk).unlink()
    async with desk.sit_down(is_open=True) as person:
        await person.choose(f"incident:{BROKEN.id}")
        assert person.label(VaultMissing.title) in person.page
        assert "De vorige versie is er nog" in person.page
        await person.choose("previous")
        assert person.is_at(GuideScreen)
        assert person.field("note") == WRITTEN


async def test_what_only_somebody_else_can_mend_offers_nothing_rash(desk: Desk) -> None:
    desk.keep(BROKEN, OTHER)
    person_key = json.loads(Layout(desk.vault).card.read_text())["recipients"][0]
    own_file(desk).write_bytes(seal(b"by somebody else", [person_key]))
    async with desk.sit_down(is_open=True) as person:
        await person.choose(f"incident:{BROKEN.id}")
        assert is_told(person, VaultForged)
        assert person.row_ids == ["back"]


async def test_a_second_window_says_that_the_first_one_has_it(desk: Desk) -> None:
    desk.keep(BROKEN)
    async with desk.sit_down(BROKEN, is_open=True) as first:
        await first.fill("note", " En nu ook.")
        async with desk.sit_down() as second:
            await second.press("1")
            await second.write(PASSPHRASE)
            await second.press("enter")
            await second.until(lambda: is_told(second, VaultInUse))
            assert second.is_at(PassphraseScreen)
            await second.press("escape")
            await second.start(INSULT_ON_LINKEDIN)
            assert second.is_at(GuideScreen)
        await first.press("f10")
        await first.until(lambda: first.is_gone)
    assert WRITTEN in desk.look().notes[Step.TALK]
    assert "En nu ook." in desk.look().notes[Step.TALK]
    assert len(desk.summaries()) == 1


async def test_a_folder_that_cannot_be_made_says_so_and_keeps_everything_in_memory(desk: Desk) -> None:
    desk.vault.write_text("a file where the folder should be")
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.fill("note", "blijft staan")
        await person.press("f5")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.until(lambda: is_told(person, VaultUnwritable))
        await person.press("escape")
        assert person.field("note") == "blijft staan"
        assert person.workspace.keeper.state is Keeping.MEMORY
    assert desk.vault.read_text() == "a file where the folder should be"


async def test_a_disk_that_stops_taking_saves_says_so_and_lets_the_person_go(desk: Desk) -> None:
    desk.keep(BROKEN)
    folder = Layout(desk.vault).incident_folder(BROKEN.id)
    async with desk.sit_down(BROKEN, is_open=True) as person:
        folder.rename(desk.folder / "gone")
        folder.write_text("no folder any more")
        await person.press("ctrl+n")
        await person.until(lambda: person.is_at(AskScreen))
        assert is_told(person, VaultUnwritable)
        await person.choose("back")
        assert person.is_at(GuideScreen)

        await person.press("f10")
        assert person.is_at(AskScreen)
        assert not person.is_gone
        await person.choose("leave")
        await person.until(lambda: person.is_gone)


async def test_settings_that_cannot_be_kept_still_hold_now(new_desk: Desk) -> None:
    workspace = new_desk.workspace()
    new_desk.settings.mkdir()
    async with new_desk.sit_down(workspace=workspace) as person:
        await person.press("2")
        assert person.is_at(HomeScreen)
        assert workspace.country == "be"
        assert any(person.label(SettingsError.title) in told for told in person.toasts)


async def test_a_broken_text_of_the_organisation_is_left_out_and_that_is_told(desk: Desk) -> None:
    overlay = desk.folder / "ours"
    (overlay / "steps").mkdir(parents=True)
    (overlay / "steps" / "talk.md").write_text("# Ons protocol {lang=nl}\n<script>\n", encoding="utf-8")
    desk.library = Library(content_folder(), overlay)
    async with desk.sit_down(size=(80, 40)) as person:
        assert "1 tekst van je organisatie kan niet getoond worden." in person.read
        await person.start(THREAT_ON_YOUTUBE)
        await person.press("ctrl+n")
        assert "In gesprek" in person.page
        assert "Ons protocol" not in person.page
