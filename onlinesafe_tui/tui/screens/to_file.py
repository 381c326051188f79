"""A screen from which something can be kept as a file. What was done stays on it in words."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from onlinesafe_tui.domain.text import LONGEST
from onlinesafe_tui.errors import ExportError
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import shown
from onlinesafe_tui.services.files import place_of
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.fields import CleanInput
from onlinesafe_tui.tui.widgets.page_view import PageView


class ToFileScreen(BaseScreen[None]):
    """Asks for a place only when a file is wanted; an exercise makes none."""

    def __init__(self, workspace: Workspace) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
        """
        super().__init__(workspace)
        self._said = ""
        self._said_values: dict[str, object] = {}

    def compose_place(self) -> ComposeResult:
        """Lay out what was done, and the place of a file."""
        yield PageView(id="said")
        yield CleanInput(id="path", longest=LONGEST)

    def on_mount(self) -> None:
        """Ask for no place yet."""
        self.query_one("#path", Input).display = False

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#said", PageView).draw(self._said_lines)

    @property
    @abstractmethod
    def after_file(self) -> Widget:
        """Where the cursor goes once a file is made."""

    @abstractmethod
    def make_file(self, place: Path) -> None:
        """Make the file.

        Raises:
            ExportError: It cannot be made there.
        """

    def say(self, message: str, **values: object) -> None:
        """Say what was done, or what is asked: an English message to translate, with what is filled in."""
        self._said, self._said_values = message, values
        self.query_one("#said", PageView).draw(self._said_lines)

    def ask_place(self, name: str, question: str = "") -> None:
        """Ask where the file shall come, unless this is an exercise.

        Args:
            name: The name that is offered.
            question: What is said with it, an English message to translate; empty to leave what stands there.
        """
        if self.workspace.is_practice:
            self.say(N_("This is an exercise: no file is made."))
            return
        if question:
            self.say(question)
        field = self.query_one("#path", Input)
        if not field.display:
            field.value = shown(self.workspace.exports / name)
            field.display = True
        field.focus()
        self.call_after_refresh(field.scroll_visible, animate=False)

    @on(Input.Submitted, "#path")
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        place = place_of(event.value, self.workspace.exports)
        try:
            self.make_file(place)
        except ExportError as error:
            self.say(error.sentence, **error.values)
            return
        event.input.display = False
        self.say(N_("Kept as {path}. Nothing is sent."), path=shown(place))
        self.after_file.focus()

    def _said_lines(self, width: int) -> Lines:
        said = self.words(self._said, **self._said_values)
        return [BLANK, *wrapped(Content.styled(said, "bold"), width)] if said else [BLANK]
