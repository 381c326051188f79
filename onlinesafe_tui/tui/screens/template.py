"""A text to copy, filled in with what is known, to be changed before it goes anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import TextArea

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.errors import CopyError
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import Template
from onlinesafe_tui.library.library import Page
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.clipboard import Copied
from onlinesafe_tui.services.files import dated_name, keep_as_file
from onlinesafe_tui.services.templates import filled
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.draw_blocks import block_lines
from onlinesafe_tui.tui.screens.to_file import ToFileScreen
from onlinesafe_tui.tui.widgets.fields import CleanTextArea
from onlinesafe_tui.tui.widgets.page_view import PageView


class TemplateScreen(ToFileScreen):
    """Shows a text to copy. It can be changed here; nothing is sent."""

    KEYS: ClassVar[tuple[str, ...]] = ("f4", "ctrl+s", "escape", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "copy", N_("Copy text"), id="template.copy", priority=True),
        Binding("ctrl+s", "keep", N_("Keep as file"), id="template.keep", priority=True),
    ]

    def __init__(
        self, workspace: Workspace, incident: Incident | None, id: str, also: Mapping[str, str] | None = None
    ) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            incident: Fills in the text; None leaves its blanks.
            id: The id of the template.
            also: What else is known, by the names of the blanks; None for nothing.
        """
        super().__init__(workspace)
        self._incident = incident
        self._template = id
        self._also = also

    def compose_body(self) -> ComposeResult:
        """Lay out when to use the text, and the text."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield CleanTextArea(id="text")
            yield from self.compose_place()

    @property
    def _page(self) -> Page:
        return self.workspace.library.page(Kind.TEMPLATE, self._template, self.workspace.language)

    def on_mount(self) -> None:
        """Fill in the text."""
        text = filled(self._page, self._incident, self.workspace.clock.today(), self.workspace.guide, self._also)
        self.query_one("#text", TextArea).text = text
        self.show()
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now; the text stays as it was changed."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)

    def action_copy(self) -> None:
        """Copy the text as it stands here."""
        clipboard = self.workspace.clipboard.with_terminal(self.app.copy_to_clipboard)
        try:
            copied = clipboard.copy(clean_text(self.query_one("#text", TextArea).text))
        except CopyError as error:
            self.say(error.sentence, **error.values)
            self.ask_place(self._file_name)
            return
        if copied is Copied.CLIPBOARD:
            self.say(N_("Copied. Paste it where it has to go; nothing is sent from here."))
        else:
            said = N_("Sent to the clipboard of your terminal. If pasting gives nothing, keep it as a file: {key}.")
            self.say(said, key=self.key("template.keep"))

    def action_keep(self) -> None:
        """Ask where to keep the text as a file; an exercise makes none."""
        question = N_("Where shall the file come? Others who use this computer may be able to read it there.")
        self.ask_place(self._file_name, question)

    @property
    def after_file(self) -> Widget:
        """The text once more."""
        return self.query_one("#text", TextArea)

    def make_file(self, place: Path) -> None:
        """Keep the text as it stands here."""
        keep_as_file(place, clean_text(self.query_one("#text", TextArea).text) + "\n")

    @property
    def _file_name(self) -> str:
        return dated_name(self.workspace.clock.today(), self._page.title, "txt")

    def _title(self, width: int) -> Lines:
        page = self._page
        about = tuple(block for block in page.shown() if not isinstance(block, Template))
        origin = self.workspace.guide.origin(page)
        blanks = self.words(N_("What stands in [ ] is for you to fill in."))
        return [
            *titled(page.title, width),
            *([*wrapped(Content.styled(origin, "$muted"), width)] if origin else []),
            *block_lines(about, width),
            *wrapped(Content.styled(blanks, "$muted"), width),
            BLANK,
        ]
