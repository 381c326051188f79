"""Links in a page that is looked up: a key comes to each of them, and opens a page of ours or shows an address."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import texts
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.page_links import page_of
from onlinesafe_tui.settings import Settings, write_settings
from onlinesafe_tui.tui.messages import Read
from onlinesafe_tui.tui.screens.address import AddressScreen
from onlinesafe_tui.tui.screens.page import PageScreen
from onlinesafe_tui.tui.widgets.linked_page import LinkedPage
from tests.library.writing import page as written
from tests.library.writing import write
from tests.tui.desk import Desk
from tests.tui.person import Person

SITE = "https://opgroeien.be/kennis/themas/online-grensoverschrijdend-gedrag"


async def read(person: Person, kind: Kind, id: str) -> None:
    person.app.post_message(Read(kind, id))
    await person.pause()
    assert person.is_at(PageScreen)


def target(person: Person) -> str:
    """Where the link under the cursor leads; empty when it is on none."""
    link = person.screen.query_one(LinkedPage).link
    return link.target if link else ""


def title(person: Person) -> str:
    screen = person.screen
    assert isinstance(screen, PageScreen)
    return screen._page.title


async def test_tab_comes_to_every_link_and_then_to_none(desk: Desk) -> None:
    async with desk.sit_down(size=(80, 24)) as person:
        await read(person, Kind.LAW, "threat-nl")
        assert " Tab Link " in person.lines[-1]
        found = []
        await person.press("tab")
        while target(person):
            found.append(target(person))
            row = person.app.cursor_position.y
            assert 0 < row < 23, "the link is in sight"
            assert " Enter Open " in person.lines[-1]
            await person.press("tab")
        shown = desk.library.page(Kind.LAW, "threat-nl", Language.NL).shown()
        expected = [span.link for text, _ in texts(shown) for span in text if span.link]
        assert found == list(expected)
        assert len(found) > 1
        await person.press("shift+tab")
        assert target(person) == found[-1]


async def test_enter_opens_the_page_and_esc_comes_back_to_the_link(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await read(person, Kind.LAW, "threat-nl")
        before = person.screen
        await person.press("tab", "tab")
        there = target(person)
        await person.press("enter")
        page = page_of(there)
        assert page is not None
        assert title(person) == desk.title(*page)
        await person.press("escape")
        assert person.screen is before
        assert target(person) == there


async def test_a_web_address_is_shown_in_full_and_copied_and_nothing_opens_by_itself(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await read(person, Kind.ABOUT, "content")
        await person.press("tab")
        assert target(person) == SITE
        await person.press("enter")
        assert person.is_at(AddressScreen)
        assert SITE in person.page.replace(" ", "")
        await person.choose("copy")
        assert desk.copied == [SITE]
        assert person.is_at(PageScreen)
        assert "Gekopieerd." in person.toasts[-1]
        await person.press("enter")
        await person.press("escape")
        assert desk.copied == [SITE]
    assert desk.browser.opened == []


async def test_a_click_opens_a_link_and_a_click_beside_it_nothing(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await read(person, Kind.LAW, "threat-nl")
        await person.press("tab")
        there, spot = target(person), person.app.cursor_position
        await person.press("shift+tab")
        assert target(person) == ""
        before = person.screen
        await person.click(1, 3)
        assert person.screen is before
        await person.click(spot.x + 1, spot.y)
        assert person.screen is not before
        assert person.is_at(PageScreen)
        assert there


async def test_a_link_that_is_scrolled_away_is_not_opened(desk: Desk) -> None:
    async with desk.sit_down(size=(80, 12)) as person:
        await read(person, Kind.LAW, "threat-nl")
        await person.press("tab")
        assert target(person)
        await person.press(*["down"] * 40)
        assert target(person) == ""
        await person.press(*["up"] * 40)
        assert target(person) == ""


async def test_a_page_without_links_has_no_key_for_them(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await read(person, Kind.ABOUT, "privacy")
        assert " Link " not in person.lines[-1]
        await person.press("tab")
        assert target(person) == ""


@pytest.mark.parametrize("gone", ["law:nowhere", "contact:nobody"])
async def test_a_link_to_nothing_is_only_words(desk: Desk, gone: str) -> None:
    folder = desk.folder / "own"
    write(folder, {"organisation/protocol.md": written(f"[weg]({gone}) en [daar](law:threat-nl)")})
    desk.library = Library(desk.library._shipped, folder)
    async with desk.sit_down() as person:
        await read(person, Kind.ORGANISATION, "protocol")
        await person.press("tab")
        assert target(person) == "law:threat-nl"
        await person.press("tab")
        assert target(person) == ""


async def test_a_visible_cursor_stands_on_the_link(desk: Desk) -> None:
    write_settings(desk.settings, Settings(country=Country.NL, language=Language.NL, visible_cursor=True))
    async with desk.sit_down() as person:
        await read(person, Kind.LAW, "threat-nl")
        before = person.app.cursor_position
        await person.press("tab")
        assert person.app.cursor_position != before


async def test_links_can_be_told_from_other_words_without_colour(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await read(person, Kind.LAW, "threat-nl")

        def looking(look: str) -> list[str]:
            drawn = person.screen.query_one(LinkedPage).render()
            return [drawn.plain[span.start : span.end] for span in drawn.spans if span.style == look]

        assert "alarmnummer" in looking("underline")
        assert looking("bold reverse") == []
        await person.press("tab")
        assert looking("bold reverse") == ["alarmnummer"]
        assert "alarmnummer" not in looking("underline")


async def test_the_site_of_a_contact_is_shown_and_copied_too(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await read(person, Kind.CONTACT, "take-it-down")
        await person.press("tab")
        assert target(person) == "https://takeitdown.ncmec.org"
        await person.press("enter")
        await person.choose("copy")
        assert desk.copied == ["https://takeitdown.ncmec.org"]
