"""The blanks of one wording: a field for each."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from onlinesafe_tui.language import N_
from onlinesafe_tui.services.agreement_views import LONGEST_VALUE, PointView, blanks_in, filled_in, value_of
from onlinesafe_tui.services.agreements import Agreements, OpenSheet
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.prevention.base import WorkbookForm
from onlinesafe_tui.tui.widgets.fields import CleanInput
from onlinesafe_tui.tui.widgets.page_view import PageView


class BlanksScreen(WorkbookForm[None]):
    """Asks what belongs in each blank of a wording. What is left empty becomes a line on paper."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "tab", "escape", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, workspace: Workspace, sheet: OpenSheet, point: str, wording: str) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            sheet: The sheet.
            point: The id of the point.
            wording: The id of the wording; it has blanks.
        """
        super().__init__(workspace)
        self._open = sheet
        self._point = point
        self._wording = wording

    def compose_body(self) -> ComposeResult:
        """Lay out the wording as it becomes, and a field for each blank."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            for number in range(len(self._blanks)):
                yield PageView(id=f"label-{number}")
                yield CleanInput(id=f"blank-{number}", longest=LONGEST_VALUE)

    def on_mount(self) -> None:
        """Fill in what is known."""
        with self.prevent(Input.Changed):
            for number, value in enumerate(self._open.value.filled(self._point, self._wording)):
                for field in self.query(f"#blank-{number}").results(Input):
                    field.value = value
        self.show()
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now; what was typed stays."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        for number, blank in enumerate(self._blanks):
            for label in self.query(f"#label-{number}").results(PageView):
                label.draw(partial(_label, blank))

    def settle(self) -> None:
        """Take over what the fields hold."""
        values = tuple(value_of(field.value) for field in self.query(Input))
        known = self._open.value.filled(self._point, self._wording)
        if any(values) or known:
            changed = self._open.value.fill(self._point, self._wording, values, self.workspace.clock.now())
            if changed.fills != self._open.value.fills:
                self._open.change(changed)
        self.show()

    def go_on(self, field: Input) -> None:
        """Go to the next blank; after the last one, back to the sheet."""
        if field is self.query(Input).last():
            self.action_leave()
        else:
            super().go_on(field)

    @property
    def _text(self) -> str:
        """The wording with its blanks, in the language of now."""
        workspace = self.workspace
        agreements = Agreements(workspace.library, workspace.language, workspace.country)
        view: PointView | None = agreements.view(self._open.value).point(self._point)
        return view.point.text(self._wording) if view else ""

    @property
    def _blanks(self) -> tuple[str, ...]:
        return blanks_in(self._text)

    def _title(self, width: int) -> Lines:
        words = self.words
        hint = words(N_("What you leave empty becomes a line on the paper, to fill in by hand."))
        text = filled_in(self._text, [value_of(field.value) for field in self.query(Input)])
        return [
            *titled(words(N_("Fill in what is still open")), width),
            *wrapped(Content(hint), width),
            BLANK,
            *wrapped(Content(text), width, "  "),
        ]


def _label(blank: str, width: int) -> Lines:
    return [BLANK, *wrapped(Content.styled(f"{blank[:1].upper()}{blank[1:]}", "bold"), width)]
