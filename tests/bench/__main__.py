"""Prints every figure of the program as a ratio to a floor of the same run: `python -m tests.bench [--quick] [NAME…]`.

A name is one of `FIGURES`, or the first of it. Milliseconds differ from machine to machine and from minute to minute;
only ratios taken in one run tell something. What there is no line for has no feature yet that could be measured:
sealing evidence files, a report with pictures, and the browser bring their own. At the end other programs on Textual
are measured beside ours, as far as they are installed.

With `--quick` it says less, and begins nothing more after a minute. It ends with 1 when a figure is so far over its
target that something must be broken, and not because a machine is busy.
"""

from __future__ import annotations

import sys
import time
from typing import Final

from tests.bench import keys, papers, peers, starts, vaults
from tests.bench.measuring import FULL, HEAD, QUICK, Measure, line, machine

FIGURES: Final[dict[str, Measure]] = {
    "first": starts.first_words,
    "memory": starts.memory,
    "steps": keys.steps,
    "letters": keys.letters,
    "search": keys.search,
    "saving": vaults.saving,
    "hiding": keys.hiding,
    "leaving": starts.leaving,
    "idle": starts.idle,
    "paper": papers.paper,
    "content": papers.content,
    "unlocking": vaults.unlocking,
    "listing": vaults.listing,
    "peers": peers.peers,
}
PATIENCE: Final = 60
"""Seconds after which a quick run begins nothing more."""


def main(args: list[str]) -> int:
    """Print the table; return 1 when something must be broken."""
    effort = QUICK if "--quick" in args else FULL
    asked = [arg for arg in args if not arg.startswith("--")]
    chosen = [name for name in FIGURES if any(name.startswith(arg) for arg in asked)] or list(FIGURES)
    _print(machine(effort))
    _print(HEAD)
    is_broken = False
    begin = time.monotonic()
    for name in chosen:
        if effort is QUICK and time.monotonic() - begin > PATIENCE:
            _print(f"{name}: left out, for this machine is too busy")
            continue
        for figure in FIGURES[name](effort):
            _print(line(figure))
            is_broken |= figure.is_broken
    return int(is_broken)


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
