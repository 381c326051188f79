"""A settings file that cannot be used is told about, never written over, and stops nobody."""

import json
from pathlib import Path

import pytest

from onlinesafe_tui.cli.compose import practice_workspace, workspace_of
from onlinesafe_tui.cli.session import Session, open_session
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.errors import SettingsError
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.settings import read_settings
from tests.cli.conftest import Line

BROKEN = '{"language": "klingon"}'


@pytest.fixture
def broken(environ: dict[str, str]) -> Path:
    path = Path(environ["ONLINESAFE_SETTINGS"])
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_the_program_goes_on_without_them(broken: Path, line: Line) -> None:
    told = line("--language", "en", "paths", "--json")
    assert told.exit_code == 0
    assert json.loads(told.stdout)["settings"] == str(broken)
    assert "The settings cannot be used: " in told.stderr
    assert str(broken) in told.stderr


def test_a_new_choice_holds_and_the_file_stays(broken: Path, environ: dict[str, str]) -> None:
    workspace = workspace_of(open_session([], environ))
    with pytest.raises(SettingsError):
        workspace.choose(country=Country.BE)
    assert workspace.country is Country.BE
    assert broken.read_text(encoding="utf-8") == BROKEN


def test_a_choice_is_kept_for_the_next_start(environ: dict[str, str]) -> None:
    workspace_of(open_session([], environ)).choose(country=Country.BE, language=Language.EN)
    again = open_session([], environ)
    assert (again.language, again.settings.country) == (Language.EN, Country.BE)


def test_a_choice_in_an_exercise_is_kept_nowhere(environ: dict[str, str]) -> None:
    workspace = practice_workspace(open_session([], environ))
    workspace.choose(country=Country.BE)
    assert workspace.country is Country.BE
    assert not Path(environ["ONLINESAFE_SETTINGS"]).exists()


def test_an_exercise_begins_with_its_incident(environ: dict[str, str]) -> None:
    workspace = practice_workspace(open_session(["--language", "en"], environ))
    assert workspace.is_practice
    assert len(workspace.keeper.summaries()) == 1


@pytest.mark.parametrize("way", ["option", "variable", "settings"])
def test_the_overlay_is_named_in_three_ways(way: str, tmp_path: Path, environ: dict[str, str]) -> None:
    own = tmp_path / "own"
    (own / "about").mkdir(parents=True)
    (own / "about" / "help.md").write_text("---\n---\n# Van ons {lang=nl}\nTekst.\n", encoding="utf-8")
    session = _with_overlay(way, own, environ)
    assert workspace_of(session).library.page(Kind.ABOUT, "help", Language.NL).title == "Van ons"


def _with_overlay(way: str, own: Path, environ: dict[str, str]) -> Session:
    if way == "option":
        return open_session(["--overlay", str(own), "list"], {**environ, "ONLINESAFE_OVERLAY": "elsewhere"})
    if way == "variable":
        environ = {**environ, "ONLINESAFE_OVERLAY": str(own)}
        Path(environ["ONLINESAFE_SETTINGS"]).write_text('{"overlay": "elsewhere"}', encoding="utf-8")
        return open_session([], environ)
    Path(environ["ONLINESAFE_SETTINGS"]).write_text(json.dumps({"overlay": str(own)}), encoding="utf-8")
    return open_session([], environ)


def test_the_language_of_one_start_is_not_lost_to_the_command(environ: dict[str, str]) -> None:
    session = open_session(["--language", "en", "export", "--language", "nl"], environ)
    assert session.language is Language.EN
    assert read_settings(session.paths.settings).language is None


def test_the_vault_of_the_option_comes_before_the_one_of_the_environment(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    session = open_session(["--vault", str(tmp_path / "other"), "list"], environ)
    assert session.paths.vault == tmp_path / "other"
