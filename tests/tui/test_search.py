"""One search for what can be done, for pages, and for what the texts say, with keys only."""

import asyncio
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.conditions import everything
from onlinesafe_tui.services.reference import kinds
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.page import PageScreen
from onlinesafe_tui.tui.screens.reading import ListScreen
from onlinesafe_tui.tui.screens.search import SearchScreen
from tests.library.writing import contact, write
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told


async def search(person: Person, text: str) -> None:
    """Open the search, wait until all texts are read, and type."""
    await person.press("ctrl+p")
    await person.until(lambda: person.workspace.searching.is_ready)
    await person.write(text)


def lines_with(person: Person, text: str) -> list[str]:
    return [line for line in person.lines if text in line]


async def test_the_empty_field_shows_what_can_be_done_and_who_can_be_called(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.press("ctrl+p")
        assert person.label("Help") in person.page
        assert desk.title(Kind.CONTACT, "emergency") in person.page
        assert not [line for line in person.lines if person.label("Search") in line.split()]


async def test_actions_come_first_then_names_then_texts(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        await search(person, "stap")
        assert person.row_ids[0].startswith("command:")
        await person.press(*["backspace"] * 4)
        await person.write("whatsapp")
        assert person.row_ids[0] == "platforms/whatsapp"
        assert person.label("In the texts") in person.read


async def test_a_text_is_shown_with_where_it_stands_and_opens_there(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await search(person, "uitnodigingslink")
        (row,) = lines_with(person, "WhatsApp ›")
        assert "Vastleggen" in row
        assert "uitnodigingslink" in person.read
        await person.press("enter")
        assert person.is_at(PageScreen)
        assert "uitnodigingslink" in person.read
        assert "Vastleggen" in person.lines[1:6][0] + "".join(person.lines[1:6])


async def test_the_words_are_marked_on_the_page(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await search(person, "uitnodigingslnk")
        await person.press("enter")
        strips = person.screen._compositor.render_strips()
        marked = [segment.text for strip in strips for segment in strip if segment.style and segment.style.underline]
        assert "uitnodigingslink" in "".join(marked)


async def test_what_was_found_further_on_is_on_the_screen(desk: Desk) -> None:
    async with desk.sit_down(size=(60, 20)) as person:
        await search(person, "laatst gezien")
        await person.press("enter")
        assert "laatst gezien" in person.read


async def test_a_part_for_another_situation_is_shown_with_its_condition(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await search(person, "elk antwoord gebruiken om meer te vragen")
        await person.press("enter")
        assert person.is_at(PageScreen)
        assert "Alleen bij ‘Afpersing of chantage’:" in person.read
        assert "gebruiken om meer te vragen" in person.read


async def test_back_from_a_page_is_the_search_as_it_was(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await search(person, "melden")
        await person.press("down", "down")
        chosen = person.rows.current
        assert chosen is not None
        await person.press("enter")
        assert person.is_at(PageScreen)
        await person.press("escape")
        assert person.is_at(SearchScreen)
        assert person.field("text") == "melden"
        assert person.rows.current is not None
        assert person.rows.current.id == chosen.id
        await person.press("enter", "ctrl+p")
        assert person.is_at(SearchScreen)
        await person.press("escape")
        assert person.is_at(HomeScreen)


async def test_an_action_is_done_where_one_came_from(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        await search(person, person.label("First screen")[:6])
        await person.press("enter")
        assert not person.is_at(SearchScreen)


async def test_names_are_there_while_the_texts_are_read(desk: Desk, library: Library) -> None:
    fresh = Desk(desk.folder, Library(content_folder()))
    fresh.choose()
    async with fresh.sit_down() as person:
        await person.press("ctrl+p")
        await person.write("whatsap")
        assert person.row_ids[0] == "platforms/whatsapp"
        await person.until(lambda: person.workspace.searching.is_ready)
        await person.pause()
        assert person.label("Reading all texts…") not in person.read
        assert person.row_ids[0] == "platforms/whatsapp"
        assert len(person.row_ids) > 3


async def test_it_says_that_it_is_reading(new_desk: Desk) -> None:
    desk = Desk(new_desk.folder, Library(content_folder()))
    desk.choose()
    async with desk.sit_down() as person:
        person.app.action_search()
        await person._pilot.pause()
        await person.write("onvindbaar")
        if not person.workspace.searching.is_ready:
            assert person.label("Reading all texts…") in person.read
        await person.until(lambda: person.label("Nothing is found. Try a shorter word, or another one.") in person.read)


async def test_the_cursor_stays_on_its_row_when_more_is_found(desk: Desk) -> None:
    fresh = Desk(desk.folder, Library(content_folder()))
    fresh.choose()
    async with fresh.sit_down() as person:
        await person.press("ctrl+p")
        await person.write("stalking")
        await person.press("down")
        chosen = person.rows.current
        await person.until(lambda: person.workspace.searching.is_ready)
        await person.pause()
        assert chosen is not None
        assert person.rows.current is not None
        assert person.rows.current.id == chosen.id


async def test_no_key_is_lost_however_fast_one_types(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.press("ctrl+p")
        await person.write("schermafbeelding whatsapp")
        assert person.field("text") == "schermafbeelding whatsapp"
        await person.until(lambda: person.workspace.searching.is_ready)
        await person.until(lambda: person.row_ids[:1] == ["platforms/whatsapp"])
        await person.press("enter")
        assert person.is_at(PageScreen)


async def test_the_other_language_is_named_and_opened_in_ones_own(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await search(person, "screenshots of recording")
        assert "in het Engels" in person.read
        await person.press("enter")
        assert person.is_at(PageScreen)
        assert person.language() is Language.NL
        assert "screenshots or" not in person.read


async def test_the_language_can_change_in_the_search(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await search(person, "whatsapp")
        await person.press("f2")
        assert "In the texts" in person.read
        assert person.field("text") == "whatsapp"


@pytest.mark.parametrize("text", ["\x1b[31m\x1b]0;x\x07" * 50, "x" * 10_000, "[b]\u202e[/b] [@click=app.quit]"])
async def test_no_text_is_too_strange(desk: Desk, text: str) -> None:
    async with desk.sit_down() as person:
        await search(person, "")
        await person.paste(text)
        await person.press("enter", "down", "pagedown")
        assert person.is_at(SearchScreen)
        assert "\x1b" not in person.seen
        await person.press("escape")
        assert person.is_at(HomeScreen)


async def test_every_kind_can_be_listed_and_read(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.press("f3")
        for kind in kinds(desk.library):
            if kind is not Kind.CONTACT:
                await person.choose(f"kind:{kind}")
            pages = [id for id in person.row_ids if id.startswith("page:")]
            assert pages
            await person.choose(pages[0])
            assert person.is_at(PageScreen)
            assert desk.title(kind, pages[0].removeprefix("page:")) in person.page
            await person.press("escape")
            assert person.is_at(ListScreen)


async def test_a_kind_without_pages_is_not_offered(tmp_path: Path, desk: Desk) -> None:
    assert Kind.ORGANISATION not in kinds(desk.library)
    async with desk.sit_down() as person:
        await person.press("f3")
        assert f"kind:{Kind.ORGANISATION}" not in person.row_ids
        assert f"kind:{Kind.ADVICE}" in person.row_ids


async def test_all_of_a_page_can_be_read_without_an_incident(desk: Desk) -> None:
    page = desk.library.page(Kind.ADVICE, "no-talk", Language.NL)
    async with desk.sit_down() as person:
        await person.press("f3")
        await person.choose(f"kind:{Kind.ADVICE}")
        assert person.row_ids[0] == "page:danger-now"
        await person.choose("page:no-talk")
        assert "Alleen bij" not in person.page
        assert person.label("{key} shows everything.", key="Enter") in person.page
        await person.press("enter")
        whole = everything(page.blocks, Country.NL, person.workspace.words, person.workspace.guide)
        assert len(whole) == len(page.blocks) * 2 - 1
        assert "Alleen bij ‘Je adres’ of ‘Je gezin of familie’:" in person.page
        await person.press("enter")
        assert "Alleen bij" not in person.page


async def test_the_list_leads_to_the_search(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.press("f3")
        await person.choose("search")
        assert person.is_at(SearchScreen)


async def test_inside_an_incident_only_what_fits_is_shown_first(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        await search(person, "praat nu niet alleen")
        await person.press("enter")
        assert "Na een bedreiging kan niemand zeggen" in person.page
        assert "Bij stalking kan elk antwoord" not in person.page
        await person.press("escape", "escape")
        assert person.is_at(GuideScreen)


async def test_pages_of_the_organisation_are_found_and_named(tmp_path: Path, desk: Desk) -> None:
    own = write(tmp_path / "own", {"contacts/manager.md": contact(nl="Onze achterwacht.")})
    theirs = Desk(desk.folder, Library(content_folder(), own))
    theirs.choose()
    async with theirs.sit_down() as person:
        await search(person, "achterwacht")
        assert person.label("From your organisation") in person.read


async def test_leaving_never_waits_for_the_reading(desk: Desk) -> None:
    fresh = Desk(desk.folder, Library(content_folder()))
    fresh.choose()
    async with fresh.sit_down() as person:
        await person.press("ctrl+p", "f10")
        await asyncio.wait_for(person.until(lambda: person.is_gone), 5)
