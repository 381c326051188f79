"""A crash says where, and never what a person wrote: not in its output, and in no file."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from tests.store.quick import PASSPHRASE
from tests.terminal.canary import CANARY, SECRET, after_the_screen, assert_nothing_leaked, begun, plant
from tests.terminal.steps import choose, read_until, unlock

SORRY = "OnlineSafe moet stoppen"
LEAKING = str(Path(__file__).with_name("leaking.py"))

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs a pseudo-terminal")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which everything is a canary."""
    plant(tmp_path)
    return tmp_path


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


@pytest.mark.parametrize("place", ["search", "photo", "paper"])
def test_a_crash_of_what_is_done_elsewhere_says_where_and_never_what(home: Path, place: str) -> None:
    with begun(home, LEAKING, place) as terminal:
        terminal.wait_for("Verder met wat ik")
        if place == "search":
            terminal.press("ctrl+p")
            terminal.type(CANARY)
        else:
            terminal.press("1")
            unlock(terminal, PASSPHRASE)
            terminal.wait_for("Verder met: Bedreiging")
            choose(terminal, "Voorkomen")
        if place == "photo":
            choose(terminal, "Een foto bekijken")
            choose(terminal, "Van mezelf")
            terminal.wait_for("Typ of plak waar het bestand staat")
            terminal.type(f"{CANARY}.jpg\r")
        if place == "paper":
            choose(terminal, "Afspraken over online contact")
            choose(terminal, CANARY)
            terminal.press("ctrl+s")
            choose(terminal, "Maak het bestand")
            terminal.wait_for("Waar moet het bestand komen")
            terminal.press("enter")
        assert terminal.wait_for_end() == 1
        said = after_the_screen(terminal)
    assert SORRY in said.decode()
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


def test_a_crash_beside_the_prompts_says_where_and_never_what(home: Path) -> None:
    with begun(home, LEAKING, "watch", "plain") as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.type("1\r")
        terminal.wait_for("achtwoordzin")
        terminal.type(f"{PASSPHRASE}\r")
        terminal.wait_for("leaking.py", "ValueError", "1. Verder met: Bedreiging")
        terminal.type("s\r")
        assert terminal.wait_for_end() == 0
    assert_nothing_leaked(home, terminal.raw)


@pytest.mark.parametrize("face", ["plain", "--help"])
def test_a_crash_before_anything_is_known_says_where_and_never_what(home: Path, face: str) -> None:
    with begun(home, LEAKING, "session", "--overlay", str(home / CANARY), face) as terminal:
        assert terminal.wait_for_end() == 1
    assert SORRY in terminal.raw.decode()
    assert_nothing_leaked(home, terminal.raw)
