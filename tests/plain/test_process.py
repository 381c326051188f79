"""The real program, through a pipe and in a terminal that can do nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pexpect
import pytest

from onlinesafe_tui.store.opening import unlock_vault
from onlinesafe_tui.store.passphrase import ScryptSealer

PASSPHRASE = "vier woorden uit mijn hoofd"
NASTY = "\x1b]0;titel\x07 en \x1b[2J"
ANSWERS = ["1", "2", "3", "4", "3", "3", "1", "5"]
"""Something just happened; no danger, a threat, YouTube, a video, a parent, the address, nothing else."""

PATIENCE = 30.0


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody who never started the program."""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(tmp_path),
        "ONLINESAFE_VAULT": str(tmp_path / "vault"),
        "ONLINESAFE_SETTINGS": str(tmp_path / "settings.json"),
    }


@pytest.mark.parametrize("arguments", [["plain"], []])
def test_through_a_pipe_it_is_plain_and_without_a_single_escape(environ: dict[str, str], arguments: list[str]) -> None:
    typed = ["1", *ANSWERS, "v", "o", "v", "s", "t", "4", NASTY, "."]
    done = subprocess.run(
        [sys.executable, "-m", "onlinesafe_tui", *arguments],
        input="\n".join(typed).encode() + b"\n",
        env=environ,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )

    assert done.returncode == 0
    assert done.stderr == b""
    said = done.stdout.decode()
    assert said.startswith("In direct gevaar? Bel 112")
    assert "Stap 1 van 5" in said or "Vóór de stappen" in said
    assert "Je stopt zonder te bewaren." in said
    assert not [byte for byte in done.stdout if byte < 32 and byte != 10]
    assert not Path(environ["ONLINESAFE_VAULT"]).exists()


def test_in_a_dumb_terminal_it_is_plain_saves_and_survives_being_closed(environ: dict[str, str]) -> None:
    heard = BytesIO()
    command = [sys.executable, "-m", "onlinesafe_tui"]
    process: pexpect.spawn[bytes] = pexpect.spawn(
        command[0], command[1:], env={**environ, "TERM": "dumb"}, timeout=PATIENCE
    )
    process.logfile_read = heard
    try:
        for typed in ("1", *ANSWERS, "v", "s", "1"):
            process.expect(rb": ")
            process.sendline(typed)
        for _ in range(2):
            process.expect(rb"[Ww]achtwoordzin: |dezelfde: ")
            process.sendline(PASSPHRASE)
        process.expect(b"Alles is bewaard")
        process.expect(pexpect.EOF)
    finally:
        process.close(force=True)

    assert process.exitstatus == 0
    assert b"\x1b" not in heard.getvalue()
    assert PASSPHRASE.encode() not in heard.getvalue()
    with unlock_vault(Path(environ["ONLINESAFE_VAULT"]), PASSPHRASE, ScryptSealer()) as vault:
        assert [summary.acts for summary in vault.summaries()] == [("threat",)]


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP", "closed"])
def test_told_to_end_while_it_waits_for_an_answer_it_leaves_as_if_the_input_ended(
    environ: dict[str, str], how: str
) -> None:
    command = [sys.executable, "-m", "onlinesafe_tui"]
    process: pexpect.spawn[bytes] = pexpect.spawn(
        command[0], command[1:], env={**environ, "TERM": "dumb"}, timeout=PATIENCE
    )
    heard = BytesIO()
    process.logfile_read = heard
    try:
        for typed in ("1", *ANSWERS, "v"):
            process.expect(rb": ")
            process.sendline(typed)
        process.expect(rb": $")
        if how == "closed":
            os.close(process.child_fd)
            process.closed, process.child_fd = True, -1
        else:
            process.kill(getattr(signal, how))
        if how != "closed":
            process.expect(pexpect.EOF)
        process.wait()
    finally:
        if not process.closed:
            process.close(force=True)

    # With a terminal it says what becomes of what was written; without one it says that nobody reads.
    assert (process.exitstatus, process.signalstatus) == (1 if how == "closed" else 0, None)
    assert how == "closed" or b"Je stopt zonder te bewaren." in heard.getvalue() + (process.before or b"")
    assert b"OnlineSafe moet stoppen" not in heard.getvalue()
