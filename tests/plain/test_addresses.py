"""A web address in the plain face: all of it is told first, and the browser opens it only when somebody says so."""

from __future__ import annotations

import pytest

from onlinesafe_tui.errors import BrowserError, BrowserInTerminal, BrowserUnclear
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.address_views import ASKED
from tests.library.writing import page as written
from tests.library.writing import write
from tests.plain.laptop import Laptop
from tests.plain.person import Person, Reply, pick

SITE = "https://takeitdown.ncmec.org"


@pytest.fixture
def to_site(library: Library) -> list[Reply]:
    """What somebody types to come to the choices for an address."""
    title = library.page(Kind.CONTACT, "take-it-down", Language.EN).title
    return [pick("Look up"), pick("Whom can I call?"), pick(title), pick(f"On the internet: {SITE}")]


@pytest.mark.parametrize("is_practice", [False, True])
def test_an_address_opens_after_all_of_it_was_told_and_somebody_chose_so(
    laptop: Laptop, to_site: list[Reply], is_practice: bool
) -> None:
    looked: list[list[str]] = []

    class Watched(Person):
        def ask(self, prompt: str) -> str:
            if SITE in self.told:
                looked.append(list(laptop.browser.opened))
            return super().ask(prompt)

    person = Watched([*to_site, pick("Open it in the browser")]).walk(laptop.workspace(is_practice=is_practice))
    assert looked[0] == [], "nothing opens before the whole address was told"
    assert laptop.browser.opened == [SITE]
    assert "When you choose to open it, your browser does: this program does not go on the internet." in person.text
    assert "can see in the history of the browser that you were there." in person.text
    assert ASKED in person.text


@pytest.mark.parametrize("typed", [["", "", ""], ["1"], ["b"], ["3"], ["4", "x", "open", SITE]])
def test_nothing_else_opens_it(laptop: Laptop, to_site: list[Reply], typed: list[Reply]) -> None:
    person = Person([*to_site, *typed]).walk(laptop.workspace())
    assert SITE in person.told
    assert laptop.browser.opened == []


def test_it_is_copied_from_there(laptop: Laptop, to_site: list[Reply]) -> None:
    Person([*to_site, pick("Copy the address")]).walk(laptop.workspace())
    assert laptop.copied == [SITE]
    assert laptop.browser.opened == []


@pytest.mark.parametrize("fails", [BrowserError, BrowserInTerminal, BrowserUnclear])
def test_a_browser_that_does_not_start_is_told_and_the_address_is_copied(
    laptop: Laptop, to_site: list[Reply], fails: type[BrowserError]
) -> None:
    laptop.browser.fails = fails
    person = Person([*to_site, pick("Open it in the browser"), pick("Copy the address")]).walk(laptop.workspace())
    assert fails.sentence in person.text
    assert "Open it" not in person.since("2")
    assert laptop.copied == [SITE]


def test_over_ssh_it_is_only_copied(laptop: Laptop, to_site: list[Reply]) -> None:
    laptop.browser.is_elsewhere = True
    person = Person([*to_site, "2"]).walk(laptop.workspace())
    assert "You work on another computer, over SSH." in person.text
    assert not any("Open it in the browser" in line for line in person.told)
    assert laptop.browser.opened == []


@pytest.mark.parametrize(
    "address", ["https://politie.nl@slecht.example/", "https://politie.nl/" + "a" * 600], ids=["a name", "too long"]
)
def test_an_address_that_is_no_plain_one_is_told_and_never_opened(
    laptop: Laptop, library: Library, address: str
) -> None:
    folder = laptop.folder / "own"
    write(folder, {"organisation/protocol.md": written(f"[daar]({address})", f"[there]({address})")})
    laptop._library = Library(library._shipped, folder)
    here: list[Reply] = [pick("Look up"), pick("From your organisation"), pick("Title"), pick("On the internet")]
    person = Person([*here, "2"]).walk(laptop.workspace())
    assert address in person.told
    assert "So it is not opened from here." in person.text
    assert not any("Open it in the browser" in line for line in person.told)
    assert laptop.browser.opened == []
