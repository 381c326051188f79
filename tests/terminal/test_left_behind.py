"""What a person writes is on the screen and, sealed, in the vault: in no other file, output, process or clipboard."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onlinesafe_tui.services.clipboard import system_clipboard
from tests.store.quick import PASSPHRASE
from tests.terminal.canary import CANARY, SECRET, STEERED, after_the_screen, assert_nothing_leaked, begun, plant
from tests.terminal.steps import unlock

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs a pseudo-terminal")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which everything is a canary."""
    plant(tmp_path)
    return tmp_path


def clipboard_in(home: Path) -> dict[str, str]:
    """Make a clipboard that is a file, `clipboard`; return what lets a program use it."""
    (home / "bin").mkdir()
    script = home / "bin" / "xclip"
    file = home / "clipboard"
    script.write_text(f'#!/bin/sh\ncase "$*" in *-o*) cat "{file}" ;; *) cat > "{file}" ;; esac\n', encoding="utf-8")
    script.chmod(0o755)
    return {"PATH": f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}", "DISPLAY": ":0"}


def test_nothing_is_left_of_what_was_read_searched_pasted_and_told(home: Path) -> None:
    asked = clipboard_in(home)
    copies = f"import {system_clipboard.__module__} as copying; assert copying.system_clipboard('gevraagd')"
    with begun(home, "-c", copies, **asked) as terminal:
        assert terminal.wait_for_end() == 0
    (home / "clipboard").unlink()
    # What Textual would write down, draw, or send elsewhere.
    asked |= {"TEXTUAL_LOG": str(home / "log"), "TEXTUAL": "debug,devtools", "TEXTUAL_SCREENSHOT": "1"}
    with begun(home, "-m", "tests.faults.program", **asked) as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.press("1")
        unlock(terminal, SECRET)
        terminal.wait_for("Dat is niet de wachtwoordzin")
        unlock(terminal, PASSPHRASE)
        terminal.wait_for("Verder met: Bedreiging")
        terminal.press("1")
        terminal.wait_for("Nu:")
        terminal.press("tab")
        terminal.type(f"\x1b[200~{CANARY}\r{CANARY}\x1b[201~")
        terminal.wait_for("2 regels geplakt")
        terminal.press("ctrl+p")
        terminal.type(CANARY)
        terminal.wait_for("Niets gevonden")
        terminal.press("escape", "f1", "escape", "f10")
        assert terminal.wait_for_end() == 0
        said = after_the_screen(terminal)
    assert CANARY.encode() in terminal.raw
    assert not (home / "clipboard").exists()
    assert not (home / "log").exists()
    assert_nothing_leaked(home, said)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_when_the_program_is_stopped(home: Path, number: signal.Signals) -> None:
    with begun(home, "-m", "tests.faults.program") as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.press("1")
        unlock(terminal, PASSPHRASE)
        terminal.wait_for("Verder met: Bedreiging")
        terminal.press("1")
        terminal.wait_for("Nu:")
        terminal.press("tab")
        terminal.type(f"noot {CANARY}")
        terminal._process.kill(number)
        terminal.wait_for_end()
        said = after_the_screen(terminal)
    assert_nothing_leaked(home, said)


@contextmanager
def watched_processes() -> Iterator[set[str]]:
    """Look meanwhile at what everybody can see of the processes of this computer."""
    found: set[str] = set()
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.is_set():
            for path in (*Path("/proc").glob("[0-9]*/cmdline"), *Path("/proc").glob("[0-9]*/environ")):
                try:
                    seen = path.read_bytes()
                except OSError:
                    continue
                if CANARY.encode() in seen:
                    found.add(str(path))
            time.sleep(0.02)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield found
    finally:
        is_over.set()
        watcher.join()


def test_no_process_shows_a_passphrase_and_no_file_holds_what_was_typed(home: Path) -> None:
    with watched_processes() as found, begun(home, "-m", "onlinesafe_tui", "--vault", str(home / "new")) as terminal:
        terminal.wait_for("Er is net iets gebeurd")
        terminal.press("f5")
        for _ in range(2):
            terminal.type(SECRET)
            terminal.press("enter")
        terminal.wait_for("Ik heb hem overgeschreven")
        terminal.press("3")
        terminal.wait_for("Er is net iets gebeurd")
        terminal.press("f10")
        assert terminal.wait_for_end() == 0
        assert CANARY.encode() not in terminal.raw
        assert not STEERED.search(terminal.raw)
    assert not found
    assert (home / "new" / "vault.json").exists()
    assert_nothing_leaked(home)
