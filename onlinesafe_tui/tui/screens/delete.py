"""Deleting an incident: what goes, what may be left elsewhere, and two choices before it happens."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.language import N_
from onlinesafe_tui.services.deleting import deletion_of
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.glyphs import BULLET
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class DeleteScreen(BaseScreen[bool]):
    """Says what deleting means. Its result says whether the person wants it, after a second question."""

    def __init__(self, workspace: Workspace, id: str) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            id: The incident.
        """
        super().__init__(workspace)
        self._incident_id = id

    def compose_body(self) -> ComposeResult:
        """Lay out what it means, and the choice."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="about")
            yield RowList(id="choices", is_numbered=True)

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#about", PageView).draw(self._about)
        rows = [
            Row("keep", Content(self.words(N_("Keep it"))), state="1"),
            Row("delete", Content(self.words(N_("Delete it for good"))), state="2"),
        ]
        self.query_one("#choices", RowList).show(rows)

    def _about(self, width: int) -> Lines:
        words, deletion = self.words, deletion_of(self.workspace, self._incident_id)
        lines = titled(words(N_("Delete: {name}"), name=deletion.name), width)
        lines.extend([*wrapped(Content(deletion.goes), width), BLANK])
        lines.extend(wrapped(Content.styled(words(N_("What may be left elsewhere")), "bold"), width))
        lines.extend(line for text in deletion.left for line in wrapped(Content(text), width, f"{BULLET} "))
        return [*lines, BLANK, *wrapped(Content.styled(deletion.remembered, "$muted"), width), BLANK]

    @on(RowList.Chosen, "#choices")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.id == "keep":
            self.dismiss(False)
            return
        name = deletion_of(self.workspace, self._incident_id).name
        sentence = N_("{name} goes for good. Nothing brings it back.")
        answers = [("keep", N_("Keep it")), ("delete", N_("Yes, delete it"))]
        ask = AskScreen(self.workspace, N_("Are you sure?"), sentence, answers, {"name": name})
        self.app.push_screen(ask, self._sure)

    def _sure(self, answer: str | None) -> None:
        if answer == "delete":
            self.dismiss(True)
        elif answer == "keep":
            self.dismiss(False)

    def action_leave(self) -> None:
        """Keep it."""
        self.dismiss(False)
