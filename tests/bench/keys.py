"""From a key to the screen."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.searching import Searching
from tests.bench.measuring import Effort, Figure, middle, p95, worked
from tests.bench.process import Process, floor, home, ours

_ON: Final = "\x0e"
_BACK: Final = "\x02"
_F8: Final = "\x1b[19~"
_LETTERS: Final = "ZQX"
"""Letters that no escape code ends with, so that they are only sent where they are drawn."""

_QUERIES: Final = (
    "klacht indienen bij de politie",
    "schermafbeeling",
    "whatsap melden",
    "onvindbaarwoord",
    "de een het van",
    "doxxing adres",
    "xhermafbelding",
    "foto's en video's van mij",
)
"""What is typed letter by letter: common words, typos, compounds, and what is nowhere."""


def steps(effort: Effort) -> Iterator[Figure]:
    """Measure going from step to step, against mounting each anew, and against a key that changes one line.

    They take turns, so that a machine that is busy for a moment is so for all of them.
    """
    library = Library(content_folder())
    titles = [library.page(Kind.STEP, step, Language.NL).title for step in ("report", "screenshot")]
    own, remounted, changed = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        environ = home(Path(folder))
        with (
            Process(ours("demo"), environ) as walking,
            Process(floor("remounting"), environ) as remounting,
            Process(floor("changing"), environ) as changing,
        ):
            in_steps(walking)
            remounting.until("Heading of step 0")
            changing.until("ready")
            for number, key, title in zip(range(effort.keys), cycle((_ON, _BACK)), cycle(titles), strict=False):
                own.append(walking.press(key, title))
                changed.append(changing.press("n", "of many"))
                remounted.append(remounting.press(_ON, f"Heading of step {number + 1} "))
                remounting.settle(0.2)
                walking.settle(0.05)
    yield Figure("step switch p95, of mounting it anew", p95(own), 1 / 15, p95(remounted))
    yield Figure("step switch p95, of one line changed", p95(own), 10, p95(changed))


def letters(effort: Effort) -> Iterator[Figure]:
    """Measure a letter in a note, against one in a bare field; in turns too."""
    own, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        environ = home(Path(folder))
        with Process(ours("demo"), environ) as noting, Process(floor("note"), environ) as alone:
            in_steps(noting)
            noting.walk(["\t"])
            alone.until("ready")
            alone.settle(0.5)
            for _, letter in zip(range(effort.keys), cycle(_LETTERS), strict=False):
                own.append(_typed(noting, letter))
                bare.append(_typed(alone, letter))
    yield Figure("a letter in a note p95", p95(own), 1.5, p95(bare))


def hiding(effort: Effort) -> Iterator[Figure]:
    """Measure hiding everything, until the last line of the screen is empty."""
    taken = []
    with tempfile.TemporaryDirectory() as folder, Process(ours("demo"), home(Path(folder))) as process:
        in_steps(process)
        for _ in range(max(effort.keys // 10, 3)):
            taken.append(process.press(_F8, "\x1b[30;1H\x1b[2K"))
            process.settle(1.2)
            process.walk([_F8])
    yield Figure("quick hide p95", p95(taken), 50)


def search(effort: Effort) -> Iterator[Figure]:
    """Measure finding what fits a letter more, over all content; our own work alone."""
    searching = Searching(Library(content_folder()))
    searching.read()
    typed = [query[:length] for query in _QUERIES for length in range(1, len(query) + 1)]
    taken = []
    for _ in range(min(effort.runs, 3)):
        taken.append(p95(_each(searching, typed)))
    yield Figure("search, per letter p95", middle(taken), 16)


def in_steps(process: Process) -> None:
    """Go on with the incident of an exercise, at its step about screenshots."""
    process.until("Verder met")
    process.walk(["1"])
    process.settle(0.5)


def _typed(process: Process, letter: str) -> float:
    return process.press_until(letter, partial(_holds, letter.encode()))


def _holds(letter: bytes, seen: bytes) -> bool:
    return letter in seen


def _each(searching: Searching, typed: Iterable[str]) -> Iterator[float]:
    for text in typed:
        yield worked(partial(searching.find, text, Language.NL, Country.NL))
