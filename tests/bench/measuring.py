"""What a figure is, how it is held against its floor, and how it is printed."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

GROSS: Final = 4.0
"""How many times its target a figure may be before it counts as broken: machines that run tests are shared and slow."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    name: str
    ours: float
    target: float | None
    """What it should be at most: times the floor, or in `unit` when there is no floor; None when it is not ours."""

    floor: float | None = None
    """The least that is possible, measured in the same run; None when there is nothing to compare with."""

    unit: str = "ms"

    @property
    def held(self) -> float:
        """What the target is about: the ratio, or the figure itself."""
        return self.ours if self.floor is None else self.ours / self.floor

    @property
    def is_met(self) -> bool:
        """Whether it is within its target."""
        return self.target is None or self.held <= self.target

    @property
    def is_broken(self) -> bool:
        """Whether it is so far from its target that something must have gone wrong."""
        return self.target is not None and self.held > self.target * GROSS


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured."""

    runs: int
    """How often a whole process is started; the middle one counts."""

    keys: int
    """How many keys are pressed in one process."""

    incidents: int
    """How many incidents stand for ten thousand."""

    passphrases: int
    """How often a vault is opened for real, which takes seconds."""

    seconds: float
    """How long nothing is done, to see what that costs."""


FULL: Final = Effort(runs=9, keys=60, incidents=10_000, passphrases=5, seconds=10)
QUICK: Final = Effort(runs=3, keys=12, incidents=300, passphrases=1, seconds=1)

Measure = Callable[[Effort], Iterator[Figure]]
"""Measures some figures that belong together."""

HEAD: Final = f"{'figure':<46} {'ours':>9} {'floor':>9} {'':<6} {'ratio':>7} {'target':>7}"


def machine(effort: Effort) -> str:
    """Say where and how often it was measured."""
    system, load = f"{platform.system()} {platform.machine()}", os.getloadavg()[0]
    return (
        f"{system}, {os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}; "
        f"{effort.runs} runs, {effort.keys} keys, {effort.incidents} incidents"
    )


def line(figure: Figure) -> str:
    """Return a figure as a line of the table."""
    floor, ratio = ("–", "–") if figure.floor is None else (f"{figure.floor:.2f}", f"{figure.held:.2f}")
    target = "–" if figure.target is None else f"{figure.target:.2f}"
    verdict = "" if figure.is_met else "  over"
    return f"{figure.name:<46} {figure.ours:>9.2f} {floor:>9} {figure.unit:<6} {ratio:>7} {target:>7}{verdict}"


def p95(values: Iterable[float]) -> float:
    """Return what nineteen in twenty stay under."""
    return statistics.quantiles(values, n=20)[-1]


def middle(values: Sequence[float]) -> float:
    """Return the middle value."""
    return statistics.median(values)


def worked(work: Callable[[], object]) -> float:
    """Return how many ms of a processor something takes, however busy the machine is with other things."""
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1000


def timed(work: Callable[[], object]) -> float:
    """Return how many ms something takes."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000
