"""Sheets of agreements: the points to choose from, what stands on a sheet, and how it comes on paper."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.agreements import OWN, Audience, Sheet
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.library.blocks import Bullets, Heading, Item, plain_text
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import AgreementMeta, Kind
from onlinesafe_tui.library.page import Page, section
from onlinesafe_tui.services.agreement_views import Point, PointView, SheetView, Wording, filled_in
from onlinesafe_tui.services.clock import Clock

AUDIENCES: Final = {Audience.CLIENT: N_("For a client"), Audience.TEAM: N_("For the team")}
"""For whom a sheet is, in words."""

LONGEST_NAME: Final = 200
"""Characters of the name that a person gives to a sheet."""

LONGEST_WORDS: Final = 1000
"""Characters of one's own words for a point: a sheet has to stay one page."""


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


def in_order(sheets: Iterable[Sheet], today: date) -> tuple[Sheet, ...]:
    """Return sheets as one looks for them: first those whose day to look again has come, then the last changed."""
    by_change = sorted(sheets, key=lambda sheet: sheet.changed, reverse=True)
    return tuple(sorted(by_change, key=lambda sheet: not is_due(sheet, today)))


def is_due(sheet: Sheet, today: date) -> bool:
    """Tell whether the day to look at a sheet again has come."""
    return sheet.review_on is not None and sheet.review_on <= today


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
        fills=sheet.fills,
    )


def own_name(text: str) -> str:
    """Make what somebody typed fit to be the name of a sheet."""
    return clean_name(text, longest=LONGEST_NAME)


def _point(page: Page, audience: Audience, *, always: bool) -> Point | None:
    """Return the point that a page is for an audience; None when it says nothing for them."""
    lists = [block for block in section(page.blocks, audience) if isinstance(block, Bullets)]
    wordings = tuple(Wording(item.id, _text(item)) for block in lists for item in block.items if item.id)
    if not wordings:
        return None
    before = next((at for at, block in enumerate(page.blocks) if isinstance(block, Heading)), len(page.blocks))
    return Point(page.id, page.title, page.blocks[:before], wordings, always, page.is_own)


def _point_view(point: Point, sheet: Sheet) -> PointView:
    wordings = tuple(
        Wording(known.id, filled_in(known.text, sheet.filled(point.id, known.id))) for known in point.wordings
    )
    picked = sheet.wordings.get(point.id, "")
    own = sheet.texts.get(point.id, "")
    text = own if picked == OWN else next((known.text for known in wordings if known.id == picked), "")
    return PointView(point, wordings, picked if text else "", text, own)


def _text(item: Item) -> str:
    return " ".join(filter(None, (plain_text(item.text), plain_text(item.more))))
