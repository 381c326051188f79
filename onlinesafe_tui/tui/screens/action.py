"""How far something outside the program is: to do, prepared, sent, reference received, answered."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, TextArea

from onlinesafe_tui.dates import long_day, parse_day
from onlinesafe_tui.domain.actions import Action, ActionKind, ActionState
from onlinesafe_tui.domain.text import LONGEST_LINE, clean_name, clean_text
from onlinesafe_tui.labels import ACTION_STATES
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.glyphs import CHOSEN, UNCHOSEN
from onlinesafe_tui.tui.open_incident import OpenIncident
from onlinesafe_tui.tui.screens.form import FormScreen
from onlinesafe_tui.tui.widgets.fields import CleanInput, CleanTextArea
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class ActionScreen(FormScreen[None]):
    """Records how far an action is. The program does nothing itself, and says so."""

    def __init__(self, workspace: Workspace, incident: OpenIncident, kind: ActionKind) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            incident: The incident to which the action belongs.
            kind: The action.
        """
        super().__init__(workspace)
        self._open = incident
        self._kind = kind

    @property
    def is_closed(self) -> bool:
        """Whether the incident can only be looked at."""
        return self._open.is_closed

    def compose_body(self) -> ComposeResult:
        """Lay out the states and the fields."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="states", is_numbered=True)
            yield PageView(id="label-day")
            yield CleanInput(id="day", select_on_focus=True)
            yield PageView(id="label-reference")
            yield CleanInput(id="reference")
            yield PageView(id="label-answer")
            yield CleanTextArea(id="answer")

    @property
    def _action(self) -> Action:
        return self._open.value.action(self._kind)

    def on_mount(self) -> None:
        """Fill in what is known."""
        action = self._action
        with self.prevent(Input.Changed, TextArea.Changed):
            self.query_one("#day", Input).value = action.on.strftime("%d-%m-%Y") if action.on else ""
            self.query_one("#reference", Input).value = action.reference
            answer = self.query_one("#answer", TextArea)
            answer.text = action.answer
            answer.move_cursor(answer.document.end)
        self.show()
        self.query_one("#states", RowList).show(self._rows(), cursor=action.state)
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#states", RowList).show(self._rows())
        self.query_one("#label-day", PageView).draw(self._day_label)
        self.query_one("#label-reference", PageView).draw(
            lambda width: self._label(N_("Reference, if you got one"), width)
        )
        self.query_one("#label-answer", PageView).draw(lambda width: self._label(N_("What they answered"), width))

    def settle(self) -> None:
        """Take over what the fields hold; a day that is not a day stays in its field until it is one."""
        typed = self.query_one("#day", Input).value.strip()
        day = parse_day(typed) if typed else None
        action = self._action
        changed = action.reach(action.state, day) if day is not None or not typed else action
        reference = clean_name(self.query_one("#reference", Input).value, longest=LONGEST_LINE)
        answer = clean_text(self.query_one("#answer", TextArea).text).strip("\n")
        changed = replace(changed, reference=reference, answer=answer)
        if changed != action:
            self._open.change(self._open.value.act(changed))
        self.show()

    @on(RowList.Chosen, "#states")
    def _reach(self, event: RowList.Chosen) -> None:
        event.stop()
        state = ActionState(event.id)
        action = self._action
        day = None if state is ActionState.TO_DO else self.workspace.clock.today()
        if state is action.state or (state is ActionState.SENT and action.sent_on):
            day = action.on if state is action.state else action.sent_on
        self._open.change(self._open.value.act(action.reach(state, day)))
        # What another window writes stays as it was, and then the field does too.
        kept = self._action.on
        with self.prevent(Input.Changed):
            self.query_one("#day", Input).value = kept.strftime("%d-%m-%Y") if kept else ""
        self.show()

    def _rows(self) -> list[Row]:
        at = self._action.state
        return [
            Row(state, Content(self.words(ACTION_STATES[state])), mark=CHOSEN if state is at else UNCHOSEN)
            for state in ActionState
        ]

    def _title(self, width: int) -> Lines:
        guide, incident = self.workspace.guide, self._open.value
        view = guide.step(incident, self._kind.step, self.workspace.clock.today())
        text = next((action.text for action in view.actions if action.kind is self._kind), ())
        name = "".join(span.text for span in text)
        promise = self.words(N_("You do this yourself, outside this program. Here you only keep how far it is."))
        return [
            *titled(name, width),
            *wrapped(Content.styled(promise, "$muted"), width),
            BLANK,
        ]

    def _day_label(self, width: int) -> Lines:
        typed = self.query_one("#day", Input).value.strip()
        day = parse_day(typed) if typed else None
        state = self.words(ACTION_STATES[self._action.state])
        is_begun = self._action.state is not ActionState.TO_DO
        label = self.words(N_("On which day: {state}"), state=state) if is_begun else self.words(N_("On which day"))
        if typed and day is None:
            hint = (f"  {self.words(N_('This is no day yet. Write day-month-year, as in 19-11-2026.'))}", "$warning")
        else:
            hint = (f"  {long_day(day, self.workspace.language)}" if day else "", "$muted")
        return [BLANK, *wrapped(Content.assemble((label, "bold"), hint), width)]

    def _label(self, text: str, width: int) -> Lines:
        return [BLANK, *wrapped(Content.styled(self.words(text), "bold"), width)]
