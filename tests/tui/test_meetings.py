"""Using a format in a team meeting, on the full screen."""

from __future__ import annotations

import re

import pytest

from onlinesafe_tui.domain.meetings import Held
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.language import Language
from onlinesafe_tui.tui.screens.prevention.held import HeldScreen
from onlinesafe_tui.tui.screens.prevention.meetings import FormatScreen, MeetingsScreen
from onlinesafe_tui.tui.screens.prevention.paper import PaperScreen
from onlinesafe_tui.tui.screens.template import TemplateScreen
from tests.tui.desk import TODAY, Desk
from tests.tui.person import Person

pytestmark = pytest.mark.usefixtures("undrawn")

CASE = "format:case-recording"


async def open_list(person: Person) -> None:
    """Open the list of formats."""
    person.app.push_screen(MeetingsScreen(person.workspace))
    await person.pause()


async def open_case(person: Person) -> None:
    """Open one of the cases."""
    await open_list(person)
    await person.choose(CASE)
    assert person.is_at(FormatScreen)


def only(person: Person) -> Held:
    """The one meeting that is noted."""
    (held,) = person.workspace.keeper.workbook.held
    return held


async def test_one_part_is_shown_at_a_time_from_the_first_to_the_last_and_back(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await open_case(person)
        titles = ["Waar het voor is", "Wat je nodig hebt", "Zo doe je het", "Lees voor", "Let hierop", "Sluit af"]
        for number, title in enumerate(titles, 1):
            assert f"deel {number} van 6 {title}" in person.page
            await person.press("right")
        assert "deel 6 van 6" in person.page
        await person.press("left")
        assert "deel 5 van 6" in person.page
        await person.choose("next")
        assert "deel 6 van 6" in person.page
        await person.press(*["left"] * 9)
        assert "deel 1 van 6" in person.page


async def test_what_is_read_aloud_stands_alone_on_the_screen(desk: Desk) -> None:
    async with desk.sit_down(size=(60, 20)) as person:
        await open_case(person)
        await person.press("right", "right", "right")
        assert "Een vader neemt een gesprek" in person.read
        assert "Zoek geen schuld" not in person.page


async def test_using_it_is_noted_at_once_and_what_came_of_it_is_kept(desk: Desk) -> None:
    desk.keep()
    async with desk.sit_down(is_open=True) as person:
        await open_case(person)
        await person.choose("held")
        assert person.is_at(HeldScreen)
        assert only(person).on == TODAY
        await person.write("Zin gekozen.\nIn de afspraken.")
        await person.press("escape")
        assert "Zin gekozen." in person.page
        await person.press("f10")
        await person.until(lambda: person.is_gone)

    (held,) = desk.look_workbook().held
    assert (held.format, held.on, held.note) == ("case-recording", TODAY, "Zin gekozen.\nIn de afspraken.")


async def test_it_can_be_taken_back(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await open_case(person)
        await person.choose("held")
        await person.write("x")
        await person.press("ctrl+r")
        assert person.is_at(FormatScreen)
        assert person.workspace.keeper.workbook == Workbook()


async def test_what_was_used_goes_to_the_end_of_the_list_with_its_day(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await open_case(person)
        await person.choose("held")
        await person.press("escape", "escape")
        assert person.is_at(MeetingsScreen)
        assert person.row_ids[-2:] == [CASE, "agenda"]
        assert "Laatst gebruikt op 22 november 2026" in person.page


async def test_a_note_is_opened_again_and_changed(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await open_case(person)
        await person.choose("held")
        await person.write("een")
        await person.press("escape")
        await person.choose(f"note:{only(person).id}")
        assert person.field("note") == "een"
        await person.write(" twee")
        await person.press("escape")
        assert only(person).note == "een twee"


async def test_a_handout_and_a_text_for_the_agenda_are_offered(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await open_case(person)
        await person.choose("paper")
        assert person.is_at(PaperScreen)
        assert "Je gesprek staat online" in person.page
        await person.press("escape")
        await person.choose("agenda")
        assert person.is_at(TemplateScreen)
        await person.press("f4")
        assert "Agendapunt: online veiligheid (15 minuten)" in desk.copied[0]
        assert "We doen dat met een casus:\nJe gesprek staat online\n" in desk.copied[0]


async def test_for_no_format_in_particular_the_text_for_the_agenda_keeps_its_blanks(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await open_list(person)
        await person.choose("agenda")
        await person.press("f4")
        assert "([aantal minuten] minuten)" in desk.copied[0]
        assert "We doen dat met een [vraag, casus of dilemma]:\n[titel van de vorm]\n" in desk.copied[0]


async def test_the_language_changes_and_the_part_stays(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await open_case(person)
        await person.press("right", "right", "f2")
        assert "part 3 of 6 How to do it" in person.page


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("language", Language)
async def test_every_part_of_every_format_is_drawn(desk: Desk, size: tuple[int, int], language: Language) -> None:
    desk.choose(language=language)
    async with desk.sit_down(size=size) as person:
        await open_list(person)
        for id in [row for row in person.row_ids if row.startswith("format:")]:
            await person.choose(id)
            for number in range(1, 7):
                assert re.search(rf"(deel|part) {number} (van|of) 6\b", person.page)
                await person.press("right")
            await person.press("escape")
            assert person.is_at(MeetingsScreen)


async def test_in_practice_it_reaches_no_disk(desk: Desk) -> None:
    async with desk.sit_down(workspace=desk.practice()) as person:
        await open_case(person)
        await person.choose("held")
        await person.write("x")
        await person.press("escape")
        assert only(person).note == "x"
    assert desk.files() == {}


async def test_the_space_bar_notes_nothing_by_accident(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await open_case(person)
        await person.press(*["right"] * 5)
        await person.tick("held")
        assert person.is_at(FormatScreen)
        assert person.workspace.keeper.workbook == Workbook()
