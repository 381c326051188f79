"""What a sheet of agreements looks like to whoever works on it, and the blanks in its texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onlinesafe_tui.domain.agreements import Sheet
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.library.blocks import Block
from onlinesafe_tui.library.check_sections import BLANK

LONGEST_VALUE: Final = 500
"""Characters filled in to one blank."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that a point can have on a sheet."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """Something to agree on, for one audience, in one language."""

    id: str
    title: str

    about: tuple[Block, ...]
    """For the professional: why it is a point, and how to bring it up."""

    wordings: tuple[Wording, ...]
    """The texts to choose from with their blanks, the most usual first; never empty."""

    always: bool
    """Whether a new sheet begins with it."""

    is_own: bool
    """Whether the organisation's own folder gave it."""

    def text(self, wording: str) -> str:
        """Return the text of a wording; empty when it is not there any more."""
        return next((known.text for known in self.wordings if known.id == wording), "")


@dataclass(frozen=True, slots=True)
class PointView:
    """A point with what a sheet says about it."""

    point: Point

    wordings: tuple[Wording, ...]
    """The texts to choose from, with what was filled in on this sheet."""

    picked: str
    """The id of the wording that was picked, or `OWN`; empty when the point is not on the sheet."""

    text: str
    """What stands on the sheet; empty when the point is not on it."""

    own: str
    """The person's own words for it, also while they are not used; empty when there are none."""

    @property
    def is_on(self) -> bool:
        """Whether the point stands on the sheet."""
        return bool(self.text)

    @property
    def blanks(self) -> tuple[str, ...]:
        """What is still to fill in, in order."""
        return blanks_in(self.text)


@dataclass(frozen=True, slots=True)
class SheetView:
    """One sheet, ready to be worked on."""

    sheet: Sheet

    name: str
    """How it is called on the screen: as the person calls it, or by its audience and day."""

    about: str
    """For whom it is, and when one looks at it again, in a few words."""

    points: tuple[PointView, ...]
    """Every point that can stand on it, in the order of the sheet."""

    review: str
    """The day on which one looks at it again, in words; empty when there is none."""

    @property
    def chosen(self) -> tuple[PointView, ...]:
        """The points that stand on it."""
        return tuple(view for view in self.points if view.is_on)

    @property
    def blanks(self) -> tuple[str, ...]:
        """What is still to fill in on the whole sheet, in order."""
        return tuple(blank for view in self.chosen for blank in view.blanks)

    def point(self, id: str) -> PointView | None:
        """Return a point by its id; None when there is no such point for this sheet."""
        return next((view for view in self.points if view.point.id == id), None)


def blanks_in(text: str) -> tuple[str, ...]:
    """Return what stands in square brackets, to be filled in."""
    return tuple(BLANK.findall(text))


def filled_in(text: str, values: Sequence[str]) -> str:
    """Put values in the place of blanks, in their order; a blank without a value stays."""
    rest = iter(values)
    return BLANK.sub(lambda match: next(rest, "") or match[0], text)


def value_of(text: str) -> str:
    """Make what somebody typed fit to stand in the place of a blank."""
    return clean_name(text.replace("[", "(").replace("]", ")"), longest=LONGEST_VALUE)


def with_lines(text: str) -> str:
    """Return a text for paper: a blank becomes a dotted line to write on, with what belongs there behind it."""
    return BLANK.sub(lambda match: f"{_DOTS} ({match[1]})", text)


_DOTS: Final = "." * 16
