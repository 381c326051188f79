"""Skipping a step, with the reason in the person's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from onlinesafe_tui.domain.text import LONGEST_LINE, clean_name
from onlinesafe_tui.labels import STEPS
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.open_incident import OpenIncident
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.fields import CleanInput
from onlinesafe_tui.tui.widgets.page_view import PageView


class SkipScreen(BaseScreen[None]):
    """Asks why a step is skipped. A reason helps later; none is needed."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1", "f10")
    NEEDED: ClassVar[tuple[str, ...]] = ("enter", "escape", "f1", "f8")
    LABELS: ClassVar[Mapping[str, str]] = {"enter": N_("Skip it"), "escape": N_("Back")}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "skip", N_("Skip this step")),
        Binding("escape", "leave", N_("Don't skip")),
    ]

    def __init__(self, workspace: Workspace, incident: OpenIncident) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            incident: The incident whose open step is skipped.
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
            yield CleanInput(id="reason")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)

    def _title(self, width: int) -> Lines:
        words = self.words
        step = words(STEPS[self._open.value.journey.at])
        why = words(
            N_(
                "For example: not safe now, or somebody else does it. You can leave it empty, and take the "
                "step up again."
            )
        )
        return [
            *titled(words(N_("Why do you skip {step}?"), step=step), width),
            *wrapped(Content(why), width),
            BLANK,
        ]

    @on(Input.Submitted)
    def action_skip(self) -> None:
        """Skip the step, and go to the next one."""
        reason = clean_name(self.query_one("#reason", Input).value, longest=LONGEST_LINE)
        incident = self._open.value
        journey = incident.journey
        self._open.change(incident.go(journey.skip(journey.at, reason).forward()))
        self.dismiss()
