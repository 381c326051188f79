"""Sheets of agreements: the points to choose from, what stands on a sheet, and how it comes on paper."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.agreements import OWN, Audience, Sheet
from onlinesafe_tui.domain.facets import Country
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.library.blocks import Block, Bullets, Heading, Item, plain_text
from onlinesafe_tui.library.check_sections import BLANK
from onlinesafe_tui.library.library import Library, Page, section
from onlinesafe_tui.library.meta import AgreementMeta, Kind
from onlinesafe_tui.services.clock import Clock

AUDIENCES: Final = {Audience.CLIENT: N_("For a client"), Audience.TEAM: N_("For the team")}
"""For whom a sheet is, in words."""

LONGEST_NAME: Final = 80
"""Characters of the name that a person gives to a sheet."""

LONGEST_WORDS: Final = 600
"""Characters of one's own words for a point: a sheet has to stay one page."""


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
    """The texts to choose from, the most usual first; never empty."""

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


class OpenSheet:
    """The sheet that somebody works on. A new one is kept from its first change on, not for being looked at."""

    def __init__(self, sheet: Sheet, keep: Callable[[Sheet], None]) -> None:
        """Open a sheet.

        Args:
            sheet: The sheet as it is now.
            keep: Keeps a changed sheet.
        """
        self._value = sheet
        self._keep = keep

    @property
    def value(self) -> Sheet:
        """The sheet as it is now."""
        return self._value

    def change(self, sheet: Sheet) -> None:
        """Go on with a changed sheet, and keep it."""
        self._value = sheet
        self._keep(sheet)


class Agreements:
    """The points in one language, and sheets seen in that language."""

    def __init__(self, library: Library, language: Language, country: Country | None) -> None:
        """Create the view; nothing is read yet.

        Args:
            library: Where the points come from.
            language: The language to see them in.
            country: Where new points have to hold; None for those of both countries.
        """
        self._library = library
        self._country = country
        self._language = language
        self._words = Words(language)

    def points(self, audience: Audience) -> tuple[Point, ...]:
        """Return the points for an audience that hold in the country, in the order of a sheet."""
        return tuple(point for point, country in self._found(audience) if self._is_offered(country))

    def begun(self, audience: Audience, clock: Clock) -> Sheet:
        """Begin a sheet with the points that every sheet begins with, each in its first wording."""
        now = clock.now()
        wordings = {point.id: point.wordings[0].id for point in self.points(audience) if point.always}
        return Sheet(id=secrets.token_hex(8), made=now, changed=now, audience=audience, wordings=wordings)

    def view(self, sheet: Sheet) -> SheetView:
        """Show a sheet. A point that is on it stays, also where it would not be offered any more."""
        found = self._found(sheet.audience)
        points = [point for point, country in found if self._is_offered(country) or point.id in sheet.wordings]
        review = long_day(sheet.review_on, self._language) if sheet.review_on else ""
        again = self._words(N_("Look at it again on {day}"), day=review) if review else ""
        about = " · ".join(filter(None, (self._words(AUDIENCES[sheet.audience]), again)))
        return SheetView(sheet, self.name(sheet), about, tuple(_point_view(point, sheet) for point in points), review)

    def name(self, sheet: Sheet) -> str:
        """Say how a sheet is called: as the person calls it, or by its audience and the day on which it was begun."""
        day = long_day(sheet.made.astimezone().date(), self._language)
        return sheet.name or self._words(
            N_("{audience}, {day}"), audience=self._words(AUDIENCES[sheet.audience]), day=day
        )

    def told_blanks(self, view: SheetView) -> str:
        """Name what is still to fill in, as a sentence; empty when nothing is."""
        count = len(view.blanks)
        if not count:
            return ""
        names = ", ".join(dict.fromkeys(view.blanks))
        return self._words.plural(
            "{n} blank is still open: {names}. On paper it becomes a line to fill in by hand.",
            "{n} blanks are still open: {names}. On paper they become lines to fill in by hand.",
            count,
            names=names,
        )

    def _is_offered(self, country: tuple[Country, ...]) -> bool:
        return self._country is None or self._country in country

    def _found(self, audience: Audience) -> Iterator[tuple[Point, tuple[Country, ...]]]:
        """Go through the points for an audience in the order of a sheet, each with the countries where it holds."""
        pages = self._library.pages(Kind.AGREEMENT, self._language)
        found = [(page.meta, page) for page in pages if isinstance(page.meta, AgreementMeta)]
        for meta, page in sorted(found, key=lambda entry: (entry[0].order, entry[1].id)):
            point = _point(page, audience, always=meta.always)
            if point:
                yield point, meta.country


def toggled(view: PointView, sheet: Sheet, clock: Clock) -> Sheet:
    """Take a point off the sheet, or put it on: in one's own words when there are any, else in the first wording."""
    if view.is_on:
        return sheet.leave_out(view.point.id, clock.now())
    return sheet.pick(view.point.id, OWN if view.own else view.point.wordings[0].id, clock.now())


def copied(sheet: Sheet, clock: Clock) -> Sheet:
    """Begin a new sheet with the points and words of another; its name and its day stay behind."""
    now = clock.now()
    return Sheet(
        id=secrets.token_hex(8),
        made=now,
        changed=now,
        audience=sheet.audience,
        wordings=sheet.wordings,
        texts=sheet.texts,
    )


def own_name(text: str) -> str:
    """Make what somebody typed fit to be the name of a sheet."""
    return clean_name(text, longest=LONGEST_NAME)


def blanks_in(text: str) -> tuple[str, ...]:
    """Return what stands in square brackets, to be filled in."""
    return tuple(BLANK.findall(text))


def with_lines(text: str) -> str:
    """Return a text for paper: a blank becomes a dotted line to write on, with what belongs there behind it."""
    return BLANK.sub(lambda match: f"{_DOTS} ({match[1]})", text)


_DOTS: Final = "." * 20


def _point(page: Page, audience: Audience, *, always: bool) -> Point | None:
    """Return the point that a page is for an audience; None when it says nothing for them."""
    lists = [block for block in section(page.blocks, audience) if isinstance(block, Bullets)]
    wordings = tuple(Wording(item.id, _text(item)) for block in lists for item in block.items if item.id)
    if not wordings:
        return None
    before = next((at for at, block in enumerate(page.blocks) if isinstance(block, Heading)), len(page.blocks))
    return Point(page.id, page.title, page.blocks[:before], wordings, always, page.is_own)


def _point_view(point: Point, sheet: Sheet) -> PointView:
    picked = sheet.wordings.get(point.id, "")
    own = sheet.texts.get(point.id, "")
    text = own if picked == OWN else point.text(picked)
    return PointView(point, picked if text else "", text, own)


def _text(item: Item) -> str:
    return " ".join(filter(None, (plain_text(item.text), plain_text(item.more))))
