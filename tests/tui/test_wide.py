"""Where the window is wide, what is due and who to call stand beside the page; elsewhere they are a key away."""

from __future__ import annotations

from threading import current_thread

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.page import Page
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.tui.screens.prevention.menu import PreventionScreen
from onlinesafe_tui.tui.screens.triage import TriageScreen
from tests.tui.desk import Desk
from tests.tui.situations import THREAT_ON_YOUTUBE, told


@pytest.mark.parametrize(("width", "is_there"), [(80, False), (100, False), (119, False), (120, True), (200, True)])
async def test_it_stands_there_from_120_columns_on(desk: Desk, width: int, is_there: bool) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK), size=(width, 40)) as person:
        assert ("Eerste gesprek" in person.read) is is_there
        assert ("0800-0113" in person.read) is is_there
        assert "Nu:" in person.read
        assert ("De vijf stappen" in person.read) is (width >= 100)


@pytest.mark.parametrize("height", [20, 24, 60])
async def test_the_page_beside_it_keeps_its_lines_together(desk: Desk, height: int) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.SCREENSHOT), size=(120, height)) as person:
        page = person.screen.query_one("#page")
        assert page.region.width >= 52
        assert person.screen.query_one("#aside").region.right == 120
        assert "112" in person.lines[0]
        await person.tick(next(id for id in person.row_ids if id.startswith("task:")))
        assert "[x]" in person.read


async def test_it_speaks_the_language_and_the_country_of_now(new_desk: Desk) -> None:
    new_desk.choose(Country.BE, Language.EN)
    async with new_desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK), size=(160, 50)) as person:
        assert "Coming up" in person.read
        assert "First talk" in person.read
        await person.press("f2")
        assert "Komt eraan" in person.read
        assert "Eerste gesprek" in person.read


class WatchedLibrary(Library):
    """Remembers on which thread the contacts were asked for."""

    def __init__(self) -> None:
        super().__init__(content_folder())
        self.asked: list[str] = []

    def contacts(self, country: Country | None, language: Language) -> tuple[Page, ...]:
        self.asked.append(current_thread().name)
        return super().contacts(country, language)


@pytest.mark.parametrize(("width", "is_there"), [(80, False), (119, False), (120, True), (200, True)])
async def test_the_first_screen_has_it_without_waiting_for_it(desk: Desk, width: int, is_there: bool) -> None:
    library = desk.library = WatchedLibrary()
    async with desk.sit_down(size=(width, 40)) as person:
        if is_there:
            await person.until(lambda: "0900-8844" in person.read)
            assert "F3 laat iedereen zien" in person.read
        assert bool(library.asked) is is_there
        assert library.asked[:1] in ([], ["beside"])


async def test_nothing_on_the_first_screen_moves_for_it(desk: Desk) -> None:
    async with desk.sit_down(size=(119, 24)) as person:
        narrow = [line[:76] for line in person.lines[1:-1]]
        await person.resize(120, 24)
        await person.until(lambda: "0900-8844" in person.read)
        assert [line[:76] for line in person.lines[1:-1]] == narrow
        await person.resize(119, 24)
        assert "0900-8844" not in person.read
        assert [line[:76] for line in person.lines[1:-1]] == narrow


async def test_what_is_due_stands_beside_the_first_screen_too(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK), size=(120, 40)) as person:
        await person.press("f6")
        await person.until(lambda: "0900-8844" in person.read)
        assert "Komt eraan Eerste gesprek" in " ".join(line[90:].strip() for line in person.lines)
        await person.press("f2")
        assert "Who to call" in person.read
        assert "Coming up" in person.read


async def test_before_a_country_is_chosen_nobody_is_named(new_desk: Desk) -> None:
    async with new_desk.sit_down(size=(120, 40)) as person:
        assert "Slachtofferhulp" not in person.read
        assert "Zelfmoordlijn" not in person.read
        await person.choose("be-nl")
        await person.until(lambda: "Zelfmoordlijn" in person.read)
        assert "Slachtofferhulp" not in person.read


async def test_it_stands_beside_the_questions_and_beside_prevention(desk: Desk) -> None:
    async with desk.sit_down(size=(120, 40)) as person:
        for row, kind in (("self", TriageScreen), ("prevention", PreventionScreen)):
            await person.choose(row)
            assert person.is_at(kind)
            await person.until(lambda: "0900-8844" in person.read)
            await person.press("f6")
