"""Being told to end while somebody reads and types: the window is closed, or the computer stops the program."""

from __future__ import annotations

import errno
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final

from onlinesafe_tui.services.console import PATIENCE, listen_to_console, listener

SIGNALS: Final = ("SIGTERM", "SIGHUP")
"""How other systems than Windows tell it."""


class Ending:
    """Ends a talk of questions and answers as if the input ended: what is being done is finished first."""

    def __init__(self, patience: float = PATIENCE) -> None:
        """Begin with nothing told.

        Args:
            patience: Seconds that another thread waits until nothing is being done any more.
        """
        self._patience = patience
        self._is_told = False
        self._is_waiting = False
        self._idle = threading.Event()

    def asking(self, ask: Callable[[str], str]) -> Callable[[str], str]:
        """Return `ask` so that the end breaks off waiting for an answer, and comes before the next question.

        What is returned raises `EOFError` then, and when there is no terminal any more to read from.
        """

        def asked(prompt: str) -> str:
            self._is_waiting = True
            try:
                if self._is_told:
                    raise EOFError
                self._idle.set()
                return ask(prompt)
            except OSError as error:
                raise EOFError from error
            finally:
                self._is_waiting = False
                self._idle.clear()

        return asked

    def telling(self, tell: Callable[[str], None]) -> Callable[[str], None]:
        """Return `tell` so that a terminal that is gone is the end, and keeps nothing from being saved."""

        def told(line: str) -> None:
            try:
                tell(line)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                self._is_told = True

        return told

    def tell(self) -> None:
        """Tell that this is the end, on the thread that asks.

        Raises:
            EOFError: It waits for an answer at this moment.
        """
        self._is_told = True
        if self._is_waiting:
            raise EOFError

    def tell_from_elsewhere(self, keep: Callable[[], None]) -> None:
        """Tell that this is the end, on another thread, and keep everything while the program waits for an answer.

        A program that is doing something leaves by itself when that is done, and keeps everything then.
        """
        self._is_told = True
        if self._idle.wait(self._patience):
            keep()


@contextmanager
def told_to_end(keep: Callable[[], None]) -> Iterator[Ending]:
    """Listen for the end as long as somebody is asked things.

    Args:
        keep: Keeps everything; called on another thread, where waiting for an answer cannot be broken off.
    """
    ending = Ending()

    def told(_: int, __: FrameType | None) -> None:
        ending.tell()

    before = {}
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            # Only the main thread can listen.
            with suppress(ValueError):
                before[number] = signal.signal(number, told)
    listen_to_console(listener(lambda: ending.tell_from_elsewhere(keep), leaves_itself=False))
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
