"""Foreign text in a real terminal: of all that is sent there, nothing came out of that text."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.hostile import ARGUMENT, MARK, STEERING
from tests.store.quick import PASSPHRASE
from tests.terminal.conftest import Start
from tests.terminal.foreign import kept_in, obeyed, obeyed_in_lines, quick
from tests.terminal.steps import read_until, unlock

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs a pseudo-terminal")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A vault and a folder of an organisation in which everything is hostile; returns the folder."""
    return kept_in(tmp_path, f"{STEERING} {10_000 * 'w'}")


def test_the_full_screen_sends_nothing_of_it(own: Path) -> None:
    with quick(own) as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.press("1")
        unlock(terminal, PASSPHRASE)
        terminal.wait_for(f"Verder met: {MARK}")
        terminal.press("1")
        terminal.wait_for("Nu:")
        for keys in (["pagedown", "tab"], ["f4"], ["escape", "f7"], ["escape", "f3"], ["enter"], ["escape", "escape"]):
            terminal.press(*keys)
        terminal.press("ctrl+p")
        terminal.type(MARK)
        terminal.press("escape", "f1", "escape", "f10")
        assert terminal.wait_for_end() == 0
    assert MARK.encode() in terminal.raw
    assert obeyed(terminal.raw) == []


def test_the_prompts_send_nothing_of_it(own: Path) -> None:
    with quick(own, "plain") as terminal:
        terminal.type(f"{read_until(terminal, 'Verder met wat ik')}\r")
        terminal.wait_for("achtwoordzin")
        terminal.type(f"{PASSPHRASE}\r")
        terminal.wait_for("Het is open", MARK)
        for typed in ("1", "", "o", "", "", "h", "", "s", ""):
            terminal.type(f"{typed}\r")
    assert MARK.encode() in terminal.raw
    assert obeyed_in_lines(terminal.raw) == []


@pytest.mark.parametrize(
    "variable", ["ONLINESAFE_OVERLAY", "ONLINESAFE_SETTINGS", "ONLINESAFE_VAULT", "LANG", "LC_ALL", "COLUMNS", "HOME"]
)
def test_a_variable_sends_nothing_of_it(start: Start, variable: str) -> None:
    with start(**{variable: ARGUMENT}) as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1")
        terminal.wait_for("Er is net iets gebeurd")
        terminal.press("f1", "escape", "f10")
        assert terminal.wait_for_end() == 0
    assert obeyed(terminal.raw) == []


@pytest.mark.parametrize(
    "text", ["\x1b]52;c;x\x07", "\x1b]0;x\x07", "\x1b]8;;https://example.org\x1b\\", "\x9b31m", "\u202e", "\x1bc"]
)
def test_the_look_finds_what_a_terminal_would_obey(text: str) -> None:
    assert obeyed(f"\x1b[31mrood\x1b[?25h{text}".encode())
