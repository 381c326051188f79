"""Foreign text in a real terminal: of all that is sent there, nothing came out of that text."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.settings import Settings, write_settings
from onlinesafe_tui.store.opening import create_vault
from tests.hostile import MARK, NOW, STEERING, incident_of, overlay_of, workbook_of
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.terminal.conftest import Start
from tests.terminal.steps import unlock
from tests.terminal.terminal import Terminal
from tests.tui.situations import THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs a pseudo-terminal")

OURS = re.compile(
    r"\x1b\[[0-9;:]*[mHJK]"  # looks, places, and what is erased
    r"|\x1b\[\?(?:1049|25|7|1000|1003|1004|1006|1015|1016|2004|2026|2048|1)(?:[hl]|\$p)"  # what the terminal is asked
    r"|\x1b\[[<>=?]?[0-9;]*u|\x1b\[6n|\x1b\[\?1\$p|\x1b\(B"
    r"|\x1b\]22;[a-z]+\x07"  # the shape of the pointer
)
"""Everything that the full screen itself sends to steer a terminal."""

OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def obeyed(raw: bytes) -> list[str]:
    """Return what a terminal would obey besides what we send to steer it."""
    text = OURS.sub("", raw.decode("utf-8"))
    return [text[max(match.start() - 20, 0) : match.end() + 20] for match in OBEYED.finditer(text)]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A vault and a folder of an organisation in which everything is hostile; returns the folder."""
    write_settings(tmp_path / "settings.json", Settings(country=Country.NL, language=Language.NL))
    incident = incident_of(told(THREAT_ON_YOUTUBE, Step.TALK), STEERING)
    statements = ("three-levels", "friend-requests")
    book = workbook_of(STEERING, things=("search-yourself",), statements=statements, incident=incident.id)
    with create_vault(tmp_path / "vault", PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(incident)
        vault.save_workbook(book)
    return overlay_of(tmp_path / "ons \x1b]0;titel\x07\u202e", STEERING)


def quick(own: Path, *arguments: str, **environ: str) -> Terminal:
    home = own.parent
    named = {
        "HOME": str(home),
        "ONLINESAFE_VAULT": str(home / "vault"),
        "ONLINESAFE_SETTINGS": str(home / "settings.json"),
    }
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-m", "tests.faults.program", "--overlay", str(own), *arguments]
    return Terminal(command, {**named, "PYTHONPATH": root, **environ})


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
        terminal.wait_for_end()
    assert MARK.encode() in terminal.raw
    assert obeyed(terminal.raw) == []


def test_the_prompts_send_nothing_of_it(own: Path) -> None:
    with quick(own, "plain") as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.type("1\r")
        terminal.wait_for("achtwoordzin")
        terminal.type(f"{PASSPHRASE}\r")
        terminal.wait_for("Het is open", MARK)
        for typed in ("", "", "1", "", "o", "", "", "", "h", "", "s", ""):
            terminal.type(f"{typed}\r")
    echoed = terminal.raw.replace(b"\r", b"").replace(b"\x1b[?2004l", b"").replace(b"\x1b[?2004h", b"")
    assert MARK.encode() in echoed
    assert b"\x1b" not in echoed
    assert obeyed(echoed) == []


@pytest.mark.parametrize(
    "variable", ["ONLINESAFE_OVERLAY", "ONLINESAFE_SETTINGS", "ONLINESAFE_VAULT", "LANG", "LC_ALL", "COLUMNS", "HOME"]
)
def test_a_variable_sends_nothing_of_it(start: Start, variable: str) -> None:
    nasty = "\x1b]0;titel\x07\x1b]52;c;aGFsbG8=\x07\x9b31m\u202e[/b][@click=app.stop]x[/]"
    with start(**{variable: nasty}) as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1")
        terminal.wait_for("Er is net iets gebeurd")
        terminal.press("f1", "escape", "f10")
        terminal.wait_for_end()
    assert obeyed(terminal.raw) == []


@pytest.mark.parametrize(
    "text", ["\x1b]52;c;x\x07", "\x1b]0;x\x07", "\x1b]8;;https://example.org\x1b\\", "\x9b31m", "\u202e", "\x1bc"]
)
def test_the_look_finds_what_a_terminal_would_obey(text: str) -> None:
    assert obeyed(f"\x1b[31mrood\x1b[?25h{text}".encode())
