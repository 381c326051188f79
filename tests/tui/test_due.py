"""What is due stands on the first screen, in one list, and in a calendar file; prevention has a menu of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from onlinesafe_tui.domain.agreements import Audience, Sheet
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.errors import VaultDamaged
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen
from onlinesafe_tui.tui.screens.prevention.agreements import AgreementsScreen
from onlinesafe_tui.tui.screens.prevention.due import DueScreen
from onlinesafe_tui.tui.screens.prevention.menu import PreventionScreen
from onlinesafe_tui.tui.screens.prevention.rounds import RoundsScreen
from onlinesafe_tui.tui.screens.triage import TriageScreen
from tests.store.quick import PASSPHRASE
from tests.store.samples import NOW, incident
from tests.store.workbooks import round_of
from tests.tui.desk import TODAY, Desk
from tests.tui.situations import THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")

SHEET = Sheet(id="a", made=NOW, changed=NOW, audience=Audience.CLIENT, review_on=date(2026, 12, 30))
BOOK = Workbook().put_round(round_of().finish(date(2026, 10, 23), NOW)).put_sheet(SHEET)


async def test_the_first_screen_says_what_is_nearest_and_how_much_more_there_is(desk: Desk) -> None:
    desk.keep(replace(incident(), known_on=TODAY - timedelta(days=3)))
    desk.keep_workbook(BOOK)
    async with desk.sit_down(is_open=True) as person:
        assert person.row_ids[:2] == [f"incident:{incident().id}", "due"]
        assert "Komt eraan: Eerste gesprek, binnen 72 uur, vandaag" in person.page
        assert "en nog 1" in person.page
        await person.choose("due")
        assert person.is_at(DueScreen)


async def test_nothing_stands_there_when_nothing_presses(desk: Desk) -> None:
    desk.keep_workbook(Workbook().put_sheet(SHEET))
    async with desk.sit_down(is_open=True) as person:
        assert "due" not in person.row_ids


async def test_everything_due_opens_what_it_belongs_to(desk: Desk) -> None:
    kept = told(THREAT_ON_YOUTUBE, Step.DISCUSS)
    desk.keep(kept)
    desk.keep_workbook(BOOK)
    async with desk.sit_down(is_open=True) as person:
        for row, screen in (
            ("prevention-round:", RoundsScreen),
            (f"incident:{kept.id}", GuideScreen),
            ("agreements:a", AgreementsScreen),
        ):
            await person.choose("prevention")
            await person.choose("due")
            await person.choose(row)
            assert person.is_at(screen)
            await person.leave_to_home()


async def test_days_are_grouped_by_how_near_they_are(desk: Desk) -> None:
    desk.keep(replace(incident(), known_on=TODAY - timedelta(days=5)))
    desk.keep_workbook(BOOK)
    async with desk.sit_down(is_open=True) as person:
        await person.choose("due")
        headings = [row.text.plain for row in person.rows.rows if not row.id]
        assert headings == ["Voorbij", "Deze week", "Later"]
        assert "Preventieronde" in person.page


async def test_a_calendar_file_is_made_where_the_person_says_and_names_no_incident(desk: Desk) -> None:
    desk.keep(incident())
    desk.keep_workbook(BOOK)
    async with desk.sit_down(is_open=True) as person:
        await person.choose("due")
        await person.press("ctrl+s")
        assert person.field("path").endswith("2026-11-22 OnlineSafe.ics")
        await person.press("enter")
        assert "Er is niets verstuurd" in person.page
    (place,) = desk.exports.iterdir()
    titles = {str(entry["summary"]) for entry in Calendar.from_ical(place.read_bytes()).walk("VEVENT")}
    assert titles == {"Kijk in OnlineSafe", "Preventieronde", "De afspraken opnieuw bekijken"}


async def test_an_exercise_makes_no_calendar_file(desk: Desk) -> None:
    async with desk.sit_down(workspace=desk.practice()) as person:
        await person.choose("due")
        await person.press("ctrl+s")
        assert "Dit is een oefening" in person.page
    assert desk.files() == {}


async def test_what_is_locked_is_said_and_comes_with_the_passphrase(desk: Desk) -> None:
    desk.keep_workbook(BOOK)
    async with desk.sit_down() as person:
        assert "due" not in person.row_ids
        await person.choose("prevention")
        await person.choose("unlock")
        assert person.is_at(PassphraseScreen)
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.until(lambda: person.is_at(PreventionScreen))
        assert "unlock" not in person.row_ids
        assert "due" in person.row_ids
        assert "morgen" in person.page


async def test_a_digit_chooses_in_the_menu(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.press("4", "1")
        assert person.is_at(RoundsScreen)
        await person.press("escape")
        assert person.is_at(PreventionScreen)


async def test_a_workbook_that_does_not_open_is_said_and_the_version_before_can_be_taken(desk: Desk) -> None:
    desk.keep_workbook(Workbook().put_sheet(SHEET))
    desk.keep_workbook(BOOK)
    place = Layout(desk.vault).workbook
    place.write_bytes(place.read_bytes()[:-9])
    async with desk.sit_down(is_open=True) as person:
        assert isinstance(person.workspace.keeper.workbook_trouble, VaultDamaged)
        await person.choose("prevention")
        await person.choose("restore")
        assert "restore" not in person.row_ids
        assert person.workspace.keeper.workbook.sheets == (SHEET,)
    assert desk.look_workbook() == Workbook().put_sheet(SHEET)


async def test_what_just_happened_stands_before_a_date_of_no_incident(desk: Desk) -> None:
    desk.keep_workbook(BOOK)
    async with desk.sit_down(is_open=True) as person:
        assert person.row_ids[:4] == ["self", "colleague", "team", "due"]


async def test_a_key_that_is_held_down_begins_one_incident(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.rattle("1", 3)
        assert len(person.workspace.keeper.summaries()) <= 1
        triage = [screen for screen in person.app.screen_stack if isinstance(screen, TriageScreen)]
        assert len(triage) == 1
        await person.leave_to_home()
        await person.choose("prevention")
        assert person.is_at(PreventionScreen)
