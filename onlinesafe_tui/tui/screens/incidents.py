"""Every incident that was kept, the last changed first."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.language import N_
from onlinesafe_tui.services.incident_list import incident_lines
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.messages import DeleteKept, OpenKept
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.delete import DeleteScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

AT_ONCE: Final = 40
"""Incidents that are listed at first, and with every step further back: a list of thousands takes seconds to draw."""

_EARLIER: Final = "earlier"


class IncidentsScreen(BaseScreen[None]):
    """Lists the incidents with where each is, which date comes next, and what can be done when one does not open."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "delete", "escape", "f3", "f1", "f10")
    HAS_ASIDE: ClassVar[bool] = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "delete", N_("Delete"), id="incidents.delete", tooltip=N_("Delete an incident for good")),
    ]

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
        rows = [
            Row(
                line.id,
                Content(line.name),
                mark="!" if line.is_unreadable else "",
                more=Content(line.more),
                state=line.state,
            )
            for line in incident_lines(self.workspace, self._count)
        ]
        if left := len(self.workspace.keeper.summaries()[self._count :]):
            rows.append(
                Row(
                    _EARLIER,
                    Content(self.words.plural("{n} earlier incident", "{n} earlier incidents", left)),
                    is_spaced=True,
                )
            )
        self.query_one("#title", PageView).draw(lambda width: self._title(width, is_empty=not rows))
        self.query_one("#incidents", RowList).show(rows)
        self.refresh_bindings()

    def _title(self, width: int, *, is_empty: bool) -> Lines:
        title = titled(self.words(N_("What you kept")), width)
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to delete where there is something that this window may change."""
        if action != "delete":
            return True
        keeper = self.workspace.keeper
        return bool(keeper.summaries() or keeper.unreadable()) and keeper.state is not Keeping.READ_ONLY

    def action_delete(self) -> None:
        """Ask about deleting the incident under the cursor, as far as it can be seen."""
        rows = self.query_one("#incidents", RowList)
        if rows.current is None or rows.current.id == _EARLIER or not rows.bring_into_sight():
            return
        id = rows.current.id

        def answered(is_wanted: bool | None) -> None:
            if is_wanted:
                self.post_message(DeleteKept(id))

        self.app.push_screen(DeleteScreen(self.workspace, id), answered)
