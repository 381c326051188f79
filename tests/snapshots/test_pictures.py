"""The four screens that matter most, at the smallest usual size and at a wide one: dark, in Dutch."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.tui.app import OnlineSafeApp
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told

SnapCompare = Callable[..., bool]
Walk = Callable[[Person], Awaitable[None]]

INCIDENT = told(THREAT_ON_YOUTUBE, Step.SCREENSHOT)


async def with_aside(person: Person) -> None:
    """Wait until what stands beside the page was read, where there is room for it."""
    if person.app.size.width >= 120:
        await person.until(lambda: "0900-8844" in person.read)


async def home(person: Person) -> None:
    """Stay on the first screen."""
    await with_aside(person)


async def question(person: Person) -> None:
    """Answer that nobody is in danger, and tick a threat."""
    await person.choose("self")
    await person.choose("no")
    await person.tick("threat")
    await with_aside(person)


async def step(person: Person) -> None:
    """Go on with an incident at the screenshot."""
    person.workspace.keeper.save(INCIDENT)
    await person.press("f6", "f1", "escape", "1")


async def evidence(person: Person) -> None:
    """Describe what was captured."""
    await step(person)
    await person.choose("evidence:new")
    await person.press("escape")
    await person.write("Bij 1:12 noemt hij mijn straat.")
    await person.press("tab")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("walk", [home, question, step, evidence], ids=lambda walk: walk.__name__)
def test_picture(snap_compare: SnapCompare, tmp_path: Path, walk: Walk, size: tuple[int, int]) -> None:
    desk = Desk(tmp_path, Library(content_folder()))
    desk.choose()
    workspace = desk.workspace()
    app = OnlineSafeApp(workspace)
    app.animation_level = "none"

    async def before(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await walk(Person(app, pilot, workspace))

    assert snap_compare(app, terminal_size=size, run_before=before)
