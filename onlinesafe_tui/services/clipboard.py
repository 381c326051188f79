"""Copying a text: the clipboard of the computer, else the one of the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum

from onlinesafe_tui.errors import CopyError


class Copied(StrEnum):
    """How a text was copied."""

    CLIPBOARD = "clipboard"
    """It is on the clipboard."""

    TERMINAL = "terminal"
    """It was sent to the terminal, which never says whether it put it on the clipboard."""


class Clipboard:
    """Copies texts for a person to paste elsewhere."""

    def __init__(
        self,
        system: Callable[[str], bool],
        terminal: Callable[[str], None] | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        """Create the clipboard.

        Args:
            system: Puts a text on the computer's own clipboard; says whether it could.
            terminal: Asks the terminal to take the text; None where there is none that could.
            environ: Tells whether the session is a remote one, whose computer's clipboard is of no use.
        """
        self._system = system
        self._terminal = terminal
        self._is_remote = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))

    def with_terminal(self, terminal: Callable[[str], None]) -> Clipboard:
        """Return the same clipboard with a terminal to fall back on."""
        environ = {"SSH_TTY": "remote"} if self._is_remote else {}
        return Clipboard(self._system, terminal, environ)

    def copy(self, text: str) -> Copied:
        """Copy a text.

        Raises:
            CopyError: Neither the computer nor a terminal takes it.
        """
        if not self._is_remote and self._system(text):
            return Copied.CLIPBOARD
        if self._terminal is None:
            raise CopyError
        self._terminal(text)
        return Copied.TERMINAL


def system_clipboard(text: str) -> bool:
    """Put a text on the computer's clipboard; False when it has none that can be reached, or it does not stay there."""
    import pyperclip  # noqa: PLC0415  (most starts never copy anything)

    if sys.platform == "darwin":
        # Its own program takes letters for others where the environment says nothing of how they are written.
        os.environ.setdefault("LC_CTYPE", "UTF-8")
    try:
        pyperclip.copy(text)
        # The programs that do it on a Linux desktop may fail without a word, when the screen is gone for one.
        return not _must_be_seen(os.environ) or pyperclip.paste() == text
    except (pyperclip.PyperclipException, OSError, ValueError):
        return False


def _must_be_seen(environ: Mapping[str, str]) -> bool:
    """Tell whether only looking says that a text is on the clipboard. Inside Windows that would take seconds."""
    return sys.platform == "linux" and "WSL_DISTRO_NAME" not in environ
