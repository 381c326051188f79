"""Opens what is kept, saves every change of it, and lets go of it again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual import on

from onlinesafe_tui.errors import OnlineSafeError, VaultError
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui import screens
from onlinesafe_tui.tui.locking import LockingApp
from onlinesafe_tui.tui.messages import DeleteKept, Failed, OpenKept, PutBack, StartIncident, Unlock, WalkSteps
from onlinesafe_tui.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from onlinesafe_tui.domain.incident import Incident
    from onlinesafe_tui.tui.open_incident import OpenIncident


class KeepingApp(LockingApp):
    """A program with at most one incident open, which its screens share."""

    def __init__(
        self, workspace: Workspace, drawn_already: Callable[[], str] = str, *, has_few_colours: bool = False
    ) -> None:
        """Create the program, with nothing open.

        Args:
            workspace: What a person can do.
            drawn_already: Gives what stands on the terminal before the screen does; empty for nothing.
            has_few_colours: Whether the terminal has fewer colours than the looks of the program are made of.
        """
        super().__init__(workspace, drawn_already, has_few_colours=has_few_colours)
        self._incident: OpenIncident | None = None
        self._looked_at = False

    @on(StartIncident)
    def _start(self, event: StartIncident) -> None:
        from onlinesafe_tui.services.incidents import start_incident  # noqa: PLC0415  (most starts begin none)

        country = self._workspace.country
        if country is not None:
            self._open(start_incident(self._workspace.clock, country, event.for_whom), is_new=True)

    @on(OpenKept)
    def _open_kept(self, event: OpenKept) -> None:
        if not event.id:
            self.push_screen(screens.IncidentsScreen(self._workspace))
            return
        try:
            incident = self._newest(event.id)
        except VaultError as error:
            self._offer_way_back(error, event.id)
            return
        is_new = bool(incident.situation.unanswered) and not incident.journey.seen
        is_new = is_new and not self._workspace.keeper.is_closed(event.id)
        self._open(incident, is_new=is_new)

    @on(WalkSteps)
    def _walk(self) -> None:
        if self._incident is None:
            return
        self.pop_screen()
        if not any(isinstance(screen, screens.GuideScreen) for screen in self.screen_stack):
            self.push_screen(screens.GuideScreen(self._workspace, self._incident))

    @on(DeleteKept)
    def _delete(self, event: DeleteKept) -> None:
        if self._incident is not None and self._incident.value.id == event.id:
            self.shut_all()
        try:
            self._workspace.keeper.delete(event.id)
        except VaultError as error:
            self.tell(error)
        else:
            if isinstance(self.screen, BaseScreen):
                self.screen.remark(self._workspace.words(N_("It is deleted.")))
        self._say_again()

    @on(PutBack)
    async def _put_back(self, event: PutBack) -> None:
        from onlinesafe_tui.services.backups import put_back  # noqa: PLC0415  (nearly no start does this)

        self.action_home()
        try:
            self.save_last()
            self.forget_open()
            # From here on nothing that is drawn may ask for what the other thread takes away.
            self._workspace.keeper.lock()
            old = await asyncio.to_thread(put_back, self._workspace.keeper, event.path)
        except VaultError as error:
            self.tell(error)
        else:
            self.push_screen(screens.questions.tell_put_back(self._workspace, old))
        self._say_again()

    @on(Failed)
    def _say_failed(self, event: Failed) -> None:
        self.tell(event.error)

    @on(Unlock)
    def action_save(self) -> None:
        """Ask for the passphrase, and save everything with it."""
        self.settle()
        if isinstance(self.screen, screens.PassphraseScreen):
            return
        if self._workspace.keeper.state in (Keeping.MEMORY, Keeping.LOCKED, Keeping.READ_ONLY):
            self._looked_at = self._incident is not None and self._incident.is_closed
            self.push_screen(screens.PassphraseScreen(self._workspace), self._after_passphrase)
            return
        if self._incident is not None:
            self._incident.save()
        try:
            self._workspace.keeper.flush()
        except VaultError as error:
            self.tell(error)

    def action_home(self) -> None:
        """Go to the first screen; what is open is kept."""
        self.settle()
        self.leave_locked()
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def tell(self, error: OnlineSafeError) -> None:
        """Say what went wrong, until the person goes on."""
        if self._screen_stack and not isinstance(self.screen, screens.AskScreen):
            self.push_screen(screens.questions.tell(self._workspace, error))

    def settle(self) -> None:
        """Take over what is half-typed on any screen; behind a lock that was done before."""
        for screen in [] if self.is_locked else self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.settle()

    def keep_all(self) -> None:
        """Keep everything as it is now, what is half-typed too."""
        self.settle()
        try:
            self.save_last()
        except VaultError as error:
            self.tell(error)

    def save_last(self) -> None:
        """Save what is not saved yet, and wait for it.

        Raises:
            VaultError: It cannot be saved.
        """
        if self._incident is not None:
            self._incident.flush()
        self._workspace.keeper.flush()

    def reload_open(self) -> None:
        """Take the open incident as it is saved now: another window may have changed it, or deleted it."""
        if self._incident is None:
            return
        before = self._incident.value
        try:
            self._incident.reload()
        except VaultError as error:
            self.shut_all()
            self.tell(error)
            return
        now = self._incident.value
        if replace(now, journey=before.journey, changed=before.changed) != before:
            # Fields hold what was there before, and would write that over it.
            self.shut_all()
            self.screen.post_message(OpenKept(now.id))

    def shut_all(self) -> None:
        """Go to the first screen, and take over nothing of what the screens hold."""
        self.forget_open()
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def forget_open(self) -> None:
        """Let go of the incident that is open, which is saved."""
        if self._incident is not None:
            self._incident.close()
            self._incident = None

    @property
    def _top(self) -> BaseScreen[Any] | None:
        """The screen on top; None when there is none any more, because the program is ending."""
        screen = self.screen if self._screen_stack else None
        return screen if isinstance(screen, BaseScreen) and screen.is_mounted else None

    def _say_again(self) -> None:
        """Let the screen on top say everything once more."""
        if (screen := self._top) is not None:
            screen.show()

    def _newest(self, id: str) -> Incident:
        """Return an incident as it is now: of the open one the last change may still be on its way to the disk."""
        if self._incident is not None and self._incident.value.id == id:
            return self._incident.value
        return self._workspace.keeper.load(id)

    def _open(self, incident: Incident, *, is_new: bool) -> None:
        from onlinesafe_tui.tui.open_incident import OpenIncident  # noqa: PLC0415  (so that no start waits for it)

        if self._incident is not None:
            self._incident.close()
        self._incident = OpenIncident(incident, self._workspace.keeper, self._after_save)
        if is_new:
            self.push_screen(screens.TriageScreen(self._workspace, self._incident, *incident.situation.unanswered[:1]))
        else:
            self.push_screen(screens.GuideScreen(self._workspace, self._incident))

    def _after_save(self, error: VaultError | None) -> None:
        if error is not None:
            self.tell(error)
        elif (screen := self._top) is not None:
            screen.show_bars()

    def _after_passphrase(self, is_open: bool | None) -> None:
        if is_open and self._incident is not None:
            if self._looked_at:
                self.reload_open()
            else:
                self._incident.save()
        self._say_again()

    def _offer_way_back(self, error: VaultError, id: str) -> None:
        from onlinesafe_tui.services.ways_back import WayBack, go_back, way_back  # noqa: PLC0415  (hardly ever)

        def answered(answer: str | None) -> None:
            if answer is None or answer == "back":
                return
            try:
                go_back(self._workspace, id, WayBack(answer))
            except VaultError as refused:
                self.tell(refused)
            else:
                self.screen.post_message(OpenKept(id))

        offer = way_back(self._workspace, id, error)
        if offer is None:
            self.tell(error)
        else:
            self.push_screen(screens.questions.offer_way_back(self._workspace, error, offer), answered)
