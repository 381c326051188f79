"""Other programs that stand on Textual, as far as they are on the PATH.

They can be had with `pipx install toolong frogmouth posting harlequin`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.measuring import Effort, Figure, middle
from tests.bench.process import Process, floor, home, ours

_PEERS: Final = ("tl", "frogmouth", "posting", "harlequin")


def peers(effort: Effort) -> Iterator[Figure]:
    """Measure until each stands still, and what it holds then, against the empty program; one that ends is left out."""
    with tempfile.TemporaryDirectory() as folder:
        environ = home(Path(folder))
        log = Path(folder) / "some.log"
        log.write_text("a line\n" * 100, encoding="utf-8")
        programs = {"ours": ours(), **{name: [name] for name in _PEERS if shutil.which(name)}}
        if "tl" in programs:
            programs["tl"].append(str(log))
        runs = range(min(effort.runs, 5))
        least, least_memory = _middle(_still(floor("empty"), environ) for _ in runs)
        for name, command in programs.items():
            try:
                taken, memory = _middle(_still(command, environ) for _ in runs)
            except OSError:  # its end of the terminal is gone
                continue
            yield Figure(f"{name} stands still", taken, None, least)
            yield Figure(f"{name}, memory", memory, None, least_memory, unit="MB")


def _middle(measured: Iterator[tuple[float, float]]) -> tuple[float, float]:
    times, memories = zip(*measured, strict=True)
    return middle(times), middle(memories)


def _still(command: list[str], environ: dict[str, str]) -> tuple[float, float]:
    with Process(command, environ) as process:
        return process.until_still(), process.memory
