"""A web address on the full screen: all of it is shown first, and the browser opens it only when somebody says so."""

from __future__ import annotations

import threading

import pytest
from textual import events

from onlinesafe_tui.domain.addresses import LONGEST, WebAddress
from onlinesafe_tui.errors import BrowserError, BrowserInTerminal, BrowserUnclear
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.address_views import ASKED
from onlinesafe_tui.tui.messages import Read
from onlinesafe_tui.tui.screens import address
from onlinesafe_tui.tui.screens.address import AddressScreen
from onlinesafe_tui.tui.screens.page import PageScreen
from tests.browsing import RememberingBrowser
from tests.library.writing import page as written
from tests.library.writing import write
from tests.tui.desk import Desk
from tests.tui.person import Person

SITE = "https://takeitdown.ncmec.org"


async def at_address(person: Person, kind: Kind = Kind.CONTACT, id: str = "take-it-down") -> None:
    """Come to the address on a page with the keyboard."""
    person.app.post_message(Read(kind, id))
    await person.pause()
    await person.press("tab", "enter")
    assert person.is_at(AddressScreen)


def own_page(desk: Desk, address: str, *, times: int = 1) -> None:
    """Have an organisation whose page leads to an address, on so many lines."""
    folder = desk.folder / "own"
    text = "\n\n".join([f"[daar]({address})"] * times)
    write(folder, {"organisation/protocol.md": written(text, text)})
    desk.library = Library(desk.library._shipped, folder)


def unwrapped(person: Person) -> str:
    """What stands in the terminal, without what wrapping put between."""
    return "".join(person.read.split())


@pytest.mark.parametrize("is_practice", [False, True])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_an_address_opens_after_all_of_it_was_shown_and_somebody_chose_so(
    desk: Desk, size: tuple[int, int], is_practice: bool
) -> None:
    workspace = desk.practice() if is_practice else None
    async with desk.sit_down(size=size, workspace=workspace) as person:
        await at_address(person)
        assert SITE in person.seen
        assert desk.browser.opened == []
        assert person.row_ids == ["copy", "open", "back"]
        assert person.rows.current is not None
        assert person.rows.current.id == "copy", "the first choice opens nothing"
        assert "Kies je voor openen, dan doet je browser dat: dit programma gaat zelf niet op internet." in person.page
        assert "De pagina is niet van ons." in person.page
        assert "in de geschiedenis van de browser zien dat je daar was" in person.page
        await person.choose("open")
        await person.until(lambda: person.is_at(PageScreen))
        assert desk.browser.opened == [SITE]
        assert desk.copied == []
        assert person.label(ASKED) in person.toasts[-1]


async def test_the_longest_address_stands_beside_the_choices_in_the_smallest_window(desk: Desk) -> None:
    start = "https://voorbeeld.nl/"
    long = f"{start}{''.join(f'{n:04}' for n in range(200))}"[:LONGEST]
    own_page(desk, long)
    async with desk.sit_down(size=(60, 20)) as person:
        await at_address(person, Kind.ORGANISATION, "protocol")
        await person.go_to("open")
        assert long in unwrapped(person)
        await person.choose("open")
        await person.until(lambda: person.is_at(PageScreen))
        assert desk.browser.opened == [long]
        assert person.is_at(PageScreen)


@pytest.mark.parametrize("times", [2, 3, 5])
async def test_enter_again_and_again_opens_nothing(desk: Desk, times: int) -> None:
    async with desk.sit_down() as person:
        person.app.post_message(Read(Kind.CONTACT, "take-it-down"))
        await person.pause()
        await person.press("tab")
        await person.rattle("enter", times)
        await person.pause()
    assert desk.browser.opened == []


async def test_a_second_click_right_after_the_one_on_the_link_opens_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_page(desk, SITE)
    async with desk.sit_down() as person:
        person.app.post_message(Read(Kind.ORGANISATION, "protocol"))
        await person.pause()
        await person.press("tab")
        link = person.app.cursor_position
        await person.press("shift+tab")
        await person.click(link.x + 1, link.y)
        assert person.is_at(AddressScreen)
        row = next(y for y, line in enumerate(person.lines) if person.label("Open it in the browser") in line)
        await person.click(8, row)
        assert desk.browser.opened == []
        assert person.is_at(AddressScreen)
        monkeypatch.setattr(address, "A_MOMENT", 0)
        await double_click(person, 8, row)
        await person.until(lambda: person.is_at(PageScreen))
    assert desk.browser.opened == [SITE], "the first click of the two counts"


async def test_the_second_half_of_a_double_click_opens_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "A_MOMENT", 0)
    async with desk.sit_down() as person:
        await at_address(person)
        row = next(y for y, line in enumerate(person.lines) if person.label("Open it in the browser") in line)
    own_page(desk, SITE, times=30)
    async with desk.sit_down() as person:
        person.app.post_message(Read(Kind.ORGANISATION, "protocol"))
        await person.pause()
        if "daar" not in person.lines[row]:
            await person.press("down")
        assert "daar" in person.lines[row]
        await double_click(person, 3, row)
        assert person.is_at(AddressScreen)
    assert desk.browser.opened == []


