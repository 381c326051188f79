"""What is held in memory: nothing of a screen that was closed."""

from __future__ import annotations

import gc

from textual.strip import Strip

from onlinesafe_tui.domain.journey import Step
from tests.tui.desk import Desk
from tests.tui.situations import THREAT_ON_YOUTUBE, told

NOTE = "Dit is voor niemand anders"
QUESTION = "Notitie, voor jezelf"


def lines_with(text: str) -> int:
    """Count the drawn lines that are held somewhere with this text in them."""
    gc.collect()
    return sum(text in held.text for held in gc.get_objects() if isinstance(held, Strip))


async def test_no_line_of_a_closed_screen_is_held(desk: Desk) -> None:
    # Another test may have left some.
    before = lines_with(QUESTION)
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.fill("note", NOTE)
        assert lines_with(NOTE)
        assert lines_with(QUESTION) > before
        await person.press("f6")
        # A screen is taken apart by and by.
        await person.until(lambda: not lines_with(NOTE) and lines_with(QUESTION) <= before)
