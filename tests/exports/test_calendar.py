"""A calendar file is one that calendar programs read, and says no more than it was asked to."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from onlinesafe_tui.exports.calendar import Event, as_calendar

MADE = datetime(2026, 11, 22, 14, 3, 7, 123456, tzinfo=UTC)
ROUND = Event(uid="1@onlinesafe", on=date(2026, 11, 30), title="Ronde voorkomen")


def read(*events: Event) -> list[dict[str, object]]:
    calendar: Any = Calendar.from_ical(as_calendar(events, MADE))
    return [
        {
            "uid": str(entry["uid"]),
            "title": str(entry["summary"]),
            "on": entry["dtstart"].dt,
            "end": entry["dtend"].dt,
            "stamp": entry["dtstamp"].dt,
            "class": str(entry["class"]),
            "transp": str(entry["transp"]),
        }
        for entry in calendar.walk("VEVENT")
    ]


def test_an_event_takes_its_whole_day_and_leaves_the_person_free() -> None:
    assert read(ROUND) == [
        {
            "uid": "1@onlinesafe",
            "title": "Ronde voorkomen",
            "on": date(2026, 11, 30),
            "end": date(2026, 12, 1),
            "stamp": datetime(2026, 11, 22, 14, 3, 7, tzinfo=UTC),
            "class": "PRIVATE",
            "transp": "TRANSPARENT",
        }
    ]


def test_a_span_of_days_ends_after_its_last_day() -> None:
    (event,) = read(Event(uid="x", on=date(2027, 1, 3), until=date(2027, 1, 17), title="Gesprek"))
    assert (event["on"], event["end"]) == (date(2027, 1, 3), date(2027, 1, 18))


def test_the_file_has_the_lines_that_every_calendar_program_asks_for() -> None:
    text = as_calendar([ROUND], MADE).decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "VERSION:2.0\r\n" in text
    assert "PRODID:" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_the_last_day_of_the_calendar_has_an_end_too() -> None:
    (event,) = read(Event(uid="x", on=date.max, title="Ooit"))
    assert event["on"] == date.max


@given(st.text(max_size=200))
def test_a_title_stays_one_title_whatever_is_in_it(title: str) -> None:
    (event,) = read(Event(uid="x", on=date(2027, 1, 3), title=f"a\r\nBEGIN:VEVENT\r\nUID:2\r\n{title}"))
    assert str(event["title"]).startswith("a BEGIN:VEVENT UID:2")
    assert "\x1b" not in as_calendar([Event(uid="x", on=date(2027, 1, 3), title=title)], MADE).decode()
