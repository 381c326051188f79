"""What a person writes is on the screen and, sealed, in the vault: in no other file, output, process or clipboard."""

from __future__ import annotations

import re
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.settings import Settings, write_settings
from onlinesafe_tui.store.opening import create_vault
from tests.hostile import NOW, incident_of, workbook_of
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.terminal.steps import choose, read_until, unlock
from tests.terminal.terminal import Terminal
from tests.tui.situations import THREAT_ON_YOUTUBE, told

CANARY = "kanarie4711"
SECRET = "kanarie4711 in de mijn"
SORRY = "OnlineSafe moet stoppen"
STEERED = re.compile(rb"\x1b\](?!22;[a-z]+\x07)")
"""Any operating system command but the shape of the mouse pointer."""

LEAKING = str(Path(__file__).with_name("leaking.py"))

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs a pseudo-terminal")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a folder for temporary files, and a vault in which everything is a canary."""
    (tmp_path / "tmp").mkdir()
    write_settings(tmp_path / "settings.json", Settings(country=Country.NL, language=Language.NL))
    incident = incident_of(told(THREAT_ON_YOUTUBE, Step.SCREENSHOT), CANARY)
    book = workbook_of(
        CANARY, things=("search-yourself",), statements=("three-levels", "friend-requests"), incident=incident.id
    )
    with create_vault(tmp_path / "vault", PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(incident)
        vault.save_workbook(book)
    return tmp_path


def begun(home: Path, *command: str, **environ: str) -> Terminal:
    own = {
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONDEVMODE": "1",
        "PYTHONASYNCIODEBUG": "1",
        "ONLINESAFE_VAULT": str(home / "vault"),
        "ONLINESAFE_SETTINGS": str(home / "settings.json"),
    }
    return Terminal([sys.executable, *command], {**own, **environ})


def assert_nothing_leaked(home: Path, output: bytes = b"", *, apart: tuple[str, ...] = ()) -> None:
    """Look for the canary in every file, and in what was put out."""
    for path in home.rglob("*"):
        assert CANARY not in path.name or path.name in apart
        assert not path.is_file() or path.name in apart or CANARY.encode() not in path.read_bytes(), path
    assert not list((home / "tmp").iterdir())
    assert CANARY.encode() not in output
    assert PASSPHRASE.encode() not in output


def after_the_screen(terminal: Terminal) -> bytes:
    """Return what came after the full screen was gone."""
    assert not STEERED.search(terminal.raw), "the window got a title, or the clipboard something"
    return terminal.raw.rpartition(b"\x1b[?1049l")[2]


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


@pytest.mark.parametrize("place", ["handler", "save", "worker", "child", "load"])
def test_a_crash_of_the_full_screen_says_where_and_never_what(home: Path, place: str) -> None:
    with begun(home, LEAKING, place) as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.press("1")
        unlock(terminal, PASSPHRASE if place != "worker" else SECRET)
        if place in ("handler", "save"):
            terminal.wait_for("Verder met: Bedreiging")
            terminal.press("1")
            terminal.wait_for("Nu:")
            terminal.press("tab")
            terminal.type(f"noot {CANARY}")
        if place == "handler":
            terminal.press("tab", "home")
            choose(terminal, "+ Beschrijf een bericht")
            terminal.wait_for("In je eigen woorden")
            terminal.type(CANARY)
        status = terminal.wait_for_end()
        said = after_the_screen(terminal)
    assert status == 1
    assert SORRY in said.decode()
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


def test_a_save_that_crashes_while_the_program_is_stopped_ends_it_too(home: Path) -> None:
    with begun(home, LEAKING, "save") as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.press("1")
        unlock(terminal, PASSPHRASE)
        terminal.wait_for("Verder met: Bedreiging")
        terminal.press("1")
        terminal.wait_for("Nu:")
        terminal.press("tab")
        terminal.send(CANARY)
        time.sleep(0.2)
        terminal._process.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 1
        said = after_the_screen(terminal)
    assert SORRY in said.decode()
    assert_nothing_leaked(home, said)


@pytest.mark.parametrize("place", ["prompt", "save", "worker", "child", "load"])
def test_a_crash_of_the_prompts_says_where_and_never_what(home: Path, place: str) -> None:
    secret = SECRET if place == "worker" else PASSPHRASE
    with begun(home, LEAKING, place, "plain") as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.type("1\r")
        terminal.wait_for("achtwoordzin")
        terminal.type(f"{secret}\r")
        if place in ("prompt", "save"):
            terminal.wait_for("1. Verder met: Bedreiging")
            terminal.type("1\r")
            note = read_until(terminal, "Schrijf een notitie", "je notitie")
            terminal.type(f"{note}\r")
            terminal.type(f"1\r{CANARY}\r.\r")
        status = terminal.wait_for_end()
        said = terminal.raw.decode()
    assert status == 1
    assert_nothing_leaked(home, said[said.index(SORRY) :].encode())
    assert secret not in said


@pytest.mark.parametrize("face", ["plain", "--help"])
def test_a_crash_before_anything_is_known_says_where_and_never_what(home: Path, face: str) -> None:
    with begun(home, LEAKING, "session", "--overlay", str(home / CANARY), face) as terminal:
        assert terminal.wait_for_end() == 1
    assert SORRY in terminal.raw.decode()
    assert_nothing_leaked(home, terminal.raw)


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
