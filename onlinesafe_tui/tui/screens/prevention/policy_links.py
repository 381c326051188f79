"""Linking incidents to what was missing, seen from the policy: what happened tells where the gaps are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.language import N_
from onlinesafe_tui.services.policy_links import PolicyLinks
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.glyphs import BULLET, OPEN, TICKED
from onlinesafe_tui.tui.messages import Unlock
from onlinesafe_tui.tui.screens.prevention.base import WorkbookScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_LINKS_TITLE = N_("Incidents and what was missing")


class LinksScreen(WorkbookScreen[None]):
    """Says in how many incidents something was missing, and lists the incidents."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1", "f5", "f10")

    def __init__(self, workspace: Workspace, policy: PolicyScan) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            policy: The scan.
        """
        super().__init__(workspace)
        self._policy = policy
        self._links = PolicyLinks(workspace, policy)

    def compose_body(self) -> ComposeResult:
        """Lay out the counts and the incidents."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="incidents")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#incidents", RowList).show(list(self._rows()))

    def _rows(self) -> Iterator[Row]:
        words = self.words
        if self._links.is_locked:
            more = words(N_("It opens with your passphrase."))
            yield Row("unlock", Content(words(N_("Go on with what I saved"))), more=Content(more))
        for incident in self._links.incidents():
            n = len(incident.linked)
            said = words.plural("{n} point was missing", "{n} points were missing", n) if n else ""
            more = " · ".join(filter(None, (said, incident.trouble)))
            yield Row(f"incident:{incident.id}", Content(incident.name), more=Content(more))

    def _title(self, width: int) -> Lines:
        words = self.words
        lines = titled(words(_LINKS_TITLE), width)
        missed = self._links.missed()
        for view in missed:
            lines.extend(wrapped(Content(view.said), width, f"{BULLET} "))
        if missed:
            lines.append(BLANK)
        if self._links.is_locked:
            said = N_("The incidents are locked. They come with your passphrase.")
        elif not self._links.incidents():
            said = N_("There are no incidents here. That says nothing about how many there are.")
        else:
            said = N_(
                "Choose an incident, and tick what was missing. Look at what the organisation can do, not at what "
                "somebody should have done. Only the counts leave this laptop, on the board page."
            )
        return [*lines, *wrapped(Content.styled(words(said), "$muted"), width), BLANK]

    @on(RowList.Chosen, "#incidents")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        what, _, id = event.id.partition(":")
        if what == "unlock":
            self.post_message(Unlock())
        else:
            self.app.push_screen(LinkScreen(self.workspace, self._policy, id))


class LinkScreen(WorkbookScreen[None]):
    """Lists the statements, to tick those whose absence played a part in one incident."""

    KEYS: ClassVar[tuple[str, ...]] = ("space", "escape", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", N_("Tick"), id="link.tick", tooltip=N_("Tick a point, or take the tick away")),
    ]

    def __init__(self, workspace: Workspace, policy: PolicyScan, incident: str) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            policy: The scan.
            incident: The id of the incident.
        """
        super().__init__(workspace)
        self._policy = policy
        self._links = PolicyLinks(workspace, policy)
        self._incident = incident

    def compose_body(self) -> ComposeResult:
        """Lay out the statements, the gaps first."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="statements")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        linked = self.workbook.links.get(self._incident, frozenset())
        rows = []
        for id in self._links.candidates(self._incident):
            view = self._policy.statement(id)
            title = self._policy.statements.title(id)
            more = Content(view.said if view and view.finding.standing else "")
            rows.append(Row(id, Content(title), TICKED if id in linked else OPEN, more))
        self.query_one("#statements", RowList).show(rows)

    def _title(self, width: int) -> Lines:
        incidents = {incident.id: incident.name for incident in self._links.incidents()}
        name = incidents.get(self._incident, "")
        said = self.words(N_("What was missing, that would have helped here? What is not in place comes first."))
        return [
            *titled(name, width),
            *wrapped(Content(said), width),
            BLANK,
        ]

    @on(RowList.Chosen, "#statements")
    def _tick(self, event: RowList.Chosen) -> None:
        event.stop()
        self.keep(self._links.toggled(self._incident, event.id))
        self.show()

    def action_tick(self) -> None:
        """Tick the point under the cursor."""
        self.query_one("#statements", RowList).tick()
