"""What is said when the program fails on something that nobody expected."""

from __future__ import annotations

import traceback
from pathlib import Path

from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.paths import shown


def crash_report(error: BaseException, words: Words, vault: Path | None = None) -> str:
    """Say where the program failed, never what it was working on.

    The usual report shows the text of an error, and that of a foreign one may quote what people wrote about the worst
    week of their lives.

    Args:
        error: What went wrong.
        words: The language to say it in.
        vault: The folder with what was saved; None when nothing is saved anywhere.
    """
    said = words(
        N_(
            "OnlineSafe has to stop: something went wrong inside it. What was saved is still there. Start it again; "
            "if it happens once more, pass on the lines below. They hold nothing that you wrote."
        )
    )
    kept = [words(N_("What was saved stands in {folder}"), folder=shown(vault))] if vault else []
    return "\n".join((said, *kept, "", *places_of(error)))


def places_of(error: BaseException) -> list[str]:
    """Return the places and the kind of an error, a line each, and before them those of what caused it."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = places_of(cause) if cause else []
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}" for frame in frames]
    return [*before, *places, f"  {type(error).__name__}"]
