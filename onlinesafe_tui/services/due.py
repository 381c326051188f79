"""What is due, in one place for everything: on the first screen, in a list, for programs, and in a calendar."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from onlinesafe_tui.dates import long_day, short_day
from onlinesafe_tui.domain.deadlines import DeadlineKind
from onlinesafe_tui.domain.due import Due, DueKind, what_is_due
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.exports.calendar import Event
from onlinesafe_tui.labels import AUDIENCES, DEADLINES, DUE
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.library.blocks import Bullets, plain_text
from onlinesafe_tui.library.library import Library, section
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.guide import Guide
from onlinesafe_tui.store.port import Summary

SOON_DAYS: Final = 7
"""Days in which something that is due stands on the first screen: our own choice."""


class Time(StrEnum):
    """How near something that is due is."""

    OVER = "over"
    """Its last day is over."""

    NOW = "now"
    """It is today, or today is one of its days."""

    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class DueView:
    """One thing that is due, in words."""

    due: Due
    title: str
    """What is to be done."""

    about: str
    """What it belongs to, such as the name of the incident; empty when the title says everything."""

    day: str
    """The day or days, in full."""

    time: Time

    word: str
    """How near it is, in words: `today`, `in 3 days`, `over since 12 Nov`."""

    def line(self, words: Words) -> str:
        """Say in one line what it is and how near; what is over does not come any more."""
        if self.time is Time.OVER:
            return words(N_("Still to do: {title}, {when}"), title=self.title, when=self.word)
        return words(N_("Due: {title}, {when}"), title=self.title, when=self.word)


class DueList:
    """Makes views of what is due, in one language."""

    def __init__(self, library: Library, language: Language) -> None:
        """Create the list.

        Args:
            library: Where the texts come from.
            language: The language of the views.
        """
        self._library = library
        self._language = language
        self._words = Words(language)
        self._guide = Guide(library, language)

    def views(self, workbook: Workbook, summaries: Iterable[Summary], today: date) -> tuple[DueView, ...]:
        """Return everything that is due, the nearest first.

        Args:
            workbook: What belongs to no incident.
            summaries: The incidents.
            today: The local day.
        """
        incidents = {summary.id: summary for summary in summaries}
        named = {sheet.id: sheet.name or self._words(AUDIENCES[sheet.audience]) for sheet in workbook.sheets}
        named |= {id: improvement.what for id, improvement in workbook.improvements.items()}
        found = what_is_due(workbook, {id: summary.due for id, summary in incidents.items()}, today)
        return tuple(self._view(due, incidents, named, today) for due in found)

    def _view(self, due: Due, incidents: Mapping[str, Summary], named: Mapping[str, str], today: date) -> DueView:
        words, time = self._words, _time(due, today)
        title = words(DEADLINES[due.kind] if isinstance(due.kind, DeadlineKind) else DUE[due.kind])
        about = self._about(due, incidents, named)
        day = long_day(due.on, self._language)
        if due.until:
            first, last = short_day(due.on, self._language), long_day(due.until, self._language)
            day = words(N_("{first} to {last}"), first=first, last=last)
        return DueView(due, title, about, day, time, self._word(due, time, today))

    def _about(self, due: Due, incidents: Mapping[str, Summary], named: Mapping[str, str]) -> str:
        if due.kind is DueKind.SHEET:
            return named[due.about]
        if due.kind is DueKind.IMPROVEMENT:
            return named[due.about] or self._first_step(due.about)
        if due.about in incidents:
            summary = incidents[due.about]
            return self._guide.name(summary.acts, summary.channel, summary.known_on)
        return ""

    def _first_step(self, statement: str) -> str:
        """Say what to begin with about a statement: the statement itself would read as if it were so already."""
        if statement not in self._library.ids(Kind.POLICY):
            return statement
        page = self._library.page(Kind.POLICY, statement, self._language)
        lists = (block for block in section(page.shown(), "actions") if isinstance(block, Bullets))
        first = next((item for block in lists for item in block.items), None)
        return plain_text(first.text) if first else page.title

    def _word(self, due: Due, time: Time, today: date) -> str:
        words = self._words
        match time:
            case Time.OVER:
                return words(N_("over since {day}"), day=self._short(due.last, today))
            case Time.NOW if due.until:
                return words(N_("until {day}"), day=short_day(due.until, self._language))
            case Time.NOW:
                return words(N_("today"))
            case Time.SOON if (due.on - today).days == 1:
                return words(N_("tomorrow"))
            case Time.SOON:
                return words.plural("in {n} day", "in {n} days", (due.on - today).days)
            case _:
                return self._short(due.on, today)

    def _short(self, day: date, today: date) -> str:
        """Write a day without its year only where it is this one."""
        short = short_day(day, self._language)
        return short if day.year == today.year else f"{short} {day.year}"


def pressing(views: Iterable[DueView]) -> tuple[DueView, ...]:
    """Return those that cannot wait for long: over, now and soon."""
    return tuple(view for view in views if view.time is not Time.LATER)


def events(views: Iterable[DueView], words: Words, today: date, *, with_titles: bool = False) -> Iterator[Event]:
    """Make events for a calendar of what is not over yet.

    Others may see a calendar. So what belongs to an incident is called by the name of the program alone, unless the
    person wants the titles in it.

    Args:
        views: What is due.
        words: The language.
        today: The local day.
        with_titles: Whether titles say what it is, and what it belongs to.
    """
    for view in views:
        if view.due.last < today and isinstance(view.due.kind, DeadlineKind):
            continue
        neutral = N_("Look in OnlineSafe") if isinstance(view.due.kind, DeadlineKind) else DUE[view.due.kind]
        title = ": ".join(filter(None, (view.title, view.about))) if with_titles else words(neutral)
        yield Event(uid=_uid(view.due), on=view.due.on, until=view.due.until, title=title)


def _time(due: Due, today: date) -> Time:
    if due.last < today:
        return Time.OVER
    if due.on <= today:
        return Time.NOW
    return Time.SOON if (due.on - today).days <= SOON_DAYS else Time.LATER


def _uid(due: Due) -> str:
    """Return what a calendar knows the event by, the same each time, so that a second file changes no event twice."""
    return f"{hashlib.sha256(f'{due.kind}:{due.about}'.encode()).hexdigest()[:32]}@onlinesafe"
