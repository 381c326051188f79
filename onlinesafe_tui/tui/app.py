"""The full screen: what is open, and where a key leads."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rich.text import Text
from textual import on
from textual.app import App
from textual.binding import ActiveBinding, Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from onlinesafe_tui.errors import SettingsError, VaultError
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.library.kinds import Kind
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui import screens
from onlinesafe_tui.tui.ending import listen_for_the_end
from onlinesafe_tui.tui.filters import ControlFilter
from onlinesafe_tui.tui.keeping import KeepingApp
from onlinesafe_tui.tui.keys import key_name, own_keys
from onlinesafe_tui.tui.messages import Chosen, CountryChosen, OpenKept, Read
from onlinesafe_tui.tui.screens.base import WIDEST, BaseScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.theme import DARK, LIGHT, PLAIN

if TYPE_CHECKING:
    from textual.driver import Driver

    from onlinesafe_tui.services.search_views import Hit, Place
    from onlinesafe_tui.tui.screens.search import Command

_CONTROLS: Final = ControlFilter()
"""One for all lines: Textual remembers of every line what this very filter made of it."""


class OnlineSafeApp(KeepingApp):
    """Shows one thing at a time, and keeps what the person writes."""

    CSS_PATH = "onlinesafe.tcss"
    TITLE = "OnlineSafe"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (WIDEST, "-widest")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", N_("Help"), id="app.help", priority=True),
        Binding("f2", "language", N_("Nederlands"), id="app.language", priority=True),
        Binding("f3", "contacts", N_("Who to call"), id="app.contacts", priority=True),
        Binding("f5", "save", N_("Save"), id="app.save", priority=True),
        Binding("f6", "home", N_("First screen"), id="app.home", priority=True),
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
        self._has_few_colours = has_few_colours
        self._before_leaving: Screen[str] | None = None
        if workspace.settings.keys:  # which few people have
            from onlinesafe_tui.tui.keymap import read_keymap

            self.keymap = read_keymap(workspace.settings.keys, type(self))
        # What was moved is on a key that is called the same in every language.
        names = {id: key_name(key, workspace.words) for id, key in self.keymap.keys.items()}
        workspace.library.name_keys(names)
        for theme in (DARK, LIGHT, PLAIN):
            self.register_theme(theme)
        # The look to begin with is no change of it, after which every rule would be read a second time.
        self.set_reactive(App.theme, self._look)
        self.stylesheet.set_variables(self.get_css_variables())

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

    @on(Read)
    def _read(self, event: Read) -> None:
        if event.id is None:
            self.push_screen(screens.ListScreen(self._workspace, event.kind))
        else:
            self._read_page(event.kind, event.id)

    @on(Chosen)
    def _take_choices(self) -> None:
        """Look as was chosen, as far as the terminal has the colours for it."""
        self.theme = self._look
        self.show_cursor(is_shown=self._workspace.settings.visible_cursor)

    @property
    def _look(self) -> str:
        return PLAIN.name if self._has_few_colours else self._workspace.settings.theme

    @on(CountryChosen)
    def _follow(self, event: CountryChosen) -> None:
        """Let an exercise be about the country that was chosen."""
        if self._workspace.is_practice:
            from onlinesafe_tui.services.demo import follow_choice

            self.forget_open()
            follow_choice(self._workspace, event.before)
            self._say_again()

    def action_help(self) -> None:
        """Show the keys of this screen and how the program works."""
        if not isinstance(self.screen, screens.HelpScreen):
            keys = own_keys(self.screen)
            self.push_screen(screens.HelpScreen(self._workspace, keys, self.keymap), self._press)

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
            keys = self.screen.keys if isinstance(self.screen, screens.HelpScreen) else own_keys(self.screen)
            find = partial(all_commands, self, keys, self._workspace, self._read_page)
            self.push_screen(screens.SearchScreen(self._workspace, find, self._read_hit), self._run_command)

    def action_stop(self) -> None:
        """Leave; when something would be lost, ask first."""
        self.settle()
        if self.is_working:
            self.set_timer(0.5, self.action_stop)
        elif not self._workspace.keeper.has_unsaved:
            self._leave()
        elif self.screen is not self._before_leaving:
            self._before_leaving = screens.questions.ask_before_losing(self._workspace)
            self.push_screen(self._before_leaving, self._leaving)

    def stop_covered(self) -> None:
        """End without showing anything, unless something is kept nowhere."""
        if not self._workspace.keeper.has_unsaved:
            self._leave(is_shown=False)

    def _read_page(self, kind: Kind, id: str, place: Place | None = None) -> None:
        situation = self._incident.value.situation if self._incident is not None else None
        self.push_screen(screens.PageScreen(self._workspace, kind, id, situation, place))

    def _read_hit(self, hit: Hit) -> None:
        self._read_page(hit.kind, hit.id, hit.place)

    async def _press(self, key: ActiveBinding | None) -> None:
        if key is not None:
            await self.run_action(key.binding.action, key.node)

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
