"""The window is closed or the program is stopped in the middle of a word, in both faces: what was typed is kept."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.settings import Settings, write_settings
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.vault import Vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW
from tests.terminal.steps import choose, unlock
from tests.terminal.terminal import Terminal
from tests.tui.situations import THREAT_ON_YOUTUBE, told

ROOT = Path(__file__).parents[2]
TYPED = "Hij zei dat hij mijn str"
SORRY = "OnlineSafe moet stoppen"
"""How the program begins when it ends because of a mistake of its own."""

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs a pseudo-terminal")


@dataclass(frozen=True)
class Spot:
    """Somewhere where somebody types."""

    keys: tuple[tuple[str, str], ...]
    """What is seen on the full screen on the way there, each with the key that leads on."""

    options: tuple[str, ...]
    """Which options lead there with questions and answers."""

    kept: Callable[[Vault], list[str]]
    """What the vault holds of it."""


def notes(vault: Vault) -> list[str]:
    return [note for line in vault.summaries() for note in vault.load(line.id).notes.values()]


def round_notes(vault: Vault) -> list[str]:
    return [note for round in vault.load_workbook().rounds for note in round.notes.values()]


def owners(vault: Vault) -> list[str]:
    return [finding.owner for scan in vault.load_workbook().scans for finding in scan.findings.values()]


def own_words(vault: Vault) -> list[str]:
    return [text for sheet in vault.load_workbook().sheets for text in sheet.texts.values()]


SPOTS = {
    "a note": Spot((("Verder met: ", "1"), ("▸1", "tab")), ("Verder met: ", "Schrijf een notitie"), notes),
    "the note of a round": Spot(
        (("Mijn eigen ronde", "1"), ("Begin de ronde", "1"), ("1 van 15", "tab")),
        ("Voorkomen", "Mijn eigen ronde", "Begin de ronde", "Schrijf een notitie"),
        round_notes,
    ),
    "a finding": Spot(
        (("Beleid van de", "5"), ("Begin de scan", "1"), ("( ) Deels", "2"), ("(•) Deels", "tab")),
        ("Voorkomen", "Beleid van", "Begin de scan", "Deels"),
        owners,
    ),
    "own words": Spot(
        (
            ("Afspraken over", "3"),
            ("▸ Nieuw blad voor een cliënt", "enter"),
            ("▸ [x] Wanneer we dit bespreken", "enter"),
            ("( ) In je eigen woorden", "down"),
            ("▸ ( )", "down"),
            ("▸ ( ) In je eigen", "enter"),
            ("Je eigen woorden. Ze", "end"),
        ),
        ("Voorkomen", "Afspraken", "Nieuw blad voor een", "op het blad: Wanneer we dit", "In je eigen woorden"),
        own_words,
    ),
}


@pytest.fixture
def environ(quick: Path) -> dict[str, str]:
    """The environment of somebody who keeps one incident, and chose Dutch before."""
    write_settings(quick / "settings.json", Settings(language=Language.NL, country=Country.NL))
    with create_vault(quick / "vault", PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(told(THREAT_ON_YOUTUBE, Step.TALK))
    return {
        "HOME": str(quick),
        "ONLINESAFE_VAULT": str(quick / "vault"),
        "ONLINESAFE_SETTINGS": str(quick / "settings.json"),
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def screen(environ: dict[str, str]) -> Iterator[Terminal]:
    """The full screen, with everything opened that was kept."""
    with Terminal([sys.executable, "-m", "tests.faults.program"], environ) as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.press("1")
        unlock(terminal, PASSPHRASE)
        terminal.wait_for("Verder met: ")
        yield terminal


@pytest.fixture
def talk(environ: dict[str, str]) -> Iterator[Terminal]:
    """The face of questions and answers, with everything opened that was kept."""
    command = [sys.executable, "-m", "tests.faults.program", "plain"]
    with Terminal(command, environ, columns=90, lines=200) as terminal:
        pick(terminal, "Verder met wat ik")
        terminal.wait_for("Open wat je bewaarde", ":")
        terminal.type(f"{PASSPHRASE}\r")
        terminal.wait_for("Het is open")
        yield terminal


def pick(terminal: Terminal, label: str) -> None:
    """Choose the option that begins with this label; turn pages until it is there."""
    for _ in range(20):
        terminal.wait_until_asked()
        found = [
            option[1] for option in re.finditer(r"^(\d+)\. (.*)$", terminal.text, re.M) if option[2].startswith(label)
        ]
        terminal.type(f"{found[-1]}\r" if found else "\r")
        if found:
            return
    raise AssertionError(f"{label} is not offered on:\n{terminal.text}")


def end(terminal: Terminal, how: str) -> int:
    return terminal.lose() if how == "lost" else terminal.signal(getattr(signal, how))


def kept(folder: Path, spot: Spot) -> str:
    """Open the vault as the next start does, and return what was typed."""
    with unlock_vault(folder / "vault", PASSPHRASE, QuickSealer()) as vault:
        assert not vault.unreadable
        return "\n".join(spot.kept(vault))


@pytest.mark.parametrize(
    ("name", "how"),
    [*((name, "lost") for name in SPOTS), ("a finding", "SIGHUP"), ("own words", "SIGTERM")],
)
def test_on_the_full_screen_half_a_word_is_on_the_disk(name: str, how: str, screen: Terminal, quick: Path) -> None:
    spot = SPOTS[name]
    if name != "a note":
        choose(screen, "Voorkomen")
    for seen, key in spot.keys:
        screen.wait_for(seen)
        screen.press(key)
    screen.type(TYPED)
    screen.wait_for(TYPED)
    status = end(screen, how)
    assert TYPED in kept(quick, spot)
    # Without a terminal Python cannot write its last words, and says so by its status.
    assert status >= 0 if how == "lost" else status == 0
    assert SORRY not in screen.raw.decode(errors="replace")
    assert not list((quick / "vault").rglob("*.tmp"))


@pytest.mark.parametrize(
    ("name", "how"),
    [*((name, "lost") for name in SPOTS), ("the note of a round", "SIGHUP"), ("a note", "SIGTERM")],
)
def test_with_questions_and_answers_every_line_is_on_the_disk(name: str, how: str, talk: Terminal, quick: Path) -> None:
    spot = SPOTS[name]
    for option in spot.options:
        pick(talk, option)
    talk.wait_until_asked()
    talk.type(f"{TYPED}\r")
    talk.wait_until_asked()
    talk.type("en half een re")
    status = end(talk, how)
    assert TYPED in kept(quick, spot)
    # Without a terminal Python cannot write its last words, and says so by its status.
    assert status >= 0 if how == "lost" else status == 0
    assert SORRY not in talk.raw.decode(errors="replace")
    assert not list((quick / "vault").rglob("*.tmp"))


def test_a_program_that_was_told_to_continue_reads_on_and_ends_when_told(screen: Terminal, quick: Path) -> None:
    screen.press("1")
    screen.wait_for("▸1")
    for _ in range(3):
        screen.tell(signal.SIGCONT)
        screen.read(0.3)
    screen.press("tab")
    screen.type(TYPED)
    screen.wait_for(TYPED)
    assert screen.signal(signal.SIGTERM) == 0
    assert kept(quick, SPOTS["a note"]) == TYPED
