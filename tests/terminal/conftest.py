"""Starts the program as a person does."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

Start = Callable[..., Terminal]
"""Starts the program with some arguments, in the terminal of one test."""


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Start the program with a vault, settings and home of its own."""

    def started(*arguments: str, columns: int = 80, lines: int = 24, **environ: str) -> Terminal:
        own = {
            "HOME": str(tmp_path),
            "ONLINESAFE_VAULT": str(tmp_path / "vault"),
            "ONLINESAFE_SETTINGS": str(tmp_path / "settings.json"),
        }
        command = [sys.executable, "-m", "onlinesafe_tui", *arguments]
        # Whatever is named without a folder stands in that of the test.
        return Terminal(command, {**own, **environ}, columns=columns, lines=lines, folder=tmp_path)

    return started
