"""Every incident that was kept, the last changed first."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.dates import short_day
from onlinesafe_tui.labels import DEADLINES, STEPS
from onlinesafe_tui.language import N_
from onlinesafe_tui.tui.draw import BLANK, Lines, wrapped
from onlinesafe_tui.tui.messages import OpenKept
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class IncidentsScreen(BaseScreen[None]):
    """Lists the incidents with where each is, and which date comes next."""

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
        for summary in workspace.keeper.summaries():
            name = workspace.guide.name(summary.acts, summary.channel, summary.known_on)
            due = next(((kind, day) for kind, day in summary.due if day >= today), None)
            more = f"{short_day(due[1], language)}: {words(DEADLINES[due[0]])}" if due else ""
            rows.append(Row(summary.id, Content(name), more=Content(more), state=words(STEPS[summary.step])))
        listed = {row.id for row in rows}
        for id, error in workspace.keeper.unreadable().items():
            if id not in listed:
                rows.append(
                    Row(id, Content(words(N_("An incident that does not open"))), more=Content(words(error.title)))
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
        self.post_message(OpenKept(event.id))
