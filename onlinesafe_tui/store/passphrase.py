"""Passphrases: what a good one is, and sealing with one.

age makes guessing expensive: about two seconds and half a gigabyte for every try, and its library holds the
interpreter all that time. So it happens in a child process: the screen stays alive, and the memory goes back.
"""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Final, Protocol

from onlinesafe_tui.errors import VaultTooHeavy, WeakPassphrase
from onlinesafe_tui.store.scrypt_child import DONE, NOT_OPENED, hide_memory

MINIMUM: Final = 12
"""Characters that a new passphrase needs at least."""

_LONGEST: Final = 180.0
"""Seconds after which the child process is given up."""

_CHILD: Final = Path(__file__).with_name("scrypt_child.py")
_PYTHON_FAILED: Final = (1, 2)


class PassphraseSealer(Protocol):
    """Seals with a passphrase, which the caller has normalised."""

    def seal(self, text: bytes, passphrase: str) -> bytes:
        """Seal a text with a passphrase."""

    def open(self, sealed: bytes, passphrase: str) -> bytes | None:
        """Open what was sealed with a passphrase; None when this passphrase does not open it."""


def normalised(passphrase: str) -> str:
    """Return a passphrase as it is used: however a keyboard makes an accented letter, and without space around it."""
    whole = passphrase.encode("utf-8", "replace").decode()
    return unicodedata.normalize("NFC", whole).strip()


def check_strength(passphrase: str) -> None:
    """Refuse a new passphrase that protects nothing.

    Raises:
        WeakPassphrase: It is too short.
    """
    if len(normalised(passphrase)) < MINIMUM:
        raise WeakPassphrase(minimum=MINIMUM)


class ScryptSealer:
    """Seals with age's own passphrase format, in a child process. Takes about two seconds, and blocks its thread."""

    def seal(self, text: bytes, passphrase: str) -> bytes:
        """Seal a text with a passphrase.

        Raises:
            VaultTooHeavy: The computer has too little memory or time for it.
        """
        code, sealed = _run("seal", text, passphrase)
        if code != DONE:
            raise VaultTooHeavy
        return sealed

    def open(self, sealed: bytes, passphrase: str) -> bytes | None:
        """Open what was sealed with a passphrase; None when this passphrase does not open it.

        Raises:
            VaultTooHeavy: The computer has too little memory or time for it.
        """
        code, text = _run("open", sealed, passphrase)
        if code == NOT_OPENED:
            return None
        if code != DONE:
            raise VaultTooHeavy
        return text


def _run(task: str, data: bytes, passphrase: str) -> tuple[int, bytes]:
    """Let the child process do a task."""
    hide_memory()
    # Secrets go through pipes only: others can see the arguments and the environment of a process.
    secret = passphrase.encode()
    try:
        done = subprocess.run(
            # -P: no module of the folder that the program happens to be started in is ever loaded.
            [sys.executable, "-P", str(_CHILD), task],
            input=len(secret).to_bytes(4, "big") + secret + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_LONGEST,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise VaultTooHeavy from error
    if done.returncode in _PYTHON_FAILED:
        raise RuntimeError("the program that seals with a passphrase does not run")
    return done.returncode, done.stdout
