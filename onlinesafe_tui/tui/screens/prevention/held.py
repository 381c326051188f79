"""What came of a team meeting, without names."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import TextArea

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.meetings import Held
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.meetings import note_of
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.prevention.base import WorkbookForm
from onlinesafe_tui.tui.widgets.fields import CleanTextArea
from onlinesafe_tui.tui.widgets.page_view import PageView


class HeldScreen(WorkbookForm[None]):
    """Says that it is noted that a format was used, and takes a note about it."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "ctrl+r", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "remove", N_("Take it back"), id="held.remove", priority=True),
    ]

    def __init__(self, workspace: Workspace, held: str) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            held: The id of the note.
        """
        super().__init__(workspace)
        self._held = held

    @property
    def held(self) -> Held | None:
        """The note as it is now; None when it was taken back."""
        return next((one for one in self.workbook.held if one.id == self._held), None)

    def compose_body(self) -> ComposeResult:
        """Lay out what is noted, and the field."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield CleanTextArea(id="note")

    def on_mount(self) -> None:
        """Fill in what was written before."""
        field = self.query_one("#note", TextArea)
        with self.prevent(TextArea.Changed):
            field.text = self.held.note if self.held else ""
            field.move_cursor(field.document.end)
        self.show()
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)

    def settle(self) -> None:
        """Take over what the field holds."""
        held = self.held
        note = note_of(self.query_one("#note", TextArea).text)
        if held is not None and note != held.note:
            self.keep(self.workbook.hold(replace(held, note=note)))

    def action_remove(self) -> None:
        """Forget that the format was used, with its note."""
        self.keep(self.workbook.unhold(self._held))
        self.dismiss()

    def _title(self, width: int) -> Lines:
        words, held = self.words, self.held
        day = long_day(held.on, self.workspace.language) if held else ""
        title = words(N_("Noted: you did this on {day}"), day=day)
        hint = words(
            N_("What came of it, for yourself? Without names. You can leave it empty. {key} takes it back."),
            key=self.key("held.remove"),
        )
        return [
            *titled(title, width),
            *wrapped(Content(hint), width),
            BLANK,
        ]
