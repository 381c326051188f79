"""Locking: the keys go, the screen is empty, and the passphrase leads on to where one was."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import WrongPassphrase
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.store.opening import unlock_vault
from onlinesafe_tui.tui import guarded, locking
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.lock import LockScreen
from onlinesafe_tui.tui.screens.prevention.rounds import RoundsScreen
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.tui.desk import Desk, FixedClock
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told
from tests.tui.test_passphrase import SlowSealer

NEW = "vijf andere woorden om te houden"
INCIDENT = told(THREAT_ON_YOUTUBE, Step.TALK)


def is_empty(person: Person) -> bool:
    """Whether nothing of the program can be seen."""
    return person.app.is_covered


async def lock(person: Person) -> None:
    """Lock with the key, and wait until the keys of the vault are gone."""
    await person.press("ctrl+o")
    await person.until(lambda: person.workspace.keeper.vault is None)


async def come_back(person: Person, key: str = "space") -> None:
    """Press a key a while later."""
    person.app._pressed_at -= guarded.HELD
    await person.press(key)


async def type_passphrase(person: Person) -> None:
    await person.write(PASSPHRASE)
    await person.press("enter")
    await person.until(lambda: person.workspace.keeper.state is Keeping.SEALED)
    await person.until(lambda: not person.is_at(LockScreen))


def leave_alone(person: Person, minutes: float) -> None:
    """Let this many minutes go by without a key."""
    awake, then = person.app._touched_at
    person.app._touched_at = (awake, then - timedelta(minutes=minutes))
    person.app.lock_when_idle()


async def test_it_leads_on_to_the_same_place_with_what_was_half_typed(desk: Desk) -> None:
    desk.keep(INCIDENT)
    async with desk.sit_down(INCIDENT, is_open=True) as person:
        await person.fill("note", "Halverwege een zi")
        before = person.screen
        await lock(person)
        assert is_empty(person)
        assert person.workspace.keeper.state is Keeping.LOCKED
        assert desk.look().notes[Step.TALK] == "Halverwege een zi"
        await come_back(person)
        assert person.is_at(LockScreen)
        assert "Halverwege" not in person.read
        await type_passphrase(person)
        assert person.screen is before
        await person.focus("note")
        await person.write("n.")
        await person.press("f10")
        await person.until(lambda: person.is_gone)
    assert desk.look().notes[Step.TALK] == "Halverwege een zin."


async def test_a_wrong_passphrase_leaves_it_locked(desk: Desk) -> None:
    desk.keep(INCIDENT)
    async with desk.sit_down(INCIDENT, is_open=True) as person:
        await lock(person)
        await come_back(person)
        await person.write("not this one at all")
        await person.press("enter")
        await person.until(lambda: person.label(WrongPassphrase.title) in person.read)
        await person.press("f5", "ctrl+o", "ctrl+n")
        assert person.is_at(LockScreen)
        assert person.workspace.keeper.state is Keeping.LOCKED


async def test_who_lost_the_passphrase_is_not_kept_from_help(desk: Desk) -> None:
    desk.keep(INCIDENT)
    async with desk.sit_down(INCIDENT, is_open=True) as person:
        await lock(person)
        await come_back(person)
        await person.press("f3", "escape")
        assert person.is_at(LockScreen)
        await person.press("escape")
        assert person.is_at(HomeScreen)
        assert f"incident:{INCIDENT.id}" not in person.row_ids
        await person.start(THREAT_ON_YOUTUBE)
        assert person.label("Not saved yet: {key}", key="F5") in person.lines[0]
        assert person.incident.id != INCIDENT.id


async def test_after_five_minutes_without_a_key_it_locks_by_itself(desk: Desk) -> None:
    desk.keep(INCIDENT)
    async with desk.sit_down(INCIDENT, is_open=True) as person:
        leave_alone(person, 4.9)
        await person.pause()
        assert not is_empty(person)
        await person.press("down")
        leave_alone(person, 4.9)
        await person.pause()
        assert not is_empty(person)
        leave_alone(person, 5.1)
        await person.until(lambda: person.workspace.keeper.vault is None)
        assert is_empty(person)
        await come_back(person, "down")
        assert person.is_at(LockScreen)


class ChangedClock(FixedClock):
    """A clock that somebody sets, or that goes on while the computer sleeps."""

    def __init__(self) -> None:
        self.change = timedelta()

    def now(self) -> datetime:
        return super().now() + self.change


@pytest.fixture
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look whether somebody is there fifty times a second."""
    monkeypatch.setattr(locking, "_LOOK_EVERY", 0.02)


@pytest.mark.usefixtures("looks_often")
async def test_it_looks_at_the_time_by_itself_also_when_it_slept(desk: Desk) -> None:
    desk.keep(INCIDENT)
    workspace = desk.workspace()
    workspace.clock = clock = ChangedClock()
    async with desk.sit_down(INCIDENT, workspace=workspace, is_open=True) as person:
        clock.change = timedelta(minutes=4)
        await asyncio.sleep(0.1)
        await person.pause()
        assert not is_empty(person)
        clock.change = timedelta(hours=8)
        await person.until(lambda: person.workspace.keeper.vault is None)
        assert is_empty(person)


