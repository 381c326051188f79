"""The four screens that matter most, at the smallest usual size and a wide one; a few also small, light or English."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.pilot import Pilot

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.settings import Theme
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


@dataclass(frozen=True)
class Look:
    """What the window is like, and what was chosen."""

    columns: int
    lines: int
    theme: Theme = "dark"
    language: Language = Language.NL

    def __str__(self) -> str:
        """Name it; dark and Dutch are not named."""
        named = [f"{self.columns}x{self.lines}", *(["light"] if self.theme == "light" else [])]
        return "-".join([*named, *([self.language] if self.language is not Language.NL else [])])


USUAL = (Look(80, 24), Look(120, 40))
ENGLISH = Language.EN
LOOKS = [
    *((walk, look) for look in USUAL for walk in (home, question, step, evidence)),
    (home, Look(60, 20)),
    (home, Look(80, 24, "light", ENGLISH)),
    (question, Look(60, 20, "light", ENGLISH)),
    (step, Look(60, 20, "light")),
    (step, Look(120, 40, "light", ENGLISH)),
    (evidence, Look(80, 24, "light", ENGLISH)),
]


@pytest.mark.parametrize(("walk", "look"), LOOKS, ids=lambda one: str(one) if isinstance(one, Look) else one.__name__)
def test_picture(snap_compare: SnapCompare, tmp_path: Path, walk: Walk, look: Look) -> None:
    desk = Desk(tmp_path, Library(content_folder()))
    desk.choose(language=look.language, theme=look.theme)
    workspace = desk.workspace()
    app = OnlineSafeApp(workspace)
    app.animation_level = "none"

    async def before(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await walk(Person(app, pilot, workspace))

    assert snap_compare(app, terminal_size=(look.columns, look.lines), run_before=before)
