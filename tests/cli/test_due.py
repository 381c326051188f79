"""`onlinesafe due` says what is due, for a person, for a program, and for a calendar."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.opening import create_vault
from tests.cli.conftest import Line
from tests.exports.samples import BEGUN, nasty_incident
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW
from tests.store.workbooks import round_of

LAST = date.today() - timedelta(days=10)


@pytest.fixture
def kept(environ: Mapping[str, str]) -> Path:
    """Make a vault in which a round was finished ten days ago, and return its folder."""
    folder = Path(environ["ONLINESAFE_VAULT"])
    with create_vault(folder, PASSPHRASE, QuickSealer(), BEGUN) as vault:
        vault.save(nasty_incident())
        vault.save_workbook(Workbook().put_round(round_of().finish(LAST, NOW)))
    return folder


def test_it_lists_the_day_and_what_is_due(kept: Path, line: Line) -> None:
    done = line("due")
    assert done.exit_code == 0
    assert "Preventieronde" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_program_gets_ids_and_days(kept: Path, line: Line) -> None:
    given = json.loads(line("due", "--json").stdout)
    assert given["format"] == 1
    (due,) = [due for due in given["due"] if due["kind"] == "prevention-round"]
    assert due["until"] is None
    assert due["about"] is None
    assert date.fromisoformat(due["on"]) > LAST
    assert [due["on"] for due in given["due"]] == sorted(due["on"] for due in given["due"])


def test_a_calendar_file_has_days_and_no_words_about_an_incident(kept: Path, line: Line, tmp_path: Path) -> None:
    place = tmp_path / "days.ics"
    done = line("--language", "en", "due", "--ics", str(place))
    assert done.exit_code == 0, done.stderr
    titles = {str(entry["summary"]) for entry in Calendar.from_ical(place.read_bytes()).walk("VEVENT")}
    assert titles <= {"Prevention round", "Look in OnlineSafe"}
    assert "Prevention round" in titles
    assert place.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_not_written_over(kept: Path, line: Line, tmp_path: Path) -> None:
    place = tmp_path / "days.ics"
    place.write_text("mine")
    assert line("due", "--ics", str(place)).exit_code == 7
    assert place.read_text() == "mine"


def test_a_workbook_that_does_not_open_hides_no_incident(kept: Path, line: Line) -> None:
    place = Layout(kept).workbook
    place.write_bytes(place.read_bytes()[:-5])
    done = line("--language", "en", "due")
    assert done.exit_code == 4
    assert "workbook.age" in done.stderr
    assert "Prevention round" not in done.stdout


def test_without_anything_saved_it_says_so(line: Line) -> None:
    done = line("--language", "en", "due")
    assert done.exit_code == 4
    assert "There is nothing" in done.stderr
