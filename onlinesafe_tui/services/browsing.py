"""The browser of the computer: the one place that opens an address, and only when somebody asks for that one."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final, Protocol

from onlinesafe_tui.errors import BrowserError, BrowserInTerminal, BrowserUnclear

if TYPE_CHECKING:
    from onlinesafe_tui.domain.addresses import WebAddress

_CHILD: Final = Path(__file__).with_name("browser_child.py")
_LONGEST: Final = 2.0
"""Seconds after which a browser that was started and says nothing is taken to be there."""

_IN_A_TERMINAL: Final = frozenset(
    {
        "www-browser",
        "w3m",
        "lynx",
        "links",
        "links2",
        "elinks",
        "felinks",
        "browsh",
        "carbonyl",
        "chawan",
        "cha",
        "edbrowse",
    }
)
_NO_BROWSERS: Final = frozenset(
    {"sh", "bash", "dash", "zsh", "fish", "ksh", "csh", "tcsh", "busybox", "env", "eval", "cmd", "powershell", "pwsh"}
)
_SPECIAL: Final = frozenset("\"'`$;|&<>(){}*?!%")


class Browser(Protocol):
    """Opens addresses in a browser."""

    @property
    def is_elsewhere(self) -> bool:
        """Whether it would open on another computer than the one at which somebody sits."""

    def open(self, address: WebAddress, /) -> None:
        """Ask for an address to be opened. May take seconds.

        Raises:
            BrowserError: No browser could be started.
        """


class SystemBrowser:
    """The browser that somebody chose on this computer."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        """Create it; nothing is looked for before an address is opened.

        Args:
            environ: Tells whether the session is a remote one, and which browser somebody set.
        """
        self._environ = environ

    @property
    def is_elsewhere(self) -> bool:
        """Whether the session comes from another computer, over SSH."""
        return bool(self._environ.get("SSH_CONNECTION") or self._environ.get("SSH_TTY"))

    def open(self, address: WebAddress) -> None:
        """Ask the browser to open an address, in a process that has no terminal.

        Raises:
            BrowserError: There is no browser, or none that may be started from here.
        """
        from onlinesafe_tui.services.browser_child import IN_A_TERMINAL, OPENED  # noqa: PLC0415  (few starts open one)

        if self.is_elsewhere:
            raise BrowserError
        chosen = browsers_in(self._environ.get("BROWSER", ""))
        ended = _run(address.whole, chosen, self._environ)
        if ended == IN_A_TERMINAL:
            raise BrowserInTerminal
        if ended != OPENED:
            raise BrowserError


def browsers_in(setting: str) -> tuple[str, ...]:
    """Return the programs that `BROWSER` names. It may hold anything: only plain names are used, and no shell.

    Args:
        setting: One or more names, as other programs take them; empty when nothing is set.

    Raises:
        BrowserInTerminal: One of them draws in the terminal, where this program is.
        BrowserUnclear: It is more than names, or a shell.
    """
    found: list[str] = []
    for one in filter(str.strip, setting.split(os.pathsep)):
        name = one.strip().removesuffix("&").strip().removesuffix("%s").strip()
        program = PurePath(name).name.lower().removesuffix(".exe")
        if program in _IN_A_TERMINAL or program.partition(" ")[0] in _IN_A_TERMINAL:
            raise BrowserInTerminal
        if not name.isprintable() or " " in name or _SPECIAL & set(name) or program in _NO_BROWSERS or not program:
            raise BrowserUnclear
        found.append(name)
    return tuple(found)


def _run(address: str, chosen: Sequence[str], environ: Mapping[str, str]) -> int | None:
    """Open an address in a process of its own; return what it ended with, 0 when it goes on."""
    import subprocess  # noqa: PLC0415  (few starts open an address)

    if not sys.executable:
        return None
    try:
        process = subprocess.Popen(
            # -I: no module of the folder that the program happens to be started in is ever loaded.
            [sys.executable, "-I", str(_CHILD), address, *chosen],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(environ),
            # A session of its own has no terminal: what is started there cannot draw in this one, or read its keys.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None
    try:
        return process.wait(_LONGEST)
    except subprocess.TimeoutExpired:
        return 0
