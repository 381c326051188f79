"""A question with a few answers, each a verb that says what happens. Errors are told here too: none vanishes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

Answer = tuple[str, str]
"""What an answer stands for, and its words, an English message to translate."""


class AskScreen(BaseScreen[str]):
    """Asks one thing. Its result is what the answer stands for; none when the person went back."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1")

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        sentence: str,
        answers: Sequence[Answer],
        values: dict[str, object] | None = None,
    ) -> None:
        """Create the question.

        Args:
            workspace: What a person can do.
            title: A few words, an English message to translate.
            sentence: What is about to happen or has happened, in full, likewise.
            answers: The answers, the safest first.
            values: What is filled in to the sentence.
        """
        super().__init__(workspace)
        self._title = title
        self._sentence = sentence
        self._answers = tuple(answers)
        self._values = values or {}

    def compose_body(self) -> ComposeResult:
        """Lay out the question and its answers."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="question")
            yield RowList(id="answers", is_numbered=True)

    def show(self) -> None:
        """Ask in the language of now."""
        super().show()
        self.query_one("#question", PageView).draw(self._question)
        rows = [
            Row(id, Content(self.words(text)), state=str(number)) for number, (id, text) in enumerate(self._answers, 1)
        ]
        self.query_one("#answers", RowList).show(rows)

    def _question(self, width: int) -> Lines:
        return [
            *titled(self.words(self._title), width),
            BLANK,
            *wrapped(Content(self.words(self._sentence, **self._values)), width),
            BLANK,
        ]

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.id)
