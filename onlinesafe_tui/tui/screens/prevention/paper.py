"""Before paper is made: what goes in, what kind of file, in which language, and where it comes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from onlinesafe_tui.domain.text import LONGEST
from onlinesafe_tui.errors import OnlineSafeError
from onlinesafe_tui.exports.shapes import Report
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.paths import shown
from onlinesafe_tui.services.files import place_of
from onlinesafe_tui.services.papers import NOTHING_SENT, Format, contents_of, keep_paper, offered_place
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.settings import LANGUAGES
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.fields import CleanInput
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class PaperScreen(BaseScreen[None]):
    """Makes a file of a report, in a language of its own, at a place that the person chooses."""

    DEFAULT_CSS = """
    PaperScreen Input { max-width: 72; }
    """

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1", "f10")

    def __init__(self, workspace: Workspace, make: Callable[[Language], Report], name: str) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            make: Makes the report in the language of the paper; it is called again when that changes.
            name: What kind of paper it is, an English message to translate.
        """
        super().__init__(workspace)
        self._make = make
        self._kind = name
        self._format = Format.PDF
        self._language = workspace.language
        self._said: Callable[[], str] = str
        self._is_busy = False

    def compose_body(self) -> ComposeResult:
        """Lay out what goes in, what can be chosen, and the place."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="about")
            yield RowList(id="choices", is_numbered=True)
            yield PageView(id="said")
            yield CleanInput(id="path", longest=LONGEST)

    def on_mount(self) -> None:
        """Offer to make it as it is."""
        self.query_one("#path", Input).display = False
        self.show()
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now; that of the paper stays as it was chosen."""
        super().show()
        words = self.words
        self.query_one("#about", PageView).draw(self._about)
        format = words(N_("Kind of file: {format}"), format=words(self._format.label))
        language = words(N_("Language of the paper: {language}"), language=LANGUAGES[self._language])
        change = words(N_("change"))
        rows = [
            Row("make", Content(words(N_("Make the file")))),
            Row("format", Content(format), state=change),
            Row("language", Content(language), state=change),
        ]
        self.query_one("#choices", RowList).show(rows)
        self.query_one("#said", PageView).draw(self._said_lines)

    def _about(self, width: int) -> Lines:
        words, report = self.words, self._make(self._language)
        title = words(N_("On paper: {name}"), name=words(self._kind))
        return [
            *titled(title, width),
            BLANK,
            *(line for text in contents_of(report, words) for line in wrapped(Content(text), width)),
            BLANK,
            *wrapped(Content.styled(words(NOTHING_SENT), "$muted"), width),
            BLANK,
        ]

    def _said_lines(self, width: int) -> Lines:
        said = self._said()
        return [BLANK, *wrapped(Content.styled(said, "bold"), width)] if said else [BLANK]

    def _say(self, said: Callable[[], str]) -> None:
        self._said = said
        view = self.query_one("#said", PageView)
        view.draw(self._said_lines)
        self.call_after_refresh(view.scroll_visible, animate=False)

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if self._is_busy:
            return
        match event.id:
            case "make":
                self._ask_place()
            case "format":
                answers = [(format.value, format.label) for format in Format]
                sentence = N_("Everybody can open a PDF, and it looks the same everywhere.")
                ask = AskScreen(self.workspace, N_("What kind of file?"), sentence, answers)
                self.app.push_screen(ask, self._set_format)
            case "language":
                self._language = Language.EN if self._language is Language.NL else Language.NL
                self._start_over()

    def _set_format(self, chosen: str | None) -> None:
        if chosen:
            self._format = Format(chosen)
            self._start_over()

    def _start_over(self) -> None:
        """Show another choice; the place that was offered before is no longer right."""
        self._said = str
        self.query_one("#path", Input).display = False
        self.show()

    def on_descendant_focus(self) -> None:
        """Say what Enter does now: in the list it chooses, at the place it makes the file."""
        self.show_bars()

    def _ask_place(self) -> None:
        if self.workspace.is_practice:
            self._say(lambda: self.words(N_("This is an exercise: no file is made.")))
            return
        field = self.query_one("#path", Input)
        if not field.display:
            today = self.workspace.clock.today()
            place = offered_place(self.workspace.exports, self._make(self._language), self._format, today)
            field.value = shown(place)
            field.display = True
        self._say(lambda: self.words(N_("Where shall the file come? Enter makes it here.")))
        field.focus()
        self.call_after_refresh(field.scroll_visible, animate=False)

    @on(Input.Submitted, "#path")
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        if not self._is_busy:
            self._is_busy = True
            self._say(lambda: self.words(N_("One moment: the file is being made.")))
            self._place = event.value
            self._write()

    def action_leave(self) -> None:
        """Go back, but not from under a file that is being made: one would never know whether it is there."""
        if not self._is_busy:
            super().action_leave()

    @work(description="make a paper", exit_on_error=True)
    async def _write(self) -> None:
        """Make the file in a thread: what writes it lets go of the interpreter, so the screen stays awake."""
        place = place_of(self._place, self.workspace.exports)
        report = self._make(self._language)
        try:
            await asyncio.to_thread(keep_paper, report, self._format, place)
        except OnlineSafeError as error:
            told = error
            self._say(lambda: told.told(self.words))
            return
        finally:
            self._is_busy = False
        self.query_one("#path", Input).display = False
        self._say(lambda: self.words(N_("Kept as {path}. Nothing is sent."), path=shown(place)))
        self.query_one("#choices", RowList).focus()
