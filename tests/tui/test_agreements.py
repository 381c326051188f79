"""Agreeing with a client or in the team, on the full screen."""

from __future__ import annotations

from datetime import date

import pytest

from onlinesafe_tui.domain.agreements import OWN, Audience, Sheet
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.prevention.agreements import AgreementsScreen
from onlinesafe_tui.tui.screens.prevention.blanks import BlanksScreen
from onlinesafe_tui.tui.screens.prevention.paper import PaperScreen
from onlinesafe_tui.tui.screens.prevention.point import PointScreen
from onlinesafe_tui.tui.screens.prevention.sheet import SheetScreen
from tests.tui.desk import Desk
from tests.tui.person import Person

pytestmark = pytest.mark.usefixtures("undrawn")


async def begin(person: Person, audience: Audience = Audience.CLIENT) -> None:
    """Begin a new sheet."""
    person.app.push_screen(AgreementsScreen(person.workspace))
    await person.pause()
    await person.choose(f"new:{audience}")
    assert person.is_at(SheetScreen)


def only(person: Person) -> Sheet:
    """The one sheet that is kept."""
    (sheet,) = person.workspace.keeper.workbook.sheets
    return sheet


async def test_blanks_have_a_field_each_and_what_stays_empty_stays_open(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("point:hours")
        await person.choose("working-hours")
        assert person.is_at(BlanksScreen)
        await person.fill("blank-0", "9 uur")
        await person.press("escape")
        assert person.is_at(SheetScreen)
        assert only(person).filled("hours", "working-hours") == ("9 uur", "", "", "")
        assert "tussen 9 uur en [eindtijd], binnen [aantal dagen" in person.page


async def test_enter_in_the_last_blank_goes_back_to_the_sheet(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("point:hours")
        await person.choose("working-hours")
        await person.press("9", "enter", "1", "7", "enter", "2", "enter")
        assert person.is_at(BlanksScreen)
        await person.press("S", "a", "m", "enter")
        assert person.is_at(SheetScreen)
        assert only(person).filled("hours", "working-hours") == ("9", "17", "2", "Sam")


async def test_looking_at_a_new_sheet_keeps_nothing(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("point:tone")
        await person.press("escape")
        await person.press("f4", "escape", "escape")
        assert person.is_at(AgreementsScreen)
        assert person.workspace.keeper.workbook.sheets == ()
        assert not person.workspace.keeper.has_unsaved


async def test_space_takes_a_point_off_the_sheet_and_puts_it_back(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.tick("point:tone")
        assert "tone" not in only(person).wordings
        await person.tick("point:tone")
        assert only(person).wordings["tone"] == "calm"
        assert "[x] Hoe we met elkaar praten" in person.page


async def test_other_words_can_be_chosen_with_their_number(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("point:tone")
        assert "Boos zijn mag." in person.page
        await person.press("2")
        assert person.is_at(SheetScreen)
        assert only(person).wordings["tone"] == "stop-the-chat"


async def test_own_words_begin_with_the_words_that_stand_there_and_are_kept_while_one_types(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("point:tone")
        await person.choose(OWN)
        assert person.is_at(PointScreen)
        assert person.field("own").startswith("We schrijven rustig")
        await person.write(" Echt.")
        await person.until(lambda: bool(person.workspace.keeper.workbook.sheets))
        assert only(person).texts["tone"].endswith("praten we erover. Echt.")
        await person.press("escape")
        assert person.is_at(SheetScreen)
        assert only(person).wordings["tone"] == OWN
        assert "Echt." in person.page
        assert person.label("own words") in person.page


async def test_own_words_stay_when_another_wording_is_tried(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("point:tone")
        await person.choose(OWN)
        await person.write(" Echt.")
        await person.choose("calm")
        assert only(person).wordings["tone"] == "calm"
        await person.choose("point:tone")
        await person.choose(OWN)
        assert person.field("own").endswith("Echt.")


async def test_choosing_own_words_without_changing_any_changes_nothing(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("point:tone")
        await person.choose(OWN)
        await person.press("escape")
        assert person.workspace.keeper.workbook.sheets == ()


async def test_a_paste_of_control_signs_comes_clean_into_the_sheet(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("point:hours")
        await person.choose("some-days")
        await person.focus("blank-0")
        await person.paste("ma\x1b]0;weg\x07 [x] en di\nwo")
        await person.press("escape")
        assert only(person).filled("hours", "some-days")[0] == "ma␛)0;weg (x) en di wo"


async def test_the_language_changes_what_one_reads_and_not_the_sheet(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("point:hours")
        await person.choose("working-hours")
        await person.fill("blank-0", "9")
        await person.press("f2")
        assert "between 9 and [end time]" in person.page
        assert person.field("blank-0") == "9"
        await person.press("escape")
        before = only(person)
        await person.press("f2", "f2")
        assert "between 9 and [end time]" in person.page
        assert only(person) == before


async def test_a_sheet_gets_a_name_and_a_day_which_come_back_in_the_list(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("about")
        await person.fill("name", "dinsdag")
        await person.fill("day", "1-3-2027")
        await person.press("escape", "escape")
        assert person.is_at(AgreementsScreen)
        assert (only(person).name, only(person).review_on) == ("dinsdag", date(2027, 3, 1))
        assert "dinsdag Voor een cliënt · Opnieuw bekijken op 1 maart 2027" in person.page


async def test_a_day_can_be_chosen_and_taken_away(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("about")
        await person.choose("6")
        assert only(person).review_on == date(2027, 5, 22)
        assert "22 mei 2027" in person.page
        await person.choose("about")
        assert person.field("day") == "22-05-2027"
        await person.choose("none")
        assert only(person).review_on is None


@pytest.mark.parametrize("typed", ["gisteren", "21-11-2026", "31-2-2027"])
async def test_no_day_and_a_day_that_is_over_are_told_and_not_kept(desk: Desk, typed: str) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("about")
        await person.choose("3")
        await person.choose("about")
        await person.fill("day", typed)
        await person.press("tab")
        await person.until(lambda: "Schrijf" in person.page)
        await person.press("escape")
        assert only(person).review_on == date(2027, 2, 22)


async def test_what_is_still_open_is_named_before_paper_is_made(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.press("ctrl+s")
        assert person.is_at(AskScreen)
        assert "werknummer" in person.page
        await person.press("1")
        assert person.is_at(SheetScreen)
        await person.press("ctrl+s", "2")
        assert person.is_at(PaperScreen)
        assert "Onze afspraken over online contact" in person.page


async def test_a_sheet_without_blanks_goes_to_paper_right_away_and_becomes_a_file(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person, Audience.TEAM)
        for point in ("point:hours", "point:boundaries"):
            await person.tick(point)
        await person.press("ctrl+s")
        assert person.is_at(PaperScreen)
        await person.press("1", "enter")
        await person.until(lambda: bool(list(desk.exports.glob("*.pdf"))))
        (made,) = desk.exports.glob("*.pdf")
        assert made.name == "2026-11-22 Onze afspraken als team over online contact.pdf"
        assert only(person).audience is Audience.TEAM


async def test_a_new_sheet_begins_with_the_points_of_another(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.tick("point:tone")
        await person.choose("copy")
        assert person.is_at(SheetScreen)
        await person.tick("point:photos")
        first, second = person.workspace.keeper.workbook.sheets
        assert "tone" not in second.wordings
        assert set(second.wordings) - set(first.wordings) == {"photos"}
        await person.press("escape")
        assert person.is_at(AgreementsScreen)


async def test_removing_is_asked_first(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.tick("point:tone")
        await person.choose("remove")
        await person.press("1")
        assert person.is_at(SheetScreen)
        assert "tone" not in only(person).wordings
        await person.choose("remove")
        await person.press("2")
        assert person.is_at(AgreementsScreen)
        assert not person.workspace.keeper.workbook.sheets


async def test_a_sheet_whose_day_came_says_so(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("about")
        await person.fill("day", "22-11-2026")
        await person.press("escape", "escape")
        assert person.label("Time to look at it again") in person.page


async def test_a_sheet_is_still_there_the_next_time(desk: Desk) -> None:
    desk.keep()
    async with desk.sit_down(is_open=True) as person:
        await begin(person)
        await person.choose("point:tone")
        await person.choose(OWN)
        await person.write(" Echt.")
        await person.press("escape")
        await person.choose("point:hours")
        await person.choose("working-hours")
        await person.fill("blank-0", "9 uur")
        await person.press("escape", "f10")
        await person.until(lambda: person.is_gone)
    async with desk.sit_down(is_open=True) as person:
        person.app.push_screen(AgreementsScreen(person.workspace))
        await person.pause()
        await person.press("1")
        assert person.is_at(SheetScreen)
        assert "praten we erover. Echt." in person.page
        assert "tussen 9 uur en [eindtijd]" in person.page


async def test_in_practice_a_sheet_reaches_no_disk(desk: Desk) -> None:
    async with desk.sit_down(workspace=desk.practice()) as person:
        await begin(person)
        await person.tick("point:tone")
        assert "tone" not in only(person).wordings
    assert desk.files() == {}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("language", Language)
async def test_every_point_can_be_reached_and_read_at_every_size(
    desk: Desk, size: tuple[int, int], language: Language
) -> None:
    desk.choose(Country.BE, language)
    async with desk.sit_down(size=size) as person:
        await begin(person)
        for id in [row for row in person.row_ids if row.startswith("point:")]:
            await person.choose(id)
            assert person.is_at(PointScreen)
            await person.choose("off")
            assert person.is_at(SheetScreen)
        assert only(person).wordings == {}


async def test_words_that_are_too_long_for_a_page_are_told_where_they_are_typed(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("point:tone")
        await person.choose(OWN)
        await person.paste("woord " * 300)
        await person.until(lambda: "wat na 1000 tekens komt" in person.page)
        assert len(only(person).texts["tone"]) <= 1000
