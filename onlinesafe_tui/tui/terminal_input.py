"""Reading the terminal on Linux and macOS, so that no paste and no stray byte can do harm."""

from __future__ import annotations

import errno
import os
import select
import selectors
import signal
import threading
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import IO, Any, Final, cast

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from onlinesafe_tui.tui.guarded import GuardedApp
from onlinesafe_tui.tui.pasting import PAUSE, PasteKeeper

_EMPTY_SCREEN: Final = "\x1b[?1049h"
_AT_ONCE: Final = 4096
_TICK: Final = 0.1


class LastingFile:
    """A terminal as a file that takes what is written also when it is gone.

    Textual writes on a thread of its own, from a queue of thirty pieces. Without this the thread would end with its
    first error, and who writes the next thirty-one pieces, or stops the thread, would wait for ever.
    """

    def __init__(self, file: IO[str]) -> None:
        """Create the file.

        Args:
            file: The terminal.
        """
        self._file = file

    def write(self, text: str) -> None:
        """Write, as long as there is a terminal."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Bring what was written to the terminal, as long as there is one."""
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """Return the number that the system knows it by."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Tell whether it is a terminal."""
        return self._file.isatty()


class TerminalInput(LinuxDriver):
    """Textual's own driver, but in a paste nothing is a key, and a byte that is no UTF-8 ends nothing.

    It also takes over what stands on the terminal already, and lets nobody wait for its thread at the end.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        """Create the driver.

        Args:
            args: What Textual passes on.
            options: What Textual passes on by name.
        """
        super().__init__(*args, **options)
        terminal: Any = self._file
        self._file = cast("Any", LastingFile(terminal))
        self._waker = os.pipe()
        self._reading = threading.Lock()

    def write(self, data: str) -> None:
        """Write to the terminal; where that changes to the empty screen, put back on it what stood there."""
        if data == _EMPTY_SCREEN and isinstance(self._app, GuardedApp):
            data += self._app.drawn_already()
        super().write(data)

    def disable_input(self) -> None:
        """Read no more, and wake the thread that waits for a key."""
        os.write(self._waker[1], b"!")
        super().disable_input()
        os.read(self._waker[0], 1)

    def run_input_thread(self) -> None:
        """Read what the terminal sends, until the program ends."""
        parser, keeper = XTermParser(self._debug), PasteKeeper()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._waker[0], selectors.EVENT_READ)
            while not self.exit_event.is_set() and self._is_this_the_reader:
                came = ""
                ready = selector.select(PAUSE if keeper.is_waiting else _TICK)
                if any(key.fd == self.fileno for key, _ in ready):
                    read = self._read()
                    if read is None:
                        continue
                    if not read:
                        # The terminal is gone. Mostly the computer says so by this signal, but not to every program.
                        selector.unregister(self.fileno)
                        os.kill(os.getpid(), signal.SIGHUP)
                    came = keeper.take(decode(read))
                for data in (came, keeper.release()):
                    # No data at all would tell the parser that this is the end.
                    for message in parser.feed(data) if data else ():
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)
        with suppress(EOFError, ParseError):
            list(parser.feed(""))

    @property
    def _is_this_the_reader(self) -> bool:
        """Whether no other thread reads by now: a program that is told to continue begins to read once more."""
        return self._key_thread is None or self._key_thread is threading.current_thread()

    def _read(self) -> bytes | None:
        """Read what came from the terminal: nothing when there is none any more, None when another thread was first."""
        with self._reading:
            if not self._is_this_the_reader or not select.select([self.fileno], [], [], 0)[0]:
                return None
            try:
                return os.read(self.fileno, _AT_ONCE)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                return b""

    def _run_input_thread(self) -> None:
        """Let whatever goes wrong here be told as everywhere: where, and never what."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001  (this is the end of a thread)
            self._app.call_later(self._app._handle_exception, error)
