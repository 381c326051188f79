"""A report tells everything about an incident, in the language that was chosen for it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from onlinesafe_tui.domain.facets import Act, Question
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.exports.markdown import as_markdown
from onlinesafe_tui.exports.plain_text import as_plain_text
from onlinesafe_tui.exports.report import HONEST, report_of
from onlinesafe_tui.exports.shapes import Check, Checks, Report, Row, Rows, Section
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from tests.exports.samples import EMPTY_ANSWERS, MADE, nasty_incident


@pytest.fixture(scope="module")
def real() -> Library:
    return Library(content_folder())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("incident", [nasty_incident(), EMPTY_ANSWERS])
def test_the_shipped_texts_make_a_whole_report(incident: Incident, language: Language, real: Library) -> None:
    told = as_markdown(_report(incident, real, language))
    for sentence in HONEST:
        assert Words(language)(sentence) in told


def test_a_report_is_in_its_own_language(real: Library) -> None:
    dutch, english = (_report(nasty_incident(), real, language) for language in Language)
    assert "28 februari 2026" in as_markdown(dutch)
    assert "28 February 2026" in as_markdown(english)
    for section, other in zip(dutch.sections, english.sections, strict=True):
        assert section.title != other.title
        labels = ({row.label for row in _rows_of(part)} for part in (section, other))
        assert not set.intersection(*labels)


def test_no_control_character_leaves(library: Library) -> None:
    report = _report(nasty_incident(), library, Language.NL)
    for told in (as_markdown(report), as_plain_text(report)):
        assert not [char for char in told if char != "\n" and (char < " " or "\x7f" <= char <= "\x9f")]
        assert "\u202e" not in told


def test_what_was_ticked_in_another_situation_is_told(library: Library) -> None:
    incident = nasty_incident().answer(Question.FORM, ["text"])
    assert Check("Task video", is_ticked=True) in _checks(_report(incident, library, Language.EN))


def test_no_task_to_capture_is_offered_when_a_minor_may_be_seen(library: Library) -> None:
    incident = EMPTY_ANSWERS.answer(Question.ACTS, [Act.INTIMATE_MINOR])
    assert not [check for check in _checks(_report(incident, library, Language.EN)) if "screenshot" in check.text]


def test_unknown_and_not_given_are_told_apart(library: Library) -> None:
    rows = _rows(_report(nasty_incident(), library, Language.EN))
    assert Row("Whose account it is", "unknown") in rows
    assert Row("When it was posted", "not given") in rows


def test_an_action_that_is_prepared_is_never_called_sent(library: Library) -> None:
    rows = _rows(_report(nasty_incident(), library, Language.EN))
    assert next(row for row in rows if row.label == "Action tell-manager").value == "prepared"


def test_a_moment_says_how_far_it_is_from_utc(library: Library) -> None:
    summer = replace(EMPTY_ANSWERS, opened=datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    report = report_of(summer, library, Language.EN, title="t", made=MADE, zone=ZoneInfo("Europe/Amsterdam"))
    assert Row("Begun", "2 July 2026, 00:30 UTC+02:00") in _rows(report)


def test_a_day_is_over_where_the_person_is(library: Library) -> None:
    # The first talk is due on 3 March; there it is the 4th already, while it still is the 3rd in UTC.
    made = datetime(2026, 3, 3, 20, 0, tzinfo=UTC)
    here = report_of(nasty_incident(), library, Language.EN, title="t", made=made, zone=timezone(timedelta(hours=10)))
    assert next(row for row in _rows(here) if row.label.startswith("First talk")).value.endswith("this day is over")
    there = report_of(nasty_incident(), library, Language.EN, title="t", made=made, zone=UTC)
    assert "over" not in next(row for row in _rows(there) if row.label.startswith("First talk")).value


def _report(incident: Incident, library: Library, language: Language) -> Report:
    return report_of(incident, library, language, title="A title", made=MADE, zone=UTC)


def _rows(report: Report) -> list[Row]:
    return [row for section in report.sections for row in _rows_of(section)]


def _rows_of(section: Section) -> list[Row]:
    return [row for part in section.parts if isinstance(part, Rows) for row in part.rows]


def _checks(report: Report) -> list[Check]:
    """Return the tasks, their moments left out."""
    parts = [part for section in report.sections for part in section.parts if isinstance(part, Checks)]
    return [replace(check, when="") for part in parts for check in part.items]
