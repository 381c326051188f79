"""A few questions, one at a time, each saying why it asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.domain.facets import ALONE, CHOICES, Danger, Question
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import Bullets
from onlinesafe_tui.library.library import Page
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, wrapped
from onlinesafe_tui.tui.draw_blocks import block_lines, styled
from onlinesafe_tui.tui.glyphs import CHOSEN, OPEN, TICKED, UNCHOSEN
from onlinesafe_tui.tui.messages import WalkSteps
from onlinesafe_tui.tui.open_incident import OpenIncident
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.questions import call_first
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class TriageScreen(BaseScreen[None]):
    """Asks the questions. Every answer is saved, and every one can be changed by going back."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "space", "ctrl+b", "f3", "f1", "f10")
    LABELS: ClassVar[Mapping[str, str]] = {"space": N_("Tick it")}
    NEEDED: ClassVar[tuple[str, ...]] = ("ctrl+b", "f1", "f8")
    HAS_ASIDE: ClassVar[bool] = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", N_("Tick"), id="triage.tick"),
        Binding("ctrl+b,left", "back", N_("Previous question"), id="triage.back"),
        Binding("ctrl+n,right", "forward", N_("Next question"), id="triage.forward", show=False),
    ]

    def __init__(self, workspace: Workspace, incident: OpenIncident, at: Question = Question.DANGER) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            incident: The incident that is asked about.
            at: The question to begin with.
        """
        super().__init__(workspace)
        self._open = incident
        self._at = at
        self._chosen: frozenset[str] = frozenset()

    @property
    def is_closed(self) -> bool:
        """Whether the incident can only be looked at."""
        return self._open.is_closed

    def compose_body(self) -> ComposeResult:
        """Lay out the question and its choices."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="question")
            yield RowList(id="choices")

    @property
    def place(self) -> str:
        """Which question this is, and of how many; where one only looks, that."""
        if self.is_closed:
            return self.kept
        questions = self._open.value.situation.questions
        number = questions.index(self._at) + 1
        return self.words(N_("Question {number} of {total}"), number=number, total=len(questions))

    def on_mount(self) -> None:
        """Ask the first question."""
        self._ask(self._at)

    def show(self) -> None:
        """Say the question in the language of now."""
        super().show()
        self.query_one("#question", PageView).draw(self._question)
        self.query_one("#choices", RowList).show(self._rows())

    def _ask(self, question: Question) -> None:
        self._at = question
        self._chosen = self._open.value.situation.values(question)
        self.show()
        first = next(iter(sorted(self._chosen)), None)
        choices = self.query_one("#choices", RowList)
        choices.show(self._rows(), cursor=first or self._page.choices()[0].id)
        self.begin()
        self.query_one(VerticalScroll).scroll_home(animate=False, immediate=True)
        if first:
            choices.reveal_when_drawn()

    @property
    def _page(self) -> Page:
        return self.workspace.library.page(Kind.QUESTION, self._at, self.workspace.language)

    @property
    def _is_multiple(self) -> bool:
        return CHOICES[self._at].multiple

    def _question(self, width: int) -> Lines:
        page = self._page
        why = [block for block in page.shown(self._open.value.situation) if not isinstance(block, Bullets)]
        lines = [*wrapped(Content.styled(page.title, "bold"), width), *block_lines(why, width)]
        if origin := self.workspace.guide.origin(page):
            lines.extend(wrapped(Content.styled(origin, "$muted"), width))
        if self._is_multiple:
            lines.extend(
                wrapped(
                    Content.styled(
                        self.words(
                            N_("More than one can be true: {key} ticks, Enter takes this one too and goes on."),
                            key=self.key("triage.tick"),
                        ),
                        "$muted",
                    ),
                    width,
                )
            )
        return [*lines, BLANK]

    def _rows(self) -> list[Row]:
        rows = []
        for item in self._page.choices():
            is_chosen = item.id in self._chosen
            mark = self._mark(is_chosen=is_chosen)
            rows.append(Row(item.id, styled(item.text), mark=mark, more=styled(item.more)))
        return rows

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if self._is_multiple and event.is_ticking:
            self._tick(event.id)
            return
        chosen = self._with(event.id) if self._is_multiple else frozenset({event.id})
        self._open.change(self._open.value.answer(self._at, chosen))
        if self._at is Question.DANGER and Danger.NOW in chosen:
            self.app.push_screen(call_first(self.workspace), self._called)
        else:
            self.action_forward()

    def _called(self, answer: str | None) -> None:
        """Go on once somebody called, or when there is no danger any more."""
        if answer == "safe":
            self._open.change(self._open.value.answer(Question.DANGER, [Danger.NO]))
        if answer is not None:
            self.action_forward()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer ticking only where more than one answer can be true."""
        return self._is_multiple if action == "tick" else True

    def action_tick(self) -> None:
        """Tick the choice under the cursor."""
        self.query_one("#choices", RowList).tick()

    def _with(self, id: str) -> frozenset[str]:
        """Return what is ticked and this one; some answers exclude every other."""
        return frozenset({id}) if id in ALONE else (self._chosen | {id}) - ALONE

    def _mark(self, *, is_chosen: bool) -> str:
        if self._is_multiple:
            return TICKED if is_chosen else OPEN
        return (CHOSEN if is_chosen else UNCHOSEN) if self._chosen else ""

    def _tick(self, id: str) -> None:
        chosen = self._chosen - {id} if id in self._chosen else self._with(id)
        self._chosen = chosen
        self._open.change(self._open.value.answer(self._at, chosen))
        self.query_one("#choices", RowList).show(self._rows())
        self.show_bars()

    def action_back(self) -> None:
        """Go to the question before; from the first one, leave. What was answered stays."""
        before = [question for question in self._open.value.situation.questions if _precedes(question, self._at)]
        if before:
            self._ask(before[-1])
        else:
            self.dismiss()

    def action_forward(self) -> None:
        """Go to the next question; from the last one, to the steps."""
        after = [question for question in self._open.value.situation.questions if _precedes(self._at, question)]
        if after:
            self._ask(after[0])
        else:
            self.post_message(WalkSteps())

    def action_leave(self) -> None:
        """Go back by one question."""
        self.action_back()


def _precedes(one: Question, other: Question) -> bool:
    order = list(Question)
    return order.index(one) < order.index(other)
