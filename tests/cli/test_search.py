"""`onlinesafe search` finds words in the texts, for a person and for a program, without anything that was saved."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Line
from tests.cli.test_shapes import documented, shape
from tests.library.writing import contact, write


def test_a_person_reads_name_title_place_and_words(line: Line) -> None:
    done = line("--language", "en", "search", "whatsap", "report")
    assert done.exit_code == 0
    first, under, *_ = done.stdout.splitlines()
    assert first == "platforms/whatsapp  WhatsApp › Report"
    assert "Report" in under
    assert done.stderr == ""


def test_a_program_gets_the_documented_shape(line: Line) -> None:
    given = json.loads(line("--language", "en", "search", "whatsapp", "report", "--json").stdout)
    assert shape(given) == shape(documented("search WORDS"))
    assert given["found"][0]["id"] == "whatsapp"


def test_a_page_that_is_found_by_its_name_has_no_place(line: Line) -> None:
    (first, *_) = json.loads(line("search", "whatsapp", "--json").stdout)["found"]
    assert (first["where"], first["excerpt"]) == (None, None)


def test_the_language_and_the_country_of_the_person_hold(line: Line, environ: dict[str, str]) -> None:
    settings = Path(environ["ONLINESAFE_SETTINGS"])
    settings.write_text(json.dumps({"language": "nl", "country": "be"}), encoding="utf-8")
    found = json.loads(line("search", "klacht", "--json").stdout)["found"]
    here = [hit["id"] for hit in found if not hit["elsewhere"]]
    assert "police-be" in here
    assert not [id for id in here if id.endswith("-nl")]
    assert found[0]["language"] == "nl"


def test_nothing_found_is_no_error(line: Line) -> None:
    done = line("--language", "en", "search", "qqqqqqqq")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Nothing is found" in done.stderr
    assert json.loads(line("search", "qqqqqqqq", "--json").stdout) == {"format": 1, "found": [], "more": 0}


def test_the_organisation_is_searched_too(line: Line, tmp_path: Path) -> None:
    own = write(tmp_path / "own", {"contacts/manager.md": contact(nl="Onze achterwacht.")})
    assert line("--overlay", str(own), "search", "achterwacht").stdout.startswith("contacts/manager  Titel")


def test_words_are_needed(line: Line) -> None:
    done = line("--language", "en", "search")
    assert done.exit_code == 2
    assert "WORDS" in done.stderr


@pytest.mark.parametrize("typed", ["\x1b]0;x\x07", "x" * 10_000, "-", "🙂", "\udcff"])
def test_no_words_are_too_strange(line: Line, typed: str) -> None:
    done = line("search", "--", typed)
    assert done.exit_code == 0
    assert "\x1b" not in done.output
