"""Fields to write in. What is pasted is cleaned before it is inserted, and the field says what became of it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from onlinesafe_tui.domain.text import LONGEST, clean_text
from onlinesafe_tui.language import N_
from onlinesafe_tui.tui.messages import Pasted


class CleanInput(Input):
    """A field of one line. Pasted lines are joined, so that none is lost."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("Go on"), show=False)]

    DEFAULT_CSS = """
    CleanInput { height: 1; border: none; padding: 0 1; background: $panel; &:focus { border: none; } }
    """

    def __init__(self, *, id: str | None = None, password: bool = False, select_on_focus: bool = False) -> None:
        """Create an empty field.

        Args:
            id: The id of the widget.
            password: Whether what is typed cannot be read.
            select_on_focus: Whether the first letter takes the place of what stands there when one comes to the field.
        """
        super().__init__(id=id, password=password, select_on_focus=select_on_focus)
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Clean the text before the field inserts it."""
        text, is_cut = _cleaned(event.text)
        lines = [line for line in text.split("\n") if line.strip()]
        event.text = " ".join(lines)
        if len(lines) > 1 or is_cut:
            self.post_message(Pasted(len(lines), is_joined=True, is_cut=is_cut))

    def action_paste(self) -> None:
        """Paste what was copied in the program, in the same way."""
        self.post_message(events.Paste(self.app.clipboard))


class SecretInput(CleanInput):
    """A field for a passphrase or a code, from which nothing can be copied."""

    def __init__(self, *, id: str | None = None, is_seen: bool = False) -> None:
        """Create an empty field.

        Args:
            id: The id of the widget.
            is_seen: Whether what is typed can be read, as a code has to be.
        """
        super().__init__(id=id, password=not is_seen)

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Cut nothing."""


class CleanTextArea(TextArea):
    """A field of several lines."""

    DEFAULT_CSS = """
    CleanTextArea {
        height: 4; border: none; border-left: outer $line; padding: 0 1; background: $panel;
        &:focus { border: none; border-left: outer $accent; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Create an empty field, from which Tab leads on."""
        super().__init__(id=id, tab_behavior="focus", soft_wrap=True, highlight_cursor_line=False)
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Clean the text before the field inserts it."""
        event.stop()
        event.text, is_cut = _cleaned(event.text)
        lines = sum(1 for line in event.text.split("\n") if line.strip())
        if lines > 1 or is_cut:
            self.post_message(Pasted(lines, is_cut=is_cut))

    def action_paste(self) -> None:
        """Paste what was copied in the program, in the same way."""
        self.post_message(events.Paste(self.app.clipboard))


def _cleaned(pasted: str) -> tuple[str, bool]:
    """Return a pasted text as it is taken over, and whether its end is gone."""
    text = clean_text(pasted, longest=LONGEST + 1)
    return text[:LONGEST], len(text) > LONGEST
