"""The console of Windows, faked: what it gives comes in whole, and no paste and no half of a character does harm."""

from __future__ import annotations

import ctypes
import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from threading import Event
from time import sleep
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from textual import events

from onlinesafe_tui.tui.halves import Halves

KEY, SIZE = 1, 4
Batch = list[str | tuple[int, int]]
Read = Callable[..., list[Any]]


class Kernel:
    """Gives one batch of what happened after another, as the kernel of Windows does, and then says stop."""

    def __init__(self) -> None:
        self.begin(())

    def begin(self, batches: Sequence[Batch]) -> None:
        self.batches = list(batches)
        self.stop = Event()
        self.pauses = 100

    @staticmethod
    def GetStdHandle(number: int) -> int:  # noqa: N802
        return number

    def WaitForMultipleObjects(self, *_: object) -> int:  # noqa: N802
        if self.batches:
            return 0
        # What is held back to see what comes after it must come too.
        self.pauses -= 1
        if not self.pauses:
            self.stop.set()
        sleep(0.001)
        return 0x102

    def ReadConsoleInputW(self, _: object, records: Any, most: int, count: Any) -> int:  # noqa: N802
        batch = self.batches.pop(0)
        assert len(batch) <= most
        for record, what in zip(records._obj, batch, strict=False):
            if isinstance(what, str):
                record.EventType = KEY
                record.Event.KeyEvent.bKeyDown = 1
                record.Event.KeyEvent.dwControlKeyState = 0
                record.Event.KeyEvent.uChar.UnicodeChar = what
            else:
                record.EventType = SIZE
                record.Event.WindowBufferSizeEvent.dwSize.X, record.Event.WindowBufferSizeEvent.dwSize.Y = what
        count._obj.value = len(batch)
        return 1


@pytest.fixture(scope="module")
def windows() -> Iterator[tuple[Kernel, ModuleType]]:
    """Import our reader as on Windows, once: whoever has a module keeps it."""
    kernel = Kernel()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ctypes, "WinDLL", lambda *_, **__: kernel, raising=False)
        patch.setitem(sys.modules, "msvcrt", ModuleType("msvcrt"))
        yield kernel, importlib.import_module("onlinesafe_tui.tui.console_input")


@pytest.fixture
def read(windows: tuple[Kernel, ModuleType]) -> Read:
    """Let our reader read batches, and return what the program hears of them."""
    kernel, console = windows

    def run(*batches: Batch) -> list[Any]:
        heard: list[Any] = []
        kernel.begin(batches)
        app = SimpleNamespace(call_later=lambda _, error: heard.append(error), _handle_exception=None)
        reader = console.ConsoleReader(None, app, kernel.stop, heard.append)
        reader.on_size_change = lambda *size: heard.append(size)
        reader.run()
        return heard

    return run


def units(text: str) -> Batch:
    """Return a text as a console gives it: in units of two bytes."""
    data = text.encode("utf-16-le")
    return [chr(int.from_bytes(data[at : at + 2], "little")) for at in range(0, len(data), 2)]


def typed(heard: list[Any]) -> str:
    return "".join(event.character or "" for event in heard if isinstance(event, events.Key))


def pasted(heard: list[Any]) -> list[str]:
    return [event.text for event in heard if isinstance(event, events.Paste)]


def test_what_is_typed_comes_in_as_it_is(read: Read) -> None:
    assert typed(read(units("één €"), units("😀"))) == "één €😀"


def test_a_character_of_which_the_halves_come_apart_ends_nothing(read: Read) -> None:
    first, second = units("😀")
    assert typed(read(["a", first], [second, "b"])) == "a😀b"


def test_a_half_that_stays_alone_is_shown_as_one_and_ends_nothing(read: Read) -> None:
    first, second = units("😀")
    assert typed(read(["a", first, "b"], ["c", second], ["d"])) == "a�bc�d"


def test_two_thousand_characters_in_two_halves_are_pasted_whole(read: Read) -> None:
    paste = units(f"\x1b[200~{'😀' * 2000}\x1b[201~")
    batches = [paste[at : at + 1023] for at in range(0, len(paste), 1023)]
    assert pasted(read(*batches)) == ["😀" * 2000]


def test_a_paste_that_ends_itself_gives_no_keys(read: Read) -> None:
    heard = read(units("\x1b[200~a\x1b[201~\x11b\x1b[201~"))
    assert typed(heard) == ""
    assert len(pasted(heard)) == 1


def test_keys_with_names_are_known(read: Read) -> None:
    heard = read(units("\x1b[21~"), units("\x1b[A"), units("\r"))
    assert [event.key for event in heard] == ["f10", "up", "enter"]


def test_a_window_that_changes_is_told(read: Read) -> None:
    assert read([(120, 40)], units("a"))[0] == (120, 40)


def test_a_console_that_fails_is_told_to_the_program_and_not_left_silent(read: Read) -> None:
    heard = read([None])
    assert isinstance(heard[0], TypeError)


def test_halves_wait_for_each_other_however_they_are_cut() -> None:
    whole = "a😀é\u0301🏳️‍🌈€" * 3
    cut = [str(unit) for unit in units(whole)]
    for size in range(1, len(cut)):
        halves = Halves()
        pieces = ["".join(cut[at : at + size]) for at in range(0, len(cut), size)]
        assert "".join(halves.join(piece) for piece in pieces) == whole
