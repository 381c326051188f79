"""The organisation's own words: whose they are is said wherever they stand, and nothing in them stops the program."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.settings import read_settings
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.left_out import LeftOutScreen
from onlinesafe_tui.tui.screens.own_folder import OwnFolderScreen
from onlinesafe_tui.tui.screens.page import PageScreen
from onlinesafe_tui.tui.screens.reading import ListScreen
from onlinesafe_tui.tui.screens.template import TemplateScreen
from tests.library.own import NAME, NUMBER, filled, hostile, needs_odd_names
from tests.library.writing import page
from tests.tui.desk import Desk
from tests.tui.situations import THREAT_ON_YOUTUBE, told
from tests.tui.test_hostile import steering

pytestmark = pytest.mark.usefixtures("undrawn")

OWN = "Van je organisatie"


@pytest.fixture
def own(desk: Desk) -> Path:
    """Return a folder that the organisation filled in, which the desk uses."""
    folder = filled(desk.folder / "ons")
    desk.library = Library(content_folder(), folder)
    return folder


@pytest.fixture
def all_own(desk: Desk) -> None:
    """Make every text of the program the organisation's own."""
    folder = desk.folder / "ons"
    shutil.copytree(content_folder(), folder)
    desk.library = Library(content_folder(), folder)


# What is filled in


@pytest.mark.usefixtures("own")
async def test_the_first_screen_says_quietly_whose_texts_there_are(desk: Desk) -> None:
    async with desk.sit_down() as person:
        assert f"Met teksten van {NAME}." in person.read
        assert "wordt niet gebruikt" not in person.page
        await person.press("f2")
        assert f"With texts of {NAME}." in person.read


async def test_without_an_organisation_the_first_screen_says_nothing_of_it(desk: Desk) -> None:
    async with desk.sit_down() as person:
        assert "Met teksten van" not in person.page


