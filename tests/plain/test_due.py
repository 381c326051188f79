"""What is due, told by prompts: at the first choice, in one list, and as a file for a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from icalendar import Calendar

from onlinesafe_tui.domain.agreements import Audience, Sheet
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.opening import create_vault
from tests.plain.laptop import Laptop
from tests.plain.person import Person, Reply, pick
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident
from tests.store.workbooks import round_of

SHEET = Sheet(id="a", made=NOW, changed=NOW, audience=Audience.CLIENT, review_on=date(2026, 12, 30))
BOOK = Workbook().put_round(round_of().finish(date(2026, 10, 23), NOW)).put_sheet(SHEET)
OPEN: Sequence[Reply] = (pick("Go on with what I saved"), PASSPHRASE)


@pytest.fixture
def workspace(laptop: Laptop) -> Workspace:
    """What the program works with where an incident and a workbook were kept before."""
    with create_vault(laptop.vault, PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(incident())
        vault.save_workbook(Workbook().put_sheet(SHEET))
        vault.save_workbook(BOOK)
    return laptop.workspace()


def test_the_first_choice_says_what_is_nearest(workspace: Workspace) -> None:
    person = Person(OPEN).walk(workspace)
    assert "Due: Prevention round, tomorrow" in person.text
    assert "and 1 more" in person.text


def test_the_list_opens_what_something_belongs_to(workspace: Workspace) -> None:
    person = Person([*OPEN, pick("Due"), pick("Prevention round: tomorrow"), "b", pick("First talk")]).walk(workspace)
    assert "Insult · YouTube · 22 November 2026" in person.text
    assert any(line.startswith("Question 1 of") for line in person.told)


def test_everything_that_is_due_can_be_seen_from_prevention_too(workspace: Workspace) -> None:
    person = Person([*OPEN, pick("Prevention"), pick("Everything that is due")]).walk(workspace)
    assert "Prevention round: tomorrow" in person.text


def test_a_file_for_a_calendar_is_made_where_the_person_says(workspace: Workspace, laptop: Laptop) -> None:
    person = Person([*OPEN, pick("Due"), pick("Make a file for a calendar"), ""]).walk(workspace)
    assert "Nothing is sent" in person.text
    (place,) = laptop.exports.iterdir()
    titles = {str(entry["summary"]) for entry in Calendar.from_ical(place.read_bytes()).walk("VEVENT")}
    assert titles == {"Look in OnlineSafe", "Prevention round", "Look at the agreements again"}


def test_a_file_that_is_there_stays_and_the_person_can_name_another(workspace: Workspace, laptop: Laptop) -> None:
    laptop.exports.mkdir()
    (laptop.exports / "mine.ics").write_text("mine")
    calendar = pick("Make a file for a calendar")
    Person([*OPEN, pick("Due"), calendar, "mine.ics", calendar, "other.ics"]).walk(workspace)
    assert (laptop.exports / "mine.ics").read_text() == "mine"
    assert (laptop.exports / "other.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_workbook_that_does_not_open_is_said_and_the_version_before_can_be_taken(
    workspace: Workspace, laptop: Laptop
) -> None:
    place = Layout(laptop.vault).workbook
    place.write_bytes(place.read_bytes()[:-9])
    person = Person([*OPEN, pick("Prevention"), pick("A file is"), "b"]).walk(workspace)
    assert "Take the version before" in person.text
    assert workspace.keeper.workbook_trouble is None
    assert workspace.keeper.workbook.sheets == (SHEET,)
