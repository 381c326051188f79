"""`content check` names the place of what is wrong, in the language of the person."""

from pathlib import Path

import pytest

from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.paths import content_folder
from tests.cli.conftest import Line

OVERDUE = """---
country: [nl]
status: verified
source: somebody
checked_on: 2020-01-01
review_after: 2020-06-01
---
# Iemand {lang=nl}
Voor iedereen.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a content folder of an organisation, with one error and one notice."""
    made = tmp_path / "own"
    (made / "about").mkdir(parents=True)
    (made / "contacts").mkdir()
    (made / "about" / "help.md").write_text("---\nnonsense: 1\n---\n# Hulp {lang=nl}\nTekst.\n", encoding="utf-8")
    (made / "contacts" / "someone.md").write_text(OVERDUE, encoding="utf-8")
    return made


@pytest.mark.parametrize("language", Language)
def test_each_problem_has_its_line_and_the_end_has_the_counts(language: Language, folder: Path, line: Line) -> None:
    words = Words(language)
    told = line("--language", language, "content", "check", str(folder))
    assert told.exit_code == 3
    error, notice = told.stdout.splitlines()
    assert error.startswith(f"{folder / 'about' / 'help.md'}:2: ")
    assert notice.startswith(f"{folder / 'contacts' / 'someone.md'}:6: ")
    assert notice.endswith(words("{problem} (a notice)", problem=""))
    assert words.plural("{n} error", "{n} errors", 1) in told.stderr
    assert words.plural("{n} notice", "{n} notices", 1) in told.stderr


def test_notices_alone_are_no_failure(folder: Path, line: Line) -> None:
    (folder / "about" / "help.md").unlink()
    told = line("content", "check", str(folder))
    assert told.exit_code == 0
    assert len(told.stdout.splitlines()) == 1


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path, line: Line) -> None:
    assert line("content", "check", str(tmp_path / "nowhere")).exit_code == 3


def test_the_shipped_folder_is_checked_as_the_shipped_one_by_its_name_too(line: Line) -> None:
    assert line("content", "check").stdout == line("content", "check", str(content_folder())).stdout
