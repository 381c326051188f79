"""One picture: which file it is, what it tells, and a clean copy of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from onlinesafe_tui.domain.text import LONGEST
from onlinesafe_tui.errors import OnlineSafeError
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.photo_paths import typed_path
from onlinesafe_tui.services.photo_views import MIND_SIGHT, WHOSE, PhotoCheck, Whose, check_view
from onlinesafe_tui.services.photos import check, copy_checked
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.fields import CleanInput
from onlinesafe_tui.tui.widgets.page_view import PageView


class PhotoScreen(BaseScreen[None]):
    """Shows what a picture tells. Looking changes nothing; only a key makes a copy, and only of one's own picture."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "ctrl+s", "escape", "f3", "f1", "f10")
    LABELS: ClassVar[Mapping[str, str]] = {"enter": N_("Look")}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "copy", N_("Clean copy"), id="photo.copy", priority=True),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(15)", show=False),
        Binding("pageup", "scroll(-15)", show=False),
    ]

    def __init__(self, workspace: Workspace, whose: Whose) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            whose: Whose picture it is.
        """
        super().__init__(workspace)
        self._whose = whose
        self._typed = ""
        self._check: PhotoCheck | None = None
        self._failed: OnlineSafeError | None = None
        self._is_busy = False

    def compose_body(self) -> ComposeResult:
        """Lay out the field and what the picture tells."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield CleanInput(id="path", longest=LONGEST, select_on_focus=True)
            yield PageView(id="told")

    def show(self) -> None:
        """Say everything in the language of now; what was typed stays."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#told", PageView).draw(self._told)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a copy only of one's own picture, once it was looked at."""
        if action != "copy":
            return True
        if self._whose is not Whose.OWN:
            return False
        return True if self._check is not None and self._check.can_be_copied and not self._is_busy else None

    @on(Input.Submitted, "#path")
    def _look(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip() and not self._is_busy:
            self._typed = event.value
            self._check = None
            self._begin(self._looked)

    def action_copy(self) -> None:
        """Make the clean copy."""
        if self._check is not None and not self._is_busy:
            self._begin(self._copied)

    def action_scroll(self, lines: int) -> None:
        """Move the page."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _begin(self, work: Callable[[], PhotoCheck]) -> None:
        self._is_busy, self._failed = True, None
        self._show_told()
        self._work(work)

    def _looked(self) -> PhotoCheck:
        return check(typed_path(self._typed), self._whose, self.workspace)

    def _copied(self) -> PhotoCheck:
        return copy_checked(self._check or self._looked(), self.workspace)

    @work(description="look at a picture", exit_on_error=True)
    async def _work(self, work: Callable[[], PhotoCheck]) -> None:
        """Do it away from the screen: a large picture takes a moment."""
        try:
            self._check = await asyncio.to_thread(work)
        except OnlineSafeError as error:
            self._failed = error
        self._is_busy = False
        self._show_told()

    def _show_told(self) -> None:
        self.show()
        self.refresh_bindings()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _title(self, width: int) -> Lines:
        words = self.words
        ask = words(N_("Type or paste where the file is, or drop it into this window. Then press Enter."))
        return [
            *titled(words(N_("Look at a photo")), width),
            *wrapped(Content.styled(words(WHOSE[self._whose][0]), "$muted"), width),
            BLANK,
            *wrapped(Content(ask), width),
        ]

    def _told(self, width: int) -> Lines:
        words, lines = self.words, [BLANK]
        if self._is_busy:
            return [*lines, *wrapped(Content.styled(words(N_("One moment: the picture is looked at.")), "bold"), width)]
        if error := self._failed:
            told = f"{words(error.title)}. {error.told(words)}"
            lines.extend([*wrapped(Content.styled(told, "$warning"), width), BLANK])
        if self._check is None:
            return lines
        view = check_view(self._check, words)
        for sentence in view.done:
            lines.extend(wrapped(Content.styled(sentence, "bold"), width))
        lines.extend([BLANK] if view.done else [])
        for sentence in view.minds:
            lines.extend(wrapped(Content.styled(sentence, "$warning"), width))
        lines.extend([BLANK] if view.minds else [])
        lines.extend(wrapped(Content.styled(view.name, "$muted"), width))
        lines.extend(wrapped(Content.styled(view.lead, "bold"), width))
        for heading, traces in view.groups:
            lines.extend([BLANK, *titled(heading, width)])
            for trace in traces:
                lines.extend(wrapped(Content.assemble((f"{trace.title}: ", "bold"), trace.text), width))
        return [*lines, BLANK, *wrapped(Content(words(MIND_SIGHT)), width)]
