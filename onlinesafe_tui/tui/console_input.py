"""Reading the console of Windows, so that no half of a character and no paste can do harm."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from ctypes import byref, wintypes
from typing import Final

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers import win32
from textual.drivers.windows_driver import WindowsDriver

from onlinesafe_tui.tui.halves import Halves
from onlinesafe_tui.tui.pasting import PAUSE, PasteKeeper

_AT_ONCE: Final = 1024
_TICK: Final = 100
_KEY: Final = 0x0001
_SIZE: Final = 0x0004


class ConsoleInput(WindowsDriver):
    """Textual's own driver, but in a paste nothing is a key, and half a character ends nothing."""

    def start_application_mode(self) -> None:
        """Start, with our own reader in the place of Textual's."""
        theirs, win32.EventMonitor = win32.EventMonitor, ConsoleReader  # type: ignore[misc]
        try:
            super().start_application_mode()
        finally:
            win32.EventMonitor = theirs  # type: ignore[misc]


class ConsoleReader(win32.EventMonitor):
    """Reads keys, pastes and sizes in a thread of its own."""

    def run(self) -> None:
        """Read until the program ends; let whatever goes wrong be told as everywhere: where, and never what."""
        try:
            self.read()
        except Exception as error:  # noqa: BLE001  (this is the end of a thread)
            self.app.call_later(self.app._handle_exception, error)

    def read(self) -> None:
        """Read until the program ends."""
        parser, keeper, halves = XTermParser(), PasteKeeper(), Halves()
        console = win32.GetStdHandle(win32.STD_INPUT_HANDLE)
        records, count = (win32.INPUT_RECORD * _AT_ONCE)(), wintypes.DWORD(0)
        while not self.exit_event.is_set():
            came, size = "", None
            wait = round(PAUSE * 1000) if keeper.is_waiting else _TICK
            if win32.wait_for_handles([console], wait) is not None:
                win32.KERNEL32.ReadConsoleInputW(console, byref(records), _AT_ONCE, byref(count))
                units, size = told(records[: count.value])
                came = keeper.take(halves.join(units))
            for data in (came, keeper.release()):
                # No data at all would tell the parser that this is the end.
                for message in parser.feed(data) if data else ():
                    self.process_event(message)  # type: ignore[arg-type]  # it is the driver's, and takes all messages
            for message in parser.tick():
                self.process_event(message)  # type: ignore[arg-type]
            if size is not None:
                self.on_size_change(*size)
        with suppress(EOFError, ParseError):
            list(parser.feed(""))


def told(records: Sequence[win32.INPUT_RECORD]) -> tuple[str, tuple[int, int] | None]:
    """Return what was typed, in the units of the console, and the size of the window if that changed."""
    units: list[str] = []
    size = None
    for record in records:
        if record.EventType == _KEY:
            key = record.Event.KeyEvent
            # As in Textual's own reader: what has the state of other keys and no number of its own was not typed.
            if key.bKeyDown and not (key.dwControlKeyState and key.wVirtualKeyCode == 0):
                units.append(key.uChar.UnicodeChar)
        elif record.EventType == _SIZE:
            now = record.Event.WindowBufferSizeEvent.dwSize
            size = (now.X, now.Y)
    return "".join(units), size