@pytest.mark.usefixtures("own")
async def test_contacts_of_ones_own_stand_among_who_to_call(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.press("f3")
        for id in ("manager-on-duty", "confidential-adviser", "lawyer"):
            assert f"page:{id}" in person.row_ids
        assert "page:prevention-adviser" not in person.row_ids  # only in Belgium
        assert NUMBER in person.page
        await person.choose("page:manager-on-duty")
        assert person.is_at(PageScreen)
        assert NUMBER in person.read
        assert OWN in person.read


@pytest.mark.usefixtures("own")
async def test_ones_own_pages_are_looked_up_under_their_own_heading(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.choose("look-up")
        await person.choose("kind:organisation")
        assert "Wat bij ons geldt als er online iets gebeurt" in person.read
        assert person.row_ids[:2] == ["page:house-rules", "page:protocol"]
        await person.choose("page:protocol")
        assert "Protocol: als het online misgaat" in person.read
        assert f"bereikbare leidinggevende ({NUMBER})" in person.read


async def test_without_pages_of_ones_own_there_is_no_such_heading(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.choose("look-up")
        assert "kind:organisation" not in person.row_ids
        assert person.row_ids[-1] == "folder"


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("step", [Step.REPORT, Step.DISCUSS, Step.LEGAL])
async def test_the_protocol_is_offered_where_it_matters(desk: Desk, step: Step) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, step)) as person:
        await person.choose("rule:organisation:protocol")
        assert person.is_at(PageScreen)
        assert "Protocol: als het online misgaat" in person.read
        await person.press("escape")
        assert person.is_at(GuideScreen)


@pytest.mark.usefixtures("own")
async def test_a_text_to_copy_has_the_name_of_the_organisation(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        await person.choose("template:platform-notice")
        assert NAME in person.field("text")


# Whose it is, everywhere


@pytest.mark.usefixtures("all_own")
async def test_every_screen_with_a_page_says_whose_it_is(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.choose("self")
        assert OWN in person.read  # a question
        await person.answer(THREAT_ON_YOUTUBE)
        for _ in Step:
            assert OWN in person.page, person.step()  # a step, its advice, its platform
            await person.press("ctrl+n")
        await person.press("f1")
        assert OWN in person.page  # help
        await person.press("escape", "f3")
        for kind in (Kind.CONTACT, Kind.PLATFORM, Kind.LAW, Kind.TEMPLATE, Kind.ABOUT):
            if kind is not Kind.CONTACT:
                await person.choose(f"kind:{kind}")
            pages = [id for id in person.row_ids if id.startswith("page:")]
            assert person.page.count(OWN) >= len(pages)
            await person.choose(pages[0])
            assert OWN in person.page
            await person.press("escape")


@pytest.mark.usefixtures("all_own")
async def test_an_advice_and_a_text_to_copy_say_whose_they_are(desk: Desk) -> None:
    incident = told(THREAT_ON_YOUTUBE, Step.REPORT)
    async with desk.sit_down(incident) as person:
        view = desk.workspace().guide.step(incident, Step.REPORT, incident.known_on)
        written = [view.origin, *(advice.origin for advice in view.advice), *(page.is_own for page in view.templates)]
        assert all(written)
        # the step itself, each advice, its platform, each text, each rule
        assert person.page.count(OWN) == 2 + len(view.advice) + len(view.templates) + len(view.rules)
        await person.choose(f"template:{view.templates[0].id}")
        assert person.is_at(TemplateScreen)
        assert OWN in person.read


async def test_our_own_texts_never_say_so(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        assert OWN not in person.page
        await person.press("f3")
        assert OWN not in person.page


# The folder, chosen once


async def test_the_folder_is_chosen_once_holds_at_once_and_the_next_time(desk: Desk) -> None:
    folder = filled(desk.folder / "ons")
    desk.library = Library(content_folder())
    async with desk.sit_down() as person:
        await person.choose("look-up")
        await person.choose("folder")
        assert person.is_at(OwnFolderScreen)
        assert "Nu is er geen." in person.read
        await person.paste(f'"{folder}"\n')
        await person.press("enter")
        assert f"Deze map wordt vanaf nu gebruikt. Met teksten van {NAME}." in person.read
        await person.press("escape")
        assert person.is_at(ListScreen)
        assert "page:manager-on-duty" in person.row_ids
        await person.press("escape")
        assert person.is_at(HomeScreen)
        assert NAME in person.read
    assert read_settings(desk.settings).overlay == str(folder)


async def test_the_folder_stands_with_what_one_chooses_once_too(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.choose("choices")
        await person.choose("folder")
        assert person.is_at(OwnFolderScreen)


async def test_the_folder_is_found_by_its_name_too(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.press("ctrl+p")
        await person.write("map van je org")
        await person.press("enter")
        assert person.is_at(OwnFolderScreen)
        await person.press("escape")
        assert person.is_at(HomeScreen)


async def test_a_wrong_folder_changes_nothing_and_says_why(desk: Desk) -> None:
    desk.library = Library(content_folder())
    (desk.folder / "leeg").mkdir()
    (desk.folder / "bestand").write_text("x")
    async with desk.sit_down() as person:
        await person.press("f3")
        await person.choose("folder")
        for name, reason in (("weg", "het is er niet"), ("leeg", "er staan geen teksten"), ("bestand", "een bestand")):
            await person.focus("folder")
            await person.press("ctrl+u")
            await person.write(str(desk.folder / name))
            await person.press("enter")
            assert "kan niet de map van je organisatie zijn" in person.read
            assert reason in person.read
        await person.focus("folder")
        await person.press("ctrl+u", "enter")
        assert "Typ of plak eerst een map." in person.read
        await person.press("f2")
        assert "Type or paste a folder first." in person.read
    assert read_settings(desk.settings).overlay is None
    assert desk.library.overlay is None


async def test_the_folder_can_be_taken_away_again(desk: Desk, own: Path) -> None:
    async with desk.sit_down() as person:
        await person.press("f3")
        await person.choose("folder")
        assert str(own)[:20] in person.page
        assert "bij het starten genoemd" in person.read  # nobody chose it in the program
        await person.choose("none")
        assert "Vanaf nu worden alleen de teksten van het programma gebruikt." in person.read
        await person.press("escape")
        assert "page:manager-on-duty" not in person.row_ids


async def test_a_choice_that_cannot_be_kept_holds_for_now_and_says_so(desk: Desk) -> None:
    folder = filled(desk.folder / "ons")
    desk.library = Library(content_folder())
    workspace = desk.workspace()
    desk.settings.unlink()
    desk.settings.mkdir()
    async with desk.sit_down(workspace=workspace) as person:
        await person.press("f3")
        await person.choose("folder")
        await person.paste(str(folder))
        await person.press("enter")
        assert "settings.json" in person.page.replace(" ", "")
        await person.press("f6")
        assert NAME in person.read


# What is wrong


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@needs_odd_names
async def test_no_folder_stops_the_program_or_steers_the_terminal(desk: Desk, size: tuple[int, int]) -> None:
    desk.library = Library(content_folder(), hostile(desk.folder / "ons"))
    async with desk.sit_down(size=size) as person:
        assert "kunnen niet getoond worden" in person.page
        assert not list(steering(person))
        await person.start(THREAT_ON_YOUTUBE)
        for _ in Step:
            assert not list(steering(person))
            await person.press("ctrl+n")
        await person.press("f3")
        assert not list(steering(person))
        await person.choose("folder")
        assert not list(steering(person))
        await person.press("escape", "ctrl+p")
        await person.write("protocol")
        assert not list(steering(person))
        assert not person.is_gone


async def test_a_mistake_is_counted_on_the_first_screen_and_explained_where_its_author_looks(
    desk: Desk, own: Path
) -> None:
    (own / "contact").mkdir()
    (own / "contact" / "adviser.md").write_text("<b>", encoding="utf-8")
    (own / "about").mkdir()
    (own / "about" / "help.md").write_text(page("<b>x</b>"), encoding="utf-8")
    async with desk.sit_down(size=(80, 40)) as person:
        assert person.page.count("! ") == 1
        assert "2 teksten van je organisatie kunnen niet getoond worden. Van 1 zie je de gewone tekst." in person.page
        assert "help.md" not in person.page
        await person.choose("look-up")
        await person.choose("folder")
        await person.choose("left-out")
        assert person.is_at(LeftOutScreen)
        assert "about/help.md:" in person.page
        assert "contact:1:" in person.page
        assert "content check" in person.page
        await person.press("escape")
        assert person.is_at(OwnFolderScreen)


@pytest.mark.usefixtures("own")
async def test_where_all_is_well_nothing_is_said_and_nothing_explained(desk: Desk) -> None:
    async with desk.sit_down() as person:
        assert "niet getoond" not in person.page
        await person.choose("look-up")
        await person.choose("folder")
        assert "left-out" not in person.row_ids


async def test_a_drive_that_is_gone_leaves_our_texts(desk: Desk, own: Path) -> None:
    async with desk.sit_down() as person:
        shutil.rmtree(own)
        await person.start(THREAT_ON_YOUTUBE)
        await person.press("f3", "escape", "f6")
        assert person.is_at(HomeScreen)
        assert person.language() is Language.NL


async def test_a_number_that_is_due_to_be_checked_says_so_wherever_it_stands(desk: Desk, own: Path) -> None:
    path = own / "contacts" / "lawyer.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(checked_on|review_after): \S+", r"\1: 2026-01-01", text), encoding="utf-8")
    async with desk.sit_down(size=(80, 60)) as person:
        await person.press("f3")
        assert f"Jurist van de organisatie {NUMBER} moet opnieuw nagekeken worden" in person.page
        assert "laatst opgezocht tussen 1 januari 2026 en " in person.page
        assert "november 2026. 1 moet opnieuw nagekeken worden." in person.page
        await person.press("ctrl+p")
        await person.write("jurist van")
        assert "moet opnieuw nagekeken worden" in person.page
        await person.press("enter")
        assert person.is_at(PageScreen)
        assert "1 januari 2026. Dit moet opnieuw" in person.page
