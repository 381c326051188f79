"""Who can help with a thing, and a text with which to ask."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.language import N_
from onlinesafe_tui.library.library import Page
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.rounds import COLLEAGUE_TEXT, HELP_PAGE, WORK_CONTACT, for_colleague
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.draw_blocks import block_lines
from onlinesafe_tui.tui.messages import Read
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.template import TemplateScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class AskHelpScreen(BaseScreen[None]):
    """Offers who can help. That help was asked for is kept already."""

    def __init__(self, workspace: Workspace, things: Sequence[str] = ()) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            things: The titles of what help is wanted with; none when it is about a round as such.
        """
        super().__init__(workspace)
        self._things = things

    def compose_body(self) -> ComposeResult:
        """Lay out what can be done, and who can help."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="choices", is_numbered=True)
            yield PageView(id="who")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        words = self.words
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#who", PageView).draw(lambda width: [BLANK, *block_lines(self._page.shown()[1:], width)])
        choices = (
            ("on", N_("Go on with the round")),
            ("text", N_("A text to ask a colleague to look along")),
            ("work", N_("Help at your work")),
        )
        rows = [Row(id, Content(words(text)), state=str(number)) for number, (id, text) in enumerate(choices, 1)]
        self.query_one("#choices", RowList).show(rows)

    @property
    def _page(self) -> Page:
        return self.workspace.library.page(Kind.ABOUT, HELP_PAGE, self.workspace.language)

    def _title(self, width: int) -> Lines:
        about = [line for thing in self._things for line in wrapped(Content.styled(thing, "$muted"), width)]
        return [
            *titled(self._page.title, width),
            *about,
            *block_lines(self._page.shown()[:1], width),
            BLANK,
        ]

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        match event.id:
            case "text":
                self.app.push_screen(TemplateScreen(self.workspace, None, COLLEAGUE_TEXT, for_colleague(self._things)))
            case "work":
                self.post_message(Read(Kind.CONTACT, WORK_CONTACT))
            case _:
                self.dismiss()
