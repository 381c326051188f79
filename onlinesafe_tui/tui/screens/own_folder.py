"""Which folder of an organisation lies over the texts of the program, chosen once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from onlinesafe_tui.errors import OverlayError, SettingsError
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.own_words import (
    ABOUT_FOLDER,
    DETAILS,
    NAMED_AT_START,
    choose_folder,
    choose_no_folder,
    folder_now,
    is_named_at_start,
)
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.left_out import LeftOutScreen
from onlinesafe_tui.tui.widgets.fields import CleanInput
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class OwnFolderScreen(BaseScreen[None]):
    """Asks for the folder. A wrong one changes nothing and says why."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "tab", "escape", "f3", "f1", "f10")

    LABELS: ClassVar[Mapping[str, str]] = {"enter": N_("Use it")}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,down", "app.focus_next", N_("Next field"), id="folder.next"),
        Binding("shift+tab,up", "app.focus_previous", N_("Field before"), id="folder.before", show=False),
    ]

    def __init__(self, workspace: Workspace) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
        """
        super().__init__(workspace)
        self._said: Callable[[], str] = str
        self._is_refused = False

    def compose_body(self) -> ComposeResult:
        """Lay out what it is about, the field, and what can be done."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield CleanInput(id="folder")
            yield PageView(id="said")
            yield RowList(id="choices")

    def on_mount(self) -> None:
        """Fill in the folder of now."""
        self.query_one("#folder", Input).value = folder_now(self.workspace)
        self.show()
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now; what was typed stays."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#said", PageView).draw(self._said_lines)
        rows = [Row("use", Content(self.words(N_("Use this folder"))))]
        if self.workspace.library.left_out():
            rows.append(Row("left-out", Content(self.words(DETAILS))))
        if folder_now(self.workspace):
            rows.append(Row("none", Content(self.words(N_("Use no folder, only the texts of the program")))))
        self.query_one("#choices", RowList).show(rows)

    @on(Input.Submitted, "#folder")
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self._use()

    @on(RowList.Chosen, "#choices")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.id == "use":
            self._use()
        elif event.id == "left-out":
            self.app.push_screen(LeftOutScreen(self.workspace))
        else:
            self._try(lambda: choose_no_folder(self.workspace))

    def _use(self) -> None:
        typed = self.query_one("#folder", Input).value
        if typed.strip():
            self._try(lambda: choose_folder(self.workspace, typed))
        else:
            self._said, self._is_refused = lambda: self.words(N_("Type or paste a folder first.")), True
            self.show()

    def _try(self, choose: Callable[[], str]) -> None:
        try:
            said = choose()
        except (OverlayError, SettingsError) as error:
            told = error
            self._said, self._is_refused = lambda: told.told(self.words), True
        else:
            self._said, self._is_refused = lambda: said, False
            self.query_one("#folder", Input).value = folder_now(self.workspace)
        self.show()

    def _said_lines(self, width: int) -> Lines:
        said = self._said()
        style = "bold $warning" if self._is_refused else "bold"
        return [BLANK, *(wrapped(Content.styled(said, style), width) if said else []), BLANK]

    def _title(self, width: int) -> Lines:
        words = self.words
        now = folder_now(self.workspace)
        said = words(N_("Now: {path}"), path=now) if now else words(N_("Now there is none."))
        lines = [*titled(words(N_("Folder of your organisation")), width), BLANK]
        lines.extend(
            [*wrapped(Content(words(ABOUT_FOLDER)), width), BLANK, *wrapped(Content.styled(said, "$muted"), width)]
        )
        if is_named_at_start(self.workspace):
            lines.extend(wrapped(Content.styled(words(NAMED_AT_START), "$muted"), width))
        return [*lines, BLANK]
