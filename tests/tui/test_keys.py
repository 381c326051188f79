"""The keys: none that a terminal eats, none that a field needs, each to be clicked and found, and all to be moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import pytest
from textual.binding import Binding

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.settings import Settings, read_settings, write_settings
from onlinesafe_tui.tui.app import OnlineSafeApp
from onlinesafe_tui.tui.keymap import FREE, _places, read_keymap
from onlinesafe_tui.tui.keys import key_name, own_keys
from onlinesafe_tui.tui.messages import Read
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.help import HelpScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.search import SearchScreen
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told
from tests.tui.test_hide import is_hidden
from tests.tui.walking import every_screen

pytestmark = pytest.mark.usefixtures("undrawn")

CHOOSING = {
    "enter",
    "escape",
    "space",
    "tab",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "shift+tab",
    "delete",
}
"""What moves and chooses; every terminal sends it."""

BESIDE_ANOTHER = {"ctrl+q"}
"""What some editors keep for themselves, and is only a second way."""

ONE_LINE = {"SearchScreen": {"up", "down", "pageup", "pagedown"}, "FormatScreen": {"left", "right"}}
"""Keys that a screen takes before its field, which has one line, or that has none."""


def every_binding() -> Iterator[tuple[str, str, Binding]]:
    """Every key of the program: where it works, the key, and what it does."""
    for place in _places(OnlineSafeApp):
        for key in place.binding.key.split(","):
            yield place.kind.__name__, key, place.binding


def test_every_terminal_sends_every_key() -> None:
    odd = [(place, key) for place, key, _ in every_binding() if key not in FREE | CHOOSING | BESIDE_ANOTHER]
    assert not odd


def test_no_screen_takes_a_key_that_a_field_needs() -> None:
    taken = [
        (place, key)
        for place, key, binding in every_binding()
        if binding.priority and key in CHOOSING - {"escape"} and key not in ONE_LINE.get(place, set())
    ]
    assert not taken


async def test_everything_that_works_stands_in_the_help_and_in_the_search(desk: Desk) -> None:
    seen = set()
    async with desk.sit_down() as person:
        async for _ in every_screen(person):
            kind = type(person.screen)
            if person.is_gone or kind in seen or isinstance(person.screen, HelpScreen | SearchScreen):
                continue
            seen.add(kind)
            wanted = [active.binding for active in own_keys(person.screen) if active.enabled]
            await person.press("f1")
            for binding in wanted:
                told_there = person.label(binding.tooltip or binding.description)
                assert f"{key_name(binding.key, person.workspace.words)} " in person.page
                assert told_there in person.page, (kind, binding.key)
            await person.press("escape", "ctrl+p")
            screen = person.screen
            assert isinstance(screen, SearchScreen)
            found = {command.name for command in screen._commands}
            for binding in wanted:
                if binding.show and binding.id != "app.search":
                    assert person.label(binding.description) in found, (kind, binding.key)
            await person.press("escape")
            assert type(person.screen) is kind


async def test_nothing_can_be_reached_by_the_mouse_alone(desk: Desk) -> None:
    async with desk.sit_down() as person:
        async for name in every_screen(person):
            if person.is_gone:
                break
            chain = set(person.screen.focus_chain)
            for part in person.screen.query("*").results():
                assert not part.can_focus or not part.display or part in chain or part.disabled, (name, part)


# Moving keys


def with_keys(desk: Desk, **keys: str) -> None:
    moved = {id.replace("_", "."): key for id, key in keys.items()}
    write_settings(desk.settings, Settings(country=Country.NL, language=Language.NL, keys=moved))


async def test_a_moved_key_works_and_is_called_so_at_the_foot_and_in_the_help(desk: Desk) -> None:
    with_keys(desk, app_contacts="f7", step_all="ctrl+l", step_answers="f3", app_cover="F9", app_restart="f8")
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK), size=(200, 40)) as person:
        foot = person.lines[-1]
        assert " F7 Wie bel ik " in foot
        assert " F9 Verberg " in foot
        await person.press("f1")
        assert "F9 Maak het scherm meteen leeg" in person.page
        assert "app.cover" in person.page
        assert "list.choose" not in person.page
        await person.press("escape", "f8")
        assert person.is_at(GuideScreen)
        await person.press("f9")
        assert is_hidden(person)
        person.app._pressed_at -= 2
        await person.press("f9")
        assert not is_hidden(person)
        assert person.is_at(GuideScreen)


def test_the_list_of_keys_is_complete() -> None:
    text = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    names = {binding.id for _, _, binding in every_binding() if binding.id}
    assert not [name for name in names if f"| `{name}` |" not in text]
    assert not [field.name for field in fields(Settings) if f"| `{field.name}` |" not in text]


def in_a_circle(*keys: str) -> dict[str, str]:
    return dict(zip(keys, (*keys[1:], keys[0]), strict=True))


ROUND = {
    **in_a_circle("f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "ctrl+b", "f10"),
    **in_a_circle("ctrl+g", "ctrl+l", "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+s"),
    **in_a_circle("ctrl+r", "ctrl+t"),
    "space": "ctrl+q",
}
"""Every key that can be moved, and where it is moved to: nothing stays where it was, and nothing clashes."""

_NAMED = re.compile(r"\bF\d{1,2}\b|\^[A-Z]\b|\b[Ss]patie(?:balk)?\b")


class Mover(Person):
    """Somebody who moved all keys, and presses those that do what the usual ones do."""

    async def press(self, *keys: str) -> None:
        for key in keys:
            usual = self.app.keymap.usual
            active = {active.binding.id: now for now, active in self.screen.active_bindings.items()}
            moved = (now for id, now in active.items() if id and usual.get(id) == key)
            await super().press(next(moved, key))


def keys_named(person: Person) -> Counter[str]:
    """Count the names of keys that stand anywhere on a screen, what one scrolls to and says in passing included."""
    text = " ".join([person.lines[0], person.page, *person.toasts, person.lines[-1]])
    return Counter("space" if "patie" in found else found for found in _NAMED.findall(text))


async def walk_through(desk: Desk, kind: type[Person]) -> AsyncIterator[tuple[str, Counter[str]]]:
    async with desk.sit_down(size=(240, 60)) as somebody:
        person = kind(somebody.app, somebody._pilot, somebody.workspace)
        async for name in every_screen(person):
            if not person.is_gone:
                yield name, keys_named(person)


async def test_whoever_moved_all_keys_reads_the_usual_name_of_none(tmp_path: Path, library: Library) -> None:
    words = Words(Language.NL)
    called: Mapping[str, str] = {
        **{key_name(key, words): key_name(now, words) for key, now in ROUND.items()},
        "space": key_name(ROUND["space"], words),
    }
    moved = {
        binding.id: ROUND[binding.key.split(",")[0]]
        for _, _, binding in every_binding()
        if binding.id and binding.key.split(",")[0] in ROUND
    }
    usual, other = (Desk(tmp_path / name, library) for name in ("usual", "moved"))
    usual.choose()
    write_settings(other.settings, Settings(country=Country.NL, language=Language.NL, keys=moved))
    before = [place async for place in walk_through(usual, Person)]
    after = [place async for place in walk_through(other, Mover)]
    assert read_keymap(moved, OnlineSafeApp).problems == ()
    assert sum(sum(named.values()) for _, named in before) > 500
    assert [name for name, _ in before] == [name for name, _ in after]
    for (name, named), (_, now) in zip(before, after, strict=True):
        expected: Counter[str] = Counter()
        for key, times in named.items():
            expected[called[key]] += times
        assert now == expected, name


async def test_a_key_that_shows_everything_is_named_as_it_is_now(desk: Desk) -> None:
    with_keys(desk, page_everything="f7")
    async with desk.sit_down() as person:
        person.app.post_message(Read(Kind.LAW, "erasure"))
        await person.pause()
        assert "Met F7 zie je alles." in person.page


def test_texts_name_the_keys_that_there_are() -> None:
    usual = {binding.id: binding.key for _, _, binding in every_binding() if binding.id}
    for file in content_folder().rglob("*.md"):
        for said, id in re.findall(r"\[([^]]*)\]\(key:([^)]*)\)", file.read_text(encoding="utf-8")):
            names = {key_name(key, Words(Language.NL)) for key in usual[id].split(",")}
            assert said in names or usual[id] == "space", (file.name, said)


def test_no_text_names_a_key_that_could_be_moved() -> None:
    named = re.compile(r"\bF(?:[1-9]|10)\b|\^[A-Z]\b|\bCtrl\+|\bspace bar\b|\bspatiebalk\b")
    for file in content_folder().rglob("*.md"):
        bare = re.sub(r"\[[^]]*\]\(key:[^)]*\)", "", file.read_text(encoding="utf-8"))
        assert not named.findall(bare), f"{file.name}: write it as [F8](key:app.cover)"


async def test_two_keys_can_change_places(desk: Desk) -> None:
    with_keys(desk, app_help="f3", app_contacts="f1")
    async with desk.sit_down() as person:
        await person.press("f3")
        assert person.is_at(HelpScreen)
        await person.press("escape")
        assert " F3 Hulp " in person.lines[-1]
        assert person.is_at(HomeScreen)
    assert read_settings(desk.settings).keys == {"app.help": "f3", "app.contacts": "f1"}


@pytest.mark.parametrize(
    ("id", "key", "said"),
    [
        ("app.hulp", "f7", "app.hulp: zo heet niets."),
        ("app.help", "f12", "niet elke terminal geeft f12 door"),
        ("app.help", "alt+h", "niet elke terminal geeft alt+h door"),
        ("app.help", "h", "h is nodig om te schrijven of te kiezen"),
        ("app.help", "enter", "enter is nodig om te schrijven of te kiezen"),
        ("app.help", "ctrl+c", "ctrl+c is nodig om te schrijven of te kiezen"),
        ("app.help", "f3", "f3 doet daar al iets anders (app.contacts)"),
        ("app.help", "ctrl+n", "ctrl+n doet daar al iets anders"),
        ("[/b]\x1b[31m", "f7", "[/b]"),
    ],
)
async def test_a_key_that_cannot_be_says_why_and_stays_the_usual_one(desk: Desk, id: str, key: str, said: str) -> None:
    write_settings(desk.settings, Settings(country=Country.NL, language=Language.NL, keys={id: key}))
    async with desk.sit_down() as person:
        await person.press("f1")
        assert person.is_at(HelpScreen)
        assert said in person.page


def test_of_two_things_on_one_key_the_last_stays_where_it_was() -> None:
    found = read_keymap({"app.help": "f7", "app.save": "f7", "step.all": "f1"}, OnlineSafeApp)
    assert found.keys == {"app.help": "f7", "step.all": "f1"}
    assert len(found.problems) == 1


def test_without_a_wish_nothing_is_loaded_for_it() -> None:
    assert read_keymap({}, OnlineSafeApp).keys == {}


def test_moving_works_on_screens_of_their_own() -> None:
    found = read_keymap({"due.calendar": "f7", "step.all": "f9"}, OnlineSafeApp)
    # F9 starts an exercise over, everywhere.
    assert found.keys == {"due.calendar": "f7"}
    assert found.usual == {"due.calendar": "ctrl+s"}