async def double_click(person: Person, x: int, y: int) -> None:
    """Click twice on the same spot, as a terminal tells it."""
    for kind in (events.MouseDown, events.MouseUp) * 2:
        person.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        await person.pause()


@pytest.mark.parametrize("key", ["f8", "ctrl+o"])
async def test_while_the_screen_is_empty_or_locked_nothing_opens(desk: Desk, key: str) -> None:
    desk.keep()
    async with desk.sit_down(is_open=True) as person:
        await at_address(person)
        await person.go_to("open")
        await person.press(key)
        await person.pause()
        await person.press("enter", "2", "enter")
        await person.pause()
    assert desk.browser.opened == []


@pytest.mark.parametrize("fails", [BrowserError, BrowserInTerminal, BrowserUnclear])
async def test_a_browser_that_does_not_start_is_told_and_the_address_is_copied(
    desk: Desk, fails: type[BrowserError]
) -> None:
    desk.browser.fails = fails
    async with desk.sit_down() as person:
        await at_address(person)
        await person.choose("open")
        await person.until(lambda: person.row_ids == ["copy", "back"])
        assert person.label(fails.sentence) in person.page
        assert SITE in person.page
        await person.choose("copy")
        assert person.is_at(PageScreen)
        await person.press("enter")
        assert person.row_ids == ["copy", "open", "back"], "another time it may start"
    assert desk.copied == [SITE]
    assert desk.browser.opened == []


async def test_over_ssh_it_is_only_copied(desk: Desk) -> None:
    desk.browser.is_elsewhere = True
    async with desk.sit_down() as person:
        await at_address(person)
        assert person.row_ids == ["copy", "back"]
        assert "Je werkt via SSH op een andere computer." in person.page
        await person.press("2")
        assert person.is_at(PageScreen)
    assert desk.browser.opened == []


@pytest.mark.parametrize(
    "address",
    [
        "https://politie.nl@slecht.example/",
        "https://ik:geheim@politie.nl/",
        "https://2130706433/",
        "https://politie.nl/" + "a" * 600,
    ],
)
async def test_an_address_that_is_no_plain_one_is_shown_and_never_opened(desk: Desk, address: str) -> None:
    own_page(desk, address)
    async with desk.sit_down() as person:
        await at_address(person, Kind.ORGANISATION, "protocol")
        assert person.row_ids == ["copy", "back"]
        assert "Daarom gaat het hier niet open." in person.page
        assert address in person.page.replace(" ", "")
        for key in ("2", "enter", "3"):
            await person.press(key)
    assert desk.browser.opened == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
async def test_what_is_no_https_address_is_only_words(desk: Desk, address: str) -> None:
    own_page(desk, address)
    async with desk.sit_down() as person:
        person.app.post_message(Read(Kind.ORGANISATION, "protocol"))
        await person.pause()
        await person.press("tab", "enter")
        assert not person.is_at(AddressScreen)
    assert desk.browser.opened == []


def test_a_page_that_leads_to_an_address_without_a_lock_is_left_out(desk: Desk) -> None:
    own_page(desk, "http://politie.nl")
    assert not desk.library.has(Kind.ORGANISATION, "protocol")


async def test_a_site_with_letters_that_look_like_others_is_shown_as_the_browser_reads_it(desk: Desk) -> None:
    own_page(desk, "https://p\u043elitie.nl/aangifte")
    async with desk.sit_down() as person:
        await at_address(person, Kind.ORGANISATION, "protocol")
        assert "https://xn--plitie-wqf.nl/aangifte" in person.seen
        assert "p\u043elitie.nl" in person.seen
        await person.choose("open")
        await person.until(lambda: person.is_at(PageScreen))
    assert desk.browser.opened == ["https://xn--plitie-wqf.nl/aangifte"]


class SlowBrowser(RememberingBrowser):
    """A browser that takes its time."""

    def __init__(self) -> None:
        super().__init__()
        self.may_go_on = threading.Event()

    def open(self, address: WebAddress, /) -> None:
        self.may_go_on.wait(10)
        super().open(address)


async def test_the_screen_stays_alive_while_a_browser_starts(desk: Desk) -> None:
    slow = desk.browser = SlowBrowser()
    async with desk.sit_down() as person:
        await at_address(person)
        await person.choose("open")
        await person.press("enter", "2")
        await person.press("f1")
        assert not person.is_at(AddressScreen)
        slow.may_go_on.set()
        await person.until(lambda: bool(slow.opened))
        await person.press("escape")
        await person.until(lambda: person.is_at(PageScreen))
    assert slow.opened == [SITE], "asked twice, it is opened once"


async def test_words_change_while_an_address_is_shown(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await at_address(person)
        await person.press("f2")
        assert "The page is not ours." in person.page
        assert SITE in person.page
