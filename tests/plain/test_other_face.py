"""An incident that was begun in one face goes on in the other."""

from __future__ import annotations

from pathlib import Path

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from tests.plain.long_day import THREAT
from tests.plain.person import Person, Reply, pick
from tests.plain.test_situations import ON, say
from tests.store.quick import PASSPHRASE
from tests.tui.desk import Desk


def use_plain(desk: Desk, *replies: Reply) -> Person:
    workspace = desk.workspace()
    try:
        return Person(replies).walk(workspace)
    finally:
        workspace.keeper.close()


async def test_from_the_prompts_to_the_full_screen_and_back(tmp_path: Path, library: Library) -> None:
    desk = Desk(tmp_path, library)
    desk.choose(Country.NL, Language.EN)
    use_plain(
        desk,
        *say(library, *THREAT),
        *(ON, pick("Save now"), PASSPHRASE, PASSPHRASE, pick("Later"), "1", pick("Write a note"), "half"),
    )

    async with desk.sit_down(is_open=True) as person:
        await person.choose(f"incident:{desk.look().id}")
        assert person.incident.journey.at is Step.TALK
        assert person.field("note") == "half"
        await person.press("ctrl+n")
        await person.tick("task:screenshot.whole-screen")
        await person.until(lambda: len(desk.look().ticked) == 2)

    back = use_plain(desk, pick("Go on with what I saved"), PASSPHRASE, pick("Go on with: Threat"))
    assert any(line.startswith("Step 2 of 5: Screenshot, 1/") for line in back.told)
