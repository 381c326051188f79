"""Starting, staying and leaving."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.measuring import Effort, Figure, middle
from tests.bench.process import Process, floor, home, ours
from tests.bench.vaults import fill

_HOME: Final = "Wat is er aan de hand"
_F10: Final = "\x1b[21~"
_VISITS: Final = (
    ("\x1bOP", "\x1b"),  # help
    ("\x1bOR", "\r", "\x1b", "\x1b"),  # who to call, and a page of it
    ("\x10", "d", "o", "x", "\x1b"),  # search, with all texts read
    ("\x1b[17~", "1", "\x1b[B", "\r", " ", "\r", *["\r"] * 6),  # an incident, and its eight questions
    ("\x0e",) * 6,  # its steps
    ("\x1b[18~", "\x1b"),  # all steps
    ("\x1bOS", "\x1b"),  # texts to copy
    ("\x0c", "\x1b"),  # the answers
    ("\x1b[17~", "6", "1", "\x1b", "2", "\x1b", "3", "\x1b", "4", "\x1b", "5", "\x1b", "6", "\x1b"),  # prevention
    ("\x1b[17~", "8", "\x1b"),  # country and language
)
"""The keys that lead past the screens, as somebody goes who begins an incident and looks around."""


def first_words(effort: Effort) -> Iterator[Figure]:
    """Measure when the first words stand there, and when the first useful screen does."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as full:
        environ, with_vault = home(Path(folder)), home(Path(full))
        fill(Path(full) / "vault", effort.incidents // 10)
        words, floor_words, fresh, filled, floor_ready = [], [], [], [], []
        for _ in range(effort.runs):
            with Process(floor("empty"), environ) as process:
                first, ready = process.until("ready")
                floor_words.append(first)
                floor_ready.append(ready)
            with Process(ours(), environ) as process:
                words.append(process.until("gevaar?")[1])
                fresh.append(process.until(_HOME)[1])
            with Process(ours(), with_vault) as process:
                filled.append(process.until(_HOME)[1])
    yield Figure("first words: who to call", middle(words), 0.1, middle(floor_words))
    yield Figure("first useful screen, fresh", middle(fresh), 1.15, middle(floor_ready))
    count = f"{effort.incidents // 10:,} incidents"
    yield Figure(f"first useful screen, {count}", middle(filled), 1.15, middle(floor_ready))


def memory(effort: Effort) -> Iterator[Figure]:
    """Measure what is held on the first screen, and after a walk past the screens."""
    with tempfile.TemporaryDirectory() as folder:
        environ = home(Path(folder))
        with Process(floor("empty"), environ) as process:
            process.until("ready")
            process.settle(1)
            least = process.memory
        with Process(ours(), environ) as process:
            process.until(_HOME)
            process.settle(1)
            at_first = process.memory
        with Process(ours(), environ) as process:
            process.until(_HOME)
            for visit in _VISITS:
                process.walk(visit)
            after = process.memory
    yield Figure("memory, first screen", at_first, 1.25, least, unit="MB")
    yield Figure("memory, after every screen", after, 1.6, least, unit="MB")


def leaving(effort: Effort) -> Iterator[Figure]:
    """Measure from the key that ends the program until its process is gone."""
    own, least = [], []
    with tempfile.TemporaryDirectory() as folder:
        environ = home(Path(folder))
        for _ in range(effort.runs):
            with Process(floor("empty"), environ) as process:
                process.until("ready")
                least.append(process.leave("\x11"))
            with Process(ours(), environ) as process:
                process.until(_HOME)
                own.append(process.leave(_F10))
    yield Figure("leaving", middle(own), 0.25, middle(least))


def idle(effort: Effort) -> Iterator[Figure]:
    """Measure what it costs to do nothing."""
    with tempfile.TemporaryDirectory() as folder, Process(ours(), home(Path(folder))) as process:
        process.until(_HOME)
        process.settle(1)
        worked, written = process.worked, process.written
        time.sleep(effort.seconds)
        share = 100 * (process.worked - worked) / effort.seconds
        yield Figure("idle, of a core", share, 1, unit="%")
        yield Figure("idle, written", process.written - written, 0, unit="bytes")
