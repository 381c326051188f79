"""The workbook: everything that belongs to no incident."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, Protocol, TypeVar

from onlinesafe_tui.domain.agreements import Sheet
from onlinesafe_tui.domain.meetings import Held
from onlinesafe_tui.domain.policy import Improvement, Scan
from onlinesafe_tui.domain.prevention import Round

_EMPTY: Final[Mapping[Any, Any]] = MappingProxyType({})


class _Changed(Protocol):
    """Something with the moment of its last change."""

    @property
    def changed(self) -> datetime: ...


class _Dated(_Changed, Protocol):
    """Something with an id too."""

    @property
    def id(self) -> str: ...


_Entry = TypeVar("_Entry", bound=_Dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """What a person keeps for prevention, agreements and policy. Changes make a new workbook."""

    rounds: tuple[Round, ...] = ()
    """The prevention rounds, in the order in which they were begun."""

    sheets: tuple[Sheet, ...] = ()
    """The sheets of agreements, in the order in which they were begun."""

    held: tuple[Held, ...] = ()
    """When formats were used in a team meeting, in the order in which that was noted."""

    scans: tuple[Scan, ...] = ()
    """The policy scans, in the order in which they were begun."""

    improvements: Mapping[str, Improvement] = field(default_factory=lambda: _EMPTY)
    """What is done about gaps, by the id of the statement."""

    links: Mapping[str, frozenset[str]] = field(default_factory=lambda: _EMPTY)
    """The statements whose absence played a part in an incident, by the id of the incident; an incident without any
    is missing."""

    @property
    def changed(self) -> datetime | None:
        """When anything with a moment in it was last changed, in UTC; None when there is nothing."""
        dated: tuple[_Changed, ...] = (*self.rounds, *self.sheets, *self.scans, *self.improvements.values())
        return max((one.changed for one in dated), default=None)

    def round(self, id: str) -> Round | None:
        """Return the round with this id; None when it is not here."""
        return next((round for round in self.rounds if round.id == id), None)

    def put_round(self, round: Round) -> Workbook:
        """Keep a round: a new one is added, one with a known id replaced."""
        return replace(self, rounds=_put(self.rounds, round))

    def put_sheet(self, sheet: Sheet) -> Workbook:
        """Keep a sheet: a new one is added, one with a known id replaced."""
        return replace(self, sheets=_put(self.sheets, sheet))

    def drop_sheet(self, id: str) -> Workbook:
        """Remove the sheet with this id."""
        return replace(self, sheets=tuple(sheet for sheet in self.sheets if sheet.id != id))

    def put_scan(self, scan: Scan) -> Workbook:
        """Keep a scan: a new one is added, one with a known id replaced."""
        return replace(self, scans=_put(self.scans, scan))

    def improve(self, improvement: Improvement) -> Workbook:
        """Keep what is done about a statement."""
        return replace(self, improvements={**self.improvements, improvement.statement: improvement})

    def hold(self, held: Held) -> Workbook:
        """Note that a format was used; a note with a known id is replaced."""
        known = [one for one in self.held if one.id != held.id]
        return replace(self, held=(*known, held))

    def unhold(self, id: str) -> Workbook:
        """Remove the note with this id that a format was used."""
        return replace(self, held=tuple(one for one in self.held if one.id != id))

    def link(self, incident: str, statements: Iterable[str]) -> Workbook:
        """Say which missing agreements played a part in an incident; none at all removes the incident from here."""
        links = {**self.links, incident: frozenset(statements)}
        return replace(self, links={key: found for key, found in links.items() if found})

    def merged(self, other: Workbook, now: datetime) -> Workbook:
        """Return this workbook with what another one has besides; of what both have, the one that changed last.

        It is for what was written before the vault was opened.

        Args:
            other: What was written.
            now: This moment. What this workbook says about a statement with a later one was written before the clock
                was set back, and gives way.
        """
        improvements = dict(self.improvements)
        for statement, improvement in other.improvements.items():
            known = improvements.get(statement)
            if known is None or known.changed < improvement.changed or improvement.changed <= now < known.changed:
                improvements[statement] = improvement
        links = {
            id: self.links.get(id, frozenset()) | other.links.get(id, frozenset()) for id in (*self.links, *other.links)
        }
        known_ids = {one.id for one in self.held}
        return Workbook(
            rounds=_merged(self.rounds, other.rounds),
            sheets=_merged(self.sheets, other.sheets),
            held=(*self.held, *(one for one in other.held if one.id not in known_ids)),
            scans=_merged(self.scans, other.scans),
            improvements=improvements,
            links=links,
        )


def _put(entries: tuple[_Entry, ...], entry: _Entry) -> tuple[_Entry, ...]:
    if any(known.id == entry.id for known in entries):
        return tuple(entry if known.id == entry.id else known for known in entries)
    return (*entries, entry)


def _merged(ours: tuple[_Entry, ...], theirs: tuple[_Entry, ...]) -> tuple[_Entry, ...]:
    known = {entry.id: entry for entry in ours}
    for entry in theirs:
        if entry.id not in known or known[entry.id].changed < entry.changed:
            ours = _put(ours, entry)
    return ours
