"""What was swapped goes back in its place, and an older version is gone on with on purpose, its day said before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onlinesafe_tui.dates import moment_of
from onlinesafe_tui.domain.incident import Incident, WentBack
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.errors import VaultRolledBack, VaultSwapped
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.store.layout import Layout, incident_in
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.vault import VaultScreen
from tests.store.quick import PASSPHRASE
from tests.store.workbooks import workbook
from tests.tui.desk import NOW, Desk
from tests.tui.situations import INSULT_ON_LINKEDIN, THREAT_ON_YOUTUBE, told
from tests.tui.test_errors import is_told

pytestmark = pytest.mark.usefixtures("undrawn")

OLD = replace(told(THREAT_ON_YOUTUBE, Step.TALK).note(Step.TALK, "het eerste"), changed=NOW.replace(day=20, hour=9))
OTHER = told(INSULT_ON_LINKEDIN, Step.TALK, number=2).note(Step.TALK, "het andere")


def rolled_back(desk: Desk, *later: Incident) -> None:
    """Put the file of an incident back as it was first."""
    desk.keep(OLD)
    file = incident_in(Layout(desk.vault).incident_folder(OLD.id))
    first = file.read_bytes()
    workspace = desk.workspace()
    workspace.keeper.unlock(PASSPHRASE)
    for incident in later:
        workspace.keeper.save(incident)
    workspace.keeper.close()
    file.write_bytes(first)
    file.with_name("incident.age.bak").write_bytes(first)


async def test_an_older_copy_is_gone_on_with_on_purpose_and_the_incident_notes_it(desk: Desk) -> None:
    rolled_back(desk, OLD.note(Step.TALK, "het laatste"), OLD.note(Step.TALK, "het allerlaatste"))
    before = desk.files()
    async with desk.sit_down(is_open=True) as person:
        await person.choose(f"incident:{OLD.id}")
        assert person.is_at(AskScreen)
        assert is_told(person, VaultRolledBack)
        assert "20 november 2026" in person.page
        assert person.row_ids == ["back", "older"]
        await person.choose("back")
        assert person.is_at(HomeScreen)
        own = {name: data for name, data in desk.files().items() if OLD.id in name}
        assert own == {name: data for name, data in before.items() if OLD.id in name}
        await person.choose(f"incident:{OLD.id}")
        await person.choose("older")
        await person.until(lambda: person.is_at(GuideScreen))
        assert person.field("note") == "het eerste"
        await person.press("f7")
        assert "20 november 2026" in person.page
    assert desk.look().went_back == (WentBack(NOW, OLD.changed),)


async def test_what_was_swapped_is_put_back_with_everything_in_it(desk: Desk) -> None:
    desk.keep(OLD, OTHER)
    one, two = (incident_in(Layout(desk.vault).incident_folder(id)) for id in (OLD.id, OTHER.id))
    first = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(first)
    async with desk.sit_down(is_open=True) as person:
        await person.choose(f"incident:{OLD.id}")
        assert is_told(person, VaultSwapped)
        assert person.row_ids == ["back", "in-place"]
        await person.choose("in-place")
        await person.until(lambda: person.is_at(GuideScreen))
        assert person.field("note") == "het eerste"
        await person.leave_to_home()
        await person.choose(f"incident:{OTHER.id}")
        assert person.is_at(GuideScreen)
        assert person.field("note") == "het andere"
    assert not list(desk.vault.rglob("*.aside-*"))
    assert [desk.look(id).went_back for id in (OLD.id, OTHER.id)] == [(), ()]


async def test_an_incident_of_which_the_last_version_is_nowhere_goes_on_with_an_older_one(desk: Desk) -> None:
    desk.keep(OLD, OTHER)
    one, two = (incident_in(Layout(desk.vault).incident_folder(id)) for id in (OLD.id, OTHER.id))
    one.write_bytes(two.read_bytes())
    async with desk.sit_down(is_open=True) as person:
        await person.choose(f"incident:{OLD.id}")
        assert person.row_ids == ["back", "older"]
        await person.choose("older")
        await person.until(lambda: person.is_at(GuideScreen))
        assert person.field("note") == "het eerste"
    assert desk.look(OTHER.id).notes[Step.TALK] == "het andere"


def keep_old_workbook(desk: Desk) -> Workbook:
    """Have an older copy put back of what belongs to no incident."""
    place = Layout(desk.vault).workbook
    desk.keep_workbook(workbook(note="eerst"))
    first = place.read_bytes()
    for note in ("toen", "later"):
        desk.keep_workbook(workbook(note=note))
    place.write_bytes(first)
    place.with_name("workbook.age.bak").unlink()
    return workbook(note="eerst")


@pytest.mark.parametrize("is_from_menu", [True, False])
async def test_an_older_copy_of_prevention_is_gone_on_with_on_purpose(desk: Desk, *, is_from_menu: bool) -> None:
    first = keep_old_workbook(desk)
    assert first.changed is not None
    async with desk.sit_down(is_open=True) as person:
        if is_from_menu:
            await person.choose("prevention")
            await person.choose("restore")
            assert is_told(person, VaultRolledBack)
            assert person.row_ids == ["back", "older"]
            assert moment_of(first.changed, Language.NL) in person.page
            await person.choose("back")
            assert person.workspace.keeper.workbook_trouble is not None
            await person.choose("restore")
            await person.choose("older")
            assert "restore" not in person.row_ids
        else:
            await person.choose("vault")
            assert person.is_at(VaultScreen)
            assert "ouder dan wat je het laatst bewaarde" in person.page
            assert person.label("Take the version before of prevention, agreements and policy") not in person.page
            await person.choose("workbook")
            assert "workbook" not in person.row_ids
        assert person.workspace.keeper.state is Keeping.SEALED
        assert person.workspace.keeper.workbook == first
    assert desk.look_workbook() == first
