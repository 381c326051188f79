"""The pages about platforms: one for each, that agree with the advice and never ask for a copy of a sexual image."""

from __future__ import annotations

import re

import pytest

from onlinesafe_tui.domain.facets import Channel
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import Heading, plain_text, texts
from onlinesafe_tui.library.library import Library, Page, section
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.paths import content_folder
from tests.domain.telling import told

LIBRARY = Library(content_folder())
CHANNELS = [channel for channel in Channel if channel not in (Channel.OTHER, Channel.UNKNOWN)]
PAGES = [LIBRARY.page(Kind.PLATFORM, channel, language) for channel in CHANNELS for language in Language]

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.id}-{page.language}")

COPYING = re.compile(
    r"schermafbeelding|schermopname|screenshot|screen recording|bestand zelf|file itself|afdruk|\bprint",
    re.IGNORECASE,
)
"""Words for making a copy of what is there."""


def said(page: Page, situation: Situation, *ids: str) -> list[str]:
    blocks = page.shown(situation)
    return [plain_text(text) for id in ids for text, _ in texts(section(blocks, id))]


def test_there_is_a_page_for_every_place_that_can_be_answered() -> None:
    assert set(LIBRARY.ids(Kind.PLATFORM)) == {str(channel) for channel in CHANNELS}


@each_page
def test_a_page_says_how_to_capture_to_report_what_that_does_and_what_to_set(page: Page) -> None:
    found = [block.id for block in page.blocks if isinstance(block, Heading) and block.level == 2]
    assert [id for id in found if id in ("capture", "report", "mind", "settings")] == [
        *("capture", "report", "mind", "settings")
    ]
    for country in ("nl", "be"):
        for id in ("capture", "report", "mind", "settings"):
            assert said(page, told(country, acts="insult", channel=page.id).situation, id)


@each_page
def test_before_anything_is_captured_it_says_that_a_sexual_image_is_not(page: Page) -> None:
    first = said(page, told("nl", acts="intimate-adult", channel=page.id).situation, "capture")[0]
    assert "seksueel beeld" in first or "sexual images" in first
    assert "seksueel beeld. Maak" not in " ".join(said(page, told("nl", acts="insult").situation, "capture"))


@each_page
def test_where_a_minor_may_be_seen_reporting_asks_for_no_copy(page: Page) -> None:
    situation = told("nl", acts="intimate-minor", channel=page.id).situation
    assert [words for words in said(page, situation, "report", "mind") if COPYING.search(words)] == []


@pytest.mark.parametrize(("channel", "word"), [(Channel.LINKEDIN, "niet meer"), (Channel.X, "verbergt")])
def test_where_the_advice_says_that_a_report_hides_it_the_page_says_so_too(channel: Channel, word: str) -> None:
    page = LIBRARY.page(Kind.PLATFORM, channel, Language.NL)
    assert word in said(page, told("nl", channel=channel).situation, "mind")[0]


def test_what_the_sender_gets_to_see_of_a_screenshot_is_said_with_the_same_care_as_in_the_advice() -> None:
    situation = told("nl", acts="insult", channel="snapchat").situation
    page = LIBRARY.page(Kind.PLATFORM, Channel.SNAPCHAT, Language.NL)
    advice = LIBRARY.page(Kind.ADVICE, "sender-sees-screenshot", Language.NL)
    words = "Volgens andere bronnen laat Snapchat de afzender weten dat je een"
    assert words in " ".join(said(page, situation, "capture"))
    assert words in " ".join(plain_text(text) for text, _ in texts(advice.shown(situation)))
