"""What was kept and what an organisation wrote is only text in every command, and goes only where it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.store.opening import create_vault
from tests.cli.conftest import Line
from tests.hostile import MARK, NAME, NOW, STEERING, STEERS, incident_of, overlay_of, workbook_of
from tests.library.own import needs_odd_names
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.tui.situations import THREAT_ON_YOUTUBE, told

CANARY = "kanarie4711"
ID = f"{1:016x}"

COMMANDS = [
    ["list"],
    ["list", "--json"],
    ["show"],
    ["show", "--json"],
    ["export"],
    ["export", "--format", "html"],
    ["due"],
    ["due", "--json"],
    ["search", MARK],
    ["search", "--json", STEERING.replace("\x00", "")],
    ["content", "check"],
    ["verify"],
    ["doctor"],
    ["paths"],
    ["paths", "--json"],
]
TELLING = ("show", "export", "due")
"""The commands that are asked to put out what a person wrote."""


@pytest.fixture(params=[STEERING, CANARY], ids=["hostile", "canary"])
def text(request: pytest.FixtureRequest, environ: Mapping[str, str]) -> str:
    """Keep a text wherever one can be kept, and return it."""
    text = str(request.param)
    incident = incident_of(told(THREAT_ON_YOUTUBE, Step.SCREENSHOT), text)
    statements = ("three-levels", "friend-requests")
    book = workbook_of(text, things=("search-yourself",), statements=statements, incident=incident.id)
    with create_vault(Path(environ["ONLINESAFE_VAULT"]), PASSPHRASE, QuickSealer(), NOW) as vault:
        vault.save(incident)
        vault.save_workbook(book)
    return text


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a folder of an organisation in which every text is hostile."""
    return overlay_of(tmp_path_factory.mktemp("own") / f"ons {NAME}", STEERING)


@needs_odd_names
@pytest.mark.parametrize("args", COMMANDS, ids=lambda args: "-".join(args)[:20])
def test_every_command(line: Line, text: str, own: Path, tmp_path: Path, args: list[str]) -> None:
    before = files_in(tmp_path)
    done = line("--language", "nl", *(["--overlay", str(own)] if text == STEERING else []), *args)
    for output in (done.stdout, done.stderr):
        assert not [row for row in output.split("\n") if STEERS.search(row.replace("\t", ""))]
        assert "Traceback" not in output
        assert PASSPHRASE not in output
    assert done.exit_code == 0 or args[0] in ("content", "doctor")
    assert CANARY not in done.stderr
    assert args[0] in TELLING or CANARY not in done.stdout
    assert files_in(tmp_path) == before, "a file was made that nobody asked for"


def test_a_file_comes_only_where_it_is_asked(line: Line, text: str, tmp_path: Path) -> None:
    before = files_in(tmp_path)
    done = line("export", "-o", str(tmp_path / "mine.md"))
    assert done.exit_code == 0
    assert files_in(tmp_path) - before == {tmp_path / "mine.md"}


def files_in(folder: Path) -> set[Path]:
    """Return the files of a folder; the lock of a vault is nobody's words."""
    return {path for path in folder.rglob("*") if path.is_file() and path.name != "lock"}
