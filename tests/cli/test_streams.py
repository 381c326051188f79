"""Where there is no terminal, no input or no output at all, and what a console of Windows gives."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from io import StringIO
from pathlib import Path

import pexpect
import pytest

from onlinesafe_tui.cli.streams import ask_secret, whole
from onlinesafe_tui.store.passphrase import normalised
from tests.cli.processes import PROGRAM, home_in, started


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ([], 0),
        (["plain"], 0),
        (["demo"], 0),
        (["--help"], 0),
        (["paths", "--json"], 0),
        (["list"], 4),
        (["nonsense"], 2),
        (["search", "aangifte"], 0),
    ],
)
def test_without_any_stream_it_ends_and_leaves_nothing_with_pythonw_faked(
    args: list[str], code: int, tmp_path: Path
) -> None:
    program = (
        "import sys; sys.stdin = sys.stdout = sys.stderr = sys.__stdin__ = sys.__stdout__ = sys.__stderr__ = None;"
        f"sys.argv = ['onlinesafe', *{args!r}]; from onlinesafe_tui.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=home_in(tmp_path), capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "passphrase", ["vier 😀 woorden één", "gewone woorden", "\U0001f3f3\ufe0f\u200d\U0001f308 vlag"]
)
def test_a_passphrase_typed_in_halves_is_the_same_one_with_the_console_of_windows_faked(passphrase: str) -> None:
    units = passphrase.encode("utf-16-le")
    halves = "".join(chr(int.from_bytes(units[at : at + 2], "little")) for at in range(0, len(units), 2))
    assert whole(halves) == passphrase
    assert normalised(whole(halves)) == unicodedata.normalize("NFC", passphrase)


def test_half_a_character_stays_half_and_is_no_trouble() -> None:
    assert whole("a\ud83d b") == "a\ud83d b"
    assert normalised(whole("a\ud83d b")) == "a? b"


def test_a_passphrase_that_is_passed_on_with_a_mark_before_it_is_the_same_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO("\ufeffvier woorden\r\n"))
    assert ask_secret("") == "vier woorden"


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "ascii", "latin-1"])
def test_other_programs_get_utf_8_whatever_the_computer_writes_with_its_encoding_faked(
    encoding: str, tmp_path: Path
) -> None:
    other = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    args = ("--language", "nl", "content", "list")
    done = started(*args, environ=home_in(tmp_path, **other))
    assert not done.stdout.isascii()
    assert done.stdout == started(*args, environ=home_in(tmp_path)).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "ascii"])
def test_a_terminal_that_writes_otherwise_gets_what_it_knows_and_ends_nothing_with_its_encoding_faked(
    encoding: str, tmp_path: Path
) -> None:
    environ = home_in(
        tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LC_ALL="C", TERM="dumb"
    )
    child: pexpect.spawn[bytes] = pexpect.spawn(PROGRAM[0], [*PROGRAM[1:], "plain"], env=environ, timeout=30)
    child.expect(b"112")
    child.sendline("één".encode(encoding, "replace"))
    child.expect(b"112|1\\.")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, child.signalstatus) == (0, None)
