"""What a whole report looks like in each format.

After a change on purpose: `UPDATE_GOLDEN=1 pytest tests/exports`, and read the difference.
"""

import os
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import pytest

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.exports.markdown import as_markdown
from onlinesafe_tui.exports.plain_text import as_plain_text
from onlinesafe_tui.exports.report import report_of
from onlinesafe_tui.exports.shapes import Report
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from tests.exports.samples import EMPTY_ANSWERS, MADE, nasty_incident

FORMATS: dict[str, Callable[[Report], str]] = {"md": as_markdown, "txt": as_plain_text}
INCIDENTS = {"nasty": nasty_incident(), "empty": EMPTY_ANSWERS}


@pytest.mark.parametrize("name", INCIDENTS)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("ending", FORMATS)
def test_a_report_looks_as_it_should(
    name: str, language: Language, ending: str, library: Library, golden: Path
) -> None:
    told = FORMATS[ending](_report(INCIDENTS[name], library, language))
    path = golden / f"{name}-{language}.{ending}"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(told, encoding="utf-8", newline="\n")
    assert told == path.read_text(encoding="utf-8")


def _report(incident: Incident, library: Library, language: Language) -> Report:
    return report_of(incident, library, language, title="A *title* | <b>", made=MADE, zone=UTC)
