"""A second window looks only: everything is shown, nothing can be changed, and it says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import ForWhom
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import VaultInUse
from onlinesafe_tui.services.incidents import start_incident
from onlinesafe_tui.services.keeping import Keeper, Keeping
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen
from onlinesafe_tui.tui.screens.vault import VaultScreen
from tests.store.quick import PASSPHRASE
from tests.tui.desk import Desk, FixedClock
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")

INCIDENT = told(THREAT_ON_YOUTUBE, Step.TALK).note(Step.TALK, "wat ik schreef")
LOOKING = "Only looking"


@pytest.fixture
def elsewhere(desk: Desk) -> Iterator[Keeper]:
    """Another window, which has everything open."""
    desk.keep(INCIDENT)
    keeper = desk.keeper()
    keeper.unlock(PASSPHRASE)
    yield keeper
    keeper.close()


async def look(person: Person) -> None:
    """Type the passphrase, hear that it is open elsewhere, and look only."""
    await person.choose("unlock")
    await person.write(PASSPHRASE)
    await person.press("enter")
    await person.until(lambda: person.label(VaultInUse.title) in person.read)
    await person.press("enter")
    await person.until(lambda: person.is_at(HomeScreen))
    assert person.workspace.keeper.state is Keeping.READ_ONLY


async def test_everything_is_shown_and_the_bar_says_that_one_only_looks(desk: Desk, elsewhere: Keeper) -> None:
    before = desk.files()
    async with desk.sit_down() as person:
        await look(person)
        assert person.label(LOOKING) in person.lines[0]
        await person.choose(f"incident:{INCIDENT.id}")
        assert person.label(LOOKING) in person.lines[0]
        assert person.field("note") == "wat ik schreef"
        for step in (Step.SCREENSHOT, Step.REPORT):
            await person.press("ctrl+n")
            assert person.step() is step
        await person.press("ctrl+b", "f6", "f10")
        await person.until(lambda: person.is_gone)
    assert desk.files() == before


async def test_nothing_can_be_changed_and_it_says_why(desk: Desk, elsewhere: Keeper) -> None:
    before = desk.files()
    async with desk.sit_down() as person:
        await look(person)
        await person.choose(f"incident:{INCIDENT.id}")
        assert person.screen.query_one("#note").disabled
        task = next(id for id in person.row_ids if id.startswith("task:"))
        await person.choose(task)
        assert person.is_at(AskScreen)
        assert person.label(VaultInUse.sentence) in person.page
        await person.press("enter")
        assert person.is_at(GuideScreen)
        assert not person.incident.ticked
        await person.press("f6")
        await person.choose("vault")
        assert person.is_at(VaultScreen)
        assert set(person.row_ids) == {"open", "incidents", "check", "lock"}
    assert desk.files() == before


@pytest.mark.parametrize("row", ["evidence:new", "action:"])
async def test_what_can_only_be_looked_at_is_left_with_the_way_back(desk: Desk, elsewhere: Keeper, row: str) -> None:
    async with desk.sit_down() as person:
        await look(person)
        await person.choose(f"incident:{INCIDENT.id}")
        while not (found := [id for id in person.row_ids if id.startswith(row)]):
            await person.press("ctrl+n")
        await person.choose(found[0])
        if row == "action:":
            await person.choose("sent")
        assert person.is_at(AskScreen)
        assert person.label(VaultInUse.sentence) in person.page
        while not person.is_at(HomeScreen):
            await person.press("escape")
    assert elsewhere.load(INCIDENT.id) == INCIDENT


async def test_who_is_in_need_can_begin_all_the_same(desk: Desk, elsewhere: Keeper) -> None:
    async with desk.sit_down() as person:
        await look(person)
        await person.start(THREAT_ON_YOUTUBE)
        assert not person.screen.query_one("#note").disabled
        await person.fill("note", "van nu")
        assert person.label("Not saved yet: {key}", key="F5") in person.lines[0]
        elsewhere.close()
        await person.press("f5")
        assert person.is_at(PassphraseScreen)
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.until(lambda: person.workspace.keeper.state is Keeping.SEALED)
        await person.until(lambda: person.is_at(GuideScreen))
        new = person.incident.id
    assert desk.look(new).notes == {Step.TALK: "van nu"} or "van nu" in desk.look(new).notes.values()
    assert desk.look(INCIDENT.id).notes == INCIDENT.notes


async def test_opening_it_for_good_shows_what_the_other_window_wrote(desk: Desk, elsewhere: Keeper) -> None:
    async with desk.sit_down() as person:
        await look(person)
        await person.choose(f"incident:{INCIDENT.id}")
        elsewhere.save(elsewhere.load(INCIDENT.id).note(Step.TALK, "van het andere venster"))
        elsewhere.close()
        await person.press("f5")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.until(lambda: person.is_at(GuideScreen))
        assert person.workspace.keeper.state is Keeping.SEALED
        assert person.incident.notes[Step.TALK] == "van het andere venster"
        assert person.field("note") == "van het andere venster"
        assert not person.screen.query_one("#note").disabled
        await person.press("ctrl+n", "f10")
        await person.until(lambda: person.is_gone)
    assert desk.look().notes == {Step.TALK: "van het andere venster"}


async def test_fields_of_prevention_are_closed_too(desk: Desk, elsewhere: Keeper) -> None:
    before = desk.files()
    async with desk.sit_down() as person:
        await look(person)
        await person.choose("prevention")
        await person.choose("agreements")
        await person.choose(next(id for id in person.row_ids if id.startswith("new:")))
        assert not person.workspace.keeper.workbook.sheets
    assert desk.files() == before


async def test_an_incident_with_open_questions_shows_its_steps_and_asks_nothing(desk: Desk) -> None:
    begun = start_incident(FixedClock(), Country.NL, ForWhom.SELF)
    desk.keep(begun)
    keeper = desk.keeper()
    keeper.unlock(PASSPHRASE)
    try:
        async with desk.sit_down() as person:
            await look(person)
            await person.choose(f"incident:{begun.id}")
            assert person.is_at(GuideScreen)
            assert person.label(LOOKING) in person.lines[0]
            await person.press("ctrl+l")
            assert person.label(LOOKING) in person.lines[0]
    finally:
        keeper.close()
