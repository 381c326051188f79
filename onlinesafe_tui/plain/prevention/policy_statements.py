"""The statements of the policy scan: one after the other, level by level, and what changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from onlinesafe_tui.dates import long_day, parse_since
from onlinesafe_tui.domain.policy import Level, Standing
from onlinesafe_tui.labels import LEVELS, STANDINGS
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Handler, Option, choose, menu
from onlinesafe_tui.plain.days import ask_day
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.render import Lines, block_lines, paragraphs, wrapped
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.policy_views import StatementView

_DETAILS = "details"
_NEXT = "next"


def ask_statements(desk: Desk, policy: PolicyScan, statements: Iterable[str]) -> None:
    """Ask about one statement after the other, until the person goes back. Every answer is kept at once.

    Raises:
        Back: The person goes back.
    """
    for statement in statements:
        _ask(desk, policy, statement)
    desk.prompts.say(desk.words(N_("These were all statements.")))


def list_level(desk: Desk, policy: PolicyScan, level: Level) -> None:
    """Let somebody answer the statements of a level in any order.

    Raises:
        Back: The person goes back.
    """

    def show() -> list[Option[Handler]]:
        view = policy.level(level)
        desk.prompts.screen(view.name, [*wrapped(view.question), *wrapped(f"{view.said}."), ""])
        return [
            Option(partial(_ask, desk, policy, row.statement.id), row.statement.title, _standing(row))
            for row in view.rows
        ]

    menu(desk.prompts, show)


def list_changes(desk: Desk, policy: PolicyScan) -> None:
    """Tell what stands otherwise than in the scan before.

    Raises:
        Back: The person goes back.
    """
    words, changes = desk.words, policy.overview().changes
    lines = [line for change in changes for line in wrapped(f"{change.said}. {change.title}", "- ")]
    desk.prompts.screen(
        words(N_("What changed since the scan before")), lines or wrapped(words(N_("Everything stands as it did.")))
    )
    desk.prompts.pause()


def _ask(desk: Desk, policy: PolicyScan, statement: str) -> None:
    """Ask how a statement stands, then what belongs to it."""
    while (view := policy.statement(statement)) is not None:
        words = desk.words
        desk.prompts.screen(view.statement.title, [*_told(desk, policy, view), ""])
        options = [Option(str(standing), words(STANDINGS[standing])) for standing in Standing]
        if view.finding.standing is not None:
            options.append(Option(_DETAILS, words(N_("Change who looks after it, since when, where it can be seen"))))
        chosen = choose(desk.prompts, options, onward=_NEXT)
        if chosen == _NEXT:
            return
        if chosen != _DETAILS:
            desk.kept.keep_workbook(policy.answered(statement, Standing(chosen)), is_quiet=True)
        _ask_details(desk, policy, statement)
        desk.kept.say_state()
        if chosen != _DETAILS:
            return


def _ask_details(desk: Desk, policy: PolicyScan, statement: str) -> None:
    """Ask who, since when, and where it can be seen; each is kept as soon as it is answered."""
    words = desk.words

    def keep(owner: str, on: date | None, proof: str) -> None:
        desk.kept.keep_workbook(policy.described(statement, owner=owner, on=on, proof=proof), is_quiet=True)

    view = policy.statement(statement)
    if view is None:
        return
    finding = view.finding
    desk.prompts.say(words(N_("Write a role, rather than a name.")))
    owner = _changed(desk, finding.owner, N_("Who looks after it"))
    keep(owner, finding.on, finding.proof)
    if finding.standing in (Standing.NOT_YET, Standing.UNKNOWN):
        if first := view.statement.first_action:
            desk.prompts.say(f"{words(N_('To begin with'))}: {first}")
        return
    if finding.on:
        desk.prompts.say(words(N_("Now it says: {answer}."), answer=long_day(finding.on, desk.workspace.language)))
    asked = words(N_("Since when, as in 19-11-2026 or 11-2026 (Enter: leave it):"))
    on = ask_day(desk, asked, parse_since) or finding.on
    keep(owner, on, finding.proof)
    if view.statement.proof:
        desk.prompts.read(block_lines(view.statement.proof, words))
    keep(owner, on, _changed(desk, finding.proof, N_("Where it can be seen")))


def _changed(desk: Desk, known: str, label: str) -> str:
    """Ask for a line; Enter leaves what is known, a hyphen takes it away."""
    words = desk.words
    if known:
        desk.prompts.say(words(N_("Now it says: {answer}."), answer=known))
    typed = desk.prompts.line(words(N_("{label} (Enter: leave it, - takes it away):"), label=words(label)))
    return "" if typed == "-" else typed or known


def _told(desk: Desk, policy: PolicyScan, view: StatementView) -> Lines:
    words, scan = desk.words, policy.scan
    now = wrapped(words(N_("Now it says: {answer}."), answer=_standing(view))) if view.finding.standing else []
    corrects: Lines = []
    if scan is not None and scan.finished_on is not None:
        day = long_day(scan.finished_on, desk.workspace.language)
        corrects = wrapped(words(N_("This scan was finished on {day}; what you change here corrects it."), day=day))
    return paragraphs(
        wrapped(words(LEVELS[view.statement.level])),
        block_lines(view.statement.about, words),
        wrapped(view.said_before) if view.said_before else [],
        [*now, *corrects],
        wrapped(view.age),
    )


def _standing(view: StatementView) -> str:
    return " · ".join(filter(None, (view.said, view.finding.owner)))
