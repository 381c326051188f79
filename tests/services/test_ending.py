"""Being told to end while somebody is asked things: nothing is lost, and nobody is asked any more."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import threading
from collections.abc import Callable

import pytest

from onlinesafe_tui.services.console import BREAK, CLOSE, LOGOFF, SHUTDOWN, knows_escapes, listener
from onlinesafe_tui.services.ending import Ending, told_to_end
from onlinesafe_tui.tui.ending import from_elsewhere

CONTROL_C = 0


def nothing() -> None:
    """Keep nothing."""


def answering(reply: str) -> Callable[[str], str]:
    return lambda _: reply


def test_an_answer_is_taken_as_long_as_nobody_says_that_it_is_the_end() -> None:
    ending, told = Ending(), list[str]()
    assert ending.asking(answering("yes"))("Is it?") == "yes"
    ending.telling(told.append)("A line")
    assert told == ["A line"]


def test_what_is_being_done_is_finished_and_said_and_then_nobody_is_asked_anything() -> None:
    ending, told, asked = Ending(), list[str](), list[str]()

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return ""

    ending.tell()
    ending.telling(told.append)("Saved")
    with pytest.raises(EOFError):
        ending.asking(ask)("And now?")
    assert told == ["Saved"]
    assert not asked


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such signals between programs")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_breaks_off_waiting_and_the_handlers_of_before_come_back(name: str) -> None:
    number = getattr(signal, name)
    before = signal.getsignal(number)

    def ask(_: str) -> str:
        os.kill(os.getpid(), number)
        signal.pause()
        return "never"

    with told_to_end(nothing) as ending, pytest.raises(EOFError):
        ending.asking(ask)("What?")
    assert signal.getsignal(number) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such signals between programs")
def test_a_signal_in_the_middle_of_saving_lets_the_saving_be_finished() -> None:
    done = []
    with told_to_end(nothing) as ending:
        os.kill(os.getpid(), signal.SIGTERM)
        done.append("saved")
        with pytest.raises(EOFError):
            ending.asking(answering("yes"))("And now?")
    assert done == ["saved"]


def test_a_terminal_that_is_gone_is_the_end_of_the_input() -> None:
    def gone(_: str) -> str:
        raise OSError(errno.EIO, "Input/output error")

    def shut(_: str) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(EOFError):
        Ending().asking(gone)("What?")
    ending = Ending()
    ending.telling(shut)("Nobody hears this")
    ending.telling(shut)("Nor this")
    with pytest.raises(EOFError):
        ending.asking(answering("yes"))("What?")


def test_a_program_that_stops_reading_is_still_noticed() -> None:
    def broken(_: str) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    with pytest.raises(BrokenPipeError):
        Ending().telling(broken)("A line")


def test_from_another_thread_it_is_kept_while_the_program_waits_for_an_answer() -> None:
    ending, kept = Ending(), threading.Event()

    def ask(_: str) -> str:
        threading.Thread(target=ending.tell_from_elsewhere, args=(kept.set,)).start()
        assert kept.wait(10)
        return "late"

    assert ending.asking(ask)("What?") == "late"
    with pytest.raises(EOFError):
        ending.asking(answering("yes"))("And now?")


def test_from_another_thread_nothing_is_kept_next_to_a_program_that_leaves_by_itself() -> None:
    ending, kept = Ending(patience=0.1), list[str]()
    ending.tell_from_elsewhere(lambda: kept.append("kept"))
    with pytest.raises(EOFError):
        ending.asking(answering("yes"))("What?")
    assert not kept


@pytest.mark.parametrize("event", [CLOSE, LOGOFF, SHUTDOWN])
def test_a_console_that_closes_gives_time_to_save_with_windows_faked(event: int) -> None:
    ended = []
    assert listener(lambda: ended.append(1), leaves_itself=True)(event)
    assert ended == [1]


def test_ctrl_break_saves_and_ends_a_program_that_does_not_leave_by_itself_with_windows_faked() -> None:
    ended = []
    assert listener(lambda: ended.append(1), leaves_itself=True)(BREAK)
    assert not listener(lambda: ended.append(1), leaves_itself=False)(BREAK)
    assert ended == [1, 1]


def test_ctrl_c_is_left_to_python_with_windows_faked() -> None:
    ended = []
    assert not listener(lambda: ended.append(1), leaves_itself=True)(CONTROL_C)
    assert not ended


async def test_the_full_screen_saves_on_its_own_thread_before_the_console_is_let_go_with_windows_faked() -> None:
    here, where = threading.get_ident(), list[int]()
    told = listener(
        from_elsewhere(asyncio.get_running_loop(), lambda: where.append(threading.get_ident())), leaves_itself=True
    )
    assert await asyncio.to_thread(told, CLOSE)
    assert where == [here]


def test_a_full_screen_that_left_by_itself_holds_nobody_up_with_windows_faked() -> None:
    loop = asyncio.new_event_loop()
    call = from_elsewhere(loop, nothing)
    loop.close()
    call()


@pytest.mark.skipif(os.name == "nt", reason="asks the console there")
def test_a_terminal_of_linux_or_macos_knows_escapes() -> None:
    assert knows_escapes()
