"""The window that the prompts stand in: emptied when what was saved is locked, and silent until somebody comes back."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final

_EMPTY: Final = "\x1b[H\x1b[2J\x1b[3J"
"""To the top left; what is on the screen; what can be scrolled back to, where some terminals put the screen first."""


class Window:
    """Where the prompts are shown, as far as it is a terminal that can be emptied."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Create the window; nothing is done to it yet.

        Args:
            environ: Says which terminal it is.
        """
        self._environ = environ
        self._modes: list[Any] | None = None

    def empty(self) -> bool:
        """Take away everything that stands there, and tell whether that was possible.

        What is typed then is shown no more until its Enter: it may be a passphrase.
        """
        if not self._can_be_emptied():
            return False
        self._silence()
        sys.stdout.write(_EMPTY)
        sys.stdout.flush()
        return True

    def asking(self, ask: Callable[[str], str]) -> Callable[[str], str]:
        """Return `ask` so that what is typed is shown again after a line that was not."""

        def asked(prompt: str) -> str:
            try:
                return ask(prompt)
            finally:
                self.speak_up()

        return asked

    def speak_up(self) -> None:
        """Let the terminal show again what is typed, when it was kept from that here."""
        modes, self._modes = self._modes, None
        if sys.platform != "win32" and modes is not None:
            import termios

            # It may be gone.
            with suppress(OSError, ValueError, termios.error):
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, modes)

    def _can_be_emptied(self) -> bool:
        if sys.stdout is None or not sys.stdout.isatty():
            return False
        from onlinesafe_tui.services.console import knows_escapes

        return knows_escapes() and self._environ.get("TERM", "" if os.name == "nt" else "dumb") != "dumb"

    def _silence(self) -> None:
        if sys.platform != "win32":
            import termios

            # Where there is no such terminal, what is typed is shown as before.
            with suppress(OSError, ValueError, AttributeError, termios.error):
                modes = termios.tcgetattr(sys.stdin.fileno())
                # While a secret is asked it is silent already, and whoever asks lets it speak again.
                if modes[3] & termios.ECHO:
                    silent = [*modes[:3], modes[3] & ~termios.ECHO | termios.ECHONL, *modes[4:]]
                    termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, silent)
                    self._modes = modes
