"""Nothing in an argument, a variable or a name on the disk reaches a terminal as something that it would obey."""

import os
from pathlib import Path

import pytest

from tests.cli.processes import home_in, started
from tests.hostile import ARGUMENT, NAME, RAW, STEERS

NASTY = os.fsencode(ARGUMENT) + b"\r"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")

LINES: list[list[bytes]] = [
    [NASTY],
    [b"--" + NASTY],
    [b"--language", NASTY],
    [b"--language=" + NASTY],
    [b"--vault", NASTY, b"list"],
    [b"--vault", NASTY, b"paths"],
    [b"--vault", NASTY, b"paths", b"--json"],
    [b"--overlay", NASTY, b"paths"],
    [b"list", NASTY],
    [b"show", NASTY],
    [b"export", b"--format", NASTY],
    [b"export", b"-o", NASTY],
    [b"content", NASTY],
    [b"content", b"check", NASTY],
]
VARIABLES = ("ONLINESAFE_VAULT", "ONLINESAFE_SETTINGS", "ONLINESAFE_OVERLAY", "LANG", "LC_ALL", "TERM", "HOME")


def assert_harmless(*outputs: bytes) -> None:
    for output in outputs:
        text = output.decode("utf-8")
        assert not STEERS.search(text.replace("\n", ""))
        assert "Traceback" not in text


@pytest.mark.parametrize("args", LINES)
def test_an_argument(args: list[bytes], tmp_path: Path) -> None:
    done = started(*args, environ=home_in(tmp_path))
    assert_harmless(done.stdout, done.stderr)
    assert done.returncode in (0, 2, 3, 4)


@pytest.mark.parametrize("variable", VARIABLES)
@pytest.mark.parametrize("args", [["paths"], ["list"], ["--help"], ["plain"]])
def test_a_variable(variable: str, args: list[str], tmp_path: Path) -> None:
    done = started(*args, environ=home_in(tmp_path, **{variable: os.fsdecode(NASTY)}))
    assert_harmless(done.stdout, done.stderr)
    assert done.returncode != 1, "it crashed"


def test_the_name_of_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "own" / "about"
    folder.mkdir(parents=True)
    (folder / f"{NAME}.md").write_text("nonsense", encoding="utf-8")
    done = started("content", "check", str(folder.parent), environ=home_in(tmp_path))
    assert_harmless(done.stdout, done.stderr)
    assert done.returncode == 3


def test_a_settings_file(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(b'{"language": "' + RAW + b'"}')
    done = started("paths", environ=home_in(tmp_path))
    assert_harmless(done.stdout, done.stderr)
    assert done.returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_an_old_encoding_stops_nobody(encoding: str, tmp_path: Path) -> None:
    done = started("--vault", NASTY, "paths", environ=home_in(tmp_path, PYTHONIOENCODING=encoding))
    assert done.returncode == 0
    assert_harmless(done.stdout)
