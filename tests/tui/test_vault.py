"""What was saved as a whole: what one sees of it, and what one does about it."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import WeakPassphrase, WrongPassphrase
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.backups import WHERE
from onlinesafe_tui.services.code_paper import DROPPING
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.vault_view import NO_CODE
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.opening import unlock_vault
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.backup import BackupScreen, RestoreScreen
from onlinesafe_tui.tui.screens.check import CheckScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.incidents import IncidentsScreen
from onlinesafe_tui.tui.screens.letting_in import LettingInScreen
from onlinesafe_tui.tui.screens.passphrase import ChangePassphraseScreen
from onlinesafe_tui.tui.screens.recovery_code import CodeScreen
from onlinesafe_tui.tui.screens.vault import VaultScreen
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import INSULT_ON_LINKEDIN, THREAT_ON_YOUTUBE, told

NEW = "vijf andere woorden om te houden"
INCIDENT = told(THREAT_ON_YOUTUBE, Step.TALK)
OTHER = told(INSULT_ON_LINKEDIN, Step.TALK, number=2)


@pytest.fixture(autouse=True)
def kept(desk: Desk) -> None:
    """Two incidents were kept before."""
    desk.keep(INCIDENT, OTHER)


async def at_vault(person: Person) -> None:
    await person.choose("vault")
    assert person.is_at(VaultScreen)


async def test_the_first_screen_reminds_of_a_code_that_was_put_off(desk: Desk) -> None:
    async with desk.sit_down(is_open=True) as person:
        assert person.label(NO_CODE) in person.page
        await at_vault(person)
        assert str(desk.vault) in person.page.replace(" ", "")
        await person.choose("code")
        screen = person.screen
        assert isinstance(screen, CodeScreen)
        person.workspace.care.keep_code(screen._draft)
        await person.press("escape", "escape")
        assert person.is_at(HomeScreen)
        assert person.label(NO_CODE) not in person.page


async def test_another_passphrase_asks_the_old_one_first(desk: Desk) -> None:
    async with desk.sit_down(is_open=True) as person:
        await at_vault(person)
        await person.choose("change")
        for typed in ("niet de goede", NEW, NEW):
            await person.write(typed)
            await person.press("enter")
        await person.until(lambda: person.label(WrongPassphrase.title) in person.read)
        assert person.field("old") == ""
        assert person.field("first") == NEW
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.until(lambda: person.is_at(VaultScreen))
    with unlock_vault(desk.vault, NEW, QuickSealer(), read_only=True) as vault:
        assert len(vault.summaries()) == 2


async def test_a_short_new_passphrase_changes_nothing(desk: Desk) -> None:
    async with desk.sit_down(is_open=True) as person:
        await at_vault(person)
        await person.choose("change")
        for typed in (PASSPHRASE, "kort", "kort"):
            await person.write(typed)
            await person.press("enter")
        await person.until(lambda: person.label(WeakPassphrase.title) in person.read)
        assert person.is_at(ChangePassphraseScreen)
    assert len(desk.summaries()) == 2


async def test_checking_names_a_damaged_file_and_leads_to_the_incidents(desk: Desk) -> None:
    file = desk.vault / "incidents" / OTHER.id / "incident.age"
    async with desk.sit_down(is_open=True) as person:
        await at_vault(person)
        await person.choose("check")
        assert person.is_at(CheckScreen)
        await person.until(lambda: "incidents" in person.row_ids)
        assert "!" not in person.read
        await person.press("escape")
        file.write_bytes(file.read_bytes()[:-9])
        await person.choose("check")
        await person.until(lambda: "incidents" in person.row_ids)
        assert f"incidents/{OTHER.id}/incident.age" in person.page
        await person.press("f2")
        await person.until(lambda: "is incomplete" in person.page)
        await person.choose("incidents")
        assert person.is_at(IncidentsScreen)


async def test_a_backup_is_made_and_put_back(desk: Desk) -> None:
    desk.exports.mkdir()
    place = desk.exports / "kopie.backup"
    async with desk.sit_down(is_open=True) as person:
        await at_vault(person)
        await person.choose("backup")
        assert person.is_at(BackupScreen)
        await person.press("ctrl+u")
        await person.fill("path", str(place))
        await person.press("enter")
        await person.until(lambda: place.name in person.page)
        assert person.label("The backup is made") in person.page
        assert place.is_file()
        await person.press("enter")
        assert person.is_at(VaultScreen)
        person.workspace.keeper.delete(OTHER.id)
        await person.choose("restore")
        assert person.is_at(RestoreScreen)
        # The last one that was made there is offered.
        await person.press("enter")
        await person.until(lambda: person.is_at(AskScreen))
        assert "2 incidenten" in person.page
        await person.choose("put-back")
        await person.until(lambda: person.label("The backup is back") in person.page)
        await person.press("enter")
        assert person.is_at(HomeScreen)
        assert person.workspace.keeper.state is Keeping.LOCKED
    assert len(desk.summaries()) == 2


async def test_a_backup_gets_a_free_name_in_the_folder_that_is_typed(desk: Desk) -> None:
    stick = desk.folder / "stick"
    stick.mkdir()
    for number in (1, 2):
        async with desk.sit_down(is_open=True) as person:
            await at_vault(person)
            await person.choose("backup")
            await person.press("ctrl+u")
            await person.fill("path", str(stick))
            await person.press("enter")
            await person.until(lambda: person.label("The backup is made") in person.page)
            await person.press("enter")
        assert len(list(stick.glob("*.backup"))) == number


async def test_where_there_is_no_backup_it_says_what_to_type(desk: Desk) -> None:
    async with desk.sit_down(is_open=True) as person:
        await at_vault(person)
        await person.choose("restore")
        await person.press("enter")
        assert person.label(WHERE) in person.page
        assert person.is_at(RestoreScreen)


async def test_a_backup_goes_over_no_other_file(desk: Desk) -> None:
    desk.exports.mkdir()
    place = desk.exports / "staat er al"
    place.write_text("van mij")
    async with desk.sit_down(is_open=True) as person:
        await at_vault(person)
        await person.choose("backup")
        await person.press("ctrl+u")
        await person.fill("path", str(place))
        await person.press("enter")
        await person.until(lambda: not person.screen.is_busy)  # type: ignore[attr-defined]
        assert person.is_at(BackupScreen)
    assert place.read_text() == "van mij"


async def test_an_organisation_is_let_in_only_on_purpose_and_out_again(desk: Desk) -> None:
    own = desk.folder / "own"
    own.mkdir()
    (own / "organisation.md").write_text(
        f'---\nname: "De Brug"\nseal_to: {Key.new().recipient}\n---\n', encoding="utf-8"
    )
    desk.library = Library(content_folder(), own)
    async with desk.sit_down(is_open=True) as person:
        await at_vault(person)
        await person.choose("organisation")
        assert person.is_at(LettingInScreen)
        assert "De Brug" in person.page
        await person.press("enter")
        assert person.is_at(VaultScreen)
        assert not person.workspace.care.organisation(desk.library).current
        await person.choose("organisation")
        await person.choose("all")
        await person.until(lambda: "out" in person.row_ids)
        view = person.workspace.care.organisation(desk.library)
        assert (view.shared, view.of) == (2, 2)
        await person.choose("out")
        await person.until(lambda: "out" not in person.row_ids)
        assert not person.workspace.care.organisation(desk.library).current


async def test_a_code_is_let_go_only_on_purpose(desk: Desk) -> None:
    async with desk.sit_down(is_open=True) as person:
        care = person.workspace.care
        await at_vault(person)
        assert "drop" not in person.row_ids
        care.keep_code(care.draft_code())
        await person.press("escape")
        await at_vault(person)
        await person.choose("drop")
        assert person.label(DROPPING[-1]) in person.page
        await person.press("enter")
        assert person.is_at(VaultScreen)
        assert (desk.vault / "recovery.age").exists()
        await person.choose("drop")
        await person.choose("drop")
        await person.until(lambda: person.is_at(VaultScreen))
        assert not care.has_code
        assert "drop" not in person.row_ids
        assert person.label(NO_CODE) in person.page
    assert not (desk.vault / "recovery.age").exists()


async def test_a_second_version_of_a_file_is_named_in_words(desk: Desk) -> None:
    file = desk.vault / "index.age"
    (desk.vault / "index-DESKTOP-7.age").write_bytes(file.read_bytes())
    async with desk.sit_down(is_open=True) as person:
        await at_vault(person)
        assert "index-DESKTOP-7.age" in person.page


async def test_the_minutes_before_it_locks_can_be_chosen(desk: Desk) -> None:
    async with desk.sit_down(is_open=True) as person:
        await at_vault(person)
        await person.choose("lock-after")
        await person.choose("30")
        assert "Na 30 minuten" in person.page
    async with desk.sit_down(is_open=True) as person:
        assert person.workspace.settings.lock_after == 30


async def test_an_incident_is_deleted_only_after_two_choices(desk: Desk) -> None:
    async with desk.sit_down(is_open=True) as person:
        await at_vault(person)
        await person.choose("incidents")
        await person.go_to(OTHER.id)
        await person.press("delete", "escape")
        assert OTHER.id in person.row_ids
        for answer in ("escape", "keep"):
            await person.press("delete")
            await person.choose("delete")
            await (person.press("escape", "escape") if answer == "escape" else person.choose("keep"))
            assert person.is_at(IncidentsScreen)
            assert OTHER.id in person.row_ids
        await person.press("delete")
        assert "OneDrive" in person.page
        await person.choose("delete")
        await person.choose("delete")
        assert person.is_at(IncidentsScreen)
        assert person.row_ids == [INCIDENT.id]
        assert person.label("It is deleted.") in " ".join(person.toasts)
    assert [summary.id for summary in desk.summaries()] == [INCIDENT.id]
    assert not (desk.vault / "incidents" / OTHER.id).exists()


async def test_deleting_the_incident_that_is_open_leads_to_the_first_screen(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT, is_open=True) as person:
        await person.fill("note", "gaat mee weg")
        await person.press("ctrl+p")
        await person.write(person.label("What you saved"))
        await person.press("enter")
        assert person.is_at(VaultScreen)
        await person.choose("incidents")
        await person.go_to(INCIDENT.id)
        await person.press("delete")
        await person.choose("delete")
        await person.choose("delete")
        await person.until(lambda: person.is_at(HomeScreen))
        await person.press("f10")
        await person.until(lambda: person.is_gone)
    assert [summary.id for summary in desk.summaries()] == [OTHER.id]


async def test_the_list_says_what_can_be_done_about_an_incident_that_does_not_open(desk: Desk) -> None:
    for id, name in ((INCIDENT.id, "incident.age"), (OTHER.id, "incident.age")):
        file = desk.vault / "incidents" / id / name
        file.write_bytes(file.read_bytes()[:-9])
    (desk.vault / "incidents" / OTHER.id / "incident.age.bak").unlink()
    async with desk.sit_down(is_open=True) as person:
        for id in (INCIDENT.id, OTHER.id):
            await person.choose(f"incident:{id}")
            await person.press("escape")
        await at_vault(person)
        assert "!" in person.page
        await person.choose("incidents")
        assert person.label("The version before may open: choose it, and you are asked.") in person.page
        assert person.label("Put it back from a backup; until then it is kept as it is.") in person.page
        await person.choose(INCIDENT.id)
        await person.choose("previous")
        await person.until(lambda: person.is_at(GuideScreen))


@pytest.mark.parametrize("damage", ["missing", "empty"])
async def test_a_broken_card_is_written_anew_with_the_passphrase(desk: Desk, damage: str) -> None:
    card = desk.vault / "vault.json"
    card.unlink() if damage == "missing" else card.write_bytes(b"")
    async with desk.sit_down() as person:
        await person.choose("unlock")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.until(lambda: "vault.json" in person.read)
        await person.choose("card")
        await person.until(lambda: person.is_at(HomeScreen))
        assert person.workspace.keeper.state is Keeping.SEALED
        assert f"incident:{INCIDENT.id}" in person.row_ids
    assert len(desk.summaries()) == 2
