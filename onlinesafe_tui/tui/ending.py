"""The ways in which a program ends that it does not choose itself."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable
from contextvars import copy_context
from threading import Event

from onlinesafe_tui.services.console import PATIENCE, listen_to_console, listener
from onlinesafe_tui.services.ending import SIGNALS


def listen_for_the_end(loop: asyncio.AbstractEventLoop, end: Callable[[], None]) -> None:
    """Call `end` when the window is closed or the computer asks the program to stop.

    Without this nothing would be saved then: neither clean-up of Textual runs on these signals.
    """
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, end)
    listen_to_console(listener(from_elsewhere(loop, end), leaves_itself=True))


def from_elsewhere(loop: asyncio.AbstractEventLoop, end: Callable[[], None]) -> Callable[[], None]:
    """Return what another thread can call to run `end` on the loop, and to wait until it ran."""
    context = copy_context()

    def call() -> None:
        done = Event()

        def run() -> None:
            try:
                end()
            finally:
                done.set()

        with contextlib.suppress(RuntimeError):  # the loop ended by itself
            loop.call_soon_threadsafe(run, context=context)
            done.wait(PATIENCE)

    return call
