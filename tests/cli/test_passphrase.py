"""With a real vault: the passphrase is asked for out of sight, and opens it from another process."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pytest

from onlinesafe_tui.store.opening import create_vault
from onlinesafe_tui.store.passphrase import ScryptSealer
from tests.cli.processes import PROGRAM, home_in, started
from tests.exports.samples import BEGUN, nasty_incident

PASSPHRASE = "vier woorden en één é"


@pytest.fixture(scope="module")
def environ(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    home = tmp_path_factory.mktemp("home")
    with create_vault(home / "vault", PASSPHRASE, ScryptSealer(), BEGUN) as made:
        made.save(nasty_incident())
    return home_in(home)


def test_one_line_of_standard_input_opens_it(environ: Mapping[str, str], tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    done = started(
        "--language", "en", "export", "-o", str(path), environ=environ, typed=f"{PASSPHRASE}\n", program=PROGRAM
    )
    assert done.returncode == 0
    assert path.read_text(encoding="utf-8").startswith("# Insult · YouTube · 28 February 2026")
    assert PASSPHRASE not in (done.stdout + done.stderr).decode()


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_terminal_does_not_show_it(environ: Mapping[str, str]) -> None:
    child = pexpect.spawn(
        sys.executable, [*PROGRAM[1:], "--language", "en", "list"], env=dict(environ), timeout=60, encoding="utf-8"
    )
    child.expect_exact("Passphrase: ")
    child.sendline(PASSPHRASE)
    child.expect_exact("Opening takes a few seconds.")
    assert PASSPHRASE not in (child.before or "")
    child.expect_exact(nasty_incident().id)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_one_can_stop_at_the_question(environ: Mapping[str, str]) -> None:
    child = pexpect.spawn(
        sys.executable, [*PROGRAM[1:], "--language", "en", "list"], env=dict(environ), timeout=60, encoding="utf-8"
    )
    child.expect_exact("Passphrase: ")
    child.sendintr()
    child.expect_exact("Stopped. What was saved is still there.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
