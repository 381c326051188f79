"""What only a console of Windows does: it tells when its window closes, and may not know what moves a cursor."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

BREAK: Final = 1
CLOSE: Final = 2
LOGOFF: Final = 5
SHUTDOWN: Final = 6

PATIENCE: Final = 4.0
"""Seconds in which everything must be saved: Windows ends a program five seconds after its window was closed."""

_VIRTUAL_TERMINAL: Final = 0x0004

_listening: list[object] = []
"""What Windows calls; it must not be cleared away."""


def listener(end: Callable[[], None], *, leaves_itself: bool) -> Callable[[int], bool]:
    """Return what a console calls with what happens to it, in a thread of its own; it ends the program on return.

    Args:
        end: Saves everything, and comes back when that is done.
        leaves_itself: Whether the program leaves by itself after that, when only Ctrl+Break was pressed.
    """

    def told(event: int) -> bool:
        if event not in (BREAK, CLOSE, LOGOFF, SHUTDOWN):
            return False
        end()
        return leaves_itself or event != BREAK

    return told


def listen_to_console(told: Callable[[int], bool]) -> None:
    """Let the console call this from now on; does nothing where there is none."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (only here)
        from ctypes import wintypes  # noqa: PLC0415

        called = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.DWORD)(told)
        if ctypes.WinDLL("kernel32").SetConsoleCtrlHandler(called, True):
            _listening.append(called)


def knows_escapes() -> bool:
    """Tell whether the console does what escape sequences say, after asking it to; True where there is no such thing.

    An old console, or one that is set to be like an old one, writes them out as signs.
    """
    knows = True
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415
        import msvcrt  # noqa: PLC0415
        from ctypes import wintypes  # noqa: PLC0415

        kernel, mode = ctypes.WinDLL("kernel32"), wintypes.DWORD()
        try:
            handle = wintypes.HANDLE(msvcrt.get_osfhandle(sys.stdout.fileno()))
        except (OSError, AttributeError, ValueError):
            return False
        knows = bool(kernel.GetConsoleMode(handle, ctypes.byref(mode))) and bool(
            mode.value & _VIRTUAL_TERMINAL or kernel.SetConsoleMode(handle, mode.value | _VIRTUAL_TERMINAL)
        )
    return knows
