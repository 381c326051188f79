"""What colours a terminal has."""

from __future__ import annotations

import io
from collections.abc import Mapping

from rich.console import Console


def has_few_colours(environ: Mapping[str, str]) -> bool:
    """Tell whether a terminal shows fewer than 256 colours, or whether somebody wants none.

    The looks of the program are made of more: with sixteen, which every terminal draws in its own way, some words
    could not be read.
    """
    if "NO_COLOR" in environ:
        return True
    console = Console(file=io.StringIO(), force_terminal=True, legacy_windows=False, _environ=environ)
    return console.color_system not in ("256", "truecolor")
