"""A word that is planted as name, note and passphrase, and looked for wherever it may not come."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.settings import Settings, write_settings
from onlinesafe_tui.store.opening import create_vault
from tests.hostile import NOW, incident_of, workbook_of
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.terminal.terminal import Terminal
from tests.tui.situations import THREAT_ON_YOUTUBE, told

CANARY = "kanarie4711"
SECRET = "kanarie4711 in de mijn"
STEERED = re.compile(rb"\x1b\](?!22;[a-z]+\x07)")
"""Any operating system command but the shape of the mouse pointer."""


def plant(home: Path) -> None:
    """Give a home a folder for temporary files, and a vault in which everything is a canary."""
    (home / "tmp").mkdir()
    write_settings(home / "settings.json", Settings(country=Country.NL, language=Language.NL))
    incident = incident_of(told(THREAT_ON_YOUTUBE, Step.SCREENSHOT), CANARY)
    book = workbook_of(
        CANARY, things=("search-yourself",), statements=("three-levels", "friend-requests"), incident=incident.id
    )
    with create_vault(home / "vault", PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(incident)
        vault.save_workbook(book)


def begun(home: Path, *command: str, **environ: str) -> Terminal:
    """Start Python where the canary is planted, with all that it can say about what goes wrong."""
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
