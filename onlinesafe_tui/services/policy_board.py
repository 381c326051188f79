"""The page for the board: how things stand, what matters most, and what is asked. One sheet of A4.

Of incidents it tells counts alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.due import next_scan
from onlinesafe_tui.domain.policy import Standing
from onlinesafe_tui.domain.policy_changes import Turn
from onlinesafe_tui.exports.shapes import Blank, Count, Lines, Numbered, Paragraph, Part, Report, Score, Scores, Section
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.services.letterhead import letterhead
from onlinesafe_tui.services.policy import SCORE_IS_NOT
from onlinesafe_tui.services.policy_actions import PolicyActions
from onlinesafe_tui.services.policy_links import PolicyLinks
from onlinesafe_tui.services.policy_papers import scan_in_words, unanswered_in_words
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.policy_views import (
    SCORE_LABELS,
    ActionView,
    LevelView,
    MissedView,
    Overview,
    StatementView,
    score_numbers,
)
from onlinesafe_tui.services.workspace import Workspace

_MOST: Final = 5
"""Gaps that are named; a board that reads twenty reads none."""

_WEIGHT: Final[Mapping[Standing | None, int]] = {Standing.NOT_YET: 0, Standing.UNKNOWN: 1, Standing.PARTLY: 2}


def board_page(workspace: Workspace, language: Language) -> Report:
    """Tell a board how things stand, which gaps matter, and what is asked of it."""
    policy = PolicyScan(workspace, language)
    words, overview = policy.words, policy.overview()
    links = PolicyLinks(workspace, policy)
    missed, actions = links.missed(), PolicyActions(workspace, policy).open()
    gaps = _gaps(overview, missed)
    sections = [Section(words(N_("How things stand")), tuple(_standing(overview, words, language)))]
    if gaps:
        sections.append(Section(words(N_("The gaps that matter most")), tuple(_told_gaps(gaps, words))))
    if links.is_locked:
        locked = words(N_("The incidents were locked when this page was made: they are not counted in it."))
        sections.append(Section(words(N_("What incidents tell")), (Paragraph(locked),)))
    elif missed:
        sections.append(Section(words(N_("What incidents tell")), tuple(_told_incidents(missed, words))))
    again = next_scan(workspace.keeper.workbook)
    asked = Numbered((*_asked(gaps, actions, words), _choose_day(again, words)))
    sections.append(Section(words(N_("What is asked of the board")), (asked, Blank(words(N_("What was decided")), 3))))
    organisation, logo = letterhead(workspace.library)
    return Report(
        title=words(N_("Online safety of staff: for the board")),
        language=language,
        sections=tuple(sections),
        organisation=organisation,
        logo=logo,
        made=policy.today,
        fits_page=True,
    )


def _standing(overview: Overview, words: Words, language: Language) -> Iterator[Part]:
    yield Paragraph(scan_in_words(overview.scan, words, language))
    yield Scores(tuple(_score(level, words) for level in overview.levels if level.rows))
    yield Paragraph(words(SCORE_IS_NOT))
    if overview.unanswered and overview.scan is not None:
        yield Paragraph(unanswered_in_words(len(overview.unanswered), words))
    if overview.changes:
        turns = Counter(change.turn for change in overview.changes)
        yield Paragraph(
            words(
                N_("Since the scan before: {better} better, {worse} worse, {new} new."),
                better=turns[Turn.BETTER],
                worse=turns[Turn.WORSE],
                new=turns[Turn.NEW],
            )
        )


def _score(level: LevelView, words: Words) -> Score:
    counted = zip(SCORE_LABELS, score_numbers(level.score), strict=True)
    return Score(level.name, tuple(Count(words(label), number) for label, number in counted))


def _gaps(overview: Overview, missed: tuple[MissedView, ...]) -> tuple[StatementView, ...]:
    """Return the gaps, what matters most first: most incidents, then not there at all, then not known, then partly."""
    incidents: Mapping[str, int] = {view.statement: view.incidents for view in missed}
    found = [view for level in overview.levels for view in level.rows if view.finding.standing in _WEIGHT]

    def rank(view: StatementView) -> tuple[int, int]:
        return -incidents.get(view.statement.id, 0), _WEIGHT[view.finding.standing]

    return tuple(sorted(found, key=rank))


def _told_gaps(gaps: tuple[StatementView, ...], words: Words) -> Iterator[Part]:
    yield Lines(tuple(f"{view.statement.title}: {view.said.lower()}" for view in gaps[:_MOST]))
    if more := len(gaps[_MOST:]):
        said = words.plural("{n} more gap is in the action list.", "{n} more gaps are in the action list.", more)
        yield Paragraph(said)


def _told_incidents(missed: tuple[MissedView, ...], words: Words) -> Iterator[Part]:
    yield Lines(tuple(view.said for view in missed[:_MOST]))
    yield Paragraph(words(N_("These are counts; what happened to whom is not in this paper.")))


def _asked(gaps: tuple[StatementView, ...], actions: tuple[ActionView, ...], words: Words) -> Iterator[str]:
    if gaps:
        yield words(N_("Decide which of these gaps come first, and make time and money available for them."))
    if unowned := sum(not view.improvement.owner for view in actions):
        yield words.plural(
            "Name an owner for {n} action that has none.", "Name an owner for the {n} actions that have none.", unowned
        )
    if late := sum(view.is_overdue for view in actions):
        yield words.plural(
            "Ask what {n} action needs of which the day is over.",
            "Ask what the {n} actions need of which the day is over.",
            late,
        )
    yield words(N_("Say to all staff that who is insulted or threatened online is never to blame for it."))


def _choose_day(again: date | None, words: Words) -> str:
    if again is None:
        return words(N_("Choose the day of the next scan."))
    day = long_day(again, words.language)
    return words(N_("Choose the day of the next scan; the program reminds of it on {day}."), day=day)
