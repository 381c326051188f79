"""The ways in which a program ends that it does not choose itself."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import traceback
from collections.abc import Callable
from pathlib import Path

from onlinesafe_tui.language import N_, Words


def listen_for_the_end(loop: asyncio.AbstractEventLoop, end: Callable[[], None]) -> None:
    """Call `end` when the window is closed or the computer asks the program to stop.

    Without this nothing would be saved then: neither clean-up of Textual runs on these signals.
    """
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, end)


def crash_report(error: BaseException, words: Words) -> str:
    """Say where the program failed, never what it was working on.

    The usual report prints local variables, and the text of a foreign error may quote them: both would show what people
    wrote about the worst week of their lives.
    """
    frames = traceback.extract_tb(error.__traceback__)
    where = "\n".join(f"  {'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}" for frame in frames)
    said = words(
        N_(
            "OnlineSafe has to stop: something went wrong inside it. What was saved is still there. Start it again; if it "
            "happens once more, pass on the lines below. They hold nothing that you wrote."
        )
    )
    return f"{said}\n\n{where}\n  {type(error).__name__}"
