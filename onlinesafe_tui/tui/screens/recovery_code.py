"""The code on paper: shown, asked back in part, and only then kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.services.code_paper import ABOUT, NOT_SEALED, NOT_YET, PAPER, REPLACES, code_report
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.prevention.paper import PaperScreen
from onlinesafe_tui.tui.screens.secret import Asked, SecretScreen, Typed
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from onlinesafe_tui.exports.shapes import Report
    from onlinesafe_tui.services.vault_care import CodeDraft


class CodeScreen(BaseScreen[bool]):
    """Shows a new code. Its result says whether it opens the vault from now on."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f8", "f3", "f1")

    ALLOW_SELECT: ClassVar[bool] = False
    """What is selected can be copied, and a clipboard is no place for a code."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("Later"), id="code.later", tooltip=N_("Do it another time; nothing changes")),
    ]

    def __init__(self, workspace: Workspace) -> None:
        """Make a code; it opens nothing yet.

        Args:
            workspace: What a person can do.
        """
        super().__init__(workspace)
        self._draft = workspace.care.draft_code()

    def compose_body(self) -> ComposeResult:
        """Lay out the code, and what can be done."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="code")
            yield RowList(id="choices", is_numbered=True)

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        words = self.words
        self.query_one("#code", PageView).draw(self._code)
        rows = [
            Row("written", Content(words(N_("I have written it down"))), state="1"),
            Row("print", Content(words(N_("Print it"))), more=Content(words(NOT_SEALED)), state="2"),
            Row("later", Content(words(N_("Later"))), state="3"),
        ]
        self.query_one("#choices", RowList).show(rows)

    def _code(self, width: int) -> Lines:
        words = self.words
        lines = titled(words(N_("A recovery code on paper")), width)
        lines.extend([*wrapped(Content(words(ABOUT[0])), width), BLANK])
        for groups in self._draft.lines:
            pieces = [part for number, group in groups for part in ((f"{number:>4} ", "$muted"), (group, "bold"))]
            lines.append(Content.assemble(*pieces))
        lines.extend([BLANK, *wrapped(Content(words(ABOUT[1])), width)])
        if self.workspace.care.has_code:
            lines.extend(wrapped(Content(words(REPLACES)), width))
        return [*lines, BLANK]

    @on(RowList.Chosen, "#choices")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        match event.id:
            case "written":
                self.app.push_screen(AskBackScreen(self.workspace, self._draft), self._asked_back)
            case "print":
                self.app.push_screen(PaperScreen(self.workspace, self._report, PAPER))
            case _:
                self.dismiss(False)

    def _report(self, language: Language) -> Report:
        return code_report(self.workspace, self._draft, language)

    def _asked_back(self, is_right: bool | None) -> None:
        if is_right:
            self.dismiss(True)
            self.remark(self.words(N_("From now on the code on your paper opens what you saved.")))

    def action_leave(self) -> None:
        """Put it off."""
        self.dismiss(False)


class AskBackScreen(SecretScreen):
    """Asks two groups of a code, from the paper, and lets the code open the vault then."""

    LABELS: ClassVar[Mapping[str, str]] = {"enter": N_("Onward"), "escape": N_("Back")}

    ALLOW_SELECT: ClassVar[bool] = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("See the code again"), id="code.again"),
    ]

    def __init__(self, workspace: Workspace, draft: CodeDraft) -> None:
        """Create the question.

        Args:
            workspace: What a person can do.
            draft: The code, which opens nothing yet.
        """
        super().__init__(workspace)
        self._draft = draft

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Two groups, each by its number."""
        label = N_("Group {number}")
        return tuple(Asked(f"group-{number}", label, True, {"number": number}) for number in self._draft.asked)

    def about(self) -> tuple[str, ...]:
        """Say why it is asked."""
        words = self.words
        return (
            words(N_("What does your paper say?")),
            words(N_("Type these two groups from your paper. Then it is sure that your paper is right.")),
        )

    def slip_in(self, typed: Typed) -> tuple[Callable[[], str], str] | None:
        """Name the group that is not right yet."""
        for number in self._draft.asked:
            written = typed[f"group-{number}"].strip()
            if written and not self._draft.is_right(number, written):
                return (lambda number=number: self.words(NOT_YET, group=number)), f"group-{number}"
        return None

    def doing(self, typed: Typed) -> Callable[[], None]:
        """Let the code open the vault."""
        return partial(self.workspace.care.keep_code, self._draft)
