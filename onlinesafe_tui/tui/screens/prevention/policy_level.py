"""The statements of one level, and what changed in all of them since the scan before."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.domain.policy import Level, Standing
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.score import SIGNS, legend, score_bar
from onlinesafe_tui.tui.screens.prevention.base import WorkbookScreen
from onlinesafe_tui.tui.screens.prevention.statement import StatementScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_MARKS = dict(zip((*Standing, None), SIGNS, strict=True))


class LevelScreen(WorkbookScreen[None]):
    """Lists the statements of a level with how they stand, to be answered in any order."""

    def __init__(self, workspace: Workspace, policy: PolicyScan, level: Level) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            policy: The scan.
            level: The level to show.
        """
        super().__init__(workspace)
        self._policy = policy
        self._level = level

    def compose_body(self) -> ComposeResult:
        """Lay out the score and the statements."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="statements")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        rows = []
        for view in self._policy.level(self._level).rows:
            owner = f" · {view.finding.owner}" if view.finding.owner else ""
            mark = _MARKS[view.finding.standing]
            rows.append(
                Row(view.statement.id, Content(view.statement.title), mark=mark, more=Content(f"{view.said}{owner}"))
            )
        self.query_one("#statements", RowList).show(rows)

    def _title(self, width: int) -> Lines:
        level = self._policy.level(self._level)
        return [
            *titled(level.name, width),
            *wrapped(Content(level.question), width),
            BLANK,
            *wrapped(score_bar(level), width),
            *wrapped(Content(level.said), width),
            *wrapped(Content.styled(legend(self.words), "$muted"), width),
            BLANK,
        ]

    @on(RowList.Chosen, "#statements")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        self.app.push_screen(StatementScreen(self.workspace, self._policy, event.id))


class ChangesScreen(WorkbookScreen[None]):
    """Lists what stands otherwise than in the scan before: what got better first."""

    def __init__(self, workspace: Workspace, policy: PolicyScan) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            policy: The scan.
        """
        super().__init__(workspace)
        self._policy = policy

    def compose_body(self) -> ComposeResult:
        """Lay out the statements that changed."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="changes")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        rows = [
            Row(change.statement, Content(change.said), more=Content(change.title), is_spaced=index > 0)
            for index, change in enumerate(self._policy.overview().changes)
        ]
        self.query_one("#changes", RowList).show(rows)

    def _title(self, width: int) -> Lines:
        words, overview = self.words, self._policy.overview()
        lines = titled(words(N_("What changed since the scan before")), width)
        if not overview.changes:
            lines.extend(wrapped(Content(words(N_("Everything stands as it did."))), width))
        elif overview.is_under_way:
            so_far = words(N_("This scan is not finished: this is how it looks so far."))
            lines.extend(wrapped(Content.styled(so_far, "$muted"), width))
        return [*lines, BLANK]

    @on(RowList.Chosen, "#changes")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        self.app.push_screen(StatementScreen(self.workspace, self._policy, event.id))
