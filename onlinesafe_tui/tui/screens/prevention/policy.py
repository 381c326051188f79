"""The policy scan at a glance: how each level stands, and everything that can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.domain.policy import Level
from onlinesafe_tui.exports.shapes import Report
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.guide import in_sentence
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.policy import SCORE_IS_NOT
from onlinesafe_tui.services.policy_board import board_page
from onlinesafe_tui.services.policy_papers import ACTION_LIST, BOARD_PAGE, DRAFT, action_list, draft_policy
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.policy_views import LevelView, Overview
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.messages import Read
from onlinesafe_tui.tui.score import legend, score_bar
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.prevention.base import WorkbookScreen
from onlinesafe_tui.tui.screens.prevention.improvements import ImprovementsScreen
from onlinesafe_tui.tui.screens.prevention.policy_level import ChangesScreen, LevelScreen
from onlinesafe_tui.tui.screens.prevention.policy_links import LinksScreen
from onlinesafe_tui.tui.screens.prevention.statement import StatementScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_PAPERS: Final[dict[str, tuple[str, Callable[[Workspace, Language], Report]]]] = {
    "draft": (DRAFT, draft_policy),
    "actions": (ACTION_LIST, action_list),
    "board": (BOARD_PAGE, board_page),
}


class PolicyScreen(WorkbookScreen[None]):
    """Shows the scan under way, or the last one."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1", "f5", "f10")

    def __init__(self, workspace: Workspace) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
        """
        super().__init__(workspace)
        self._policy = PolicyScan(workspace)

    def compose_body(self) -> ComposeResult:
        """Lay out how far it is, what can be done, and what a score is not."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="rows", is_numbered=True)
            yield PageView(id="about")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        overview = self._policy.overview()
        self.query_one("#title", PageView).draw(partial(self._title, overview))
        self.query_one("#rows", RowList).show(list(self._numbered(self._rows(overview))))
        self.query_one("#about", PageView).draw(self._about)

    def _title(self, overview: Overview, width: int) -> Lines:
        words = self.words
        lines = titled(words(N_("Policy scan")), width)
        lines.extend(wrapped(Content(overview.far), width))
        if self.workspace.keeper.state is Keeping.LOCKED:
            locked = words(N_("What you did before comes with your passphrase: {key}."), key=self.key("app.save"))
            lines.extend(wrapped(Content.styled(locked, "$warning"), width))
        return [*lines, BLANK]

    def _rows(self, overview: Overview) -> Iterator[Row]:
        words = self.words
        if not overview.total:
            return
        if overview.scan is None:
            yield Row("begin", Content(words(N_("Begin the scan"))))
        elif overview.unanswered:
            go_on = N_("Go on") if overview.is_under_way else N_("Answer what has no answer yet")
            following = self._policy.statements.title(overview.unanswered[0])
            yield Row("go-on", Content(words(go_on)), more=Content(following))
        for level in overview.levels:
            if level.rows:
                yield self._level(level)
        if overview.can_finish:
            yield Row("finish", Content(words(N_("Finish this scan"))), more=Content(self._missing(overview)))
        elif overview.scan is not None and not overview.is_under_way:
            more = words(N_("It shows what changed since this one."))
            yield Row("begin", Content(words(N_("Scan again"))), more=Content(more))
        if overview.scan is None:
            yield self._explained()
            return
        yield Row("actions", Content(words(ACTION_LIST)), more=Content(self._actions(overview)))
        if overview.before is not None:
            yield Row("changes", Content(words(N_("What changed since the scan before"))))
        yield Row("links", Content(words(N_("Incidents and what was missing"))))
        yield Row("papers", Content(words(N_("On paper: draft policy, action list, board page"))))
        yield self._explained()

    def _explained(self) -> Row:
        page = self.workspace.library.page(Kind.ABOUT, "policy-scan", self.workspace.language)
        return Row("about", Content(page.title))

    def _numbered(self, rows: Iterator[Row]) -> Iterator[Row]:
        is_after_more = False
        for number, row in enumerate(rows, 1):
            digit, has_more = str(number) if number < 10 else "", bool(row.more.plain)
            is_spaced = number > 1 and (has_more or is_after_more)
            yield Row(row.id, row.text, more=row.more, state=digit, is_spaced=is_spaced)
            is_after_more = has_more

    def _level(self, level: LevelView) -> Row:
        more = Content.assemble(score_bar(level), f"\n{level.said}")
        return Row(f"level:{level.level}", Content(f"{level.name}: {in_sentence(level.question)}"), more=more)

    def _missing(self, overview: Overview) -> str:
        if not overview.unanswered:
            return self.words(N_("Everything is answered. What is not in place becomes an action list."))
        n = len(overview.unanswered)
        said = self.words.plural("{n} statement has no answer yet.", "{n} statements have no answer yet.", n)
        return f"{said} {self.words(N_('You can finish all the same.'))}"

    def _actions(self, overview: Overview) -> str:
        said = self.words.plural("{n} action open", "{n} actions open", overview.open_actions)
        if overview.closable:
            ready = self.words.plural("{n} can be closed", "{n} can be closed", overview.closable)
            said = f"{said}, {ready}"
        return said

    def _about(self, width: int) -> Lines:
        return [
            BLANK,
            *wrapped(Content.styled(legend(self.words), "$muted"), width),
            *wrapped(Content.styled(self.words(SCORE_IS_NOT), "$muted"), width),
            BLANK,
        ]

    @on(RowList.Chosen, "#rows")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        what, _, level = event.id.partition(":")
        chosen: dict[str, Callable[[], object]] = {
            "begin": self._begin,
            "go-on": self._go_on,
            "level": lambda: self.app.push_screen(LevelScreen(self.workspace, self._policy, Level(level))),
            "finish": self._finish,
            "actions": lambda: self.app.push_screen(ImprovementsScreen(self.workspace, self._policy)),
            "changes": lambda: self.app.push_screen(ChangesScreen(self.workspace, self._policy)),
            "links": lambda: self.app.push_screen(LinksScreen(self.workspace, self._policy)),
            "papers": self._choose_paper,
            "about": lambda: self.post_message(Read(Kind.ABOUT, "policy-scan")),
        }
        chosen[what]()

    def _begin(self) -> None:
        self._policy.begin()
        self._go_on()

    def _go_on(self) -> None:
        unanswered = self._policy.overview().unanswered
        if unanswered:
            self.app.push_screen(StatementScreen(self.workspace, self._policy, unanswered[0]))

    def _finish(self) -> None:
        """End the scan, and say what follows."""
        begun = self._policy.to_begin()
        self.keep(self._policy.finished())
        self.show()
        sentence = N_(
            "What is in place and what is not stands in this scan from now on. You can still correct it, and scan "
            "again later to see what changed."
        )
        answers = [("back", N_("Back to the overview"))]
        if self._policy.overview().open_actions:
            answers.insert(0, ("actions", N_("To the action list")))
            sentence = N_(
                "What is not in place stands in the action list now ({n} new). Give each action an owner and a day. "
                "You can still correct this scan, and scan again later to see what changed."
            )
        title = N_("The scan is finished")
        self.app.push_screen(AskScreen(self.workspace, title, sentence, answers, {"n": begun}), self._after_finish)

    def _after_finish(self, answer: str | None) -> None:
        if answer == "actions":
            self.app.push_screen(ImprovementsScreen(self.workspace, self._policy))

    def _choose_paper(self) -> None:
        sentence = N_("Nothing is sent. Nothing of an incident comes on these papers; the board page tells counts.")
        answers = [(id, name) for id, (name, _) in _PAPERS.items()]
        self.app.push_screen(AskScreen(self.workspace, N_("On paper"), sentence, answers), self._make_paper)

    def _make_paper(self, answer: str | None) -> None:
        if answer is not None:
            from onlinesafe_tui.tui.screens.prevention.paper import PaperScreen  # noqa: PLC0415  (most visits make none)

            name, make = _PAPERS[answer]
            self.app.push_screen(PaperScreen(self.workspace, partial(make, self.workspace), name))
