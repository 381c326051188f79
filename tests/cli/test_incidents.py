"""`list`, `show` and `export` look at what was saved, and touch nothing."""

import json
import os
import stat
from pathlib import Path

import pytest

from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.store.opening import unlock_vault
from tests.cli.conftest import Line
from tests.exports.samples import EMPTY_ANSWERS, nasty_incident
from tests.store.quick import PASSPHRASE, QuickSealer

NASTY, EMPTY = nasty_incident().id, EMPTY_ANSWERS.id
READERS = (["list"], ["show"], ["export"], ["list", "--json"], ["show", "--json"])


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize("language", Language)
def test_the_list_names_each_incident_the_last_changed_first(language: Language, line: Line, vault: Path) -> None:
    told = line("--language", language, "list")
    assert told.exit_code == 0
    first, second = told.stdout.splitlines()
    assert first.startswith(NASTY)
    assert "YouTube" in first
    assert ("28 februari 2026" if language is Language.NL else "28 February 2026") in first
    assert second.startswith(EMPTY)


@pytest.mark.parametrize("command", READERS)
def test_looking_changes_nothing_on_disk(command: list[str], line: Line, vault: Path) -> None:
    before = tree(vault)
    assert line(*command).exit_code == 0
    assert tree(vault) == before


@pytest.mark.parametrize("command", READERS)
def test_one_can_look_while_another_window_writes(command: list[str], line: Line, vault: Path) -> None:
    with unlock_vault(vault, PASSPHRASE, QuickSealer()):
        assert line(*command).exit_code == 0


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize("language", Language)
def test_without_a_vault_there_is_a_calm_sentence(command: list[str], language: Language, line: Line) -> None:
    told = line("--language", language, *command)
    assert told.exit_code == 4
    assert told.stdout == ""
    assert told.stderr.startswith(Words(language)("Nothing is saved yet"))


@pytest.mark.parametrize("command", READERS)
def test_a_wrong_passphrase_has_its_own_exit_code(command: list[str], line: Line, vault: Path) -> None:
    told = line("--language", "en", *command, typed="not the passphrase\n")
    assert told.exit_code == 6
    assert told.stdout == ""
    assert "That is not the passphrase: " in told.stderr
    assert "not the passphrase\n" not in told.stderr


def test_no_passphrase_at_all_is_a_mistake(line: Line, vault: Path) -> None:
    assert line("list", typed="").exit_code == 2


def test_a_passphrase_may_end_as_windows_ends_lines(line: Line, vault: Path) -> None:
    assert line("list", typed=f"{PASSPHRASE}\r\n").exit_code == 0


def test_a_damaged_incident_is_told_beside_the_list(line: Line, vault: Path) -> None:
    damaged = vault / "incidents" / EMPTY / "incident.age"
    damaged.write_bytes(damaged.read_bytes()[:-9])
    (vault / "index.age").unlink()
    told = line("--language", "en", "list")
    assert told.exit_code == 4
    assert [row[:16] for row in told.stdout.splitlines()] == [NASTY]
    assert EMPTY in told.stderr


def test_a_damaged_incident_is_not_shown(line: Line, vault: Path) -> None:
    damaged = vault / "incidents" / EMPTY / "incident.age"
    damaged.write_bytes(b"x" * 300)
    told = line("--language", "en", "show", EMPTY)
    assert (told.exit_code, told.stdout) == (4, "")


@pytest.mark.parametrize("command", ["show", "export"])
def test_the_last_changed_is_meant_when_no_number_is_given(command: str, line: Line, vault: Path) -> None:
    assert NASTY in line(command).stdout


@pytest.mark.parametrize("command", ["show", "export"])
@pytest.mark.parametrize("beginning", [EMPTY, EMPTY[:15], EMPTY.upper()])
def test_a_beginning_that_only_one_has_is_enough(command: str, beginning: str, line: Line, vault: Path) -> None:
    told = line(command, beginning)
    assert EMPTY in told.stdout
    assert NASTY not in told.stdout


@pytest.mark.parametrize(("beginning", "said"), [("00", f"{NASTY}, {EMPTY}"), ("7", "No incident begins with 7")])
def test_a_beginning_of_more_or_none_is_a_mistake(beginning: str, said: str, line: Line, vault: Path) -> None:
    told = line("--language", "en", "show", beginning)
    assert told.exit_code == 2
    assert said in told.stderr


