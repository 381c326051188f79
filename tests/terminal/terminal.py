"""A real process in a real pseudo-terminal, seen as a person sees it."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pexpect
import pyte

PATIENCE: Final = 30.0
"""Seconds to wait for something to appear; machines that run tests can be slow."""

_LAST_PAGE: Final = 1.0
"""Seconds without anything new after which a page is the last one."""

KEYS: Final = {
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "end": "\x1b[F",
    "home": "\x1b[H",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
"""What a terminal sends for a key."""

_UNKNOWN: Final = re.compile(rb"\x1b\[[<>=]\d*u")
"""How keys are to be told from one another: asked of the terminal, and shown as letters by the one of these tests."""


class Terminal:
    """Runs a command in a pseudo-terminal, and knows what stands on its screen."""

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        *,
        columns: int = 80,
        lines: int = 24,
        folder: Path | None = None,
    ) -> None:
        """Start the command, in a folder or else in that of the tests."""
        env = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", **environ}
        self.raw = b""
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._process: pexpect.spawn[bytes] = pexpect.spawn(
            command[0], list(command[1:]), env=env, cwd=folder, dimensions=(lines, columns), timeout=PATIENCE
        )
        self._process.delaybeforesend = None

    def __enter__(self) -> Self:
        """Use the terminal."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process, whatever happened."""
        if not self._process.closed and self._process.isalive():
            self._process.kill(signal.SIGKILL)
            self._process.wait()
        self._process.close(force=True)

    @property
    def text(self) -> str:
        """Everything on the screen, line by line."""
        self.read()
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def title(self) -> str:
        """The title that the window was given."""
        self.read()
        return str(self._screen.title)

    @property
    def colours(self) -> set[str]:
        """The colours on the screen that are not the terminal's own."""
        self.read()
        cells = (cell for line in self._screen.buffer.values() for cell in line.values())
        return {colour for cell in cells for colour in (cell.fg, cell.bg)} - {"default"}

    @property
    def cursor(self) -> tuple[int, int] | None:
        """Where the cursor stands, column and row; None when it is hidden."""
        self.read()
        cursor = self._screen.cursor
        return None if cursor.hidden else (cursor.x, cursor.y)

    def resize(self, columns: int, lines: int) -> None:
        """Make the window another size."""
        self._screen.resize(lines, columns)
        self._process.setwinsize(lines, columns)
        self._settle()

    def send(self, key: str) -> None:
        """Press a key, and wait for nothing."""
        self._process.send(KEYS.get(key, key))

    def press(self, *keys: str) -> None:
        """Press keys, each by its name or as the character it is."""
        for key in keys:
            self._process.send(KEYS.get(key, key))
            self._settle()

    def type(self, text: str) -> None:
        """Type a text at once."""
        self._process.send(text)
        self._settle()

    def wait_for(self, *texts: str) -> str:
        """Wait until all texts stand on the screen, and return the screen.

        Raises:
            AssertionError: They did not appear.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            shown = " ".join(self.text.split())
            if all(text in shown for text in texts):
                return self.text
            self.read(0.05)
            if not self._process.isalive():
                break
        raise AssertionError(f"{texts} did not appear on:\n{self.text}")

    def wait_until_asked(self) -> None:
        """Wait until the last line is a question: it ends with a colon.

        Raises:
            AssertionError: Nothing is asked.
        """
        end = time.monotonic() + PATIENCE
        while not self.text.rstrip().endswith(":"):
            assert time.monotonic() < end, self.text
            self.read(0.02)

    def read_all(self, pages: int = 20) -> str:
        """Page down through what does not fit, and return every screen after the other."""
        seen = [self.text]
        for _ in range(pages):
            self.press("pagedown")
            # A slow machine may not have drawn the next page yet, which looks like the end.
            end = time.monotonic() + _LAST_PAGE
            while self.text == seen[-1] and time.monotonic() < end:
                self.read(0.05)
            if self.text == seen[-1]:
                break
            seen.append(self.text)
        return " ".join(" ".join(seen).split())

    def hang_up(self) -> None:
        """Close the window, as a person does with the mouse."""
        self._process.kill(signal.SIGHUP)
        self.wait_for_end()

    def lose(self) -> int:
        """Take the terminal itself away, as when its program crashes; return the exit status, or minus the signal.

        Raises:
            AssertionError: The program goes on without it.
        """
        pseudo = self._process.ptyproc  # type: ignore[attr-defined]
        pseudo.fileobj.close()
        self._process.closed = True
        end = time.monotonic() + PATIENCE
        while pseudo.isalive():
            if time.monotonic() > end:
                pseudo.kill(signal.SIGKILL)
                raise AssertionError("the program goes on without a terminal")
            time.sleep(0.02)
        return int(pseudo.exitstatus) if pseudo.exitstatus is not None else -int(pseudo.signalstatus or 0)

    def signal(self, number: int) -> int:
        """Tell the program something by a signal, and wait for its end; return what `wait_for_end` does."""
        self.tell(number)
        return self.wait_for_end()

    def tell(self, number: int) -> None:
        """Tell the program something by a signal, and wait for nothing."""
        self._process.kill(number)

    def kill(self) -> None:
        """End the process at once, with no chance to do anything."""
        self._process.kill(signal.SIGKILL)
        self.wait_for_end()

    def wait_for_end(self) -> int:
        """Wait until the process is gone, and return its exit status, or minus the signal."""
        self._process.expect(pexpect.EOF)
        self._show(self._process.before or b"")
        self._process.close()
        status = self._process.exitstatus
        return status if status is not None else -(self._process.signalstatus or 0)

    def _settle(self) -> None:
        """Read until nothing more comes for a moment."""
        while self.read(0.12):
            pass

    def read(self, timeout: float = 0.0) -> bool:
        """Read what comes within some seconds, and tell whether anything did."""
        if self._process.closed:
            return False
        try:
            data = self._process.read_nonblocking(65536, timeout)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self._show(data)
        return True

    def _show(self, data: bytes) -> None:
        self.raw += data
        self._stream.feed(_UNKNOWN.sub(b"", data))
