"""A program in a pseudo-terminal of its own, timed from outside: what counts is when its bytes arrive."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

PATIENCE: Final = 30.0
FLOORS: Final = Path(__file__).with_name("floors")
_BLINK: Final = 500
"""Bytes that a program sends when only its cursor blinks."""

_TICKS: Final = os.sysconf("SC_CLK_TCK")


def ours(*args: str) -> list[str]:
    """Return the command that starts the program as a person does."""
    return [sys.executable, str(Path(__file__).with_name("launch.py")), *args]


def floor(name: str) -> list[str]:
    """Return the command that starts one of the programs to compare with."""
    return [sys.executable, str(FLOORS / f"{name}.py")]


def home(folder: Path) -> dict[str, str]:
    """Return the environment of somebody who chose Dutch and the Netherlands before."""
    settings = folder / "settings.json"
    settings.write_text('{"language":"nl","country":"nl"}', encoding="utf-8")
    return {"HOME": str(folder), "ONLINESAFE_SETTINGS": str(settings), "ONLINESAFE_VAULT": str(folder / "vault")}


class Process:
    """A running program."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str] | None = None) -> None:
        """Start it in a terminal of 100×30.

        Args:
            command: The program and its arguments.
            environ: What it finds in its environment besides what it needs.
        """
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        env = {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **(environ or {})}
        self._terminal, theirs = os.openpty()
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self._began = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
        )
        os.close(theirs)
        self.id = self._process.pid

    def __enter__(self) -> Self:
        """Use it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it, whatever happened."""
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)

    def until(self, text: str) -> tuple[float, float]:
        """Wait for a text; return the ms from the start to its first bytes, and to the text.

        Raises:
            TimeoutError: It does not come.
        """
        first = 0.0
        seen = b""
        while text.encode() not in seen:
            seen += self._read(PATIENCE)
            first = first or self._since(self._began)
        return first, self._since(self._began)

    def until_still(self) -> float:
        """Wait until only a cursor blinks for a second; return the ms from the start to the last that came before."""
        last = 0.0
        while not last or self._since(self._began) < last + 1000:
            ready = select.select([self._terminal], [], [], 0.1 if last else PATIENCE)[0]
            if ready and len(self._read(PATIENCE)) > _BLINK:
                last = self._since(self._began)
        return last

    def press(self, key: str, until: str = "") -> float:
        """Press a key and return the ms until a text is sent; until anything is when there is none to wait for.

        Raises:
            TimeoutError: Nothing comes.
        """
        self.settle(0.03)
        begin = time.perf_counter()
        os.write(self._terminal, key.encode())
        seen = self._read(PATIENCE)
        while until.encode() not in seen:
            seen += self._read(PATIENCE)
        return self._since(begin)

    def press_until(self, key: str, is_done: Callable[[bytes], bool]) -> float:
        """Press a key and return the ms until what was sent since is what one waits for."""
        self.settle(0.03)
        begin = time.perf_counter()
        os.write(self._terminal, key.encode())
        seen = b""
        while not is_done(seen):
            seen += self._read(PATIENCE)
        return self._since(begin)

    def walk(self, keys: Sequence[str]) -> None:
        """Press keys one after the other, each when the screen stands still."""
        for key in keys:
            os.write(self._terminal, key.encode())
            self.settle(0.15)

    def settle(self, seconds: float) -> int:
        """Read until nothing comes for a while; return how many bytes came."""
        count = 0
        while select.select([self._terminal], [], [], seconds)[0]:
            count += len(self._read(seconds))
        return count

    def leave(self, key: str) -> float:
        """Press the key that ends it, and return the ms until it is gone."""
        self.settle(0.3)
        begin = time.perf_counter()
        os.write(self._terminal, key.encode())
        while True:
            try:
                self._read(PATIENCE)
            except OSError:
                break
        self._process.wait()
        return self._since(begin)

    @property
    def memory(self) -> float:
        """The MB that it holds."""
        status = Path(f"/proc/{self.id}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    @property
    def worked(self) -> float:
        """The seconds that it worked so far."""
        fields = Path(f"/proc/{self.id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def written(self) -> int:
        """The bytes that it wrote so far, to the disk and to the terminal."""
        io = Path(f"/proc/{self.id}/io").read_text(encoding="ascii")
        return int(io.partition("wchar:")[2].split()[0])

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._terminal], [], [], seconds)[0]:
            raise TimeoutError
        return os.read(self._terminal, 1 << 16)

    def _since(self, begin: float) -> float:
        return (time.perf_counter() - begin) * 1000
