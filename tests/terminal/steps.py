"""What a person does on the screens, key by key."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from tests.terminal.terminal import PATIENCE, Terminal

PASSPHRASE = "vier woorden uit mijn hoofd"


def choose(terminal: Terminal, label: str) -> None:
    """Walk down to the row that begins with this label, and choose it."""
    end = time.monotonic() + 2  # The key before may not have done its work yet, and a row may be further down.
    while label not in terminal.text and time.monotonic() < end:
        terminal.read(0.05)
    for _ in range(30):
        if any(line.strip().startswith((f"▸ {label}", f"▸ [ ] {label}")) for line in terminal.text.split("\n")):
            terminal.press("enter")
            return
        before, end = terminal.text, time.monotonic() + 0.5
        terminal.press("down")
        while terminal.text == before and time.monotonic() < end:
            terminal.read(0.05)
    raise AssertionError(f"{label} is not offered on:\n{terminal.text}")


def answer(terminal: Terminal, *labels: str) -> None:
    """Answer the questions one after the other, each by the beginning of its label."""
    for label in labels:
        choose(terminal, label)


def to_step(terminal: Terminal, number: int) -> str:
    """Open a step by its number, and read all of it."""
    terminal.press("f7", str(number + 1))
    terminal.wait_for(f"▸{number}")
    return terminal.read_all()


def read_until(terminal: Terminal, *labels: str) -> str:
    """Turn pages until an option with such a label comes, and return its number."""
    option = re.compile(rf"(\d+)\. .*(?:{'|'.join(map(re.escape, labels))})")
    for _ in range(40):
        terminal.wait_until_asked()
        if found := option.findall(terminal.text):
            return str(found[-1])
        terminal.type("\r")
    raise AssertionError(f"it is not offered on:\n{terminal.text}")


def save(terminal: Terminal) -> None:
    """Choose a passphrase for the first time."""
    terminal.press("f5")
    terminal.wait_for("wachtwoordzin")
    for _ in range(2):
        terminal.type(PASSPHRASE)
        terminal.press("enter")
    terminal.wait_for("Herstelcode op papier", "Later")
    terminal.press("escape")
    terminal.wait_for("Bewaard")


def unlock(terminal: Terminal, passphrase: str) -> None:
    """Type the passphrase."""
    terminal.wait_for("wachtwoordzin")
    terminal.type(passphrase)
    terminal.press("enter")


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until something holds outside the screen.

    Raises:
        AssertionError: It does not come to hold.
    """
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it did not come to hold"
        time.sleep(0.02)
