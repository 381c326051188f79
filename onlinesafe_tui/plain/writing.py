"""Writing a text of several lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.prompts import Prompts


def write(prompts: Prompts, keep: Callable[[str], None], before: Sequence[str] = ()) -> None:
    """Take lines until one that is only a dot. What is written is kept after every line, so that nothing is lost.

    Args:
        prompts: Asks.
        keep: Keeps the text as far as it is written.
        before: The lines that are there already.

    Raises:
        Back: The person goes back.
    """
    rows = list(before)
    while True:
        row = prompts.row(prompts.words(N_("Line {n} (a dot ends):"), n=len(rows) + 1))
        if row.strip() == ".":
            return
        rows.extend(row.split("\n"))
        if text := "\n".join(rows).strip("\n"):
            keep(text)
