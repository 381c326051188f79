"""What tests of the command line share."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from onlinesafe_tui.cli.main import run
from onlinesafe_tui.cli.opening import OpenToWrite
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.vault import Vault
from tests.exports.samples import BEGUN, EMPTY_ANSWERS, nasty_incident
from tests.store.quick import PASSPHRASE, QuickSealer

Line = Callable[..., Result]
"""Runs one command line in this process: its arguments, and what is typed."""


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which everything stands in a folder of the test."""
    return {
        "ONLINESAFE_VAULT": str(tmp_path / "vault"),
        "ONLINESAFE_SETTINGS": str(tmp_path / "settings.json"),
    }


@pytest.fixture
def line(environ: Mapping[str, str]) -> Line:
    """Run a command line as the program does, with passphrases that cost no time."""

    def ran(*args: str, typed: str = f"{PASSPHRASE}\n") -> Result:
        typed_args = [str(arg) for arg in args]
        command = click.Command(
            "onlinesafe",
            callback=lambda: sys.exit(
                run(typed_args, environ, open_vault=_open_quickly, to_write=OpenToWrite(QuickSealer()))
            ),
        )
        return CliRunner().invoke(command, [], input=typed)

    return ran


@pytest.fixture
def vault(environ: Mapping[str, str]) -> Path:
    """Make a vault with two incidents, and return its folder."""
    folder = Path(environ["ONLINESAFE_VAULT"])
    with create_vault(folder, PASSPHRASE, QuickSealer(), BEGUN) as made:
        made.save(EMPTY_ANSWERS)
        made.save(nasty_incident())
    return folder


def _open_quickly(folder: Path, passphrase: str) -> Vault:
    return unlock_vault(folder, passphrase, QuickSealer(), read_only=True)
