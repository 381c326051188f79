"""The prevention round: what is looked at, one thing at a time, and what came of it.

Both faces draw the views that are made here; neither decides anything by itself.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.due import next_round
from onlinesafe_tui.domain.prevention import (
    Extent,
    Outcome,
    Round,
    Topic,
    is_new,
    last_begun,
    last_finished,
    last_look,
    still_open,
)
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.labels import OUTCOME_STATES, TOPICS
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.library.blocks import Block, Heading
from onlinesafe_tui.library.library import Library, Page
from onlinesafe_tui.library.meta import Kind, PreventionMeta
from onlinesafe_tui.services.ages import age
from onlinesafe_tui.services.clock import Clock
from onlinesafe_tui.services.round_calendar import count, day_of, months
from onlinesafe_tui.services.round_telling import last_time, when_next
from onlinesafe_tui.services.round_views import ExtentView, OverviewView, SummaryView, ThingLine, ThingView
from onlinesafe_tui.services.workspace import Workspace

COLLEAGUE_TEXT: Final = "look-along"
"""The text to copy with which one asks a colleague."""

HELP_PAGE: Final = "help-with-prevention"
"""The page about who can help."""

WORK_CONTACT: Final = "at-work"
"""The contact that says who can help at work."""


class Rounds:
    """Makes views of prevention rounds in one language, and begins rounds."""

    def __init__(self, library: Library, clock: Clock, country: Country | None, language: Language) -> None:
        """Create the maker of views.

        Args:
            library: Where the things to look at come from.
            clock: Tells the time.
            country: Decides which things there are; None for those of every country.
            language: The language of the views.
        """
        self._library = library
        self._clock = clock
        self._country = country
        self._language = language
        self._words = Words(language)

    def begin(self, workbook: Workbook, extent: Extent) -> Round:
        """Begin a round; what was left open before comes first. It is not kept yet."""
        now = self._clock.now()
        waiting = still_open(workbook.rounds)
        things = sorted((page.id for page in self._pages(extent)), key=lambda thing: thing not in waiting)
        return Round(id=secrets.token_hex(8), begun=now, extent=extent, things=tuple(things), changed=now)

    def going(self, workbook: Workbook, extent: Extent) -> Round | None:
        """Return the round that can be gone on with; None when the last one was finished or none was begun.

        A minute of an earlier day is begun anew.
        """
        last = last_begun(workbook.rounds, extent)
        if last is None or last.is_finished:
            return None
        return last if extent is Extent.FULL or day_of(last) == self._clock.today() else None

    def under_way(self, workbook: Workbook) -> str:
        """Say that one can go on with a round; empty when none is half-way."""
        view = self._extent(workbook, Extent.FULL)
        return f"{view.text}." if view.going is not None else ""

    def finish(self, round: Round) -> Round:
        """End a round today; one that was ended before stays as it is."""
        return round if round.is_finished else round.finish(self._clock.today(), self._clock.now())

    def things(self, round: Round) -> tuple[str, ...]:
        """Return the ids of the things of a round that can still be shown, in order."""
        known = self._library.ids(Kind.PREVENTION)
        return tuple(id for id in round.things if id in known)

    def thing(self, workbook: Workbook, round: Round, id: str) -> ThingView:
        """Show one thing of a round."""
        page = self._page(id)
        things = self.things(round)
        what, how = _parts(page.shown(Situation(country=self._country) if self._country else None))
        last = last_look(workbook.rounds, id, round.begun)
        return ThingView(
            id=id,
            number=things.index(id) + 1,
            total=len(things),
            topic=self._words(TOPICS[_meta(page).topic]),
            title=page.title,
            what=what,
            how=how,
            outcome=round.outcomes.get(id),
            note=round.notes.get(id, ""),
            last=last_time(last, id, self._words) if last else (),
            news=self._news(workbook, round, page, last),
            age=age(page, self._words, self._clock.today()),
        )

    def overview(self, workbook: Workbook, *, is_locked: bool = False) -> OverviewView:
        """Show where somebody stands: what can be begun or gone on with, what is open, the year so far.

        Args:
            workbook: What is known of the rounds.
            is_locked: Whether there are earlier rounds that are not open now, so that nothing is said about them.
        """
        today = self._clock.today()
        due, last = next_round(workbook), last_finished(workbook.rounds)
        waiting = still_open(workbook.rounds)
        is_half_way = self.going(workbook, Extent.FULL) is not None
        is_unknown = is_locked and due is None and not is_half_way
        return OverviewView(
            due="" if is_unknown else when_next(due, self._words, today, is_half_way=is_half_way),
            is_due=due <= today if due else not is_locked,
            extents=(self._extent(workbook, Extent.FULL), self._extent(workbook, Extent.MINUTE)),
            last=self._told(last) if last else "",
            last_round=last,
            left_open=tuple(line for id, round in waiting.items() for line in self._lines(round, (id,))),
            months=() if is_locked else months(workbook.rounds, today, self._language),
        )

    def summary(self, workbook: Workbook, round: Round) -> SummaryView:
        """Show what came of a round."""
        words, day = self._words, long_day(day_of(round), self._language)
        due = next_round(workbook)
        following = when_next(due, words, self._clock.today())
        if due is None and round.extent is Extent.MINUTE:
            following = words(N_("The whole round takes about ten minutes, on a day that suits you."))
        title = N_("The round of {day}") if round.extent is Extent.FULL else N_("The minute of {day}")
        left = [thing for thing in round.things if thing in round.outcomes and round.outcomes[thing].is_open]
        return SummaryView(
            title=words(title, day=day),
            count=f"{told}." if (told := count(round, words)) else "",
            done=self._lines(round, _with(round, Outcome.DONE)),
            left_open=self._lines(round, left),
            passed=self._lines(round, _with(round, Outcome.NOT_FOR_ME)),
            unanswered=self._lines(round, round.unanswered),
            looked_along=round.looked_along,
            is_finished=round.is_finished,
            can_finish=bool(round.outcomes),
            help_wanted=tuple(line.title for line in self._lines(round, _with(round, Outcome.HELP))),
            following=following if round.is_finished else "",
        )

    def _pages(self, extent: Extent) -> list[Page]:
        """Return what there is to look at in this country, in the order of a round."""
        pages = [
            page
            for page in self._library.pages(Kind.PREVENTION, self._language)
            if self._country is None or self._country in _meta(page).country
            if extent is Extent.FULL or _meta(page).minute
        ]
        topics = list(Topic)
        return sorted(pages, key=lambda page: (topics.index(_meta(page).topic), _meta(page).order, page.id))

    def _page(self, id: str) -> Page:
        return self._library.page(Kind.PREVENTION, id, self._language)

    def _news(self, workbook: Workbook, round: Round, page: Page, last: Round | None) -> str:
        checked = _meta(page).checked_on
        if last is not None and checked > day_of(last):
            message = N_("The text was checked again since, on {day}.")
            return self._words(message, day=long_day(checked, self._language))
        if last is None and is_new(workbook.rounds, page.id, round.begun):
            return self._words(N_("This is new since your last round."))
        return ""

    def _extent(self, workbook: Workbook, extent: Extent) -> ExtentView:
        words, going = self._words, self.going(workbook, extent)
        is_full = extent is Extent.FULL
        if going is None:
            total = len(self._pages(extent))
            text = words(N_("Begin the round")) if is_full else words(N_("One minute"))
            more = N_("About ten minutes, {n} things, one at a time. You can stop half-way.")
            more = more if is_full else N_("When there is no time for more: {n} things.")
            return ExtentView(extent, None, text, words(more, n=total), "")
        day = long_day(day_of(going), self._language)
        text = words(N_("Go on with the round of {day}") if is_full else N_("Go on with the minute of {day}"), day=day)
        seen = len(things := self.things(going)) - sum(thing not in going.outcomes for thing in things)
        more = words(N_("{n} of {total} looked at. What you answered is still here."), n=seen, total=len(things))
        is_older = day_of(going) < self._clock.today()
        return ExtentView(extent, going, text, more, words(N_("Begin a new round instead")) if is_older else "")

    def _told(self, round: Round) -> str:
        day = long_day(day_of(round), self._language)
        if not (told := count(round, self._words)):
            return self._words(N_("Last round: {day}."), day=day)
        return self._words(N_("Last round: {day}. {count}."), day=day, count=told)

    def _lines(self, round: Round, things: Iterable[str]) -> tuple[ThingLine, ...]:
        known = set(self.things(round))
        return tuple(
            ThingLine(
                id,
                self._page(id).title,
                self._words(OUTCOME_STATES[round.outcomes[id]] if id in round.outcomes else N_("no answer yet")),
                round.id,
            )
            for id in things
            if id in known
        )


def rounds_of(workspace: Workspace) -> Rounds:
    """Return the views of rounds in the language and for the country chosen now."""
    return Rounds(workspace.library, workspace.clock, workspace.country, workspace.language)


def for_colleague(things: Sequence[str]) -> dict[str, str]:
    """Return what the text to a colleague can say, by the names of its blanks; nothing without titles of things."""
    return {"thing": "; ".join(things)} if things else {}


def _meta(page: Page) -> PreventionMeta:
    if not isinstance(page.meta, PreventionMeta):
        raise TypeError(page.id)
    return page.meta


def _with(round: Round, outcome: Outcome) -> list[str]:
    return [thing for thing in round.things if round.outcomes.get(thing) is outcome]


def _parts(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Split a thing into what to do, and how to do it: everything from its first heading on."""
    at = next((index for index, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    return tuple(blocks[:at]), tuple(blocks[at:])
