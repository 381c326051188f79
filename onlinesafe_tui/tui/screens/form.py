"""A screen with fields to fill in. Nothing has to be confirmed: what is typed is taken over as one goes."""

from __future__ import annotations

from typing import ClassVar, Final, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widgets import Input, TextArea

from onlinesafe_tui.language import N_
from onlinesafe_tui.tui.screens.base import BaseScreen

SAVE_AFTER: Final = 0.5
"""Seconds without typing before a field is taken over."""

Result = TypeVar("Result")


class FormScreen(BaseScreen[Result]):
    """A screen with fields. `settle` takes over what they hold; it is called soon after typing and on leaving."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "tab", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("Done, go back"), id="form.done"),
        Binding("tab", "app.focus_next", N_("Next field"), id="form.next"),
        Binding("shift+tab", "app.focus_previous", N_("Field before"), id="form.before", show=False),
    ]

    _typing: Timer | None = None

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _settle_soon(self) -> None:
        if self._typing is not None:
            self._typing.stop()
        self._typing = self.set_timer(SAVE_AFTER, self.settle)

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        event.stop()
        self.go_on(event.input)

    def go_on(self, field: Input) -> None:
        """Go to what follows on a field."""
        self.focus_next()

    def on_screen_resume(self) -> None:
        """Stay as it is: the fields hold what is being typed."""
