"""Nothing opens a connection: not the full screen, not the prompts, not a command, and no process that they start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from onlinesafe_tui.store.opening import create_vault
from onlinesafe_tui.store.paper import new_code
from tests.exports.samples import BEGUN, nasty_incident
from tests.pictures.samples import make
from tests.plain.test_process import ANSWERS
from tests.store import quick
from tests.terminal.conftest import Start
from tests.terminal.steps import PASSPHRASE, answer, choose, save, unlock
from tests.terminal.terminal import Terminal

WATCHER = str(Path(__file__).with_name("watcher"))
PROGRAM = (sys.executable, "-m", "onlinesafe_tui")
QUICK = (sys.executable, "-m", "tests.faults.program")
"""The same program, with passphrases that cost no time: the work for those is watched above."""

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
    "--help",
    "--version",
    "paths",
    "doctor",
    "list --json",
    "show",
    *(f"export --format {format} -o {format}.out" for format in ("markdown", "html", "pdf", "word")),
    "due",
    "due --ics days.ics --titles",
    "search doxxing",
    "photo check album",
    "photo check garden.jpg",
    "content check",
    "content list",
    "content show contacts/at-work",
    "content new own",
    "--overlay own content check own",
    "verify",
    "backup copy.zip",
    "restore --yes copy.zip",
    "demo",
)
"""What somebody does on the command line one after the other; only `photo check album` finds nothing to do."""


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


def test_paper_a_backup_and_a_look_at_every_file_open_no_connection(log: Path) -> None:
    keep(log.parent)
    with Terminal(QUICK, environ_of(log), folder=log.parent) as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1")
        choose(terminal, "Verder met wat ik")
        unlock(terminal, quick.PASSPHRASE)
        choose(terminal, "Wat je bewaarde")
        choose(terminal, "Alles nakijken")
        terminal.wait_for("bestanden zijn heel")
        terminal.press("escape")
        choose(terminal, "Maak een back-up")
        terminal.press("ctrl+u")
        terminal.type("copy.zip")
        terminal.press("enter")
        terminal.wait_for("is heel")
        terminal.press("f6")
        choose(terminal, "Voorkomen")
        choose(terminal, "Afspraken")
        terminal.press("enter", "ctrl+s")
        choose(terminal, "Maak het papier toch")
        choose(terminal, "Maak het bestand")
        terminal.press("ctrl+u")
        terminal.type("sheet.pdf")
        terminal.press("enter")
        terminal.wait_for("Er is niets verstuurd")
    made = {path.name for path in log.parent.rglob("*")}
    assert made >= {"copy.zip", "sheet.pdf"}
    assert log.read_text(encoding="utf-8") == ""


def test_no_command_opens_a_connection(log: Path) -> None:
    code = keep(log.parent)
    make(log.parent, "jpeg", "-Comment=At home").rename(log.parent / "garden.jpg")
    for command in COMMANDS:
        done = run(log, *command.split(), typed=f"{quick.PASSPHRASE}\n", program=QUICK)
        assert done.returncode == (8 if command == "photo check album" else 0), f"{command}: {done.stderr.decode()}"
        assert log.read_text(encoding="utf-8") == "", command
    done = run(log, "recover", typed=f"{code}\nfive other words to keep\n", program=QUICK)
    assert done.returncode == 0
    assert log.read_text(encoding="utf-8") == ""
    made = {path.name: path.stat().st_size for path in log.parent.glob("*.*")}
    assert all(made[name] for name in ("pdf.out", "word.out", "days.ics", "copy.zip", "foto-schoon.jpg")), made


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


def keep(folder: Path) -> str:
    """Have kept an incident before, with a recovery code, and return the code."""
    code = new_code()
    with create_vault(folder / "vault", quick.PASSPHRASE, quick.QuickSealer(), BEGUN) as vault:
        vault.save(nasty_incident())
        vault.care.keep_code(code)
    return code.letters


def run(
    log: Path, *args: str, typed: str = "", program: tuple[str, ...] = PROGRAM
) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end, in the folder of the test and without a terminal."""
    return subprocess.run(
        [*program, *args],
        input=typed.encode(),
        capture_output=True,
        env=environ_of(log),
        cwd=log.parent,
        timeout=120,
        check=False,
    )
