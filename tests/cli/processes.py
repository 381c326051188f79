"""The program as a process of its own, with a home of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROGRAM = (sys.executable, "-m", "onlinesafe_tui")


def home_in(folder: Path, **variables: str) -> dict[str, str]:
    """Return an environment in which a process finds its own folder and nothing of this user."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT", "TEMP") if name in os.environ}
    return {
        **kept,
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "ONLINESAFE_VAULT": str(folder / "vault"),
        "ONLINESAFE_SETTINGS": str(folder / "settings.json"),
        **variables,
    }


def started(
    *args: str | bytes, environ: Mapping[str, str], typed: str = "", program: tuple[str, ...] = PROGRAM
) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end, without a terminal."""
    return subprocess.run(
        [*program, *args], input=typed.encode(), capture_output=True, env=dict(environ), timeout=60, check=False
    )
