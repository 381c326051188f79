"""All steps with how far they are, to jump to any of them."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.ways_back import went_back_words
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.marks import sign_of
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class StepsScreen(BaseScreen[Step]):
    """Shows every step in words, and the dates to keep in sight. Its result is the step to open."""

    def __init__(self, workspace: Workspace, incident: Incident) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            incident: The incident whose steps are shown.
        """
        super().__init__(workspace)
        self._incident = incident

    def compose_body(self) -> ComposeResult:
        """Lay out the steps and the dates."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="steps", is_numbered=True)
            yield PageView(id="dates")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        entries = self.workspace.guide.rail(self._incident)
        rows = [
            Row(
                entry.step,
                Content(f"{entry.step.number}. {entry.label}" if entry.step.number else f"   {entry.label}"),
                mark=sign_of(entry),
                state=entry.word,
            )
            for entry in entries
        ]
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#steps", RowList).show(rows, cursor=self._incident.journey.at)
        self.query_one("#dates", PageView).draw(self._dates)

    def _title(self, width: int) -> Lines:
        situation = self._incident.situation
        name = self.workspace.guide.name(sorted(map(str, situation.acts)), situation.channel, self._incident.known_on)
        told = went_back_words(self._incident, self.words)
        before = [line for text in told for line in wrapped(Content.styled(text, "$warning"), width, "! ")]
        return [*titled(name, width), *([BLANK, *before] if before else []), BLANK]

    def _dates(self, width: int) -> Lines:
        views = self.workspace.guide.dates(self._incident, self.workspace.clock.today())
        lines = [BLANK, *titled(self.words(N_("Dates to keep in sight")), width)]
        for view in views:
            past = f" {self.words(N_('This day is over.'))}" if view.is_past else ""
            text = Content.assemble((view.day, "bold"), f": {view.title}{past} ", (f"({view.source})", "$muted"))
            lines.extend(wrapped(text, width, "· "))
        return lines if views else []

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(Step(event.id))
