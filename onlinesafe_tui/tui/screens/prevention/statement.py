"""One statement of the policy scan: how it stands, who looks after it, since when, and where it can be seen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.dates import long_day, parse_since
from onlinesafe_tui.domain.policy import Finding, Standing
from onlinesafe_tui.domain.text import LONGEST_LINE, clean_name
from onlinesafe_tui.labels import LEVELS, STANDINGS
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.policy_views import StatementView
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.draw_blocks import block_lines
from onlinesafe_tui.tui.glyphs import CHOSEN, UNCHOSEN
from onlinesafe_tui.tui.screens.prevention.filled import FilledForm
from onlinesafe_tui.tui.widgets.fields import CleanInput
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_LABELS: Final = {
    "owner": (N_("Who looks after it"), N_("a role, rather than a name")),
    "on": (N_("Since when, or when it was decided"), ""),
    "proof": (N_("Where it can be seen"), ""),
}


class StatementScreen(FilledForm[None]):
    """Asks about one statement. Its widgets stay; walking to another statement changes what they show."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "ctrl+n", "ctrl+b", "tab", "escape", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "forward", N_("Next statement"), id="statement.next", priority=True),
        Binding("ctrl+b", "back", N_("The one before"), id="statement.before", priority=True),
    ]

    def __init__(self, workspace: Workspace, policy: PolicyScan, statement: str) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            policy: The scan.
            statement: The id of the statement to begin with.
        """
        super().__init__(workspace)
        self._policy = policy
        self._statement = statement

    def compose_body(self) -> ComposeResult:
        """Lay out the statement, the answers, the fields, and the way on."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="answers", is_numbered=True)
            for field in _LABELS:
                yield PageView(id=f"label-{field}")
                yield CleanInput(id=field, select_on_focus=field == "on")
            yield PageView(id="first")
            yield RowList(id="ways")
            yield PageView(id="age")

    def on_mount(self) -> None:
        """Fill in what was found."""
        self._arrive(self._statement)

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.refill()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#answers", RowList).show(self._answers())
        for field in _LABELS:
            self.query_one(f"#label-{field}", PageView).draw(partial(self._label, field))
        self.query_one("#first", PageView).draw(self._first)
        self.query_one("#ways", RowList).show(self._ways())
        self.query_one("#age", PageView).draw(
            lambda width: [BLANK, *wrapped(Content.styled(self._view.age, "$muted"), width)] if self._view else []
        )

    def settle(self) -> None:
        """Take over what the fields hold; a day that cannot be stays in its field until it can."""
        self.refill()
        finding, typed = self._finding, self._read("on")
        day = parse_since(typed) if typed else None
        owner = self._read("owner") if self.is_typed("owner") else finding.owner
        on = day if self.is_typed("on") and (not typed or self._can_be(day)) else finding.on
        proof = self._read("proof") if self.is_typed("proof") else finding.proof
        self.keep(self._policy.described(self._statement, owner=owner, on=on, proof=proof))
        self.note_texts()
        self.show()

    @property
    def place(self) -> str:
        """Which statement it is, of how many; that nothing is saved yet comes first."""
        ids = self._policy.statements.ids
        if self._statement not in ids or self.workspace.keeper.has_unsaved:
            return self.kept
        number = self.words(N_("{number} of {total}"), number=ids.index(self._statement) + 1, total=len(ids))
        return f"{number} · {self.kept}"

    @property
    def _view(self) -> StatementView | None:
        return self._policy.statement(self._statement)

    @property
    def _finding(self) -> Finding:
        return self._view.finding if self._view else Finding()

    def _arrive(self, statement: str) -> None:
        """Show a statement from its top."""
        self._statement = statement
        self.fill()
        self.show()
        standing = self._finding.standing
        answers = self.query_one("#answers", RowList)
        answers.show(self._answers(), cursor=standing or Standing.IN_PLACE)
        self.set_focus(answers, scroll_visible=False)
        self.query_one(VerticalScroll).scroll_home(animate=False, immediate=True)

    def known(self) -> Mapping[str, str]:
        """Return what was found."""
        finding = self._finding
        day = finding.on.strftime("%d-%m-%Y") if finding.on else ""
        return {"owner": finding.owner, "on": day, "proof": finding.proof}

    @on(RowList.Chosen, "#answers")
    def _answer(self, event: RowList.Chosen) -> None:
        """Keep an answer; Enter on the one that was chosen already goes on."""
        event.stop()
        self.settle()
        standing = Standing(event.id)
        if standing is self._finding.standing:
            self.action_forward()
            return
        self.keep(self._policy.answered(self._statement, standing))
        self.fill()
        self.show()

    @on(RowList.Chosen, "#ways")
    def _go(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.id == "next":
            self.action_forward()
        else:
            self.action_leave()

    def action_forward(self) -> None:
        """Go to the next statement; after the last one, back."""
        self._walk(1)

    def action_back(self) -> None:
        """Go to the statement before; before the first one, back."""
        self._walk(-1)

    def _walk(self, by: int) -> None:
        self.settle()
        following = self._following(by)
        if following is None:
            self.action_leave()
        else:
            self._arrive(following)

    def _following(self, by: int) -> str | None:
        ids = self._policy.statements.ids
        at = ids.index(self._statement) + by if self._statement in ids else -1
        return ids[at] if 0 <= at < len(ids) else None

    def _answers(self) -> list[Row]:
        at = self._finding.standing
        return [
            Row(
                standing, Content(self.words(STANDINGS[standing])), CHOSEN if standing is at else UNCHOSEN, state=str(n)
            )
            for n, standing in enumerate(Standing, 1)
        ]

    def _ways(self) -> list[Row]:
        words, following = self.words, self._following(1)
        rows = [Row("back", Content(words(N_("Back to the overview"))), is_spaced=following is not None)]
        if following is not None:
            title = self._policy.statements.title(following)
            rows.insert(0, Row("next", Content(words(N_("Next statement"))), more=Content(title)))
        return rows

    def _title(self, width: int) -> Lines:
        view = self._view
        if view is None:
            return wrapped(Content(self._policy.statements.title(self._statement)), width)
        statement = view.statement
        lines = [
            *wrapped(Content.styled(self.words(LEVELS[statement.level]), "$muted"), width),
            *titled(statement.title, width),
            *block_lines(statement.about, width),
        ]
        if view.said_before:
            lines.extend(wrapped(Content.styled(view.said_before, "bold"), width))
        if self._policy.scan is not None and self._policy.scan.finished_on is not None:
            lines.extend(wrapped(Content.styled(self._corrects(self._policy.scan.finished_on), "$muted"), width))
        return [*lines, BLANK]

    def _corrects(self, finished: date) -> str:
        day = long_day(finished, self.workspace.language)
        return self.words(N_("This scan was finished on {day}; what you change here corrects it."), day=day)

    def _label(self, field: str, width: int) -> Lines:
        words, (label, hint) = self.words, _LABELS[field]
        said = (f"  {words(hint)}" if hint else "", "$muted")
        if field == "on":
            said = self._day_hint()
        lines = [BLANK, *wrapped(Content.assemble((words(label), "bold"), said), width)]
        if field == "proof" and self._view is not None:
            proof = block_lines(self._view.statement.proof, width)
            lines.extend(Content.styled(line.plain, "$muted") for line in proof)
        return lines

    def _day_hint(self) -> tuple[str, str]:
        typed = self._read("on")
        day = parse_since(typed) if typed else None
        if not typed:
            return "", "$muted"
        if day is None:
            return f"  {self.words(N_('This is no day yet. Write day-month-year, as in 19-11-2026.'))}", "$warning"
        if not self._can_be(day):
            later = N_("This day is still to come. Until when something has to be done stands in the action list.")
            return f"  {self.words(later)}", "$warning"
        return f"  {long_day(day, self.workspace.language)}", "$muted"

    def _first(self, width: int) -> Lines:
        standing = self._finding.standing
        first = self._view.statement.first_action if self._view else ""
        if standing is None or not standing.is_gap or not first:
            return [BLANK]
        said = Content.assemble((f"{self.words(N_('To begin with'))}: ", "bold"), first)
        return [BLANK, *wrapped(said, width), BLANK]

    def _can_be(self, day: date | None) -> bool:
        return day is not None and day <= self.workspace.clock.today()

    def _read(self, field: str) -> str:
        return clean_name(self.text(field), longest=LONGEST_LINE)
