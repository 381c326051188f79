"""A second window that looks only: every screen of it holds in every size of window, and changes nothing."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.prevention.paper import PaperScreen
from onlinesafe_tui.tui.screens.prevention.policy import PolicyScreen
from onlinesafe_tui.tui.screens.triage import TriageScreen
from onlinesafe_tui.tui.screens.vault import VaultScreen
from tests.store.quick import PASSPHRASE
from tests.store.workbooks import workbook
from tests.tui.crawling import Crawl
from tests.tui.desk import Desk
from tests.tui.situations import THREAT_ON_YOUTUBE, told
from tests.tui.test_looking import LOOKING, look
from tests.tui.test_walk import English, wrong_at_this_size

pytestmark = pytest.mark.usefixtures("undrawn")


@pytest.mark.parametrize("size", [(60, 20), (120, 40), (200, 60)], ids=str)
async def test_whoever_only_looks_finds_everything_in_its_place(desk: Desk, size: tuple[int, int]) -> None:
    desk.choose(Country.BE, Language.NL)
    desk.keep(*(told(THREAT_ON_YOUTUBE, Step.TALK, number=number) for number in range(1, 4)))
    elsewhere = desk.keeper()
    elsewhere.unlock(PASSPHRASE)
    elsewhere.keep_workbook(workbook())
    before = desk.files()
    english = English(desk.library)
    problems: list[str] = []
    async with desk.sit_down(size=size) as person:
        await look(person)

        def look_at(name: str) -> None:
            problems.extend(f"{name}: {problem}" for problem in wrong_at_this_size(person))
            # A paper can be in another language than the screen.
            if not person.is_at(PaperScreen):
                problems.extend(f"{name}: English: {label}" for label in english.shown_to(person))
            keeper = person.workspace.keeper
            is_said = person.label(LOOKING) in person.lines[0] or keeper.has_unsaved or person.is_at(TriageScreen)
            if keeper.state is Keeping.READ_ONLY and not is_said:
                problems.append(f"{name}: does not say that one only looks")

        crawl = Crawl(person, look_at, "een paar woorden")
        await crawl.go()
        assert {GuideScreen, PolicyScreen, VaultScreen} <= crawl.seen
    assert desk.files() == before
    elsewhere.close()
    assert not problems, "\n".join(dict.fromkeys(problems))
