"""The full screen: what is open, and where a key leads."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from onlinesafe_tui.errors import (
    OnlineSafeError,
    SettingsError,
    VaultDamaged,
    VaultEmpty,
    VaultError,
    VaultMissing,
)
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.library.kinds import Kind
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui import screens
from onlinesafe_tui.tui.ending import listen_for_the_end
from onlinesafe_tui.tui.filters import ControlFilter
from onlinesafe_tui.tui.keymap import read_keymap
from onlinesafe_tui.tui.keys import own_keys
from onlinesafe_tui.tui.locking import LockingApp
from onlinesafe_tui.tui.messages import (
    Chosen,
    DeleteKept,
    Failed,
    OpenKept,
    PutBack,
    Read,
    StartIncident,
    Unlock,
    WalkSteps,
)
from onlinesafe_tui.tui.open_incident import OpenIncident
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.theme import DARK, LIGHT, PLAIN

if TYPE_CHECKING:
    from textual.driver import Driver

    from onlinesafe_tui.domain.incident import Incident
    from onlinesafe_tui.services.search_views import Hit, Place
    from onlinesafe_tui.tui.screens.search import Command

_CONTROLS: Final = ControlFilter()
"""One for all lines: Textual remembers of every line what this very filter made of it."""


class OnlineSafeApp(LockingApp):
    """Shows one thing at a time, and keeps what the person writes."""

    CSS_PATH = "onlinesafe.tcss"
    TITLE = "OnlineSafe"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (120, "-widest")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", N_("Help"), id="app.help", priority=True),
        Binding("f2", "language", N_("Nederlands"), id="app.language", priority=True),
        Binding("f3", "contacts", N_("Who to call"), id="app.contacts", priority=True),
        Binding("f5", "save", N_("Save"), id="app.save", priority=True),
        Binding("f6", "home", N_("First screen"), id="app.home", priority=True, show=False),
        Binding("f9", "restart", N_("Start over"), id="app.restart", priority=True),
        Binding("ctrl+p", "search", N_("Search"), id="app.search", priority=True),
        Binding("f10,ctrl+q", "stop", N_("Stop"), id="app.stop", priority=True),
    ]

    def __init__(
        self, workspace: Workspace, drawn_already: Callable[[], str] = str, *, has_few_colours: bool = False
    ) -> None:
        """Create the program.

        Args:
            workspace: What a person can do.
            drawn_already: Gives what stands on the terminal before the screen does; empty for nothing.
            has_few_colours: Whether the terminal has fewer colours than the looks of the program are made of.
        """
        super().__init__(workspace, drawn_already, has_few_colours=has_few_colours)
        self._incident: OpenIncident | None = None
        self._looked_at = False
        self._has_few_colours = has_few_colours
        self.keymap = read_keymap(workspace.settings.keys, type(self))
        for theme in (DARK, LIGHT, PLAIN):
            self.register_theme(theme)
        self._take_choices()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Add the filter that lets no control character through."""
        return [*super().get_line_filters(), _CONTROLS]

    def get_driver_class(self) -> type[Driver]:
        """Read the terminal in our own way, which no paste and no broken character can end."""
        if sys.platform == "win32":
            from onlinesafe_tui.tui.console_input import ConsoleInput as Ours
        else:
            from onlinesafe_tui.tui.terminal_input import TerminalInput as Ours

        return Ours

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open nothing: an address is shown in full, for the person to judge and to type."""

    def get_default_screen(self) -> Screen[None]:
        """Begin with the first screen."""
        return HomeScreen(self._workspace)

    def on_mount(self) -> None:
        """Ask what must be known first, and listen for the end."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._fail_outside)
        listen_for_the_end(loop, self._end)
        self.set_keymap(dict(self.keymap.keys))
        if self._workspace.settings.country is None or self._workspace.settings.language is None:
            self.push_screen(screens.WelcomeScreen(self._workspace))
        self.call_after_refresh(_collect_again)
        self.begin_to_watch()
        self._take_choices()

    @on(StartIncident)
    def _start(self, event: StartIncident) -> None:
        from onlinesafe_tui.services.incidents import start_incident

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
            self._offer_previous(error, event.id)
            return
        is_new = bool(incident.situation.unanswered) and not incident.journey.seen
        self._open(incident, is_new=is_new)

    @on(WalkSteps)
    def _walk(self) -> None:
        if self._incident is None:
            return
        self.pop_screen()
        if not any(isinstance(screen, screens.GuideScreen) for screen in self.screen_stack):
            self.push_screen(screens.GuideScreen(self._workspace, self._incident))

    @on(Read)
    def _read(self, event: Read) -> None:
        if event.id is None:
            self.push_screen(screens.ListScreen(self._workspace, event.kind))
        else:
            self._read_page(event.kind, event.id)

    @on(Chosen)
    def _take_choices(self) -> None:
        """Look as was chosen, as far as the terminal has the colours for it."""
        settings = self._workspace.settings
        self.theme = PLAIN.name if self._has_few_colours else settings.theme
        self.show_cursor(is_shown=settings.visible_cursor)

    @on(DeleteKept)
    def _delete(self, event: DeleteKept) -> None:
        if self._incident is not None and self._incident.value.id == event.id:
            self.shut_all()
        try:
            self._workspace.keeper.delete(event.id)
        except VaultError as error:
            self.tell(error)
        if isinstance(self.screen, BaseScreen) and self.screen.is_mounted:
            self.screen.show()

    @on(PutBack)
    async def _put_back(self, event: PutBack) -> None:
        from onlinesafe_tui.services.backups import put_back

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
        if isinstance(self.screen, BaseScreen) and self.screen.is_mounted:
            self.screen.show()

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

    def action_help(self) -> None:
        """Show the keys of this screen and how the program works."""
        if not isinstance(self.screen, screens.HelpScreen):
            found = {active.binding.action: active.binding for active in own_keys(self.screen)}
            self.push_screen(screens.HelpScreen(self._workspace, list(found.values()), self.keymap))

    def action_language(self) -> None:
        """Change the language of everything that is on the screen; what was typed stays."""
        other = Language.EN if self._workspace.language is Language.NL else Language.NL
        try:
            self._workspace.choose(language=other)
        except SettingsError as error:
            self.tell(error)
        for screen in self.screen_stack[-1:] if self.is_locked else self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.show()

    def action_contacts(self) -> None:
        """Show who to call."""
        if isinstance(self.screen, screens.ListScreen):
            self.screen.list(Kind.CONTACT)
        else:
            self.push_screen(screens.ListScreen(self._workspace, Kind.CONTACT))

    def action_home(self) -> None:
        """Go to the first screen; what is open is kept."""
        self.settle()
        self.leave_locked()
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to start over only where everything is an exercise, and to lock only what is open."""
        match action:
            case "restart":
                return self._workspace.is_practice
            case "lock":
                return self._workspace.keeper.vault is not None
            case _:
                return True

    def action_restart(self) -> None:
        """Start the exercise over."""
        from onlinesafe_tui.services.demo import restart_practice

        self.action_home()
        self.screen.post_message(OpenKept(restart_practice(self._workspace)))

    def action_search(self) -> None:
        """Find an action, a page or a text; from a page that was found, go back to the search."""
        from onlinesafe_tui.tui.commands import all_commands

        if isinstance(self.screen, screens.PageScreen) and isinstance(self.screen_stack[-2], screens.SearchScreen):
            self.pop_screen()
        elif not isinstance(self.screen, screens.SearchScreen):
            find = partial(all_commands, self, own_keys(self.screen), self._workspace, self._read_page)
            self.push_screen(screens.SearchScreen(self._workspace, find, self._read_hit), self._run_command)

    def action_stop(self) -> None:
        """Leave; when something would be lost, ask first."""
        self.settle()
        if not self._workspace.keeper.has_unsaved:
            self._leave()
        elif not isinstance(self.screen, screens.AskScreen):
            self.push_screen(screens.questions.ask_before_losing(self._workspace), self._leaving)

    def keep_all(self) -> None:
        """Keep everything as it is now, what is half-typed too."""
        self.settle()
        try:
            self.save_last()
        except VaultError as error:
            self.tell(error)

    def stop_covered(self) -> None:
        """End without showing anything, unless something is kept nowhere."""
        if not self._workspace.keeper.has_unsaved:
            self._leave(is_shown=False)

    def _newest(self, id: str) -> Incident:
        """Return an incident as it is now: of the open one the last change may still be on its way to the disk."""
        if self._incident is not None and self._incident.value.id == id:
            return self._incident.value
        return self._workspace.keeper.load(id)

    def _open(self, incident: Incident, *, is_new: bool) -> None:
        if self._incident is not None:
            self._incident.close()
        self._incident = OpenIncident(incident, self._workspace.keeper, self._after_save)
        if is_new:
            self.push_screen(screens.TriageScreen(self._workspace, self._incident, *incident.situation.unanswered[:1]))
        else:
            self.push_screen(screens.GuideScreen(self._workspace, self._incident))

    def settle(self) -> None:
        """Take over what is half-typed on any screen; behind a lock that was done before."""
        for screen in [] if self.is_locked else self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.settle()

    def _after_save(self, error: VaultError | None) -> None:
        if error is not None:
            self.tell(error)
        elif isinstance(self.screen, BaseScreen):
            self.screen.show_bars()

    def _after_passphrase(self, is_open: bool | None) -> None:
        if is_open and self._incident is not None:
            if self._looked_at:
                self.reload_open()
            else:
                self._incident.save()
        if isinstance(self.screen, BaseScreen):
            self.screen.show()

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

    def tell(self, error: OnlineSafeError) -> None:
        """Say what went wrong, until the person goes on."""
        if not isinstance(self.screen, screens.AskScreen):
            self.push_screen(screens.questions.tell(self._workspace, error))

    def _offer_previous(self, error: VaultError, id: str) -> None:
        def answered(answer: str | None) -> None:
            if answer == "previous":
                self._restore_previous(id)

        is_lost = isinstance(error, VaultDamaged | VaultEmpty | VaultMissing)
        if is_lost and self._workspace.keeper.has_previous(id):
            self.push_screen(screens.questions.offer_previous(self._workspace, error), answered)
        else:
            self.tell(error)

    def _restore_previous(self, id: str) -> None:
        try:
            self._workspace.keeper.restore_previous(id)
        except VaultError as error:
            self.tell(error)
        else:
            self.screen.post_message(OpenKept(id))

    def _read_page(self, kind: Kind, id: str, place: Place | None = None) -> None:
        situation = self._incident.value.situation if self._incident is not None else None
        self.push_screen(screens.PageScreen(self._workspace, kind, id, situation, place))

    def _read_hit(self, hit: Hit) -> None:
        self._read_page(hit.kind, hit.id, hit.place)

    async def _run_command(self, command: Command | None) -> None:
        if command is not None:
            done = command.run()
            if isinstance(done, Awaitable):
                await done

    def _leaving(self, answer: str | None) -> None:
        if answer == "leave":
            self._finish()
        elif answer == "save":
            self.push_screen(
                screens.PassphraseScreen(self._workspace, offers_code=False),
                lambda is_open: self._leave() if is_open else None,
            )

    def _leave(self, *, is_shown: bool = True) -> None:
        """Empty the screen, save the last change, and end; when it cannot be saved, ask, if that may be seen."""
        self.cover()
        try:
            self.save_last()
        except VaultError as error:
            if is_shown:
                self.uncover()
            self.push_screen(screens.questions.ask_before_losing_last(self._workspace, error), self._leaving)
        else:
            self._finish()

    def _finish(self) -> None:
        if self._incident is not None:
            self._incident.close()
        self._workspace.keeper.close()
        self.cover()
        self.exit()

    def _end(self) -> None:
        """Save what can be saved, because the window is gone or the computer stops the program."""
        self.settle()
        with suppress(VaultError):
            self.save_last()
        self._finish()

    def save_last(self) -> None:
        """Save what is not saved yet, and wait for it.

        Raises:
            VaultError: It cannot be saved.
        """
        if self._incident is not None:
            self._incident.flush()
        self._workspace.keeper.flush()

    def _fail_outside(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Treat what goes wrong outside any screen, such as a save, as everything else: it would only be logged."""
        if isinstance(error := context.get("exception"), Exception):
            self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        """Say where it failed, never what: Textual would print local variables."""
        from onlinesafe_tui.services.crash import crash_report

        if self._exception is not None:
            return
        self._exception = error
        self._return_code = 1
        where = error.error if isinstance(error, WorkerFailed) else error
        self.panic(Text(crash_report(where, self._workspace.words)))
        self._exception_event.set()


def _collect_again() -> None:
    """Collect garbage from now on, but not among what the start made: that stays until the end."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
