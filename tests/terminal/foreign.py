"""Foreign text in a real terminal: where it is kept, and what of all that is sent there a terminal would obey."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.settings import Settings, write_settings
from onlinesafe_tui.store.opening import create_vault
from tests.hostile import NAME, NOW, STEERS, incident_of, mistake_in, overlay_of, workbook_of
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.terminal.command_lines import THEN
from tests.terminal.terminal import Terminal
from tests.tui.situations import THREAT_ON_YOUTUBE, told

OURS = re.compile(
    r"\x1b\[[0-9;:]*[mHJK]"  # looks, places, and what is erased
    r"|\x1b\[\?(?:1049|25|7|1000|1003|1004|1006|1015|1016|2004|2026|2048|1)(?:[hl]|\$p)"  # what the terminal is asked
    r"|\x1b\[[<>=?]?[0-9;]*u|\x1b\[6n|\x1b\[\?1\$p|\x1b\(B"
    r"|\x1b\]22;[a-z]+\x07"  # the shape of the pointer
)
"""Everything that the full screen itself sends to steer a terminal."""


def obeyed(raw: bytes) -> list[str]:
    """Return what a terminal would obey besides what we send to steer it."""
    text = re.sub("[\t\r\n]", " ", OURS.sub("", raw.decode("utf-8")))
    return [text[max(match.start() - 20, 0) : match.end() + 20] for match in STEERS.finditer(text)]


def obeyed_in_lines(raw: bytes) -> list[str]:
    """Return what a terminal would obey where nothing at all is sent to steer it, but for how it takes pastes."""
    text = re.sub(r"\x1b\[\?2004[hl]", "", raw.decode("utf-8"))
    return obeyed(text.replace("\x1b", "\x07").encode())


def kept_in(home: Path, text: str) -> Path:
    """Fill a vault and a folder of an organisation with a text, under hostile names; return the folder."""
    write_settings(home / "settings.json", Settings(country=Country.NL, language=Language.NL))
    incident = incident_of(told(THREAT_ON_YOUTUBE, Step.TALK), text)
    statements = ("three-levels", "friend-requests")
    book = workbook_of(text, things=("search-yourself",), statements=statements, incident=incident.id)
    with create_vault(home / f"kluis {NAME}", PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(incident)
        vault.save_workbook(book)
    return mistake_in(overlay_of(home / f"ons {NAME}", text))


def quick(own: Path, *arguments: str, **environ: str) -> Terminal:
    """Start the program with what `kept_in` kept, and with passphrases that cost no time."""
    return begun(own, "tests.faults.program", "--overlay", str(own), *arguments, **environ)


def quick_lines(own: Path, *lines: Sequence[str]) -> Terminal:
    """Give command lines one after the other, with what `kept_in` kept."""
    first, *others = [["--overlay", str(own), *line] for line in lines]
    return begun(own, "tests.terminal.command_lines", *first, *(part for line in others for part in (THEN, *line)))


def begun(own: Path, module: str, *arguments: str, **environ: str) -> Terminal:
    """Start a module with what `kept_in` kept."""
    home = own.parent
    named = {
        "HOME": str(home),
        "ONLINESAFE_VAULT": str(home / f"kluis {NAME}"),
        "ONLINESAFE_SETTINGS": str(home / "settings.json"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    return Terminal([sys.executable, "-m", module, *arguments], {**named, **environ}, folder=home)
