"""Agreements about online contact, picked from points and put in words of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

_EMPTY: Final[Mapping[Any, Any]] = MappingProxyType({})

OWN: Final = "own"
"""Stands for the person's own words where the id of a wording stands; no wording in the content has this id."""


class Audience(StrEnum):
    """For whom a sheet is."""

    CLIENT = "client"
    TEAM = "team"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of agreements. Changes make a new sheet."""

    id: str
    """Sixteen random hexadecimal digits."""

    made: datetime
    """When it was begun, timezone-aware, in UTC."""

    changed: datetime
    """When it was last changed, timezone-aware, in UTC."""

    audience: Audience

    name: str = ""
    """How the person calls it, for themselves; it stands on no paper. Empty when it has no name."""

    wordings: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
    """The points that are on the sheet, each with the id of the wording that was picked, or `OWN`."""

    texts: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
    """The person's own words for a point, kept also while another wording is picked or the point is left out."""

    fills: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _EMPTY)
    """What was filled in to the blanks of a wording, in their order, by `point.wording`; an empty text is a blank that
    is still open. Kept apart from the wording, so that the sheet can be read in every language."""

    review_on: date | None = None
    """The local day on which the agreements are looked at again; None when no day was agreed."""

    def pick(self, point: str, wording: str, at: datetime) -> Sheet:
        """Put a point on the sheet in this wording."""
        return replace(self, wordings={**self.wordings, point: wording}, changed=at)

    def adapt(self, point: str, text: str, at: datetime) -> Sheet:
        """Put a point on the sheet in one's own words; without any words it goes off the sheet."""
        if not text:
            texts = {key: value for key, value in self.texts.items() if key != point}
            return replace(self.leave_out(point, at), texts=texts)
        return replace(self, wordings={**self.wordings, point: OWN}, texts={**self.texts, point: text}, changed=at)

    def fill(self, point: str, wording: str, values: Sequence[str], at: datetime) -> Sheet:
        """Fill in the blanks of a wording, in their order; an empty text leaves a blank open."""
        fills = {key: value for key, value in self.fills.items() if key != f"{point}.{wording}"}
        if any(values):
            fills[f"{point}.{wording}"] = tuple(values)
        return replace(self, fills=fills, changed=at)

    def filled(self, point: str, wording: str) -> tuple[str, ...]:
        """Return what was filled in to the blanks of a wording; empty when nothing was."""
        return self.fills.get(f"{point}.{wording}", ())

    def leave_out(self, point: str, at: datetime) -> Sheet:
        """Take a point off the sheet."""
        wordings = {key: value for key, value in self.wordings.items() if key != point}
        return replace(self, wordings=wordings, changed=at)

    def call(self, name: str, at: datetime) -> Sheet:
        """Give it a name."""
        return replace(self, name=name, changed=at)

    def review(self, on: date | None, at: datetime) -> Sheet:
        """Agree on a day to look at it again."""
        return replace(self, review_on=on, changed=at)
