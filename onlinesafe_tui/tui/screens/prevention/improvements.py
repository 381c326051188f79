"""The action list of the policy scan, and one action of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, TextArea

from onlinesafe_tui.dates import long_day, parse_day
from onlinesafe_tui.domain.policy import Phase
from onlinesafe_tui.domain.text import clean_name, clean_text
from onlinesafe_tui.labels import PHASE_MEANINGS, PHASES
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.policy_actions import PolicyActions
from onlinesafe_tui.services.policy_papers import ACTION_LIST
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.policy_views import ActionView
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, wrapped
from onlinesafe_tui.tui.glyphs import BULLET, CHOSEN, UNCHOSEN, WARNING
from onlinesafe_tui.tui.screens.prevention.base import WorkbookForm, WorkbookScreen
from onlinesafe_tui.tui.widgets.fields import CleanInput, CleanTextArea
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class ImprovementsScreen(WorkbookScreen[None]):
    """Lists what is done about the gaps: what can be closed first, then what is due first."""

    def __init__(self, workspace: Workspace, policy: PolicyScan) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            policy: The scan to which the actions belong.
        """
        super().__init__(workspace)
        self._policy = policy
        self._actions = PolicyActions(workspace, policy)

    def compose_body(self) -> ComposeResult:
        """Lay out the actions."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="actions")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#actions", RowList).show(list(self._rows()))

    def _title(self, width: int) -> Lines:
        lines = wrapped(Content.styled(self.words(ACTION_LIST), "bold $accent"), width)
        said = N_("Each gap stands here once, from the day that a scan is finished.")
        if not self._actions.open() and not self._actions.closed():
            said = N_("There is nothing in it yet. What is not in place comes here when a scan is finished.")
        return [*lines, *wrapped(Content.styled(self.words(said), "$muted"), width), BLANK]

    def _rows(self) -> Iterator[Row]:
        for index, view in enumerate(self._actions.open()):
            yield self._row(view, is_spaced=index > 0)
        closed = self._actions.closed()
        if closed:
            yield Row("", Content.styled(self.words(N_("Closed")), "bold $accent"), is_spaced=True)
        for view in closed:
            yield self._row(view, is_spaced=False)

    def _row(self, view: ActionView, *, is_spaced: bool) -> Row:
        words = self.words
        said = f"{view.owner} {BULLET} {view.due}"
        if view.is_closable:
            said = words(N_("This is in place now: you can close it."))
        mark = WARNING if view.is_overdue else ""
        is_open = view.improvement.is_open
        more = Content(f"{said}\n{view.title}" if is_open else view.title)
        id = view.improvement.statement
        return Row(id, Content(view.what), mark, more, view.phase, is_quiet=not is_open, is_spaced=is_spaced)

    @on(RowList.Chosen, "#actions")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        self.app.push_screen(ImprovementScreen(self.workspace, self._policy, event.id))


_FIELDS: Final = {
    "what": N_("What is done"),
    "owner": N_("Who does it"),
    "due": N_("By when"),
    "note": N_("What came of it so far"),
}


class ImprovementScreen(WorkbookForm[None]):
    """Asks what is done about one gap, how far it is, who does it, and by when."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "tab", "escape", "f3", "f1", "f10")

    def __init__(self, workspace: Workspace, policy: PolicyScan, statement: str) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            policy: The scan to which the action belongs.
            statement: The id of the statement that is not in place.
        """
        super().__init__(workspace)
        self._statement = statement
        self._actions = PolicyActions(workspace, policy)
        self._offered = ""

    def compose_body(self) -> ComposeResult:
        """Lay out the phases and the fields."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="phases", is_numbered=True)
            for field in _FIELDS:
                yield PageView(id=f"label-{field}")
                yield (
                    CleanTextArea(id=field) if field == "note" else CleanInput(id=field, select_on_focus=field == "due")
                )

    @property
    def _view(self) -> ActionView | None:
        return self._actions.view(self._statement)

    def on_mount(self) -> None:
        """Fill in what is known."""
        view = self._view
        if view is not None:
            improvement = view.improvement
            with self.prevent(Input.Changed, TextArea.Changed):
                self.query_one("#what", Input).value = self._offered = view.what
                self.query_one("#owner", Input).value = improvement.owner
                self.query_one("#due", Input).value = improvement.due.strftime("%d-%m-%Y") if improvement.due else ""
                self.query_one("#note", TextArea).text = improvement.note
        self.show()
        phases = self.query_one("#phases", RowList)
        phases.show(phases.rows, cursor=self._first_phase(view))
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self._offer()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#phases", RowList).show(self._rows())
        for field in _FIELDS:
            self.query_one(f"#label-{field}", PageView).draw(partial(self._label, field))

    def settle(self) -> None:
        """Take over what the fields hold. What the content suggests is not kept as the person's own words."""
        view = self._view
        if view is None:
            return
        known = view.improvement
        typed = clean_name(self.query_one("#due", Input).value)
        day = parse_day(typed) if typed else None
        what = clean_name(self.query_one("#what", Input).value, longest=500)
        changed = replace(
            known,
            what=what if what != self._offered else known.what,
            owner=clean_name(self.query_one("#owner", Input).value),
            due=day if day is not None or not typed else known.due,
            note=clean_text(self.query_one("#note", TextArea).text).strip("\n"),
        )
        self.keep(self._actions.changed(changed))
        self.show()

    def _offer(self) -> None:
        """Say what the content suggests in the language of now, as long as nobody wrote anything else."""
        view, field = self._view, self.query_one("#what", Input)
        if view is not None and not view.improvement.what and field.value == self._offered != view.what:
            with self.prevent(Input.Changed):
                field.value = self._offered = view.what

    def _first_phase(self, view: ActionView | None) -> str:
        """Offer to close what can be closed; else stand on the phase in which it is."""
        if view is None:
            return Phase.PLAN
        return Phase.CLOSED if view.is_closable else view.improvement.phase

    @on(RowList.Chosen, "#phases")
    def _reach(self, event: RowList.Chosen) -> None:
        event.stop()
        self.settle()
        self.keep(self._actions.reached(self._statement, Phase(event.id)))
        self.show()

    def _rows(self) -> list[Row]:
        words = self.words
        at = self._view.improvement.phase if self._view else None
        return [
            Row(
                phase,
                Content(f"{words(PHASES[phase])}: {words(PHASE_MEANINGS[phase])}"),
                CHOSEN if phase is at else UNCHOSEN,
                state=str(number),
            )
            for number, phase in enumerate(Phase, 1)
        ]

    def _title(self, width: int) -> Lines:
        view = self._view
        if view is None:
            return []
        about = ": ".join(filter(None, (view.standing, view.title)))
        if view.is_closable:
            about = f"{about}. {self.words(N_('You can close this action.'))}"
        return [
            *wrapped(Content.styled(view.what, "bold $accent"), width),
            *wrapped(Content.styled(about, "$muted"), width),
            BLANK,
        ]

    def _label(self, field: str, width: int) -> Lines:
        label = Content.assemble((self.words(_FIELDS[field]), "bold"), self._hint(field))
        lines = [BLANK, *wrapped(label, width)]
        if field == "what":
            for text in self._actions.suggestions(self._statement):
                lines.extend(wrapped(Content.styled(text, "$muted"), width, f"{BULLET} "))
        return lines

    def _hint(self, field: str) -> tuple[str, str]:
        words = self.words
        if field == "what":
            return f"  {words(N_('in your own words; some ideas:'))}", "$muted"
        if field == "owner":
            return f"  {words(N_('a role, rather than a name'))}", "$muted"
        typed = clean_name(self.query_one("#due", Input).value)
        if field != "due" or not typed:
            return "", "$muted"
        day = parse_day(typed)
        if day is None:
            return f"  {words(N_('This is no day yet. Write day-month-year, as in 19-11-2026.'))}", "$warning"
        return f"  {long_day(day, self.workspace.language)}", "$muted"
