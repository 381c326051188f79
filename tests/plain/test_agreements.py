"""Agreements with a client or in the team by prompts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from onlinesafe_tui.domain.agreements import OWN, Audience, Sheet
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.workspace import Workspace
from tests.plain.laptop import Laptop
from tests.plain.person import Person, Reply, pick

SHEETS: Sequence[Reply] = (pick("Prevention"), pick("Agreements about online contact"))
CLIENT: Sequence[Reply] = (*SHEETS, pick("New sheet for a client"))
TEAM: Sequence[Reply] = (*SHEETS, pick("New sheet for the team"))
TONE = pick("on the sheet: How we talk to each other")
HOURS = pick("on the sheet, still to fill in: When we can be reached")
READ = pick("Read it as it comes on paper")
OTHER_TONE = pick("Being angry is fine.")


@pytest.fixture
def workspace(laptop: Laptop) -> Workspace:
    return laptop.workspace()


def only(workspace: Workspace) -> Sheet:
    """Return the one sheet that is kept."""
    (sheet,) = workspace.keeper.workbook.sheets
    return sheet


def test_looking_at_a_new_sheet_keeps_nothing(workspace: Workspace) -> None:
    person = Person([*CLIENT, READ, "", "b", "b"]).walk(workspace)

    assert workspace.keeper.workbook.sheets == ()
    assert "These agreements hold for both of us." in person.text
    assert "Signature: ____" in person.text


def test_a_number_opens_a_point_and_another_its_words(workspace: Workspace) -> None:
    person = Person([*CLIENT, TONE, OTHER_TONE]).walk(workspace)

    assert only(workspace).wordings["tone"] == "stop-the-chat"
    assert "Being angry is fine. It helps when the client knows where to go" in person.text
    assert "Not saved yet." in person.told


def test_a_point_is_left_out_and_told_so(workspace: Workspace) -> None:
    person = Person([*CLIENT, TONE, pick("Not on the sheet"), "b"]).walk(workspace)

    assert "tone" not in only(workspace).wordings
    assert any("not on the sheet: How we talk to each other" in line for line in person.told)


def test_each_blank_is_asked_and_can_stay_open(workspace: Workspace) -> None:
    script: list[Reply] = [*CLIENT, HOURS, pick("We answer on working days"), "9", "17", "", "the duty phone", READ, ""]
    person = Person(script).walk(workspace)

    assert only(workspace).filled("hours", "working-hours") == ("9", "17", "", "the duty phone")
    assert "between 9 and 17, within ................ (number of days) working days" in person.text
    assert [line for line in person.prompts if line.startswith("start time")]


def test_what_was_filled_in_before_stays_with_enter(workspace: Workspace) -> None:
    first: list[Reply] = [*CLIENT, HOURS, pick("We answer on working days"), "9", "17", "", ""]
    person = Person([*first, HOURS, pick("We answer on working days"), "", "18", "", ""]).walk(workspace)

    assert only(workspace).filled("hours", "working-hours") == ("9", "18", "", "")
    assert "start time. Now it says: 9. (Enter: leave it as it is): " in person.prompts


def test_going_back_halfway_keeps_what_was_filled_in(workspace: Workspace) -> None:
    Person([*CLIENT, HOURS, pick("We answer on working days"), "9", "b"]).walk(workspace)
    assert only(workspace).filled("hours", "working-hours") == ("9", "", "", "")


def test_own_words_take_the_place_of_the_others(workspace: Workspace) -> None:
    script: list[Reply] = [*CLIENT, TONE, pick("In your own words"), "We are kind.", "b"]
    person = Person(script).walk(workspace)

    assert (only(workspace).wordings["tone"], only(workspace).texts["tone"]) == (OWN, "We are kind.")
    assert any("on the sheet, own words: How we talk to each other" in line for line in person.told)


def test_a_sheet_gets_a_name_and_a_day_and_opens_again(workspace: Workspace) -> None:
    script: list[Reply] = [*CLIENT, pick("Give it a name"), "Tuesday", pick("Look at it again"), pick("In 6 months")]
    person = Person([*script, "b", pick("Tuesday"), TONE, OTHER_TONE]).walk(workspace)

    sheet = only(workspace)
    assert (sheet.name, sheet.review_on) == ("Tuesday", date(2027, 5, 22))
    assert sheet.wordings["tone"] == "stop-the-chat"
    assert "For a client · Look at it again on 22 May 2027" in person.text


def test_another_day_has_to_be_one_that_is_still_to_come(workspace: Workspace) -> None:
    day: list[Reply] = [pick("Look at it again"), pick("On another day"), "soon", "1-1-2020", "1-3-2027"]
    person = Person([*CLIENT, *day]).walk(workspace)

    assert only(workspace).review_on == date(2027, 3, 1)
    assert "This is no day yet." in person.text
    assert "This day is over." in person.text
    Person([*SHEETS, pick("For a client"), pick("Look at it again"), pick("No day")]).walk(workspace)
    assert only(workspace).review_on is None


def test_what_is_open_is_named_before_paper_is_made(workspace: Workspace, laptop: Laptop) -> None:
    make: list[Reply] = [pick("Make the paper to sign"), pick("Make the paper all the same")]
    person = Person([*CLIENT, *make, pick("Plain text"), pick("Nederlands"), ""]).walk(workspace)

    assert "blanks are still open: work number" in person.text
    (made,) = laptop.exports.glob("*.md")
    assert "Onze afspraken over online contact" in made.read_text()
    assert only(workspace).audience is Audience.CLIENT


def test_going_back_to_fill_in_makes_no_paper(workspace: Workspace, laptop: Laptop) -> None:
    Person([*CLIENT, pick("Make the paper to sign"), pick("Go back"), TONE, OTHER_TONE]).walk(workspace)
    assert only(workspace).wordings["tone"] == "stop-the-chat"
    assert not laptop.exports.exists()


def test_a_new_sheet_begins_with_the_points_of_another(workspace: Workspace) -> None:
    leave_out: list[Reply] = [TONE, pick("Not on the sheet")]
    Person([*TEAM, *leave_out, pick("Begin a new sheet"), HOURS, pick("Not on the sheet")]).walk(workspace)

    first, second = workspace.keeper.workbook.sheets
    assert set(first.wordings) - set(second.wordings) == {"hours"}
    assert "tone" not in second.wordings


def test_removing_is_asked_first(workspace: Workspace) -> None:
    change: list[Reply] = [*CLIENT, TONE, OTHER_TONE]
    Person([*change, pick("Remove this sheet"), pick("Keep it"), pick("Remove this sheet"), "b"]).walk(workspace)
    assert only(workspace).wordings["tone"] == "stop-the-chat"
    person = Person([*SHEETS, pick("For a client"), pick("Remove this sheet"), pick("Remove it")]).walk(workspace)
    assert not workspace.keeper.workbook.sheets
    assert any("New sheet for the team" in line for line in person.told[-12:])


def test_in_practice_a_sheet_reaches_no_disk(laptop: Laptop) -> None:
    workspace = laptop.workspace(is_practice=True)
    make: list[Reply] = [pick("Make the paper to sign"), pick("Make the paper all the same")]
    person = Person([*CLIENT, TONE, OTHER_TONE, *make]).walk(workspace)

    assert only(workspace).wordings["tone"] == "stop-the-chat"
    assert "This is an exercise: no file is made." in person.told
    assert not list(laptop.folder.rglob("*"))


def test_in_dutch_and_in_flanders_every_point_is_told_in_dutch(laptop: Laptop) -> None:
    laptop.choose(Language.NL, Country.BE)
    script: list[Reply] = [pick("Voorkomen"), pick("Afspraken over online contact"), pick("Nieuw blad voor een cliënt")]
    script += [pick("Lees het zoals"), "", "t"]
    person = Person(script).walk(laptop.workspace())

    assert "Wil je ons gesprek opnemen? Zeg het vooraf, dan kan het." in person.text
    assert "on the sheet" not in person.text
