"""Past every screen: who to call always stands on top, everything fits, and Dutch shows no English."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import WrongPassphrase
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library, Page
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.settings import LANGUAGES, Theme
from onlinesafe_tui.tui import screens
from onlinesafe_tui.tui.draw_blocks import block_lines
from onlinesafe_tui.tui.glyphs import CURSOR
from onlinesafe_tui.tui.screens.backup import BackupScreen, RestoreScreen
from onlinesafe_tui.tui.screens.check import CheckScreen
from onlinesafe_tui.tui.screens.dropping_code import DroppingCodeScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.help import HelpScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.letting_in import LettingInScreen
from onlinesafe_tui.tui.screens.lock import LockScreen
from onlinesafe_tui.tui.screens.passphrase import ChangePassphraseScreen, PassphraseScreen, RecoverScreen
from onlinesafe_tui.tui.screens.recovery_code import AskBackScreen, CodeScreen
from onlinesafe_tui.tui.screens.search import SearchScreen
from onlinesafe_tui.tui.screens.triage import TriageScreen
from onlinesafe_tui.tui.screens.vault import VaultScreen
from onlinesafe_tui.tui.screens.welcome import WelcomeScreen
from onlinesafe_tui.tui.widgets.key_bar import KeyBar
from onlinesafe_tui.tui.widgets.row_list import RowList
from tests.language.catalogue import PO, read, strings_of
from tests.store.quick import PASSPHRASE
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import INSULT_ON_LINKEDIN, THREAT_ON_YOUTUBE, told
from tests.tui.walking import every_screen

OF_TEXTUAL = [
    "Search for commands", "No matches", "Submit", "Press", "quit", "Quit", "Close", "Cancel", "Keys", "Theme",
    "palette", "Screenshot the", "Maximize", "Minimize", "Copy selected", "Undo", "Redo", "Paste", "Delete",
]  # fmt: skip
"""English words that the library would show by itself."""


SIZES = [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60)]
"""The windows in which everything has to be there, in columns and rows."""

USUAL = (80, 24)

OF_A_VAULT: tuple[type[Any], ...] = (
    AskBackScreen, BackupScreen, ChangePassphraseScreen, CheckScreen, CodeScreen, DroppingCodeScreen,
    LettingInScreen, LockScreen,
    RecoverScreen, RestoreScreen, VaultScreen,
)  # fmt: skip
"""What is only shown where something is saved already, and has a test of its own."""


@pytest.mark.parametrize(
    ("country", "language", "theme", "is_practice"),
    [
        (Country.NL, Language.NL, "dark", True),
        (Country.BE, Language.NL, "light", False),
        (Country.BE, Language.EN, "dark", True),
        (Country.NL, Language.EN, "light", False),
    ],
)
@pytest.mark.usefixtures("undrawn")
async def test_past_every_screen_in_every_size(
    new_desk: Desk, country: Country, language: Language, theme: Theme, is_practice: bool
) -> None:
    new_desk.choose(country, language, theme)
    english = English(new_desk.library) if language is Language.NL else None
    problems: list[str] = []
    seen: set[str] = set()
    async with new_desk.sit_down(size=USUAL, workspace=new_desk.practice() if is_practice else None) as person:
        async for name in every_screen(person):
            is_new = type(person.screen).__name__ not in seen
            seen.add(type(person.screen).__name__)
            found = [f"English: {label}" for label in (english.shown_to(person) if english else [])]
            problems.extend(f"{name}: {problem}" for problem in found)
            for size in [] if person.is_gone else [*(SIZES if is_new else SIZES[:1]), USUAL]:
                await person.resize(*size)
                problems.extend(f"{name} at {size}: {problem}" for problem in wrong_at_this_size(person))
    assert not problems, "\n".join(problems)
    # In an exercise nothing is kept, so that no passphrase is asked.
    never: tuple[type[Any], ...] = (PassphraseScreen,) if is_practice else ()
    left = set(screens_of_the_program()) - seen - {kind.__name__ for kind in (*OF_A_VAULT, *never)}
    assert not left, "screens without a way to them in this walk"


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("language", Language)
async def test_past_every_screen_of_what_is_saved_in_every_size(new_desk: Desk, language: Language) -> None:
    new_desk.choose(Country.BE, language)
    new_desk.keep()
    english = English(new_desk.library) if language is Language.NL else None
    problems: list[str] = []
    for kind in OF_A_VAULT:
        async with new_desk.sit_down(is_open=kind is not LockScreen) as person:
            draft = [person.workspace.care.draft_code()] if kind is AskBackScreen else []
            person.app.push_screen(kind(person.workspace, *draft))
            await person.pause()
            assert type(person.screen) is kind
            for size in SIZES:
                await person.resize(*size)
                found = [f"English: {label}" for label in (english.shown_to(person) if english else [])]
                found.extend(wrong_at_this_size(person))
                problems.extend(f"{kind.__name__} at {size}: {problem}" for problem in found)
    assert not problems, "\n".join(problems)


def screens_of_the_program() -> Iterator[str]:
    """Name every screen that the package has, apart from those that others are made of."""
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        import_module(module.name)
    waiting: list[type[Screen[Any]]] = [Screen]
    while waiting:
        kinds = waiting.pop().__subclasses__()
        waiting.extend(kinds)
        ours = (kind for kind in kinds if kind.__module__.startswith(screens.__name__))
        yield from (kind.__name__ for kind in ours if not kind.__subclasses__())


def wrong_at_this_size(person: Person) -> Iterator[str]:
    """Name what somebody would miss in the window as it is now."""
    yield from wrong_on_top(person)
    yield from wrong_at_the_foot(person)
    yield from too_wide(person)
    yield from hidden_focus(person)
    yield from lost_cursor(person)
    yield from place_out_of_sight(person)


async def test_every_field_is_seen_when_one_comes_to_it(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT), size=(60, 20)) as person:
        problems: list[str] = []
        for keys in (["f4", "ctrl+s"], ["tab"], ["f5"], ["ctrl+b"], ["ctrl+b"]):
            await person.press(*keys)
            if keys == ["ctrl+b"]:
                await person.choose("action:ask-removal" if person.step() is Step.TALK else "evidence:new")
            if person.is_at(PassphraseScreen) and keys != ["f5"]:
                await person.press("escape")
            for _ in range(12):
                problems += hidden_focus(person)
                await person.press("tab")
            while not person.is_at(GuideScreen):
                await person.press("escape")
    assert not problems


async def test_going_back_to_a_question_shows_what_was_chosen_there(new_desk: Desk) -> None:
    new_desk.choose(Country.BE, Language.NL)
    async with new_desk.sit_down(size=SIZES[0]) as person:
        await person.choose("self")
        await person.choose("no")
        await person.choose("unknown")
        await person.press("ctrl+b")
        assert not list(lost_cursor(person))
        assert "Ik weet niet wat het is" in person.read


async def test_dutch_shows_no_english_where_something_was_kept(desk: Desk) -> None:
    english, found = English(desk.library), []
    desk.keep(*(told(INSULT_ON_LINKEDIN, Step.LEGAL, number=number) for number in range(1, 6)))
    async with desk.sit_down() as person:
        found += english.shown_to(person)
        await person.press("1")
        found += english.shown_to(person)
        await person.write("not the right one")
        await person.press("enter")
        await person.until(lambda: person.label(WrongPassphrase.title) in person.page)
        found += english.shown_to(person)
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.until(lambda: person.is_at(HomeScreen))
        found += english.shown_to(person)
        await person.choose("incidents")
        found += english.shown_to(person)
    assert not found


class English:
    """Finds English labels where Dutch has other words for them."""

    def __init__(self, library: Library) -> None:
        labels, dutch = set(OF_TEXTUAL), ""
        for message in read(PO):
            translated = strings_of(message)
            # A language is called by its own name everywhere.
            if message.id and message.id not in (*translated, *LANGUAGES.values()):
                whole = message.id if isinstance(message.id, str) else message.id[0]
                pieces = (piece.strip(" .,:;?()") for piece in re.split(r"\{\w+\}", whole))
                labels.update(piece for piece in pieces if len(piece) > 3)
                dutch = f"{dutch} {' '.join(translated)}"
        self._own = labels - set(_found(labels, dutch))
        # A page about a platform names its menus, also those that have English names.
        content = " ".join(
            words for kind in Kind for page in library.pages(kind, Language.NL) for words in _words_of(page)
        )
        self._anywhere = self._own - set(_found(labels, content))

    def shown_to(self, person: Person) -> list[str]:
        """Return the English labels on the screen: at its edges, and anywhere on it."""
        edges = " ".join([person.lines[0], person.lines[-1], *person.toasts])
        if person.is_at(WelcomeScreen):
            # Nobody knows yet which language is read.
            return list(_found(self._own, edges))
        # A source is called what it calls itself.
        page = person.page.split(person.label("Source: {source}", source=""))[0]
        return [*_found(self._own, edges), *_found(self._anywhere, f"{person.read} {page}")]


def _found(labels: Iterable[str], text: str) -> Iterator[str]:
    """Name the labels that stand in a text as whole words."""
    likely = (label for label in labels if label in text)
    return (label for label in likely if re.search(rf"(?<!\w){re.escape(label)}(?!\w)", text))


def _words_of(page: Page) -> Iterator[str]:
    yield page.title
    yield from (plain.plain for plain in block_lines(page.blocks, 10_000))


def too_wide(person: Person) -> Iterator[str]:
    """Name the lines that do not fit where they are drawn."""
    for part in person.screen.query("PageView, RowList, Rail").results(Widget):
        drawn = part.render()
        lines = [line.rstrip() for line in drawn.split(allow_blank=True)] if isinstance(drawn, Content) else []
        if not part.display or not any(line.plain for line in lines):
            continue
        yield from (f"too wide: {line.plain}" for line in lines if line.cell_length > part.content_size.width)
        if len(lines) > part.size.height:
            yield f"{len(lines)} lines in {part.size.height}: {lines[-1].plain}"


def wrong_on_top(person: Person) -> Iterator[str]:
    """Name what is missing on the first line: who to call, the exercise, and that nothing is saved yet."""
    numbers = {Country.NL: "112", Country.BE: "112 / 101", None: "112 / 101"}[person.workspace.country]
    needed = [f" {person.label('In danger now? Call {numbers}', numbers=numbers)} "]
    if person.workspace.is_practice:
        needed.append(f" {person.label('PRACTICE')} ")
    if person.workspace.keeper.has_unsaved and not person.is_at(TriageScreen):
        needed.append(person.label("Not saved yet: {key}", key="F5"))
    yield from (f"on top: {words}" for words in needed if words not in person.lines[0])


def wrong_at_the_foot(person: Person) -> Iterator[str]:
    """Name a foot with keys that do not fit, or without the way back and the help."""
    foot = person.screen.query_one(KeyBar)
    shown = foot.render()
    if shown.cell_length > foot.size.width or shown.plain.rstrip() != person.lines[-1].rstrip():
        yield f"foot: {person.lines[-1]}"
    words = shown.plain.split()
    if "F1" not in words and not person.is_at(HelpScreen):
        yield f"no help at the foot: {shown.plain}"
    if "F8" not in words:
        yield f"no way to hide at the foot: {shown.plain}"
    if "^P" not in words and not person.is_at(SearchScreen):
        yield f"no search at the foot: {shown.plain}"
    if not {"Esc", "^B"} & {*words} and not person.is_at(HomeScreen):
        yield f"no way back at the foot: {shown.plain}"


def lost_cursor(person: Person) -> Iterator[str]:
    """Name a list whose cursor is neither in sight nor further down a page that stands at its top."""
    focused = person.app.focused
    if not isinstance(focused, RowList) or focused.current is None:
        return
    page = next((parent for parent in focused.ancestors if isinstance(parent, VerticalScroll)), None)
    marked = [number for number, line in enumerate(person.lines) if f"{CURSOR} " in line]
    area = page.region if page else person.screen.region
    if not any(area.y <= number < area.bottom for number in marked) and not (page and page.scroll_y == 0):
        yield f"no cursor in sight: {focused.current.text.plain}"


def place_out_of_sight(person: Person) -> Iterator[str]:
    """Name the place of the terminal's own cursor when it is no line between the bar and the foot."""
    x, y = person.app.cursor_position
    width, height = person.app.size
    if not (0 <= x < width and 0 < y < height - 1):
        yield f"the cursor is at column {x} of row {y}"


def hidden_focus(person: Person) -> Iterator[str]:
    """Name the field with the cursor when its line is not in sight."""
    focused = person.app.focused
    if isinstance(focused, Input | TextArea):
        page = next((parent for parent in focused.ancestors if isinstance(parent, VerticalScroll)), None)
        seen = page.region if page else person.screen.region
        line = focused.cursor_screen_offset.y
        if not seen.y <= line < seen.bottom:
            yield f"{focused.id}: line {line} is not in {seen}"
