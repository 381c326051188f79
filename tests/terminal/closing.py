"""The real program in a console of Windows that is faked: `python -m tests.terminal.closing ARGUMENTS`.

Faked is what `services.console` knows of Windows, and no more: what system it is, and the calls to it. When a file
`close` comes into the home folder the console is closed, and does what Windows does: it calls who asked to be told, on
a thread of its own, and ends the program.
"""

from __future__ import annotations

import ctypes
import gc
import getpass
import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread
from types import ModuleType, SimpleNamespace
from typing import Any, ClassVar, Final
from weakref import ref

from onlinesafe_tui.services import console
from tests.faults.program import start

TOLD: Final = 40
"""The exit status when the program was told, and said that it is ready."""

NOT_TOLD: Final = 41
"""The exit status when nobody asked to be told, or nobody was there any more to tell."""

_VIRTUAL_TERMINAL: Final = 4

# Who looks for the real one had a look.
_LOOKED: Final = (getpass, subprocess)


class Console:
    """What `kernel32` does of a console."""

    asked: ClassVar[list[ref[Any]]] = []

    def __init__(self, _: str) -> None:
        """Be loaded by the name of the library."""

    def SetConsoleCtrlHandler(self, called: Any, is_added: bool) -> bool:  # noqa: N802
        """Remember whom to call; as Windows, keep nothing alive for that."""
        self.asked.append(ref(called))
        return is_added

    def GetConsoleMode(self, _: object, mode: Any) -> bool:  # noqa: N802
        """Tell that escapes are known."""
        mode._obj.value = _VIRTUAL_TERMINAL
        return True


def close_when_told(sign: Path) -> None:
    """Close the console as soon as the file is there."""
    while not sign.exists():
        time.sleep(0.02)
    gc.collect()
    called = [asked() for asked in Console.asked]
    is_told = bool(called) and all(call is not None and call(console.CLOSE) for call in called)
    os._exit(TOLD if is_told else NOT_TOLD)


if __name__ == "__main__":
    fakes: dict[str, Any] = {"WinDLL": Console, "WINFUNCTYPE": ctypes.CFUNCTYPE}
    for name, fake in fakes.items():
        setattr(ctypes, name, fake)
    system = ModuleType("msvcrt")
    system.get_osfhandle = lambda file: file  # type: ignore[attr-defined]
    sys.modules["msvcrt"] = system
    setattr(console, "sys", SimpleNamespace(platform="win32", stdout=sys.stdout))  # noqa: B010  (it is no name of ours)
    Thread(target=close_when_told, args=(Path.home() / "close",), daemon=True).start()
    start()
