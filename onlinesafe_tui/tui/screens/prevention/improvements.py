"""The action list of the policy scan, and one action of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.dates import long_day, parse_day
from onlinesafe_tui.domain.policy import Phase
from onlinesafe_tui.domain.text import LONGEST_LINE, clean_name, clean_text
from onlinesafe_tui.labels import PHASE_MEANINGS, PHASES
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.policy_actions import PolicyActions
from onlinesafe_tui.services.policy_papers import ACTION_LIST
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.policy_views import ActionView
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.glyphs import BULLET, CHOSEN, UNCHOSEN, WARNING
from onlinesafe_tui.tui.screens.prevention.base import WorkbookScreen
from onlinesafe_tui.tui.screens.prevention.filled import FilledForm
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
        lines = titled(self.words(ACTION_LIST), width)
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


class ImprovementScreen(FilledForm[None]):
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
        self.fill()
        self.show()
        phases = self.query_one("#phases", RowList)
        phases.show(phases.rows, cursor=self._first_phase(self._view))
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.refill()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#phases", RowList).show(self._rows())
        for field in _FIELDS:
            self.query_one(f"#label-{field}", PageView).draw(partial(self._label, field))

    def settle(self) -> None:
        """Take over what the fields hold. What the content suggests is not kept as the person's own words."""
        self.refill()
        view = self._view
        if view is None:
            return
        improvement = view.improvement
        due = clean_name(self.text("due"))
        day = parse_day(due) if due else None
        changes: dict[str, Any] = {
            "what": clean_name(self.text("what"), longest=LONGEST_LINE),
            "owner": clean_name(self.text("owner"), longest=LONGEST_LINE),
            "due": day if day is not None or not due else improvement.due,
            "note": clean_text(self.text("note")).strip("\n"),
        }
        typed = {field: value for field, value in changes.items() if self.is_typed(field)}
        self.keep(self._actions.changed(replace(improvement, **typed)))
        self.note_texts()
        self.show()

    def known(self) -> Mapping[str, str]:
        """Return what is kept; what the content suggests stands there until somebody writes something else."""
        view = self._view
        if view is None:
            return dict.fromkeys(_FIELDS, "")
        improvement = view.improvement
        day = improvement.due.strftime("%d-%m-%Y") if improvement.due else ""
        return {"what": view.what, "owner": improvement.owner, "due": day, "note": improvement.note}

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
            *titled(view.what, width),
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
        typed = clean_name(self.text("due"))
        if field != "due" or not typed:
            return "", "$muted"
        day = parse_day(typed)
        if day is None:
            return f"  {words(N_('This is no day yet. Write day-month-year, as in 19-11-2026.'))}", "$warning"
        return f"  {long_day(day, self.workspace.language)}", "$muted"
