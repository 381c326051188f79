"""The policy scan: how each level stands, and everything that can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from onlinesafe_tui.domain.policy import Level
from onlinesafe_tui.exports.shapes import Report
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.library.page import Page
from onlinesafe_tui.plain.choices import Handler, Option, menu
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.passphrase import unlock
from onlinesafe_tui.plain.prevention.policy_actions import work_on_actions
from onlinesafe_tui.plain.prevention.policy_links import link_incidents
from onlinesafe_tui.plain.prevention.policy_statements import ask_statements, list_changes, list_level
from onlinesafe_tui.plain.reading import read_page
from onlinesafe_tui.plain.render import Lines, paragraphs, wrapped
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.policy import SCORE_IS_NOT
from onlinesafe_tui.services.policy_board import board_page
from onlinesafe_tui.services.policy_papers import ACTION_LIST, BOARD_PAGE, DRAFT, action_list, draft_policy
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.policy_views import Overview
from onlinesafe_tui.services.workspace import Workspace


def scan_policy(desk: Desk) -> None:
    """Let somebody walk through the policy scan, and work with what it shows.

    Raises:
        Back: The person goes back.
    """
    policy = PolicyScan(desk.workspace)
    caution = [SCORE_IS_NOT]

    def show() -> list[Option[Handler]]:
        overview = policy.overview()
        # What a score is not is read aloud once, not after every answer.
        caution_now = wrapped(desk.words(caution.pop())) if caution else []
        lines = paragraphs(_told(overview), caution_now)
        desk.prompts.screen(desk.words(N_("Policy scan")), [*lines, ""])
        return list(_options(desk, policy, overview))

    menu(desk.prompts, show)


def _told(overview: Overview) -> Lines:
    scores = [line for level in overview.levels if level.rows for line in wrapped(f"{level.name}: {level.said}.", "- ")]
    return paragraphs(wrapped(overview.far), scores)


def _options(desk: Desk, policy: PolicyScan, overview: Overview) -> Iterator[Option[Handler]]:
    words = desk.words
    if desk.workspace.keeper.state is Keeping.LOCKED:
        locked = words(N_("What you did before comes with your passphrase."))
        yield Option(partial(unlock, desk), words(N_("Go on with what I saved")), locked)
    if not overview.total:
        return
    if overview.scan is None:
        yield Option(partial(_begin, desk, policy), words(N_("Begin the scan")))
    elif overview.unanswered:
        go_on = words(N_("Go on") if overview.is_under_way else N_("Answer what has no answer yet"))
        following = policy.statements.title(overview.unanswered[0])
        yield Option(partial(ask_statements, desk, policy, overview.unanswered), go_on, following)
    yield from (
        _level(desk, policy, level.level, level.name, level.question) for level in overview.levels if level.rows
    )
    if overview.can_finish:
        yield Option(partial(_finish, desk, policy), words(N_("Finish this scan")), _missing(desk, overview))
    elif overview.scan is not None and not overview.is_under_way:
        more = words(N_("It shows what changed since this one."))
        yield Option(partial(_begin, desk, policy), words(N_("Scan again")), more)
    explained = desk.workspace.library.page(Kind.ABOUT, "policy-scan", desk.workspace.language)
    if overview.scan is None:
        yield Option(partial(_explain, desk, explained), explained.title)
        return
    said = words.plural("{n} action open", "{n} actions open", overview.open_actions)
    yield Option(partial(work_on_actions, desk, policy), words(ACTION_LIST), said)
    if overview.before is not None:
        changed = words(N_("What changed since the scan before"))
        yield Option(partial(list_changes, desk, policy), changed)
    yield Option(partial(link_incidents, desk, policy), words(N_("Incidents and what was missing")))
    makers = {DRAFT: draft_policy, ACTION_LIST: action_list, BOARD_PAGE: board_page}
    for name, make in makers.items():
        yield Option(partial(_paper, desk, make, name), words(N_("On paper: {name}"), name=words(name)))
    yield Option(partial(_explain, desk, explained), explained.title)


def _explain(desk: Desk, page: Page) -> None:
    read_page(desk, page)
    desk.prompts.pause()


def _level(desk: Desk, policy: PolicyScan, level: Level, name: str, question: str) -> Option[Handler]:
    return Option(partial(list_level, desk, policy, level), name, question)


def _missing(desk: Desk, overview: Overview) -> str:
    words, n = desk.words, len(overview.unanswered)
    if not n:
        return words(N_("Everything is answered. What is not in place becomes an action list."))
    said = words.plural("{n} statement has no answer yet.", "{n} statements have no answer yet.", n)
    return f"{said} {words(N_('You can finish all the same.'))}"


def _begin(desk: Desk, policy: PolicyScan) -> None:
    policy.begin()
    ask_statements(desk, policy, policy.statements.ids)


def _finish(desk: Desk, policy: PolicyScan) -> None:
    """End the scan, and say what follows."""
    words, begun = desk.words, policy.to_begin()
    desk.kept.keep_workbook(policy.finished())
    if policy.overview().open_actions:
        said = N_(
            "What is not in place stands in the action list now ({n} new). Give each action an owner and a day. "
            "You can still correct this scan, and scan again later to see what changed."
        )
    else:
        said = N_(
            "What is in place and what is not stands in this scan from now on. You can still correct it, and scan "
            "again later to see what changed."
        )
    desk.prompts.screen(words(N_("The scan is finished")), wrapped(words(said, n=begun)))
    desk.prompts.pause()


def _paper(desk: Desk, make: Callable[[Workspace, Language], Report], name: str) -> None:
    from onlinesafe_tui.plain.prevention.paper import make_paper  # noqa: PLC0415  (most visits make none)

    make_paper(desk, partial(make, desk.workspace), name)