@pytest.mark.usefixtures("looks_often")
async def test_a_clock_that_is_set_back_does_not_keep_it_open(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "_MINUTE", 0.05)
    desk.keep(INCIDENT)
    workspace = desk.workspace()
    workspace.clock = clock = ChangedClock()
    async with desk.sit_down(INCIDENT, workspace=workspace, is_open=True) as person:
        clock.change = timedelta(days=-1)
        await person.until(lambda: person.workspace.keeper.vault is None)
        assert is_empty(person)


async def test_the_key_that_wakes_the_computer_shows_nothing_and_does_nothing(desk: Desk) -> None:
    desk.keep(INCIDENT)
    workspace = desk.workspace()
    workspace.clock = clock = ChangedClock()
    async with desk.sit_down(INCIDENT, workspace=workspace, is_open=True) as person:
        await person.focus("note")
        clock.change = timedelta(hours=8)
        await person.write("x")
        assert is_empty(person)
        await person.until(lambda: person.workspace.keeper.vault is None)
        assert is_empty(person)
        await come_back(person)
        assert person.is_at(LockScreen)
    assert not desk.look().notes


async def test_never_means_never_and_an_exercise_does_not_lock(desk: Desk) -> None:
    desk.keep(INCIDENT)
    async with desk.sit_down(INCIDENT, is_open=True) as person:
        person.workspace.choose(lock_after=0)
        leave_alone(person, 1000)
        await person.pause()
        assert person.workspace.keeper.state is Keeping.SEALED
    async with desk.sit_down(workspace=desk.practice()) as person:
        person.workspace.choose(lock_after=10)
        await person.press("1", "ctrl+o")
        leave_alone(person, 1000)
        await person.pause()
        assert not is_empty(person)
        assert person.is_at(GuideScreen)


async def test_what_was_hidden_on_purpose_comes_back_only_with_its_own_key(desk: Desk) -> None:
    desk.keep(INCIDENT)
    async with desk.sit_down(INCIDENT, is_open=True) as person:
        await person.press("f8")
        leave_alone(person, 6)
        await person.until(lambda: person.workspace.keeper.vault is None)
        await come_back(person)
        assert is_empty(person)
        await come_back(person, "f8")
        assert person.is_at(LockScreen)


async def test_while_it_is_locked_the_language_can_change_and_one_can_stop(desk: Desk) -> None:
    desk.keep(INCIDENT)
    async with desk.sit_down(is_open=True) as person:
        await person.choose("prevention")
        await person.choose("rounds")
        await lock(person)
        await come_back(person)
        await person.press("f2", "f2")
        await type_passphrase(person)
        assert person.is_at(RoundsScreen)
        await lock(person)
        await person.press("f10")
        await person.until(lambda: person.is_gone)
        assert person.app.return_code == 0


@pytest.mark.parametrize("key", ["f1", "ctrl+p", "f3"])
async def test_it_locks_from_what_lies_on_top_too(desk: Desk, key: str) -> None:
    desk.keep(INCIDENT)
    async with desk.sit_down(INCIDENT, is_open=True) as person:
        await person.press(key)
        before = person.screen
        await lock(person)
        await come_back(person)
        await type_passphrase(person)
        assert person.screen is before


async def test_what_another_window_wrote_while_it_was_locked_is_not_overwritten(desk: Desk) -> None:
    desk.keep(INCIDENT)
    async with desk.sit_down(INCIDENT, is_open=True) as person:
        await person.fill("note", "van hier")
        await lock(person)
        other = desk.keeper()
        other.unlock(PASSPHRASE)
        other.save(other.load(INCIDENT.id).note(Step.TALK, "van daar"))
        other.close()
        await come_back(person)
        await type_passphrase(person)
        await person.until(lambda: person.is_at(GuideScreen))
        assert person.field("note") == "van daar"
        await person.press("f10")
        await person.until(lambda: person.is_gone)
    assert desk.look().notes[Step.TALK] == "van daar"


async def test_a_change_of_the_passphrase_is_finished_before_it_locks_or_stops(
    tmp_path: Path, library: Library
) -> None:
    sealer = SlowSealer()
    desk = Desk(tmp_path, library, sealer)
    desk.choose()
    sealer.may_go_on.set()
    desk.keep(INCIDENT)
    async with desk.sit_down(is_open=True) as person:
        sealer.may_go_on.clear()
        await person.choose("vault")
        await person.choose("change")
        for typed in (PASSPHRASE, NEW, NEW):
            await person.write(typed)
            await person.press("enter")
        await person.press("ctrl+o")
        assert is_empty(person)
        await person.pause()
        assert person.workspace.keeper.state is Keeping.SEALED
        sealer.may_go_on.set()
        await person.until(lambda: person.workspace.keeper.vault is None)
        assert person.app.return_code is None
    with unlock_vault(desk.vault, NEW, QuickSealer(), read_only=True) as vault:
        assert len(vault.summaries()) == 1
