"""Days to keep in sight as a calendar file, which any calendar program reads (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from onlinesafe_tui.domain.deadlines import days_after
from onlinesafe_tui.domain.text import clean_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something on one day, or on several days in a row."""

    uid: str
    """What a calendar knows it by; the same event has the same one in every file."""

    on: date
    """The local day, or the first one."""

    until: date | None = None
    """The last day; None when there is one day only."""

    title: str
    """What it is called in the calendar, where others may see it."""


def as_calendar(events: Iterable[Event], made: datetime) -> bytes:
    """Write events as a calendar file. They take whole days, leave the person free, and are marked as private.

    Args:
        events: What is in it.
        made: This moment, in UTC.
    """
    from icalendar import Calendar  # noqa: PLC0415  (most starts never make a calendar)
    from icalendar import Event as Entry  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", "-//OnlineSafe//onlinesafe//NL")
    calendar.add("version", "2.0")
    for event in events:
        entry = Entry()
        entry.add("uid", event.uid)
        entry.add("dtstamp", made.replace(microsecond=0))
        entry.add("dtstart", event.on)
        entry.add("dtend", days_after(event.until or event.on, 1))
        entry.add("summary", clean_name(event.title))
        entry.add("class", "PRIVATE")
        entry.add("transp", "TRANSPARENT")
        calendar.add_component(entry)
    return bytes(calendar.to_ical())
