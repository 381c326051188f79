"""Prints figures as ratios to a floor measured in the same run: `python -m tests.bench [NAME…]`."""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import pexpect

from onlinesafe_tui.domain.facets import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.check import check_content
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.library.search.lines import Entry, entry_of
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.searching import Searching

RUNS: Final = 7
"""How often each side is measured; the middle value counts."""

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

_EMPTY: Final = """
from textual.app import App
from textual.widgets import Footer, Static
class Empty(App):
    def compose(self):
        yield Static("ready")
        yield Footer()
Empty().run()
"""


def first_screen() -> tuple[float, float]:
    """Measure from start to the first useful screen, in ms, against an empty Textual program."""
    ours, floor = [], []
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "settings.json"
        settings.write_text('{"language":"nl","country":"nl"}')
        environ = {"ONLINESAFE_SETTINGS": str(settings), "ONLINESAFE_VAULT": f"{folder}/vault"}
        for _ in range(RUNS):
            floor.append(_until("ready", ["-c", _EMPTY], {}))
            ours.append(_until("Wat is er aan de hand", ["-m", "onlinesafe_tui"], environ))
    return statistics.median(ours), statistics.median(floor)


def check_200_files() -> tuple[float, float]:
    """Measure checking 200 content files, in ms, against reading their bytes."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "content"
        shutil.copytree(content_folder(), copy)
        laws = sorted((copy / "laws").glob("*.md"))
        number = 0
        while len(list(copy.rglob("*.md"))) < 200:
            shutil.copy(laws[number % len(laws)], copy / "laws" / f"copy-{number}.md")
            number += 1
        files = list(copy.rglob("*.md"))
        ours = [_timed(lambda: check_content(copy, date.today())) for _ in range(RUNS)]
        floor = [_timed(lambda: [path.read_bytes() for path in files]) for _ in range(RUNS)]
    return statistics.median(ours), statistics.median(floor)


def search_per_letter() -> tuple[float, float]:
    """Measure finding what fits a letter more, over all content, p95 in ms, against looking through all of its text."""
    library = Library(content_folder())
    searching = Searching(library)
    searching.read()
    texts = [line.text for entries in _entries(library) for entry in entries for line in entry.lines]
    typed = [query[:length] for query in _QUERIES for length in range(1, len(query) + 1)]
    ours, floor = [], []
    for _ in range(RUNS):
        ours.append(_p95(_timed(partial(searching.find, text, Language.NL, Country.NL)) for text in typed))
        floor.append(_p95(_timed(partial(_holding, texts, text)) for text in typed))
    return statistics.median(ours), statistics.median(floor)


FIGURES: Final[dict[str, Callable[[], tuple[float, float]]]] = {
    "first screen": first_screen,
    "check 200 files": check_200_files,
    "search, per letter": search_per_letter,
}


def main(names: list[str]) -> None:
    """Print the table."""
    sys.stdout.write(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {RUNS} runs\n")
    sys.stdout.write(f"{'figure':<20} {'ours, ms':>10} {'floor, ms':>10} {'ratio':>8}\n")
    for name in names or FIGURES:
        ours, floor = FIGURES[name]()
        sys.stdout.write(f"{name:<20} {ours:>10.1f} {floor:>10.1f} {ours / floor:>8.2f}\n")


def _until(text: str, arguments: list[str], environ: dict[str, str]) -> float:
    begin = time.perf_counter()
    env = {**os.environ, "TERM": "xterm-256color", **environ}
    process: pexpect.spawn[bytes] = pexpect.spawn(sys.executable, arguments, env=env, dimensions=(30, 100))
    process.expect(text)
    taken = time.perf_counter() - begin
    process.close(force=True)
    return taken * 1000


def _entries(library: Library) -> Iterator[list[Entry]]:
    for language in Language:
        yield [entry_of(page) for kind in Kind for page in library.pages(kind, language)]


def _holding(texts: list[str], text: str) -> list[str]:
    return [line for line in texts if text in line]


def _p95(times: Iterable[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    main(sys.argv[1:])
