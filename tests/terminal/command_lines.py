"""Command lines one after the other, as somebody types them: `command_lines.py ARGUMENT… --then ARGUMENT…`.

Passphrases cost no time here.
"""

from __future__ import annotations

import sys
from pathlib import Path

from onlinesafe_tui.__main__ import speak_utf8, tell_crashes
from onlinesafe_tui.cli.main import run
from onlinesafe_tui.cli.opening import OpenToWrite
from onlinesafe_tui.store.opening import unlock_vault
from onlinesafe_tui.store.vault import Vault
from tests.store.quick import QuickSealer

THEN = "--then"


def open_quickly(folder: Path, passphrase: str) -> Vault:
    """Open a vault to look only."""
    return unlock_vault(folder, passphrase, QuickSealer(), read_only=True)


if __name__ == "__main__":
    speak_utf8()
    tell_crashes()
    lines: list[list[str]] = [[]]
    for argument in sys.argv[1:]:
        if argument == THEN:
            lines.append([])
        else:
            lines[-1].append(argument)
    for line in lines:
        run(line, open_vault=open_quickly, to_write=OpenToWrite(QuickSealer()))
