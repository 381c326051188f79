"""Nothing opens a connection: not the full screen, not the prompts, not a command, and no process that they start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.plain.test_process import ANSWERS
from tests.terminal.conftest import Start
from tests.terminal.steps import PASSPHRASE, answer, save

WATCHER = str(Path(__file__).with_name("watcher"))
PLACES = (
    ("f1", "escape"),
    ("f3", "enter", "escape", "escape"),
    ("ctrl+p", "d", "o", "x", "x", "enter", "escape"),
    ("f2", "f2"),
    ("f7", "escape"),
    ("f4", "enter", "escape", "escape"),
    ("ctrl+l", "escape"),
    *[("ctrl+n", "space", "enter", "escape")] * 6,
    ("f6",),
    *[("f6", "end", "up", "up", number, "enter", "escape", "escape") for number in "5678"],
)
"""Keys that lead past the screens."""

STEPS = ("v", "o", "1", "", "t", "4", "Een notitie", ".", "v", "v", "v", "v", "v", "v")
"""What is typed to walk through the steps by prompts."""

COMMANDS = (
    ["--help"],
    ["--version"],
    ["paths"],
    ["list"],
    ["due"],
    ["search", "doxxing"],
    ["content", "check"],
    ["photo", "check", "."],
)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the watcher writes."""
    return tmp_path / "network.log"


def watched(log: Path) -> dict[str, str]:
    """Return what lets every process of a test be watched."""
    return {"PYTHONPATH": f"{WATCHER}:{Path.cwd()}", "WATCH_NETWORK": str(log)}


def environ_of(log: Path) -> dict[str, str]:
    """Return the whole environment of a process without a terminal."""
    home = {"HOME": str(log.parent), "ONLINESAFE_VAULT": str(log.parent / "vault")}
    return {**home, "ONLINESAFE_SETTINGS": str(log.parent / "settings.json"), "LANG": "C.UTF-8", **watched(log)}


def test_the_full_screen_opens_no_connection(start: Start, log: Path) -> None:
    with start(**watched(log)) as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1", "1")
        answer(terminal, "Geen gevaar", "Bedreiging", "YouTube", "Video", "Ouder", "Niets van thuis", "Niets van dit")
        save(terminal)
        for keys in PLACES:
            terminal.press(*keys)
        terminal.press("f10")
        assert terminal.wait_for_end() == 0
    assert log.read_text(encoding="utf-8") == ""


def test_the_prompts_open_no_connection(log: Path) -> None:
    done = run(log, "plain", typed="\n".join(("1", *ANSWERS, *STEPS, "s", "1", PASSPHRASE, PASSPHRASE, "s")))
    assert "Stap 1 van 5" in done.stdout.decode()
    assert (log.parent / "vault" / "vault.json").exists()
    assert log.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_opens_a_connection(command: list[str], log: Path) -> None:
    run(log, *command)
    assert log.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 1)",
        "import subprocess, sys; subprocess.run([sys.executable, '-P', '-c', 'import socket; socket.socket()'])",
    ],
)
def test_the_watcher_sees_what_would_connect(code: str, log: Path) -> None:
    """Proves the tests above."""
    subprocess.run([sys.executable, "-c", code], env=environ_of(log), check=True)
    assert log.read_text(encoding="utf-8")


def run(log: Path, *args: str, typed: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end, without a terminal."""
    command = [sys.executable, "-m", "onlinesafe_tui", *args]
    return subprocess.run(
        command, input=typed.encode(), capture_output=True, env=environ_of(log), timeout=120, check=False
    )
