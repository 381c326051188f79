"""The incident that is open on the screen, and its saving."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import replace
from typing import TYPE_CHECKING

from onlinesafe_tui.errors import VaultError, VaultInUse
from onlinesafe_tui.services.keeping import Keeper, Keeping

if TYPE_CHECKING:
    from onlinesafe_tui.domain.incident import Incident

Report = Callable[[VaultError | None], None]
"""Told after every save, on the screen's own thread: what went wrong, or None."""


class OpenIncident:
    """Owns the incident that the screens show, and saves every change to it.

    Saves happen in order, off the screen's thread; what was not saved yet is saved when the program leaves.
    """

    def __init__(self, incident: Incident, keeper: Keeper, report: Report) -> None:
        """Open an incident.

        Args:
            incident: What is known so far.
            keeper: Keeps it.
            report: Told after every save.
        """
        self._incident = incident
        self._keeper = keeper
        self._report = report
        self._kept: Incident | None = None
        self._saver = ThreadPoolExecutor(max_workers=1, thread_name_prefix="save")
        self._loop = asyncio.get_running_loop()
        # A save that failed opens a screen, which Textual does only in the context of its program.
        self._context = copy_context()

    @property
    def value(self) -> Incident:
        """The incident as it is now."""
        return self._incident

    @property
    def is_saved(self) -> bool:
        """Whether the incident as it is now is kept."""
        return self._kept is self._incident

    @property
    def is_closed(self) -> bool:
        """Whether the incident can only be looked at, because another window writes it."""
        return self._keeper.is_closed(self._incident.id)

    def change(self, incident: Incident) -> None:
        """Replace the incident, and save it. One that is looked at stays as it is, apart from the step one is at."""
        if incident == self._incident:
            return
        if self.is_closed:
            if replace(incident, journey=self._incident.journey, changed=self._incident.changed) == self._incident:
                self._incident = self._kept = incident
            else:
                self._report(VaultInUse())
            return
        self._incident = incident
        self.save()

    def save(self) -> None:
        """Save the incident as it is now; at once where that costs nothing."""
        if self.is_closed:
            return
        if self._keeper.state is Keeping.SEALED:
            self._saver.submit(self._keep).add_done_callback(self._done)
        else:
            self._keep()
            self._report(None)

    def flush(self) -> None:
        """Save what is not saved yet, and wait for it.

        Raises:
            VaultError: It cannot be saved.
        """
        self._saver.submit(self._keep).result()

    def reload(self) -> None:
        """Take the incident as the vault has it, because another window may have written it meanwhile.

        Raises:
            VaultError: It does not open any more, or is gone.
        """
        self._incident = self._kept = self._keeper.load(self._incident.id)

    def close(self) -> None:
        """Wait for what is being saved, and save nothing more."""
        self._saver.shutdown()

    def _keep(self) -> None:
        incident = self._incident
        if incident is not self._kept and not self.is_closed:
            self._keeper.save(incident)
            self._kept = incident

    def _done(self, future: Future[None]) -> None:
        error = future.exception()
        if self._loop.is_closed():
            return
        if error is None or isinstance(error, VaultError):
            self._loop.call_soon_threadsafe(self._report, error, context=self._context)
        else:
            self._loop.call_soon_threadsafe(future.result, context=self._context)
