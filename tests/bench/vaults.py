"""Saving, listing and opening."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from typing import Final
from unittest.mock import patch

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.store.index import Index
from onlinesafe_tui.store.layout import Layout, incident_in
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.passphrase import ScryptSealer
from onlinesafe_tui.store.vault import Vault
from onlinesafe_tui.tui.app import OnlineSafeApp
from onlinesafe_tui.tui.screens.incidents import IncidentsScreen
from tests.bench.measuring import Effort, Figure, middle, p95, timed
from tests.bench.process import Process, floor
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident
from tests.tui.desk import Desk, FixedClock

_ALL: Final = "4"
"""The row of the first screen with all incidents, after the latest three."""

_PAGE_DOWN: Final = "\x1b[6~"
_PAGE_UP: Final = "\x1b[5~"
_FEW: Final = 10
_MANY: Final = 1_000
"""Incidents up to which a list costs no more than the screen that it stands on."""


def fill(folder: Path, count: int) -> None:
    """Make a vault with this many incidents, without waiting for the disk each time."""
    with patch("os.fsync"), create_vault(folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        for number in range(count):
            vault.save(incident(number + 1, changed=NOW + timedelta(seconds=number)))


def saving(effort: Effort) -> Iterator[Figure]:
    """Measure the save of one answer, against writing the same bytes as safely, and in a full vault."""
    with tempfile.TemporaryDirectory() as folder, filled(folder, _FEW) as few, filled(folder, effort.incidents) as many:
        own: list[float] = []
        bare: list[float] = []
        full: list[float] = []
        path = incident_in(Layout(Path(folder) / str(_FEW)).incident_folder(incident(1).id))
        answers = [incident(1).note(Step.TALK, f"Antwoord {number}") for number in range(effort.keys * 3)]
        few.save(answers[0])
        many.save(answers[0])
        size = path.stat().st_size
        for answer in answers[1:]:
            own.append(timed(lambda answer=answer: few.save(answer)))  # type: ignore[misc]
            bare.append(timed(lambda: _written(Path(folder) / "bare", os.urandom(size))))
            full.append(timed(lambda answer=answer: many.save(answer)))  # type: ignore[misc]
    yield Figure("save of one answer p95", p95(own), 2, p95(bare))
    yield Figure(f"the same with {effort.incidents:,} incidents", p95(full), 1.2, p95(own))


def listing(effort: Effort) -> Iterator[Figure]:
    """Measure showing the list of all incidents, against opening and parsing the index alone, and moving in it."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        desk.choose()
        count = max(effort.incidents, _MANY)
        fill(desk.vault, count)
        with unlock_vault(desk.vault, PASSPHRASE, QuickSealer(), read_only=True) as vault:
            key = vault._inside.index._key
        parsed = [timed(lambda: Index(Layout(desk.vault), key).read()) for _ in range(effort.runs)]
        listed = asyncio.run(_listed(desk, effort.runs))
        moved, changed = _moved(desk, effort.keys)
    # Opening the index of few incidents takes less than any screen does.
    yield Figure(f"list {count:,} incidents, on screen", middle(listed), 3 if count > _MANY else None, middle(parsed))
    yield Figure("another page of it p95, of one line changed", p95(moved), 10, p95(changed))


def unlocking(effort: Effort) -> Iterator[Figure]:
    """Measure opening a vault with a real passphrase beyond scrypt itself, and the longest wait of a key meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "vault"
        create_vault(path, PASSPHRASE, ScryptSealer(), NOW).close()
        sealed = Layout(path).identity.read_bytes()
        beyond, longest = [], []
        for _ in range(effort.passphrases):
            alone = timed(lambda: ScryptSealer().open(sealed, PASSPHRASE))
            keeper = Keeper(FixedClock(), folder=path)
            whole, gap = asyncio.run(_unlocked(keeper))
            keeper.close()
            beyond.append(whole - alone)
            longest.append(gap)
    yield Figure("unlock, beyond scrypt in a child", middle(beyond), 200)
    yield Figure("unlock, longest wait of a key", max(longest), 50)


@contextmanager
def filled(folder: str, count: int) -> Iterator[Vault]:
    """Make a vault with this many incidents, and open it."""
    path = Path(folder) / str(count)
    fill(path, count)
    with unlock_vault(path, PASSPHRASE, QuickSealer()) as vault:
        yield vault


def _written(path: Path, data: bytes) -> None:
    """Write a file so that it is whole after a power cut: the least that any save has to do."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    handle = os.open(path.parent, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def _moved(desk: Desk, keys: int) -> tuple[list[float], list[float]]:
    """Return the ms from a key to another page of the list, and those to one line that is changed, in turns."""
    moved, changed = [], []
    with (
        Process([sys.executable, "-m", "tests.bench.opened", str(desk.folder)]) as listing,
        Process(floor("changing")) as changing,
    ):
        listing.until("Alle incidenten")
        listing.press(_ALL, "Wat je bewaarde")
        changing.until("ready")
        for _, key in zip(range(keys), cycle((_PAGE_DOWN, _PAGE_UP)), strict=False):
            moved.append(listing.press(key))
            changed.append(changing.press("n"))
    return moved, changed


async def _listed(desk: Desk, runs: int) -> list[float]:
    workspace = desk.workspace()
    workspace.keeper.unlock(PASSPHRASE)
    listed = []
    app = OnlineSafeApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for _ in range(runs):
            begin = time.perf_counter()
            await app.push_screen(IncidentsScreen(workspace))
            drawn = asyncio.Event()
            app.call_after_refresh(drawn.set)
            await drawn.wait()
            listed.append((time.perf_counter() - begin) * 1000)
            app.pop_screen()
            await pilot.pause()
    workspace.keeper.close()
    return listed


async def _unlocked(keeper: Keeper) -> tuple[float, float]:
    """Open a vault on a thread, as the screen does; return how long it took, and how long nothing else could happen."""
    longest = 0.0
    begin = time.perf_counter()
    opening = asyncio.create_task(asyncio.to_thread(keeper.unlock, PASSPHRASE))
    while not opening.done():
        before = time.perf_counter()
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(opening), 0.005)
        longest = max(longest, time.perf_counter() - before - 0.005)
    await opening
    return (time.perf_counter() - begin) * 1000, longest * 1000


def with_answers(count: int) -> Incident:
    """Return an incident with this many captured items, as full as somebody would fill them."""
    from onlinesafe_tui.domain.evidence import Fact

    told = incident()
    for number in range(count):
        item = told.new_evidence(NOW)
        for fact in Fact:
            item = item.tell(fact, f"Wat er over {fact.value} te zeggen is bij nummer {number}")
        told = told.keep(item)
    return replace(told, known_on=NOW.date())
