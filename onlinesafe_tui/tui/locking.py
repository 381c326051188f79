"""Locks what was saved: keys dropped, screen empty; the passphrase leads on to where one was."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.binding import Binding, BindingType

from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.guarded import HELD, GuardedApp
from onlinesafe_tui.tui.messages import Lock
from onlinesafe_tui.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from onlinesafe_tui.domain.workbook import Workbook

_LOOK_EVERY: Final = 10.0
"""Seconds between two looks whether nobody touched a key for too long."""

_MINUTE: Final = 60

_AGAIN_AFTER: Final = 0.5
"""Seconds after which what has to wait for other work is tried again."""


class LockingApp(GuardedApp):
    """A program that locks when it is told to, and when nobody touched it for a while."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+o",
            "lock",
            N_("Lock"),
            id="app.lock",
            tooltip=N_("Empty the screen and close what you saved; your passphrase leads on"),
            priority=True,
        ),
    ]

    def __init__(
        self, workspace: Workspace, drawn_already: Callable[[], str] = str, *, has_few_colours: bool = False
    ) -> None:
        """Create the program, with nothing locked.

        Args:
            workspace: What a person can do.
            drawn_already: Gives what stands on the terminal before the screen does; empty for nothing.
            has_few_colours: Whether the terminal has fewer colours than the looks of the program are made of.
        """
        super().__init__(drawn_already, has_few_colours=has_few_colours)
        self._workspace = workspace
        self._is_locked = self._comes_back_on_any_key = False
        self._workbook: Workbook | None = None
        self._touched_at = (monotonic(), workspace.clock.now())

    @property
    def is_locked(self) -> bool:
        """Whether the screens are shut behind one that asks for the passphrase."""
        return self._is_locked

    @property
    def is_working(self) -> bool:
        """Whether a screen works with what was saved in a way that must not be broken off; it takes seconds."""
        is_open = self._workspace.keeper.vault is not None
        return is_open and any(isinstance(screen, BaseScreen) and screen.is_busy for screen in self.screen_stack)

    @abstractmethod
    def settle(self) -> None:
        """Take over what is half-typed on any screen."""

    @abstractmethod
    def save_last(self) -> None:
        """Save what is not saved yet, and wait for it.

        Raises:
            VaultError: It cannot be saved.
        """

    @abstractmethod
    def tell(self, error: VaultError) -> None:
        """Say what went wrong, until the person goes on."""

    @abstractmethod
    def shut_all(self) -> None:
        """Go to the first screen, and take over nothing of what the screens hold."""

    @abstractmethod
    def reload_open(self) -> None:
        """Take what is open on the screens as it is saved now."""

    @abstractmethod
    def forget_open(self) -> None:
        """Let go of what is open on the screens, which is saved."""

    def begin_to_watch(self) -> None:
        """From now on, lock when nobody touches a key for as long as was chosen."""
        self.set_interval(_LOOK_EVERY, self.lock_when_idle)

    def action_cover(self) -> None:
        """Hide the screen; the same key brings it back."""
        self._comes_back_on_any_key = False
        super().action_cover()

    @on(Lock)
    def action_lock(self) -> None:
        """Empty the screen at once, and drop the keys after that."""
        if self._workspace.keeper.vault is not None:
            self._pressed_at = monotonic()
            self._lock(is_hidden=False)

    def lock_when_idle(self) -> None:
        """Lock when nobody touched a key for as long as was chosen."""
        if self._was_left_alone:
            self._lock(is_hidden=self.is_covered)

    @property
    def _was_left_alone(self) -> bool:
        """Whether nobody touched a key for as long as was chosen.

        A computer that slept counts too, which only its clock tells; and that may be set back, which nothing else is.
        """
        allowed = self._workspace.settings.lock_after * _MINUTE
        if not allowed or self._workspace.keeper.vault is None:
            return False
        awake, then = self._touched_at
        return max(monotonic() - awake, (self._workspace.clock.now() - then).total_seconds()) >= allowed

    def _lock(self, *, is_hidden: bool) -> None:
        """Empty the screen; from one that was hidden on purpose, only the key that hides leads back."""
        self._comes_back_on_any_key = not is_hidden
        self.cover()
        self.call_later(self._drop_keys)

    def _drop_keys(self) -> None:
        """Keep everything, and close the vault. What cannot be kept stays open behind the empty screen, and is told."""
        if self._is_locked:
            return
        if self.is_working:
            self.set_timer(_AGAIN_AFTER, self._drop_keys)
            return
        self.settle()
        self._workbook = self._workspace.keeper.workbook
        try:
            self.save_last()
            self._workspace.keeper.lock()
        except VaultError as error:
            self.tell(error)
            return
        self._is_locked = True
        from onlinesafe_tui.tui.screens.lock import LockScreen  # noqa: PLC0415  (most starts lock nothing)

        self.push_screen(LockScreen(self._workspace), self._unlocked)

    def _unlocked(self, is_open: bool | None) -> None:
        if not is_open:
            return
        self._is_locked = False
        before, self._workbook = self._workbook, None
        if self._workspace.keeper.workbook == before:
            self.reload_open()
        else:
            # Another window changed it meanwhile, and fields would write what was there before over that.
            self.shut_all()
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen) and screen.is_mounted:
                screen.show()

    def leave_locked(self) -> None:
        """Shut for good what is behind the lock: the person goes to the first screen without a passphrase."""
        if self._is_locked:
            self._is_locked = False
            self.forget_open()

    async def on_event(self, event: events.Event) -> None:
        """Notice that somebody is there."""
        if isinstance(event, events.InputEvent | events.Paste):
            if self._was_left_alone:
                # The key that wakes a computer comes before the next look at the time, and leads nowhere.
                self._pressed_at = monotonic()
                self._lock(is_hidden=self.is_covered)
            self._touched_at = (monotonic(), self._workspace.clock.now())
        await super().on_event(event)

    def _press_covered(self, key: str) -> None:
        found = self.screen.active_bindings.get(key)
        is_known = found is not None and found.binding.action in ("stop", "cover")
        if not is_known and self._comes_back_on_any_key and monotonic() - self._pressed_at > HELD:
            self.uncover()
        else:
            super()._press_covered(key)
