"""The action list of the policy scan: what is done about each gap, by whom, and by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.policy import Improvement, Phase, to_close
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.labels import PHASES
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import plain_text
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.policy_views import ActionView
from onlinesafe_tui.services.workspace import Workspace

NOBODY: Final = N_("nobody yet")
NO_DAY: Final = N_("no day yet")


class PolicyActions:
    """What a person does with the action list."""

    def __init__(self, workspace: Workspace, scan: PolicyScan) -> None:
        """Create the list.

        Args:
            workspace: What a person can do.
            scan: Says which statements are in place, and gives the words.
        """
        self._workspace = workspace
        self._scan = scan

    def open(self) -> tuple[ActionView, ...]:
        """Show what is still to do: what can be closed first, then by its day, then in the order of the statements."""
        views = self._views(one for one in self._all if one.is_open)
        return tuple(sorted(views, key=lambda view: (not view.is_closable, view.improvement.due or date.max)))

    def closed(self) -> tuple[ActionView, ...]:
        """Show what is done, the last closed first."""
        views = self._views(one for one in self._all if not one.is_open)
        return tuple(sorted(views, key=lambda view: view.improvement.changed, reverse=True))

    def view(self, statement: str) -> ActionView | None:
        """Show what is done about one statement; None when nothing is."""
        found = self._workspace.keeper.workbook.improvements.get(statement)
        return self._views([found])[0] if found else None

    def suggestions(self, statement: str) -> tuple[str, ...]:
        """Return what the content says that can be done about a statement, what to begin with first."""
        found = self._scan.statements.find(statement)
        return tuple(plain_text(item.text) for item in found.actions) if found else ()

    def changed(self, improvement: Improvement) -> Workbook:
        """Let what is done about a statement be this. What the content suggests is not kept as somebody's own words."""
        workbook = self._workspace.keeper.workbook
        if improvement.what in self.suggestions(improvement.statement)[:1]:
            improvement = replace(improvement, what="")
        if improvement == workbook.improvements.get(improvement.statement):
            return workbook
        return workbook.improve(replace(improvement, changed=self._workspace.clock.now()))

    def reached(self, statement: str, phase: Phase) -> Workbook:
        """Let an action be in a phase."""
        known = self._workspace.keeper.workbook.improvements.get(statement)
        return self.changed(replace(known, phase=phase)) if known else self._workspace.keeper.workbook

    @property
    def _all(self) -> tuple[Improvement, ...]:
        """Every action in the order of the statements; those whose statement is gone come last."""
        order = {id: index for index, id in enumerate(self._scan.statements.ids)}
        known = self._workspace.keeper.workbook.improvements
        return tuple(known[id] for id in sorted(known, key=lambda one: (order.get(one, len(order)), one)))

    def _views(self, improvements: Iterable[Improvement]) -> tuple[ActionView, ...]:
        found = tuple(improvements)
        closable = to_close(found, self._scan.scan)
        return tuple(self._view(improvement, is_closable=improvement in closable) for improvement in found)

    def _view(self, improvement: Improvement, *, is_closable: bool) -> ActionView:
        words, found = self._scan.words, self._scan.statement(improvement.statement)
        suggested = found.statement.first_action if found else ""
        return ActionView(
            improvement=improvement,
            title=self._scan.statements.title(improvement.statement),
            standing=found.said if found else "",
            what=improvement.what or suggested or words(N_("Agree what has to be done")),
            phase=words(PHASES[improvement.phase]),
            owner=improvement.owner or words(NOBODY),
            due=self._due(improvement),
            is_overdue=improvement.is_overdue(self._scan.today),
            is_closable=is_closable,
        )

    def _due(self, improvement: Improvement) -> str:
        words = self._scan.words
        if improvement.due is None:
            return words(NO_DAY)
        day = long_day(improvement.due, self._scan.language)
        return words(N_("{day}: this day is over"), day=day) if improvement.is_overdue(self._scan.today) else day
