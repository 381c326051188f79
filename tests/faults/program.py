"""The real program, with passphrases that cost no time. `python -m tests.faults.program ARGUMENTS`."""

from __future__ import annotations

from onlinesafe_tui.__main__ import main
from onlinesafe_tui.store import passphrase
from tests.store.quick import QuickSealer


def start() -> None:
    """Start the program."""
    passphrase.ScryptSealer = QuickSealer  # type: ignore[assignment,misc]
    main()


if __name__ == "__main__":
    start()
