"""What leaves of the policy scan: a draft policy text and an action list.

Each is told in the language chosen for the paper, whatever the one of the screen is. Nothing of incidents is in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.policy import Scan, Standing
from onlinesafe_tui.exports.shapes import Lines, Paragraph, Part, Report, Section, Subheading, Table
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.services.letterhead import letterhead
from onlinesafe_tui.services.many_ages import of_list
from onlinesafe_tui.services.policy_actions import PolicyActions
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.policy_views import LevelView, StatementView
from onlinesafe_tui.services.workspace import Workspace

DRAFT: Final = N_("Draft policy text")
ACTION_LIST: Final = N_("Action list")
BOARD_PAGE: Final = N_("Board page")
"""The names of the papers, as they are chosen on the screen."""


def draft_policy(workspace: Workspace, language: Language) -> Report:
    """Put together a policy text from the statements: what is in place, and what is still to come, level by level."""
    policy = PolicyScan(workspace, language)
    words = policy.words
    organisation, logo = letterhead(workspace.library)
    overview = policy.overview()
    about = [Paragraph(words(N_("Nothing in this text has been decided. Read it, change it, and decide together.")))]
    about.append(Paragraph(scan_in_words(overview.scan, words, language)))
    if overview.unanswered:
        about.append(Paragraph(unanswered_in_words(len(overview.unanswered), words)))
    statements = (view.statement.page for level in overview.levels for view in level.rows)
    if aged := of_list(statements, words, policy.today):
        about.append(Paragraph(aged))
    sections = [Section(words(N_("This is a draft")), tuple(about))]
    sections.extend(section for level in overview.levels for section in _policy_of(level, organisation, words))
    return Report(
        title=words(N_("DRAFT: policy on online boundary-crossing behaviour")),
        language=language,
        sections=tuple(sections),
        subtitle=words(N_("A draft, not a decision")),
        organisation=organisation,
        logo=logo,
        made=policy.today,
    )


def action_list(workspace: Workspace, language: Language) -> Report:
    """List what is done about the gaps: what, who, by when, and how far it is."""
    policy = PolicyScan(workspace, language)
    actions, words = PolicyActions(workspace, policy), policy.words
    to_do, closed = actions.open(), actions.closed()
    parts: list[Part] = [
        Paragraph(words(N_("Plan, do, check, act: each action goes through these four, then closes.")))
    ]
    if to_do:
        head = (N_("What"), N_("Who"), N_("By when"), N_("Phase"))
        rows = tuple((f"{_sentence(view.what)} ({view.title})", view.owner, view.due, view.phase) for view in to_do)
        parts.append(Table(tuple(map(words, head)), rows))
    else:
        parts.append(Paragraph(words(N_("No action is open."))))
    sections = [Section(words(N_("To do")), tuple(parts))]
    if closed:
        lines = Lines(tuple(_sentence(view.what) for view in closed))
        sections.append(Section(words(N_("Closed")), (lines,)))
    title = words(N_("Action list of the policy scan"))
    organisation, logo = letterhead(workspace.library)
    return Report(title, language, tuple(sections), organisation=organisation, logo=logo, made=policy.today)


def scan_in_words(scan: Scan | None, words: Words, language: Language) -> str:
    """Say from which scan a paper is made."""
    if scan is None:
        return words(N_("No scan was made yet."))
    if scan.finished_on is not None:
        return words(N_("Made from the policy scan of {day}."), day=long_day(scan.finished_on, language))
    day = long_day(scan.begun.astimezone().date(), language)
    return words(N_("Made from the policy scan that was begun on {day} and is not finished."), day=day)


def unanswered_in_words(n: int, words: Words) -> str:
    """Say how many statements have no answer."""
    return words.plural("{n} statement has no answer yet.", "{n} statements have no answer yet.", n)


def paragraphs_of(text: str) -> Iterator[Part]:
    """Turn a text for the policy into parts: an empty line parts paragraphs, a line with a hyphen is one of a list."""
    for piece in text.strip().split("\n\n"):
        lines = [line.strip() for line in piece.split("\n") if line.strip()]
        running = " ".join(line for line in lines if not line.startswith("- "))
        if running:
            yield Paragraph(running)
        items = tuple(line.removeprefix("- ") for line in lines if line.startswith("- "))
        if items:
            yield Lines(items)


def _policy_of(level: LevelView, organisation: str, words: Words) -> Iterator[Section]:
    """Make a section of what is in place on a level, and one of what is still to come."""
    there = [view for view in level.rows if view.finding.standing is Standing.IN_PLACE]
    to_come = [view for view in level.rows if view not in there]
    question = Paragraph(level.question)
    if there:
        title = words(N_("{level}: this is in place"), level=level.name)
        yield Section(title, (question, *_texts(there, organisation)))
    if to_come:
        title = words(N_("{level}: this is still to come"), level=level.name)
        caution = words(N_("These sentences are not true yet, or not quite. They say where the work goes."))
        yield Section(title, (question, Paragraph(caution), *_texts(to_come, organisation)))


def _texts(views: list[StatementView], organisation: str) -> Iterator[Part]:
    for view in views:
        yield Subheading(view.statement.title)
        yield from paragraphs_of(view.statement.text(organisation))


def _sentence(text: str) -> str:
    return text.rstrip(".")
