"""Every command on the page for an organisation works as it stands there, one after the other."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Line

DOCS = Path(__file__).parents[2] / "docs"


def commands(page: str) -> list[list[str]]:
    """Return the commands of the program in the fences of a page, in order."""
    found, is_code = [], False
    for line in (DOCS / page).read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            is_code = not is_code
        elif is_code and line.startswith("onlinesafe "):
            found.append(shlex.split(line)[1:])
    return found


@pytest.mark.parametrize("page", ["voor-je-organisatie.md", "for-your-organisation.md"])
def test_every_command_works_as_it_is_written(
    page: str, tmp_path: Path, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = {" ".join(args): line(*args, typed="") for args in commands(page)}
    assert len(told) == 9
    for command, result in told.items():
        assert result.exit_code == 0, (command, result.output)
        assert result.stdout, command


def test_both_pages_say_the_same_in_the_same_order() -> None:
    dutch, english = (
        (DOCS / page).read_text(encoding="utf-8").splitlines()
        for page in ("voor-je-organisatie.md", "for-your-organisation.md")
    )

    def shape(lines: list[str]) -> list[str]:
        return [line.split()[0] for line in lines if line.startswith(("## ", "- ", "| `", "```p"))]

    assert shape(dutch) == shape(english)
