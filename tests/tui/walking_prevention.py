"""A walk past every screen of prevention, with keys only."""

from __future__ import annotations

from collections.abc import AsyncIterator

from textual.screen import Screen

from onlinesafe_tui.domain.agreements import Audience
from onlinesafe_tui.domain.policy import Level, Standing
from onlinesafe_tui.domain.prevention import Extent
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.prevention.photo import PhotoScreen
from tests.pictures.samples import encoded, segment
from tests.tui.person import Person
from tests.tui.policies import scan

STATEMENT = "three-levels"


async def every_screen_of_prevention(person: Person) -> AsyncIterator[str]:
    """Visit every screen of prevention from the first one, come back to it, and say where one is each time."""
    await person.choose("prevention")
    yield "prevention"
    for part in (_rounds, _photos, _agreements, _meetings, _policy):
        menu = person.screen
        async for name in part(person):
            yield name
        await back_to(person, menu)
    await person.choose("due")
    yield "due"
    await person.press("ctrl+s")
    yield "due, kept as a file or asked about"
    while not person.is_at(HomeScreen):
        await person.press("escape")


async def back_to(person: Person, screen: Screen[object]) -> None:
    """Go back until a screen is on top again."""
    for _ in range(9):
        if person.screen is screen:
            return
        await person.press("escape")
    raise AssertionError(f"Esc never leads back to {screen} from {person.screen}")


async def _rounds(person: Person) -> AsyncIterator[str]:
    await person.choose("rounds")
    yield "rounds"
    rounds = person.screen
    await person.choose(f"go:{Extent.FULL}")
    yield "thing of a round"
    await person.press("1", "2")
    await person.press("4")
    yield "asking for help"
    await back_to(person, rounds)
    yield "rounds, one begun"
    await person.choose(f"go:{Extent.FULL}")
    for _ in range(12):
        if "leave" in person.row_ids:
            break
        await person.press("ctrl+n")
    yield "end of a round"
    if "finish" in person.row_ids:
        await person.choose("finish")
        yield "round, finished"
    await back_to(person, rounds)
    yield "rounds, one finished"


async def _photos(person: Person) -> AsyncIterator[str]:
    data = encoded("jpeg")
    picture = person.workspace.exports / "tuin.jpg"
    picture.parent.mkdir(exist_ok=True)
    picture.write_bytes(data[:2] + segment(0xFE, b"x" * 90) + data[2:])
    await person.choose("photos")
    yield "whose photo"
    await person.choose("own")
    yield "photo"
    for typed in ("nergens.jpg", str(picture)):
        await person.press("ctrl+u")
        await person.paste(typed)
        await person.press("enter")
        screen = person.screen
        assert isinstance(screen, PhotoScreen)
        await person.until(lambda screen=screen: not screen._is_busy)  # type: ignore[misc]
        yield f"photo {typed[-8:]}"


async def _agreements(person: Person) -> AsyncIterator[str]:
    await person.choose("agreements")
    yield "agreements"
    await person.choose(f"new:{Audience.CLIENT}")
    sheet = person.screen
    yield "sheet"
    await person.choose("point:hours")
    yield "point"
    await person.choose("working-hours")
    yield "blanks of a point"
    for row in ("preview", "about", "paper", "remove"):
        await back_to(person, sheet)
        await person.choose(row)
        yield f"sheet: {row}"
    await back_to(person, sheet)
    await person.press("escape")
    yield "agreements, one made"


async def _meetings(person: Person) -> AsyncIterator[str]:
    await person.choose("meetings")
    yield "meetings"
    await person.choose(next(id for id in person.row_ids if id.startswith("format:")))
    format = person.screen
    yield "format"
    for number in range(2, 8):
        await person.press("right")
        yield f"format, part {number}"
    for row in ("agenda", "paper", "held"):
        await back_to(person, format)
        await person.choose(row)
        yield f"format: {row}"
    await back_to(person, format)
    yield "format, done before"


async def _policy(person: Person) -> AsyncIterator[str]:
    await person.choose("policy")
    overview = person.screen
    yield "policy"
    await person.choose("begin")
    yield "statement"
    await person.press("2")
    yield "statement, answered"
    await back_to(person, overview)
    yield "policy, begun"
    for row in (f"level:{Level.QUALITY}", "links", "papers", "about"):
        await person.choose(row)
        yield f"policy: {row}"
        if row == "links":
            await person.press("enter")
            yield "policy: links of an incident"
        await back_to(person, overview)
    await person.choose("finish")
    yield "policy: finish"
    await person.choose("actions")
    yield "actions"
    await person.press("enter")
    yield "action of the list"
    await back_to(person, overview)
    yield "policy, finished"
    keeper = person.workspace.keeper
    keeper.keep_workbook(keeper.workbook.put_scan(scan({STATEMENT: Standing.IN_PLACE}, days_ago=30)))
    await person.press("escape")
    await person.choose("policy")
    await person.choose("changes")
    yield "changes"
