"""What is due: everything in one list, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from onlinesafe_tui.domain.due import DueKind
from onlinesafe_tui.exports.calendar import as_calendar
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.due import DueView, Time, events
from onlinesafe_tui.services.files import keep_as_file
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled
from onlinesafe_tui.tui.messages import OpenKept, Unlock
from onlinesafe_tui.tui.screens.to_file import ToFileScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_HEADINGS = {
    Time.OVER: N_("Over"),
    Time.NOW: N_("Today"),
    Time.SOON: N_("This week"),
    Time.LATER: N_("Later"),
}


class DueScreen(ToFileScreen):
    """Lists what is due; choosing something opens what it belongs to."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "ctrl+s", "escape", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "calendar", N_("Calendar file"), id="due.calendar", priority=True),
    ]

    def compose_body(self) -> ComposeResult:
        """Lay out the title, the list, and the place of a calendar file."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="due")
            yield from self.compose_place()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#due", RowList).show(list(self._rows()))

    def action_calendar(self) -> None:
        """Ask where to keep a calendar file; an exercise makes none."""
        question = N_(
            "Where shall the file come? Your calendar program reads it. Others may see a calendar: of an incident "
            "it has only the days."
        )
        self.ask_place(f"{self.workspace.clock.today().isoformat()} OnlineSafe.ics", question)

    @property
    def after_file(self) -> Widget:
        """The list once more."""
        return self.query_one("#due", RowList)

    def make_file(self, place: Path) -> None:
        """Make the calendar file."""
        found = events(self.workspace.due(), self.words, self.workspace.clock.today())
        keep_as_file(place, as_calendar(found, self.workspace.clock.now()))

    def _title(self, width: int) -> Lines:
        return [*titled(self.words(N_("What is due")), width), BLANK]

    def _rows(self) -> Iterator[Row]:
        views = self.workspace.due()
        words = self.words
        last: Time | None = None
        for view in views:
            if view.time is not last:
                yield Row("", Content.styled(words(_HEADINGS[view.time]), "bold $accent"), is_spaced=last is not None)
                last = view.time
            yield Row(_id(view), Content(view.title), more=Content(_more(view)), state=view.word)
        if not views:
            yield Row("", Content(words(N_("Nothing is due."))))
        if self.workspace.keeper.state is Keeping.LOCKED:
            text = words(N_("What I saved may have more dates"))
            yield Row(
                "unlock", Content(text), more=Content(words(N_("It opens with your passphrase."))), is_spaced=True
            )

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.is_ticking:
            return
        kind, _, about = event.id.partition(":")
        match kind:
            case "unlock":
                self.post_message(Unlock())
            case "incident":
                self.post_message(OpenKept(about))
            case _:
                self.app.push_screen(_screen(DueKind(kind), about, self.workspace))


def _id(view: DueView) -> str:
    is_own = isinstance(view.due.kind, DueKind)
    return f"{view.due.kind}:{view.due.about}" if is_own else f"incident:{view.due.about}"


def _more(view: DueView) -> str:
    is_said = view.time is Time.LATER and view.due.until is None
    day = "" if is_said else view.day
    return " · ".join(filter(None, (day, view.about)))


def _screen(kind: DueKind, about: str, workspace: Workspace) -> Screen[None]:
    """Return the screen on which something can be done about what is due; few starts come here."""
    match kind:
        case DueKind.ROUND:
            from onlinesafe_tui.tui.screens.prevention.rounds import RoundsScreen  # noqa: PLC0415

            return RoundsScreen(workspace)
        case DueKind.SHEET:
            from onlinesafe_tui.tui.screens.prevention.agreements import AgreementsScreen  # noqa: PLC0415

            return AgreementsScreen(workspace)
        case DueKind.IMPROVEMENT:
            from onlinesafe_tui.services.policy_scan import PolicyScan  # noqa: PLC0415
            from onlinesafe_tui.tui.screens.prevention.improvements import ImprovementScreen  # noqa: PLC0415

            return ImprovementScreen(workspace, PolicyScan(workspace), about)
        case DueKind.SCAN:
            from onlinesafe_tui.tui.screens.prevention.policy import PolicyScreen  # noqa: PLC0415

            return PolicyScreen(workspace)
