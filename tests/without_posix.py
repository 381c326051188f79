"""Imports every module of the program with everything taken away that only Linux and macOS have.

Run as a process of its own: `without_posix.py`. What others wrote is imported first, because it looks at the system by
itself. Prints the modules that do not import, a line each.
"""

from __future__ import annotations

import asyncio
import importlib
import os
import pkgutil
import signal
import sys

ONLY_POSIX = ("fcntl", "grp", "pty", "pwd", "resource", "termios", "tty", "textual.drivers.linux_driver")
CALLS = (
    *("chown", "fchmod", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getpgid", "getuid", "killpg"),
    *("lchown", "mkfifo", "nice", "openpty", "setsid", "statvfs", "sysconf", "uname", "wait3", "wait4"),
    *("O_CLOEXEC", "O_DIRECTORY", "O_NOCTTY", "O_NOFOLLOW", "O_NONBLOCK", "O_SYNC", "WNOHANG"),
)
SIGNALS = ("SIGALRM", "SIGCHLD", "SIGCONT", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGQUIT", "SIGTSTP", "SIGUSR1", "SIGWINCH")
OTHERS = (
    *("babel.dates", "babel.localedata", "click", "docx", "filelock", "getpass", "icalendar", "markdown_it", "msgspec"),
    *("mdit_py_plugins.attrs", "pathlib", "PIL.Image", "PIL.ImageCms", "pillow_heif", "platformdirs.unix", "pyperclip"),
    *("pyrage", "rich.console", "shutil", "subprocess", "tempfile", "textual.app", "textual.pilot", "tinydb", "typst"),
    *(
        "yaml",
        "textual.widgets._input",
        "textual.widgets._text_area",
        "textual.widgets._static",
        "textual._xterm_parser",
    ),
    *("textual.widgets._markdown", "textual.widgets._option_list", "textual.widgets._button", "textual.widgets._label"),
)


def take_away() -> None:
    """Leave only what Windows has too."""
    for name in OTHERS:
        importlib.import_module(name)
    for name in ONLY_POSIX:
        # None makes an import fail as if there were no such module.
        sys.modules[name] = None  # type: ignore[assignment]
    for name in CALLS:
        if hasattr(os, name):
            delattr(os, name)
    for name in SIGNALS:
        if hasattr(signal, name):
            delattr(signal, name)
    for loop in (asyncio.AbstractEventLoop, asyncio.SelectorEventLoop):
        if "add_signal_handler" in vars(loop):
            del loop.add_signal_handler


def main(passed_over: set[str]) -> None:
    """Import everything but what is passed over."""
    take_away()
    package = importlib.import_module("onlinesafe_tui")
    names = [module.name for module in pkgutil.walk_packages(package.__path__, "onlinesafe_tui.")]
    for name in names:
        if name not in passed_over:
            try:
                importlib.import_module(name)
            except (ImportError, AttributeError) as error:
                print(f"{name}: {error}")  # noqa: T201  (for the test that started this)
    print(f"looked at {len(names)}")  # noqa: T201


if __name__ == "__main__":
    main(set(sys.argv[1:]))
