"""Every incident that was kept, the last changed first."""

from __future__ import annotations

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.dates import short_day
from onlinesafe_tui.labels import DEADLINES, STEPS
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, wrapped
from onlinesafe_tui.tui.messages import OpenKept
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

AT_ONCE: Final = 40
"""Incidents that are listed at first, and with every step further back: a list of thousands takes seconds to draw."""

_EARLIER: Final = "earlier"


class IncidentsScreen(BaseScreen[None]):
    """Lists the incidents with where each is, and which date comes next."""

    def __init__(self, workspace: Workspace) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
        """
        super().__init__(workspace)
        self._count = AT_ONCE

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="incidents")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        workspace, words = self.workspace, self.words
        today, language = workspace.clock.today(), workspace.language
        rows = []
        summaries = workspace.keeper.summaries()
        for summary in summaries[: self._count]:
            name = workspace.guide.name(summary.acts, summary.channel, summary.known_on)
            due = next(((kind, day) for kind, day in summary.due if day >= today), None)
            more = f"{short_day(due[1], language)}: {words(DEADLINES[due[0]])}" if due else ""
            rows.append(Row(summary.id, Content(name), more=Content(more), state=words(STEPS[summary.step])))
        listed = {summary.id for summary in summaries}
        for id, error in workspace.keeper.unreadable().items():
            if id not in listed:
                rows.append(
                    Row(id, Content(words(N_("An incident that does not open"))), more=Content(words(error.title)))
                )
        if left := len(summaries[self._count :]):
            rows.append(
                Row(
                    _EARLIER,
                    Content(words.plural("{n} earlier incident", "{n} earlier incidents", left)),
                    is_spaced=True,
                )
            )
        self.query_one("#title", PageView).draw(lambda width: self._title(width, is_empty=not rows))
        self.query_one("#incidents", RowList).show(rows)

    def _title(self, width: int, *, is_empty: bool) -> Lines:
        title = wrapped(Content.styled(self.words(N_("What you kept")), "bold $accent"), width)
        nothing = wrapped(Content(self.words(N_("Nothing is kept yet."))), width) if is_empty else []
        return [*title, BLANK, *nothing]

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.id == _EARLIER:
            self._list_earlier()
        else:
            self.post_message(OpenKept(event.id))

    def _list_earlier(self) -> None:
        """List more of them, with the cursor on the first."""
        first, self._count = self.workspace.keeper.summaries()[self._count].id, self._count + AT_ONCE
        self.show()
        incidents = self.query_one("#incidents", RowList)
        incidents.show(incidents.rows, cursor=first)
        self.call_after_refresh(incidents.reveal)
