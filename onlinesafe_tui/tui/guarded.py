"""Guards what is seen: empties the terminal at once, and shows nothing more until the person comes back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from time import monotonic
from typing import ClassVar, Final

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.geometry import Offset

from onlinesafe_tui.language import N_
from onlinesafe_tui.tui.cursor import HIDE, SHOW, cursor_of
from onlinesafe_tui.tui.moved import KeyMap

HELD: Final = 1.0
"""Seconds in which the key that hides does not come back when it is pressed again: a hand may hold or hammer it."""


class GuardedApp(App[None], inherit_bindings=False):
    """A program whose screen can be covered at any moment.

    Covered means that nothing is drawn at all, and that no key does anything but come back or stop. A screen on top
    would have to be kept on top of whatever goes on underneath: a save that fails, a vault that opens, a lock.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f8",
            "cover",
            N_("Hide"),
            id="app.cover",
            tooltip=N_("Empty the screen at once; the program runs on, and the same key brings everything back"),
            priority=True,
        ),
    ]

    def __init__(self, drawn_already: Callable[[], str] = str, *, has_few_colours: bool = False) -> None:
        """Create the program, with nothing covered.

        Args:
            drawn_already: Gives what stands on the terminal before the screen does; empty for nothing.
            has_few_colours: Whether the terminal draws colours in its own way, so that only its own can be used.
        """
        super().__init__(ansi_color=True if has_few_colours else None)
        # Nothing moves by itself: a page that glides takes keys for another place than the one that is seen.
        self.animation_level = "none"
        self.drawn_already = drawn_already
        self.keymap = KeyMap()
        self._cover = ExitStack()
        self._is_covered = self._is_cursor_shown = False
        self._pressed_at = 0.0

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor goes after everything that is drawn, whether it is seen or not."""
        return cursor_of(self.screen) if self._screen_stack else self._cursor_set

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        """Take a place from a field; it is asked again whenever something is drawn."""
        self._cursor_set = place

    def show_cursor(self, *, is_shown: bool) -> None:
        """Show the terminal's own cursor, or hide it."""
        self._is_cursor_shown = is_shown
        if not self._is_covered:
            self._write(SHOW if is_shown else HIDE)

    @property
    def is_covered(self) -> bool:
        """Whether the terminal is empty, and stays so."""
        return self._is_covered

    def cover(self) -> None:
        """Empty the terminal, and draw nothing more on it."""
        if not self._is_covered:
            self._is_covered = True
            self._write(emptied(self.size.height))
            self._cover.enter_context(self.batch_update())

    def uncover(self) -> None:
        """Draw the screen again, as it is now."""
        if self._is_covered:
            self._is_covered = False
            self._write(SHOW if self._is_cursor_shown else HIDE)
            self._cover.close()
            self.screen.refresh(layout=True)

    def action_cover(self) -> None:
        """Cover the screen; what is half-typed is kept after that, so that nobody waits for it."""
        self._pressed_at = monotonic()
        self.cover()
        self.call_later(self.keep_all)

    def keep_all(self) -> None:
        """Keep everything as it is now, what is half-typed too."""

    def stop_covered(self) -> None:
        """End the program without showing anything; do nothing when that would lose something."""

    async def on_event(self, event: events.Event) -> None:
        """Let nothing through to what cannot be seen."""
        if self._is_covered and isinstance(event, events.InputEvent | events.Paste):
            if isinstance(event, events.Key):
                self._press_covered(event.key)
            return
        await super().on_event(event)

    def _press_covered(self, key: str) -> None:
        found = self.screen.active_bindings.get(key)
        action = found.binding.action if found is not None else ""
        if action == "stop":
            self.stop_covered()
        elif action == "cover":
            last, self._pressed_at = self._pressed_at, monotonic()
            if self._pressed_at - last > HELD:
                self.uncover()

    def _write(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()


def emptied(lines: int) -> str:
    """Return what empties a terminal of this height and leaves the cursor at its top, as in a new window.

    It goes line by line: some terminals keep what a single "erase everything" takes away, to scroll back to.
    """
    erased = "".join(f"\x1b[{line};1H\x1b[2K" for line in range(1, lines + 1))
    return f"\x1b[0m{erased}\x1b[H{SHOW}"
