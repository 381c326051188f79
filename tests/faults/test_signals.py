"""The computer asks the program to stop while somebody types, wherever that is: what was typed is on the disk."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from onlinesafe_tui.domain.agreements import OWN
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.prevention import Extent
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.plain.walk import walk
from onlinesafe_tui.services.ending import told_to_end
from onlinesafe_tui.settings import Settings
from onlinesafe_tui.store.opening import create_vault
from tests.faults.test_clock import workspace_at
from tests.plain.laptop import Laptop
from tests.plain.person import Person as Talker
from tests.plain.person import Reply, pick
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows knows no such signals between programs")

TYPED = "Hij zei dat hij mijn str"
INCIDENT = told(THREAT_ON_YOUTUBE, Step.TALK)


@dataclass(frozen=True)
class Spot:
    """Somewhere where somebody types on the full screen."""

    rows: tuple[str, ...]
    field: str
    kept: Callable[[Desk], list[str]]


def notes(desk: Desk) -> list[str]:
    return list(desk.look().notes.values())


def facts(desk: Desk) -> list[str]:
    return [text for item in desk.look().evidence for text in item.facts.values()]


def round_notes(desk: Desk) -> list[str]:
    return [note for round in desk.look_workbook().rounds for note in round.notes.values()]


def owners(desk: Desk) -> list[str]:
    return [found.owner for scan in desk.look_workbook().scans for found in scan.findings.values()]


def own_words(desk: Desk) -> list[str]:
    return [text for sheet in desk.look_workbook().sheets for text in sheet.texts.values()]


def blanks(desk: Desk) -> list[str]:
    return [str(sheet) for sheet in desk.look_workbook().sheets]


AT_INCIDENT = f"incident:{INCIDENT.id}"
SPOTS = {
    "a note": Spot((AT_INCIDENT,), "note", notes),
    "the note of a round": Spot(("prevention", "rounds", f"go:{Extent.FULL}"), "note", round_notes),
    "a finding": Spot(("prevention", "policy", "begin", "partly"), "owner", owners),
    "own words": Spot(("prevention", "agreements", "new:client", "point:tone", OWN), "own", own_words),
    "a blank": Spot(("prevention", "agreements", "new:client", "point:hours", "working-hours"), "blank-0", blanks),
}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(content_folder())


@pytest.fixture
def desk(quick: Path, library: Library) -> Desk:
    """A laptop on which one incident is kept."""
    desk = Desk(quick, library)
    desk.choose()
    desk.keep(INCIDENT)
    return desk


@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("name", SPOTS)
async def test_on_the_full_screen_half_a_word_is_kept(name: str, how: str, desk: Desk) -> None:
    spot = SPOTS[name]
    async with desk.sit_down(is_open=True) as person:
        for row in spot.rows:
            await person.choose(row)
        await person.fill(spot.field, TYPED)
        signal.raise_signal(getattr(signal, how))
        await person.until(lambda: person.is_gone)
    assert any(TYPED in text for text in spot.kept(desk))


async def test_half_a_fact_of_what_was_seen_is_kept(desk: Desk) -> None:
    desk.vault.rename(desk.folder / "other")
    incident = told(THREAT_ON_YOUTUBE, Step.SCREENSHOT)
    desk.keep(incident)
    async with desk.sit_down(incident, is_open=True) as person:
        await person.choose("evidence:new")
        await person.fill("fact-what", TYPED)
        signal.raise_signal(signal.SIGTERM)
        await person.until(lambda: person.is_gone)
    assert TYPED in facts(desk)


async def test_a_signal_while_nothing_was_kept_yet_makes_no_vault(quick: Path, library: Library) -> None:
    desk = Desk(quick, library)
    desk.choose()
    async with desk.sit_down(INCIDENT) as person:
        await person.fill("note", TYPED)
        signal.raise_signal(signal.SIGTERM)
        await person.until(lambda: person.is_gone)
    assert not desk.files()


class Stopped(Talker):
    """Somebody whose computer stops the program in place of an answer."""

    def ask(self, prompt: str) -> str:
        reply = super().ask(prompt)
        if reply.startswith("SIG"):
            signal.raise_signal(getattr(signal, reply))
            raise AssertionError("the program went on")
        return reply


TALKS: dict[str, tuple[list[Reply], Callable[[Desk], list[str]]]] = {
    "a note": ([pick("Go on with: "), pick("Write a note")], notes),
    "the note of a round": (
        [pick("Prevention"), pick("My own round"), pick("Begin the round"), pick("Write a note")],
        round_notes,
    ),
    "a finding": ([pick("Prevention"), pick("Policy"), pick("Begin the scan"), pick("Partly")], owners),
    "own words": (
        [
            pick("Prevention"),
            pick("Agreements"),
            pick("New sheet for a client"),
            pick("on the sheet: "),
            pick("In your own words"),
        ],
        own_words,
    ),
}
"""Where somebody types with questions and answers: the way there, and what is kept of it."""


@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("name", TALKS)
def test_with_questions_and_answers_the_last_line_is_kept(name: str, how: str, desk: Desk, library: Library) -> None:
    way, kept = TALKS[name]
    laptop = Laptop(desk.folder, library, Settings(language=Language.EN, country=Country.NL))
    person = Stopped([pick("Go on with what I saved"), PASSPHRASE, *way, TYPED, how])
    workspace = laptop.workspace()
    with told_to_end(workspace.keeper.flush) as ending:
        walk(workspace, ask=ending.asking(person.ask), ask_secret=person.ask, tell=ending.telling(person.tell))
    workspace.keeper.close()
    assert any(TYPED in text for text in kept(desk))
    assert person.told[-2] == "Everything is saved. Next time you go on where you were."


@pytest.fixture
def opened(quick: Path) -> Path:
    """A vault with nothing in it."""
    create_vault(quick / "vault", PASSPHRASE, QuickSealer(), NOW).close()
    return quick / "vault"


@pytest.mark.parametrize(
    ("passed", "is_locked"),
    [(timedelta(minutes=-90), False), (timedelta(minutes=1), False), (timedelta(hours=8), True)],
    ids=["clock set back", "a minute", "slept"],
)
async def test_a_computer_that_slept_is_locked_and_a_clock_that_is_set_back_locks_nothing(
    passed: timedelta, is_locked: bool, opened: Path, library: Library
) -> None:
    workspace = workspace_at(NOW, opened, library)
    workspace.keeper.unlock(PASSPHRASE)
    async with Desk(opened.parent, library).sit_down(workspace=workspace) as person:
        workspace.clock.moment = NOW + passed  # type: ignore[attr-defined]
        person.app.lock_when_idle()
        await person.until(partial(_is, person, is_locked=is_locked))
        assert (workspace.keeper.vault is None) == is_locked


def _is(person: Person, *, is_locked: bool) -> bool:
    return person.app.is_locked == is_locked
