"""Locking at the prompts in a terminal: what was told is gone from it, and a half-typed line is not."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.store.opening import unlock_vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.terminal.terminal import Terminal

PROGRAM = """
import os
from datetime import timedelta
from pathlib import Path

from onlinesafe_tui.cli.streams import ask, ask_secret, ask_words, give
from onlinesafe_tui.cli.window import Window
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.plain.walk import walk
from onlinesafe_tui.plain.watching import Watch
from onlinesafe_tui.settings import Settings
from tests.plain.laptop import FixedClock, Laptop
from tests.store.quick import PASSPHRASE
from tests.tui.situations import THREAT_ON_YOUTUBE, told

folder = Path(os.environ["HOME"])


class Clock(FixedClock):
    def now(self):
        return super().now() + timedelta(hours=(folder / "away").exists())


laptop = Laptop(folder, Library(content_folder()), Settings(language=Language.NL, country=Country.NL))
workspace, window = laptop.workspace(), Window(os.environ)
workspace.clock = Clock()
if laptop.vault.exists():
    workspace.keeper.unlock(PASSPHRASE)
else:
    workspace.keeper.create(PASSPHRASE)
    workspace.keeper.save(told(THREAT_ON_YOUTUBE, Step.TALK))
walk(
    workspace,
    ask=window.asking(ask),
    ask_words=window.asking(ask_words),
    ask_secret=window.asking(ask_secret),
    tell=give,
    empty=window.empty,
    watch=Watch(workspace, look_every=0.05),
)
workspace.keeper.close()
"""
"""The prompts in a vault that is open, where an hour goes by when there is a file `away`."""


NOTE = "Schrijf een notitie, voor jezelf"
HALF = "Ze schrijven dat ze weten waar ik woo"
PRIVATE = ("Dreiging", "YouTube", HALF)


@pytest.fixture
def away(tmp_path: Path) -> Path:
    """What is there while an hour goes by."""
    return tmp_path / "away"


def start(folder: Path, **environ: str) -> Terminal:
    """Start the program; there is room for whole lists."""
    return Terminal([sys.executable, "-c", PROGRAM], {"HOME": str(folder), **environ}, lines=60)


def enter(terminal: Terminal, text: str = "") -> None:
    """Type a line, and wait for the next question."""
    terminal.type(f"{text}\r")
    terminal.wait_until_asked()


def at_a_note(terminal: Terminal) -> None:
    """Go to where a note is written."""
    terminal.wait_for("Wat is er aan de hand?")
    terminal.wait_until_asked()
    enter(terminal, "1")
    while not (found := re.search(rf"(\d+)\. {NOTE}", terminal.text)):
        enter(terminal)
    enter(terminal, found[1])


def test_it_empties_the_terminal_and_gives_back_what_was_half_typed(tmp_path: Path, away: Path) -> None:
    with start(tmp_path) as terminal:
        at_a_note(terminal)
        terminal.type(HALF)
        terminal.wait_for(HALF)
        away.touch()
        locked = terminal.wait_for("Het is op slot.", "Druk op Enter.")
        assert not [text for text in PRIVATE if text in locked]
        assert b"\x1b[2J\x1b[3J" in terminal.raw
        away.unlink()
        # Whoever does not read types the passphrase at once: it is shown nowhere.
        terminal.type(PASSPHRASE)
        assert PASSPHRASE not in terminal.text
        enter(terminal)
        assert not [text for text in PRIVATE if text in terminal.text]
        enter(terminal, PASSPHRASE)
        terminal.wait_for("Toen het op slot ging", HALF)
        enter(terminal, "1")
        terminal.type("wat hierna getypt wordt")
        terminal.wait_for("wat hierna getypt wordt")
        assert PASSPHRASE.encode() not in terminal.raw
        enter(terminal)
        enter(terminal, ".")
        terminal.wait_for("Bewaard")
        terminal.type("s\r")
        assert terminal.wait_for_end() == 0
    with unlock_vault(tmp_path / "vault", PASSPHRASE, QuickSealer()) as vault:
        (summary,) = vault.summaries()
        assert vault.load(summary.id).notes[Step.TALK] == f"{HALF}\nwat hierna getypt wordt"


def test_a_terminal_that_can_do_nothing_gets_words_alone(tmp_path: Path, away: Path) -> None:
    with start(tmp_path, TERM="dumb") as terminal:
        at_a_note(terminal)
        away.touch()
        terminal.wait_for("Het is op slot.", "blijft in dit venster te lezen", "Druk op Enter.")
        away.unlink()
        enter(terminal)
        enter(terminal, PASSPHRASE)
        terminal.wait_for("Het is open.")
        enter(terminal, "d")
        assert b"\x1b" not in terminal.raw
        terminal.press("ctrl+d")
        assert terminal.wait_for_end() == 0


def test_locked_at_once_and_broken_off_it_ends_with_a_terminal_that_shows_what_is_typed(tmp_path: Path) -> None:
    with start(tmp_path) as terminal:
        at_a_note(terminal)
        terminal.type("d\r")
        terminal.wait_for("Het is op slot.")
        terminal.wait_until_asked()
        assert not [text for text in PRIVATE if text in terminal.text]
        terminal.press("ctrl+c")
        assert terminal.wait_for_end() == 0
        terminal.wait_for("Je hoeft dit niet alleen te doen")
