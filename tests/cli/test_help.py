"""Help and mistakes are told in the language of the person."""

import json
import re
from pathlib import Path

import pytest

from onlinesafe_tui.cli.main import EXIT_CODES
from onlinesafe_tui.language import Language, Words
from tests.cli.conftest import Line

README = Path(__file__).parents[2] / "README.md"
DOCS = Path(__file__).parents[2] / "docs" / "command-line.md"
COMMANDS = [
    [],
    ["plain"],
    ["demo"],
    ["list"],
    ["show"],
    ["export"],
    ["search"],
    ["content"],
    ["content", "check"],
    ["paths"],
]
ENGLISH = re.compile(r"\b(Usage|Options|Commands?|Show|the|and|Try|Error|Missing|such|help for)\b")
MISTAKES = {
    ("--nonsense",): "--nonsense",
    ("nonsense",): "nonsense",
    ("--vault",): "--vault",
    ("--language", "fr"): "nl, en",
    ("list", "--json=1"): "--json",
    ("list", "more", "words"): "onlinesafe list",
    ("export", "--format", "odt"): "markdown",
    ("export", "-o"): "-o",
    ("content",): "check",
    ("content", "nonsense"): "nonsense",
}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_dutch_shows_no_english(command: list[str], line: Line) -> None:
    told = line("--language", "nl", *command, "--help")
    assert told.exit_code == 0
    assert not ENGLISH.findall(told.stdout)
    assert told.stderr == ""


def test_every_command_stands_in_the_table_of_the_front_page(line: Line) -> None:
    help, page = line("--language", "en", "--help").stdout, README.read_text(encoding="utf-8")
    named = re.findall(r"^  ([a-z]+)  ", help, re.MULTILINE)
    table = " ".join(row.split("|")[1] for row in page.splitlines() if row.startswith("| `onlinesafe"))
    assert len(named) > 10
    assert [name for name in named if not re.search(rf"\b{name}\b", table)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_english(command: list[str], line: Line) -> None:
    told = line("--language", "en", *command, "--help")
    assert told.stdout.startswith(" ".join(["Usage: onlinesafe", *command]))
    assert "Show this text." in told.stdout


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("args", "named"), MISTAKES.items())
def test_a_mistake_is_told_on_standard_error(args: tuple[str, ...], named: str, language: Language, line: Line) -> None:
    told = line("--language", language, *args)
    assert told.exit_code == 2
    assert told.stdout == ""
    assert named in told.stderr
    assert "--help" in told.stderr
    if language is Language.NL and "fr" not in args:
        assert not ENGLISH.findall(told.stderr)


def test_the_language_of_the_settings_holds_for_help(line: Line, environ: dict[str, str]) -> None:
    Path(environ["ONLINESAFE_SETTINGS"]).write_text(json.dumps({"language": "en"}), encoding="utf-8")
    assert "Options:" in line("--help").stdout
    assert "Opties:" in line("--language", "nl", "--help").stdout


def test_dutch_is_spoken_when_nothing_was_chosen(line: Line) -> None:
    assert "Opties:" in line("--help").stdout


def test_the_language_counts_wherever_it_stands_before_the_command(line: Line) -> None:
    assert "Options:" in line("--help", "--language=en").stdout
    assert "no option" in line("--nonsense", "--language", "en").stderr


@pytest.mark.parametrize("language", Language)
def test_help_lists_every_exit_code(language: Language, line: Line) -> None:
    told = line("--language", language, "--help").stdout
    for code, meaning in EXIT_CODES.items():
        assert f"{code}  {Words(language)(meaning)}" in told


def test_the_documentation_lists_every_exit_code() -> None:
    listed = re.findall(r"^\| (\d) \| ", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert [int(code) for code in listed] == list(EXIT_CODES)


def test_the_documentation_names_every_command() -> None:
    told = DOCS.read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"`onlinesafe{''.join(f' {word}' for word in command)}" in told


def test_the_version_is_data(line: Line) -> None:
    told = line("--version")
    assert re.fullmatch(r"OnlineSafe \d+\.\d+\.\d+\n", told.stdout)
    assert told.exit_code == 0
