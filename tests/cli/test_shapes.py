"""What programs are given has the shape that the documentation promises."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Line
from tests.exports.samples import EMPTY_ANSWERS, nasty_incident

DOCS = Path(__file__).parents[2] / "docs" / "command-line.md"
Json = dict[str, object]


def documented(command: str) -> Json:
    """Return the example that the documentation gives for a command."""
    found = re.search(
        rf"`onlinesafe {command} --json`.*?```json\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL
    )
    assert found
    example: Json = json.loads(found[1])
    return example


def shape(value: object) -> object:
    """Return the names in a document, and what kind of value stands at each; a list has the shape of its first."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


def test_a_list_has_the_documented_shape(line: Line, vault: Path) -> None:
    assert shape(json.loads(line("list", "--json").stdout)) == shape(documented("list"))


def test_an_incident_has_the_documented_names(line: Line, vault: Path) -> None:
    given, promised = json.loads(line("show", "--json").stdout), documented("show")
    assert names(given) == names(promised)


@pytest.mark.parametrize("id", [nasty_incident().id, EMPTY_ANSWERS.id])
def test_every_incident_has_the_same_names(id: str, line: Line, vault: Path) -> None:
    incident = json.loads(line("show", id, "--json").stdout)["incident"]
    promised = documented("show")["incident"]
    assert isinstance(promised, dict)
    assert list(incident) == list(promised)
    assert list(incident["situation"]) == list(promised["situation"])


def test_the_places_have_the_documented_names(line: Line) -> None:
    assert list(json.loads(line("paths", "--json").stdout)) == list(documented("paths"))


def test_an_incident_is_given_whole(line: Line, vault: Path) -> None:
    incident = json.loads(line("show", "--json").stdout)["incident"]
    assert incident["situation"]["acts"] == ["insult", "threat"]
    assert incident["situation"]["author"] == "unknown"
    assert incident["situation"]["concerns"] == []
    assert incident["skipped"] == {"talk": "te bang | nu", "discuss": ""}
    assert incident["evidence"][0]["unknown"] == ["account-owner"]
    assert incident["actions"][-1]["answer"].startswith("Ja.")
    assert {deadline["kind"] for deadline in incident["deadlines"]} >= {"complaint-nl", "aftercare-first"}


def names(value: object) -> object:
    """Return the fixed names in a document: not those in objects whose names are data."""
    if isinstance(value, dict):
        free = ("skipped", "ticked", "notes", "facts")
        return {name: None if name in free else names(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [names(value[0])] if value and isinstance(value[0], dict) else None
    return None
