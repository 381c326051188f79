"""With everything that can be translated in other letters, no screen shows a word that stands in the code alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input

from onlinesafe_tui import language
from onlinesafe_tui.domain.agreements import Audience
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.services.policy import Statements
from onlinesafe_tui.tui.screens.left_out import LeftOutScreen
from onlinesafe_tui.tui.screens.own_folder import OwnFolderScreen
from onlinesafe_tui.tui.screens.recovery_code import CodeScreen
from onlinesafe_tui.tui.screens.welcome import WelcomeScreen
from tests.hostile import incident_of, workbook_of
from tests.other_letters import COMMAND, MISTAKES, Known, other, other_content, other_locale, other_organisation
from tests.store.quick import PASSPHRASE
from tests.tui.crawling import Crawl, all_screens
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")


NAMED: dict[type[Screen[Any]], str] = {OwnFolderScreen: COMMAND, LeftOutScreen: MISTAKES}
"""What is known on some screens."""


def everything_on(person: Person) -> str:
    """What stands on the screen, where one has to scroll to, and at its edges."""
    text = "\n".join([person.seen, person.page, *person.toasts])
    return re.sub(r"\b[0-9A-Z]{2,4}\b", "", text) if isinstance(person.screen, CodeScreen) else text


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A laptop on which everything that can be translated is in other letters, in a folder with a short name."""
    folder = tmp_path_factory.mktemp("0")
    monkeypatch.setattr(language, "_LOCALE", other_locale(folder))
    desk = Desk(folder, Library(other_content(folder), other_organisation(folder)))
    desk.exports, desk.vault = folder / other("documenten"), folder / other("kluis")
    desk.choose()
    return desk


async def look_at_blanks(person: Person) -> None:
    """Go to what can be filled in at a point of agreements; the crawl comes to one point, which may have nothing."""
    await person.press("f6")
    for row in ("prevention", "agreements", f"new:{Audience.CLIENT}", "point:hours", "working-hours"):
        await person.choose(row)


async def test_no_screen_shows_a_word_that_nobody_can_translate(desk: Desk) -> None:
    text = other("een bericht")
    incident = incident_of(told(THREAT_ON_YOUTUBE, Step.TALK), text)
    statements = Statements(desk.library, Language.NL, Country.NL).ids[:2]
    workspace = desk.workspace()
    workspace.keeper.save(incident)
    for number in range(2, 5):
        workspace.keeper.save(told(THREAT_ON_YOUTUBE, Step.TALK, number=number))
    workspace.keeper.keep_workbook(
        workbook_of(text, things=("search-yourself", "sport-apps"), statements=statements, incident=incident.id)
    )
    workspace.keeper.create(PASSPHRASE)
    workspace.care.keep_code(workspace.care.draft_code())
    workspace.keeper.close()
    known = Known(str(desk.folder))
    found: dict[str, str] = {}
    async with desk.sit_down() as person:

        def look(place: str) -> None:
            if not isinstance(person.screen, WelcomeScreen):
                # That one asks in both languages at once, because nobody knows yet which is read.
                for word in known.unknown(everything_on(person), NAMED.get(type(person.screen), "")):
                    # Of a long name of a file that stands in a field only a part is seen.
                    if not any(word in field.value for field in person.screen.query(Input)):
                        found.setdefault(word, place)

        also = ("point:hours", "format:case-recording", "f7", "day", "organisation", "page:take-it-down")
        crawl = Crawl(person, look, text, also)
        await crawl.go()
        await look_at_blanks(person)
        look("BlanksScreen")
        crawl.seen.add(type(person.screen))
    assert not found, "\n".join(f"{p}: {w}" for w, p in found.items())
    assert " ".join(sorted(kind.__name__ for kind in all_screens() - crawl.seen)) == ""
