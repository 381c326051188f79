"""Closing the window of a console of Windows, which is faked: both faces are told, and have saved before it is gone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.settings import Settings, write_settings
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from tests.exports.samples import BEGUN
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.terminal.closing import TOLD
from tests.terminal.steps import choose, unlock
from tests.terminal.terminal import Terminal
from tests.tui.situations import THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")

INCIDENT = told(THREAT_ON_YOUTUBE, Step.TALK)
HALF = "Ze schrijven dat ze weten waar ik woo"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder in which an incident is saved."""
    write_settings(tmp_path / "settings.json", Settings(country=Country.NL, language=Language.NL))
    with create_vault(tmp_path / "vault", PASSPHRASE, QuickSealer(), BEGUN) as vault:
        vault.save(INCIDENT)
    return tmp_path


def start(home: Path, *arguments: str) -> Terminal:
    """Start the program; there is room for whole lists."""
    environ = {
        "HOME": str(home),
        "ONLINESAFE_VAULT": str(home / "vault"),
        "ONLINESAFE_SETTINGS": str(home / "settings.json"),
    }
    return Terminal([sys.executable, "-m", "tests.terminal.closing", *arguments], environ, lines=60)


def close_console(home: Path, terminal: Terminal) -> None:
    """Close the window, and let go of nothing before the program is gone."""
    (home / "close").touch()
    assert terminal.wait_for_end() == TOLD


def kept(home: Path) -> Incident:
    """Open what is saved, as the next start does."""
    with unlock_vault(home / "vault", PASSPHRASE, QuickSealer()) as vault:
        return vault.load(INCIDENT.id)


def test_the_full_screen_saves_what_is_half_typed(home: Path) -> None:
    with start(home) as terminal:
        choose(terminal, "Verder met wat ik")
        unlock(terminal, PASSPHRASE)
        choose(terminal, "Verder met: Bedreiging")
        terminal.wait_for("Nu:")
        terminal.press("tab")
        terminal.type(HALF)
        terminal.wait_for(HALF)
        close_console(home, terminal)
    assert kept(home).notes[Step.TALK] == HALF


def test_the_prompts_save_what_was_answered(home: Path) -> None:
    with start(home, "plain") as terminal:
        terminal.wait_until_asked()
        for typed in ("1", PASSPHRASE, "1", "v", "v"):
            terminal.type(f"{typed}\r")
            terminal.wait_until_asked()
        close_console(home, terminal)
    assert Step.TALK in kept(home).journey.seen
