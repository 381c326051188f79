"""A terminal that is gone holds nobody up: not who writes to it, and not the end of the program."""

from __future__ import annotations

import errno
import sys
from threading import Thread
from typing import IO, cast

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has a reader and a writer of its own")


class Gone:
    """A terminal that was taken away."""

    def write(self, text: str) -> int:
        raise OSError(errno.EIO, "gone")

    def flush(self) -> None:
        raise OSError(errno.EIO, "gone")

    def fileno(self) -> int:
        return 2

    def isatty(self) -> bool:
        return True


def test_what_is_written_to_a_terminal_that_is_gone_holds_up_neither_the_screen_nor_the_end() -> None:
    from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

    from onlinesafe_tui.tui.terminal_input import LastingFile

    writer = WriterThread(cast("IO[str]", LastingFile(cast("IO[str]", Gone()))))
    writer.start()

    def work() -> None:
        for _ in range(3 * MAX_QUEUED_WRITES):
            writer.write("words")
        writer.stop()

    person = Thread(target=work, daemon=True)
    person.start()
    person.join(10)
    assert not person.is_alive()
