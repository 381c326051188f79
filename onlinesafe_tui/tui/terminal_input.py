"""Reading the terminal on Linux and macOS, so that no paste and no stray byte can do harm."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import Final

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from onlinesafe_tui.tui.pasting import PAUSE, PasteKeeper

_AT_ONCE: Final = 4096
_TICK: Final = 0.1


class TerminalInput(LinuxDriver):
    """Textual's own driver, but in a paste nothing is a key, and a byte that is no UTF-8 ends nothing."""

    def run_input_thread(self) -> None:
        """Read what the terminal sends, until the program ends."""
        parser, keeper = XTermParser(self._debug), PasteKeeper()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                came = ""
                if selector.select(PAUSE if keeper.is_waiting else _TICK):
                    came = keeper.take(decode(os.read(self.fileno, _AT_ONCE)))
                for data in (came, keeper.release()):
                    # No data at all would tell the parser that this is the end.
                    for message in parser.feed(data) if data else ():
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)
        with suppress(EOFError, ParseError):
            list(parser.feed(""))

    def _run_input_thread(self) -> None:
        """Let whatever goes wrong here be told as everywhere: where, and never what."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001  (this is the end of a thread)
            self._app.call_later(self._app._handle_exception, error)
