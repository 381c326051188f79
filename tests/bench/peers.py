"""Other programs that stand on Textual, as far as they are installed: only when asked for."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.measuring import Effort, Figure, middle
from tests.bench.process import Process, floor, home, ours

_PEERS: Final = ("tl", "frogmouth", "posting", "harlequin")
_NO_TARGET: Final = 100.0


def peers(effort: Effort) -> Iterator[Figure]:
    """Measure until each stands still, against the empty program."""
    programs = {"ours": ours(), **{name: [name] for name in _PEERS if shutil.which(name)}}
    with tempfile.TemporaryDirectory() as folder:
        environ = home(Path(folder))
        log = Path(folder) / "some.log"
        log.write_text("a line\n" * 100, encoding="utf-8")
        programs = {name: [*command, str(log)] if name == "tl" else command for name, command in programs.items()}
        least = middle([_still(floor("empty"), environ) for _ in range(effort.runs)])
        for name, command in programs.items():
            taken = middle([_still(command, environ) for _ in range(effort.runs)])
            yield Figure(f"peer: {name} stands still", taken, _NO_TARGET, least)


def _still(command: list[str], environ: dict[str, str]) -> float:
    with Process(command, environ) as process:
        return process.until_still()