def test_showing_gives_what_the_person_wrote(line: Line, vault: Path) -> None:
    told = line("--language", "en", "show")
    assert "The situation" in told.stdout
    assert "AB-1 `2` |" in told.stdout
    assert "\x1b" not in told.stdout


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("asked", Language)
def test_an_export_has_its_own_language(language: Language, asked: Language, line: Line, vault: Path) -> None:
    told = line("--language", language, "export", "--language", asked)
    assert f"## {Words(asked)('The situation')}" in told.stdout
    assert told.stderr == ""


def test_an_export_speaks_the_language_of_the_person_by_default(line: Line, vault: Path) -> None:
    assert "## The situation" in line("--language", "en", "export").stdout


def test_an_export_goes_to_a_new_private_file(line: Line, vault: Path, tmp_path: Path) -> None:
    path = tmp_path / "out" / "mine.md"
    told = line("--language", "en", "export", EMPTY, "--format", "markdown", "-o", str(path))
    assert told.exit_code == 0
    assert told.stdout == ""
    assert str(path) in told.stderr
    assert path.read_text(encoding="utf-8").startswith("# Incident")
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_export_never_overwrites_a_file(line: Line, vault: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text("mine", encoding="utf-8")
    told = line("export", "-o", str(path))
    assert told.exit_code == 7
    assert path.read_text(encoding="utf-8") == "mine"


def test_an_export_is_the_same_on_standard_output_and_in_a_file(line: Line, vault: Path, tmp_path: Path) -> None:
    line("export", "-o", str(tmp_path / "mine.md"))
    made = "UTC"  # The moment of making differs, so that line is left out.
    printed, kept = line("export").stdout, (tmp_path / "mine.md").read_text(encoding="utf-8")
    assert [row for row in printed.split("\n") if made not in row] == [
        row for row in kept.split("\n") if made not in row
    ]


BEGINNINGS = {"html": b"<!doctype html>", "pdf": b"%PDF-1.", "word": b"PK\x03\x04"}


@pytest.mark.parametrize("format", BEGINNINGS)
def test_an_export_to_a_file_is_of_the_kind_that_was_asked_for(
    format: str, line: Line, vault: Path, tmp_path: Path
) -> None:
    path = tmp_path / "mine"
    told = line("export", "--format", format, "-o", str(path))
    assert (told.exit_code, told.stdout) == (0, "")
    assert path.read_bytes().startswith(BEGINNINGS[format])
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("format", BEGINNINGS)
@pytest.mark.parametrize("output", [(), ("-o", "-")])
def test_an_export_of_any_kind_can_be_led_on(format: str, output: tuple[str, ...], line: Line, vault: Path) -> None:
    told = line("export", "--format", format, *output)
    assert told.exit_code == 0
    assert told.stdout_bytes.startswith(BEGINNINGS[format])


@pytest.mark.parametrize("format", ["pdf", "word"])
def test_a_terminal_gets_no_bytes_that_it_cannot_show(
    format: str, line: Line, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onlinesafe_tui.cli.incidents.is_shown", lambda: True)
    told = line("--language", "en", "export", "--format", format)
    assert (told.exit_code, told.stdout) == (2, "")
    assert f"-o onlinesafe.{'pdf' if format == 'pdf' else 'docx'}" in told.stderr
    assert line("export", "--format", format, "-o", "-").stdout_bytes.startswith(BEGINNINGS[format])


def test_a_long_export_is_whole(line: Line, vault: Path) -> None:
    with unlock_vault(vault, PASSPHRASE, QuickSealer()) as made:
        incident = EMPTY_ANSWERS
        for step in ("talk", "screenshot", "report"):
            incident = incident.note(incident.journey.at.__class__(step), "woord " * 9000)
        made.save(incident)
    told = line("--language", "en", "export", EMPTY).stdout
    assert len(told) > 150_000
    assert told.rstrip().endswith("They are information, not legal advice.")


@pytest.mark.parametrize("command", ["list", "show"])
def test_json_is_one_document_in_plain_ascii(command: str, line: Line, vault: Path) -> None:
    told = line(command, "--json")
    assert told.stdout.isascii()
    assert json.loads(told.stdout)["format"] == 1


def test_json_has_no_language(line: Line, vault: Path) -> None:
    assert line("--language", "nl", "show", "--json").stdout == line("--language", "en", "show", "--json").stdout
