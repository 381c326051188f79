"""Starts an installed program in a pseudo-terminal, outside the checkout, and looks whether everything came along."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.terminal.terminal import Terminal


def main(program: str) -> None:
    """Walk from the first screen into a step in Dutch: content, style sheet and translations must be there."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {
            "HOME": folder,
            "ONLINESAFE_VAULT": f"{folder}/vault",
            "ONLINESAFE_SETTINGS": f"{folder}/settings.json",
        }
        with Terminal([program], environ) as terminal:
            terminal.wait_for("Nederland · Nederlands")
            terminal.press("1")
            terminal.wait_for("In direct gevaar? Bel 112", "Er is net iets gebeurd")
            terminal.press("1")
            terminal.wait_for("Vraag 1 van 8")
            terminal.press("down", "enter")
            terminal.wait_for("Vraag 2 van 8")
            terminal.press("f10")
            terminal.wait_for("Er is nog niets bewaard")
            terminal.press("3")
            status = terminal.wait_for_end()
    sys.stdout.write(f"the wheel starts and ends with {status}\n")
    sys.exit(status)


if __name__ == "__main__":
    main(sys.argv[1])
