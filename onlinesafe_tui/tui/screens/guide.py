"""The steps: what to do now, the rail, and one step at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import TextArea

from onlinesafe_tui.domain.actions import ActionKind
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import ALL_STEPS, Journey, Step
from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.errors import VaultInUse
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.views import StepView
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.beside import beside_lines
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.messages import Failed, Read
from onlinesafe_tui.tui.open_incident import OpenIncident
from onlinesafe_tui.tui.screens.action import ActionScreen
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.day import DayScreen
from onlinesafe_tui.tui.screens.evidence import EvidenceScreen
from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen
from onlinesafe_tui.tui.screens.skip import SkipScreen
from onlinesafe_tui.tui.screens.steps import StepsScreen
from onlinesafe_tui.tui.screens.template import TemplateScreen
from onlinesafe_tui.tui.screens.triage import TriageScreen
from onlinesafe_tui.tui.step_rows import step_rows
from onlinesafe_tui.tui.step_text import StepText
from onlinesafe_tui.tui.widgets.fields import CleanTextArea
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.rail import Rail
from onlinesafe_tui.tui.widgets.row_list import RowList

SAVE_AFTER: Final = 0.5
"""Seconds without typing before a note is saved."""


class GuideScreen(BaseScreen[None]):
    """Shows the steps of one incident. Its widgets stay; walking to another step changes what they show."""

    KEYS: ClassVar[tuple[str, ...]] = (
        *("space", "ctrl+b", "ctrl+n", "f1", "f8", "ctrl+p"),
        *("tab", "f7", "f4", "ctrl+g", "f3", "ctrl+l", "f10"),
    )
    NEEDED: ClassVar[tuple[str, ...]] = ("ctrl+b", "ctrl+n", "f1")
    LABELS: ClassVar[Mapping[str, str]] = {"ctrl+b": N_("Back"), "ctrl+n": N_("Onward")}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", N_("Tick"), id="step.tick", tooltip=N_("Tick a task, or take the tick away")),
        Binding("ctrl+b", "back", N_("Step back"), id="step.back", priority=True),
        Binding("ctrl+n", "forward", N_("Step on"), id="step.forward", priority=True),
        Binding("ctrl+g", "now", N_("To do now"), id="step.now", priority=True, tooltip=N_("Go to where it is done")),
        Binding("tab", "app.focus_next", N_("Note"), id="step.note", tooltip=N_("Between the tasks and the note")),
        Binding("f4", "texts", N_("Copy text"), id="step.texts", priority=True),
        Binding("f7", "steps", N_("All steps"), id="step.all", priority=True),
        Binding("ctrl+l", "answers", N_("My answers"), id="step.answers", priority=True),
    ]

    page = getters.query_one("#page", VerticalScroll)
    rows = getters.query_one("#rows", RowList)
    note = getters.query_one("#note", TextArea)

    def __init__(self, workspace: Workspace, incident: OpenIncident) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            incident: The incident to show.
        """
        super().__init__(workspace)
        self._open = incident
        self._shown: Step | None = None
        self._typing: Timer | None = None
        self._asked_passphrase = self._is_arriving = False

    @property
    def is_closed(self) -> bool:
        """Whether the incident can only be looked at."""
        return self._open.is_closed

    def compose_body(self) -> ComposeResult:
        """Lay out the rail beside or above the page, with what to do now on top of it."""
        with Container(id="body"):
            yield Rail()
            with Container(id="beside"):
                yield PageView(id="now")
                with VerticalScroll(id="page", can_focus=False):
                    yield PageView(id="before")
                    yield RowList(id="rows")
                    yield PageView(id="after")
                    yield PageView(id="note-title")
                    yield CleanTextArea(id="note")
            yield PageView(id="aside")

    @property
    def incident(self) -> Incident:
        """The incident as it is now."""
        return self._open.value

    def show(self) -> None:
        """Show the step that is open, in the language of now."""
        super().show()
        today = self.workspace.clock.today()
        guide = self.workspace.guide
        step = self.incident.journey.at
        view = guide.step(self.incident, step, today)
        entries = guide.rail(self.incident)
        following = ALL_STEPS.index(step) + 1
        self.query_one(Rail).show(self.words, entries)
        self.query_one("#now", PageView).draw(self._now)
        self.query_one("#before", PageView).draw(StepText(self.workspace, self.incident, view).before)
        self.query_one("#after", PageView).draw(StepText(self.workspace, self.incident, view).after)
        self.query_one("#note-title", PageView).draw(self._note_title)
        # It is only asked what to draw where the window is wide enough for it.
        self.query_one("#aside", PageView).draw(partial(beside_lines, self.workspace, self.key("app.contacts")))
        after = entries[following] if following < len(entries) else None
        is_new = step is not self._shown
        rows = list(step_rows(view, self.incident, self.workspace.view, after))
        self.rows.show(rows, cursor=_first_open(view, [row.id for row in rows]) if is_new else None)
        if is_new:
            self.forget_remark()
            self._shown = step
            self._is_arriving = True
            with self.prevent(TextArea.Changed):
                self.note.text = view.note
            self.note.move_cursor(self.note.document.end)
            self.rows.focus(scroll_visible=False)
            self.call_after_refresh(self._begin_at_the_top)

    def _begin_at_the_top(self) -> None:
        """Show the top of the step, unless the person is in its note already."""
        self._is_arriving = False
        if not self.note.has_focus:
            self.page.scroll_home(animate=False, force=True, immediate=True)

    def _stay_in_sight(self) -> None:
        # A step that was just opened is read from its top.
        if not self._is_arriving:
            super()._stay_in_sight()

    def settle(self) -> None:
        """Take over the note as far as it is written."""
        if self._typing is not None:
            self._typing.stop()
            self._typing = None
        if self._shown is not None:
            self._open.change(self.incident.note(self._shown, clean_text(self.note.text).rstrip("\n")))

    def _change(self, incident: Incident) -> None:
        self._open.change(incident)
        self.show()

    def _go(self, journey: Journey) -> None:
        self.settle()
        self._change(self.incident.go(journey))

    def _now(self, width: int) -> Lines:
        now = self.workspace.guide.now(self.incident, self.workspace.clock.today())
        text = Content.styled(now.text, "bold $error" if now.is_danger else "bold")
        if now.step is not self.incident.journey.at:
            number = f"{now.step.number} " if now.step.number else ""
            label = next(entry.label for entry in self.workspace.guide.rail(self.incident) if entry.step is now.step)
            text = Content.assemble(text, (f"  → {number}{label} ({self.key('step.now')})", "$muted"))
        return wrapped(text, width, f"{self.words(N_('Now'))}: ", style="bold $accent")

    def _note_title(self, width: int) -> Lines:
        title = self.words(N_("Note, for yourself"))
        return [BLANK, *titled(title, width)]

    @on(TextArea.Changed, "#note")
    def _note_soon(self) -> None:
        if self._typing is not None:
            self._typing.stop()
        self._typing = self.set_timer(SAVE_AFTER, self._note_now)

    def _note_now(self) -> None:
        self.settle()
        self.show_bars()

    @on(Rail.Picked)
    def _pick(self, event: Rail.Picked) -> None:
        self._go(self.incident.journey.go(event.step))

    def _arrive(self, step: Step | None) -> None:
        if step is not None:
            self._go(self.incident.journey.go(step))

    @on(RowList.Chosen, "#rows")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        kind, _, id = event.id.partition(":")
        if event.is_ticking and kind != "task":
            return
        chosen: dict[str, Callable[[], object]] = {
            "task": lambda: self._tick(id),
            "action": lambda: self._visit(ActionScreen(self.workspace, self._open, ActionKind(id))),
            "evidence": lambda: self._describe(_number(id)),
            "template": lambda: self._visit(TemplateScreen(self.workspace, self.incident, id)),
            "rule": lambda: self.post_message(_page_of(id)),
            "day": lambda: self._visit(DayScreen(self.workspace, self._open)),
            "skip": lambda: self._visit(SkipScreen(self.workspace, self._open)),
            "resume": lambda: self._change(self.incident.go(self.incident.journey.resume(self.incident.journey.at))),
            "answers": self.action_answers,
            "next": self.action_forward,
        }
        chosen[kind]()

    def _tick(self, task: str) -> None:
        self._change(self.incident.tick(task, self.workspace.clock.now()))
        self.call_after_refresh(self.rows.reveal)

    def _describe(self, number: int | None) -> None:
        """Open an item; before the first one there is a passphrase to be asked, which may wait."""
        if number is None and self.is_closed:
            self.post_message(Failed(VaultInUse()))
            return
        screen = EvidenceScreen(self.workspace, self._open, number)
        if not self.workspace.keeper.has_unsaved or self._asked_passphrase:
            self._visit(screen)
            return
        self._asked_passphrase = True
        self.settle()

        def describe(is_open: bool | None) -> None:
            if is_open:
                self._open.save()
            self.app.push_screen(screen)

        self.app.push_screen(PassphraseScreen(self.workspace), describe)

    def _visit(self, screen: BaseScreen[None]) -> None:
        self.settle()
        self.app.push_screen(screen)

    def action_leave(self) -> None:
        """Leave the note for the tasks, and the tasks for the screen before."""
        if self.note.has_focus:
            self.rows.focus()
        else:
            super().action_leave()

    def action_tick(self) -> None:
        """Tick the task under the cursor."""
        self.rows.tick()

    def action_back(self) -> None:
        """Go one step back; from the first one, to the questions."""
        if self.incident.journey.is_first:
            self.action_answers()
        else:
            self._go(self.incident.journey.back())

    def action_forward(self) -> None:
        """Go one step on."""
        self._go(self.incident.journey.forward())

    def action_now(self) -> None:
        """Go to the step in which what is to do now is done."""
        now = self.workspace.guide.now(self.incident, self.workspace.clock.today())
        self._go(self.incident.journey.go(now.step))

    def action_steps(self) -> None:
        """Show all steps with how far they are."""
        self.settle()
        self.app.push_screen(StepsScreen(self.workspace, self.incident), self._arrive)

    def action_texts(self) -> None:
        """Show the text under the cursor, or the first one of this step."""
        ids = [row.id for row in self.rows.rows if row.id.startswith("template:")]
        current = self.rows.current
        if current is not None and current.id in ids:
            ids.insert(0, current.id)
        if ids:
            self._visit(TemplateScreen(self.workspace, self.incident, ids[0].removeprefix("template:")))
        else:
            self.remark(self.words(N_("There is no text to copy at this step.")))

    def action_answers(self) -> None:
        """Change the answers of the triage; the step is shown from its top afterwards."""
        self.settle()
        self._shown = None
        self._visit(TriageScreen(self.workspace, self._open))


def _first_open(view: StepView, ids: list[str]) -> str:
    open_tasks = [f"task:{task.id}" for task in view.tasks if not task.is_ticked]
    return next(iter(open_tasks), next((id for id in ids if id), ""))


def _page_of(id: str) -> Read:
    kind, _, page = id.partition(":")
    return Read(Kind(kind), page)


def _number(id: str) -> int | None:
    return int(id) if id.isdecimal() else None
