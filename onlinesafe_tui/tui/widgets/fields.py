"""Fields to write in. What is pasted is cleaned before it is inserted, and the field says what became of it."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from onlinesafe_tui.domain.text import LONGEST, LONGEST_LINE, clean_text
from onlinesafe_tui.language import N_
from onlinesafe_tui.tui.messages import Full, Pasted

_ON_ONE_LINE: Final = str.maketrans("\n\t", "  ")


class CleanInput(Input):
    """A field of one line. Pasted lines are joined, so that none is lost."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("Go on"), id="field.done", show=False)]

    DEFAULT_CSS = """
    CleanInput { height: 1; border: none; padding: 0 1; background: $panel; &:focus { border: none; } }
    """

    def __init__(
        self,
        *,
        id: str | None = None,
        longest: int = LONGEST_LINE,
        password: bool = False,
        select_on_focus: bool = False,
    ) -> None:
        """Create an empty field.

        Args:
            id: The id of the widget.
            longest: Characters that fit, which are as many as are kept.
            password: Whether what is typed cannot be read.
            select_on_focus: Whether the first letter takes the place of what stands there when one comes to the field.
        """
        super().__init__(id=id, password=password, select_on_focus=select_on_focus, max_length=longest)
        self.cursor_blink = False
        self._longest = longest
        self._told_full = ""

    def on_paste(self, event: events.Paste) -> None:
        """Clean the text before the field inserts it, and leave out what does not fit."""
        text, is_cut = _cleaned(event.text)
        lines = [line for line in text.split("\n") if line.strip()]
        text = " ".join(lines)
        event.text = text[: max(self._longest - len(self.value) + len(self.selected_text), 0)]
        if len(lines) > 1 or is_cut or event.text != text:
            is_cut = is_cut or event.text != text
            self.post_message(Pasted(len(lines), is_joined=True, is_cut=is_cut, kept=len(event.text)))

    def restricted(self) -> None:
        """Say that nothing more fits, once for as long as the same stands here."""
        if self._told_full != self.value:
            self._told_full = self.value
            self.post_message(Full(self._longest))

    def validate_value(self, value: str) -> str:
        """Keep on one line what was kept with several; a terminal would go to its next line in the middle of a row."""
        return value if self.password else value.translate(_ON_ONE_LINE)

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
        super().__init__(id=id, longest=LONGEST, password=not is_seen)

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
        self._told_full = ""

    def on_unmount(self) -> None:
        """Forget what was written: Textual's program knows every such field until its look changes."""
        self.load_text("")

    def on_key(self, event: events.Key) -> None:
        """Take nothing more when nothing more fits, and say so once for as long as the same stands here."""
        if not (event.is_printable or event.key == "enter") or self._room > 0:
            return
        event.prevent_default()
        event.stop()
        if self._told_full != self.text:
            self._told_full = self.text
            self.post_message(Full(LONGEST))

    def on_paste(self, event: events.Paste) -> None:
        """Clean the text before the field inserts it, and leave out what does not fit."""
        event.stop()
        text, is_cut = _cleaned(event.text)
        event.text = text[: max(self._room, 0)]
        lines = sum(1 for line in event.text.split("\n") if line.strip())
        if lines > 1 or is_cut or event.text != text:
            is_cut = is_cut or event.text != text
            self.post_message(Pasted(lines, is_cut=is_cut, kept=len(event.text)))

    @property
    def _room(self) -> int:
        """How many characters more fit, when what is selected makes room for them."""
        length = sum(len(line) + 1 for line in self.document.lines) - 1
        return LONGEST - length + len(self.selected_text)

    def action_paste(self) -> None:
        """Paste what was copied in the program, in the same way."""
        self.post_message(events.Paste(self.app.clipboard))


def _cleaned(pasted: str) -> tuple[str, bool]:
    """Return a pasted text as it is taken over, and whether its end is gone."""
    text = clean_text(pasted, longest=LONGEST + 1)
    return text[:LONGEST], len(text) > LONGEST
