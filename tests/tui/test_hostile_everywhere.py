"""Every screen with everything on it hostile: nothing steers the terminal, nothing can be clicked, nothing ends."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from typing import Any

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.policy import Statements
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.filters import ControlFilter
from tests.hostile import (
    FREE_TEXT,
    IDS,
    LONG,
    MARK,
    NAME,
    STEERING,
    STEERS,
    incident_of,
    mistake_in,
    needs_time,
    overlay_of,
    workbook_of,
)
from tests.library.own import needs_odd_names
from tests.store.quick import PASSPHRASE
from tests.tui.crawling import Crawl, all_screens
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told
from tests.tui.test_hostile import steering

pytestmark = pytest.mark.usefixtures("undrawn")


def obeyed(person: Person) -> Iterator[str]:
    """Name what the terminal would obey on this screen, and what a click would do, also where one has to scroll to."""
    yield from steering(person)
    for part in person.screen.query("*").results(Widget):
        drawn = part.render() if part.display and part.size else None
        if isinstance(drawn, Content):
            yield from (f"can be clicked: {span}" for span in drawn.spans if "@" in str(span.style))
            yield from (f"is a link: {span}" for span in drawn.spans if "link" in str(span.style))


def hostile_desk(desk: Desk, text: str) -> tuple[Incident, Workbook]:
    """Fill a desk with a text: its folders, the texts of its organisation, and what is to be kept there."""
    own = mistake_in(overlay_of(desk.folder / f"ons {NAME}", text))
    desk.library = Library(content_folder(), own)
    desk.exports = desk.folder / f"map {NAME}"
    desk.vault = desk.folder / f"kluis {NAME}"
    incident = incident_of(told(THREAT_ON_YOUTUBE, Step.TALK), text)
    statements = Statements(desk.library, Language.NL, Country.NL).ids[:2]
    book = workbook_of(text, things=("search-yourself", "sport-apps"), statements=statements, incident=incident.id)
    return incident, book


async def crawl(desk: Desk, workspace: Workspace, text: str) -> list[str]:
    """Go everywhere, and name what is wrong there. With a vault that is every kind of screen."""
    problems: list[str] = []
    marked: set[str] = set()
    was_kept = workspace.keeper.state is Keeping.LOCKED
    async with desk.sit_down(workspace=workspace) as person:

        def look(name: str) -> None:
            problems.extend(f"{name}: {problem}" for problem in obeyed(person))
            if MARK in person.page:
                marked.add(name)

        also = ("point:hours", "format:case-recording", "f7", "day", "organisation", "page:take-it-down")
        crawl = Crawl(person, look, text, also)
        await crawl.go()
    if not was_kept:
        return problems
    # A new screen needs a way to it here, and something of a person's or an organisation's on it.
    assert " ".join(sorted(kind.__name__ for kind in all_screens() - crawl.seen)) == ""
    assert len(marked) > 15
    return problems


@needs_odd_names
async def test_what_was_kept_is_clean_before_it_is_drawn(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The filter before the terminal is the second door: with the first one shut it has nothing to do."""
    found: list[str] = []

    def apply(_: ControlFilter, segments: list[Segment], __: Color) -> list[Segment]:
        found.extend(segment.text for segment in segments if not segment.control and STEERS.search(segment.text))
        return segments

    monkeypatch.setattr(ControlFilter, "apply", apply)
    incident, book = hostile_desk(desk, STEERING)
    workspace = kept_in_memory(desk, incident, book)
    workspace.keeper.create(PASSPHRASE)
    workspace.care.keep_code(workspace.care.draft_code())
    workspace.keeper.close()
    assert not await crawl(desk, desk.workspace(), STEERING)
    assert not found


@needs_odd_names
@needs_time
async def test_whatever_comes_to_a_screen_stays_text(desk: Desk) -> None:
    incident, book = hostile_desk(desk, STEERING)
    assert not await crawl(desk, kept_in_memory(desk, incident, book), STEERING)


@needs_time
async def test_long_words_fit_everywhere(desk: Desk) -> None:
    incident = incident_of(told(THREAT_ON_YOUTUBE, Step.TALK), LONG)
    statements = Statements(desk.library, Language.NL, Country.NL).ids[:2]
    book = workbook_of(LONG, things=("search-yourself", "sport-apps"), statements=statements, incident=incident.id)
    assert not await crawl(desk, kept_in_memory(desk, incident, book), LONG)


def kept_in_memory(desk: Desk, incident: Incident, book: Workbook) -> Workspace:
    """Keep this, and enough other incidents for a list of them; nothing is sealed yet."""
    workspace = desk.workspace()
    workspace.keeper.save(incident)
    for number in range(2, 5):
        workspace.keeper.save(told(THREAT_ON_YOUTUBE, Step.TALK, number=number))
    workspace.keeper.keep_workbook(book)
    return workspace


async def test_the_look_finds_what_is_wrong(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ControlFilter, "apply", lambda _, segments, __: segments)
    async with desk.sit_down() as person:
        assert not list(obeyed(person))
        for markup in (
            "[@click=app.stop]klik[/]",
            "[link='https://example.org']x[/link]",
            "\x1b]0;titel\x07",
            "\u202e",
        ):
            static = Static(markup)
            await person.screen.query_one("VerticalScroll").mount(static, before=0)
            await person.pause()
            assert list(obeyed(person)), markup
            await static.remove()


def test_every_text_of_a_person_is_filled_here() -> None:
    assert set(texts_in(Incident)) | set(texts_in(Workbook)) == FREE_TEXT | IDS


def texts_in(kind: Any, seen: set[Any] | None = None) -> Iterator[str]:
    """Name the fields that hold text, in a kind of data and all that it holds."""
    seen = seen if seen is not None else set()
    if dataclasses.is_dataclass(kind) and kind not in seen:
        seen.add(kind)
        for name, hint in typing.get_type_hints(kind).items():
            if str in parts_of(hint):
                yield f"{getattr(kind, '__name__', '')}.{name}"
            for part in parts_of(hint):
                yield from texts_in(part, seen)


def parts_of(hint: Any) -> set[Any]:
    """Return everything that a type is made of."""
    return {hint}.union(*(parts_of(part) for part in typing.get_args(hint)))
