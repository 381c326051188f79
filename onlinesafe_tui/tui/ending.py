"""The ways in which a program ends that it does not choose itself."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable


def listen_for_the_end(loop: asyncio.AbstractEventLoop, end: Callable[[], None]) -> None:
    """Call `end` when the window is closed or the computer asks the program to stop.

    Without this nothing would be saved then: neither clean-up of Textual runs on these signals.
    """
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, end)
