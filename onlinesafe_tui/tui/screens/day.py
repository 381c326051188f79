"""The day on which the person learned of it: the legal time limit counts from it."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from onlinesafe_tui.dates import long_day, parse_day
from onlinesafe_tui.domain.facets import ForWhom
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.open_incident import OpenIncident
from onlinesafe_tui.tui.screens.form import FormScreen
from onlinesafe_tui.tui.widgets.fields import CleanInput
from onlinesafe_tui.tui.widgets.page_view import PageView


class DayScreen(FormScreen[None]):
    """Asks the day of knowledge."""

    def __init__(self, workspace: Workspace, incident: OpenIncident) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            incident: The incident.
        """
        super().__init__(workspace)
        self._open = incident

    @property
    def is_closed(self) -> bool:
        """Whether the incident can only be looked at."""
        return self._open.is_closed

    def compose_body(self) -> ComposeResult:
        """Lay out the question and its field."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield CleanInput(id="day", select_on_focus=True)
            yield PageView(id="said")

    def on_mount(self) -> None:
        """Fill in the day that is known."""
        with self.prevent(Input.Changed):
            self.query_one("#day", Input).value = self._open.value.known_on.strftime("%d-%m-%Y")
        self.show()
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#said", PageView).draw(self._said)

    def settle(self) -> None:
        """Take over the day, when it is one and not in the future."""
        day = parse_day(self.query_one("#day", Input).value)
        if day is not None and day <= self.workspace.clock.today():
            self._open.change(replace(self._open.value, known_on=day))
        self.show()

    def _title(self, width: int) -> Lines:
        words = self.words
        why = words(
            N_(
                "In the Netherlands the time to ask for prosecution counts from this day, and aftercare is "
                "planned from it."
            )
        )
        is_mine = self._open.value.situation.for_whom is ForWhom.SELF
        mine, theirs = N_("On which day did you learn of it?"), N_("On which day did your colleague learn of it?")
        return [
            *titled(words(mine if is_mine else theirs), width),
            *wrapped(Content(why), width),
            BLANK,
        ]

    def _said(self, width: int) -> Lines:
        day = parse_day(self.query_one("#day", Input).value)
        if day is None:
            text = self.words(N_("This is no day yet. Write day-month-year, as in 19-11-2026."))
            return [BLANK, *wrapped(Content.styled(text, "$warning"), width)]
        if day > self.workspace.clock.today():
            text = self.words(N_("This day is still to come. Write the day on which you learned of it."))
            return [BLANK, *wrapped(Content.styled(text, "$warning"), width)]
        return [BLANK, *wrapped(Content(long_day(day, self.workspace.language)), width)]
