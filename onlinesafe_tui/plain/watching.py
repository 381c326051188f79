"""Noticing that nobody answers any more, while the program waits at a prompt."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from time import monotonic
from typing import Final

from onlinesafe_tui.services.workspace import Workspace

_LOOK_EVERY: Final = 10.0
"""Seconds between two looks."""

_MINUTE: Final = 60


class Watch:
    """Locks when nothing was answered for as long as was chosen. A computer that slept counts as nobody too.

    It looks from a thread of its own, because not every system can break off waiting for a line. It only ever does
    something while the other thread waits for one, and that one goes on when it is done.
    """

    def __init__(self, workspace: Workspace, look_every: float = _LOOK_EVERY) -> None:
        """Create the watch.

        Args:
            workspace: Has what was saved, and says after how many minutes it is locked.
            look_every: Seconds between two looks.
        """
        self._workspace = workspace
        self._look_every = look_every
        self._turn = threading.Lock()
        self._since: tuple[float, datetime] | None = None
        self._lock: Callable[[bool], None] | None = None
        self._thread: threading.Thread | None = None
        self._is_over = threading.Event()

    @contextmanager
    def locking_by(self, lock: Callable[[bool], None]) -> Iterator[None]:
        """Lock by this for a while.

        Args:
            lock: Locks; called on another thread, while the one that asks waits for an answer. It is told whether
                the answer came already, and then it is called on that thread.
        """
        self._lock = lock
        try:
            yield
        finally:
            self._is_over.set()
            self._lock = None

    def asking(self, ask: Callable[[str], str]) -> Callable[[str], str]:
        """Return `ask` so that it is known since when it waits."""

        def asked(prompt: str) -> str:
            self._begin_to_look()
            self._since = (monotonic(), self._workspace.clock.now())
            try:
                answer = ask(prompt)
                # A computer that was just woken up may give an answer before the next look.
                self.look(is_answered=True)
                return answer
            finally:
                self._since = None
                self._let_finish()

        return asked

    def look(self, *, is_answered: bool = False) -> None:
        """Lock when it waits for too long, or waited, once at every prompt."""
        with self._turn:
            since, allowed = self._since, self._workspace.settings.lock_after * _MINUTE
            if since is None or self._lock is None or not allowed or self._workspace.keeper.vault is None:
                return
            awake, then = since
            idle = max(monotonic() - awake, (self._workspace.clock.now() - then).total_seconds())
            if idle >= allowed:
                self._since = None
                self._lock(is_answered)

    def _begin_to_look(self) -> None:
        """Look from now on, if there is anything that could be locked."""
        if self._thread is None and self._lock is not None and self._workspace.keeper.vault is not None:
            self._thread = threading.Thread(target=self._keep_looking, daemon=True)
            self._thread.start()

    def _let_finish(self) -> None:
        """Wait for the thread that locks at this moment, if it does."""
        with self._turn:
            return

    def _keep_looking(self) -> None:
        while not self._is_over.wait(self._look_every):
            self.look()
