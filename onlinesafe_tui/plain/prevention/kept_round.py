"""A round as it is kept at this moment."""

from __future__ import annotations

from onlinesafe_tui.domain.prevention import Round
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.services.rounds import rounds_of


def now(desk: Desk, round: Round) -> Round:
    """Return a round as it is kept now; itself as long as nothing of it is kept."""
    return desk.workspace.keeper.workbook.round(round.id) or round


def put(desk: Desk, round: Round, *, is_quiet: bool = False) -> None:
    """Keep a round.

    Args:
        desk: What somebody works at.
        round: The round as it is from now on.
        is_quiet: Whether nothing is said when all goes well.
    """
    desk.kept.keep_workbook(desk.workspace.keeper.workbook.put_round(round), is_quiet=is_quiet)


def unanswered(desk: Desk, round: Round) -> list[str]:
    """Return the things of a round that have no answer now, in order."""
    kept = now(desk, round)
    return [thing for thing in rounds_of(desk.workspace).things(kept) if thing not in kept.outcomes]
