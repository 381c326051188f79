"""The text of one step: what is read before its rows, and what after them."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.rules import Weight
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import Heading
from onlinesafe_tui.library.library import Page, section
from onlinesafe_tui.library.meta import Aging
from onlinesafe_tui.services.ages import of_menus
from onlinesafe_tui.services.many_ages import of_step
from onlinesafe_tui.services.views import StepView
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.draw_blocks import advice_lines, advice_titles, block_lines

_PLATFORM_SECTIONS: Final = {Step.SCREENSHOT: ("capture",), Step.REPORT: ("report", "mind")}


class StepText:
    """Draws the text of one step. What cannot wait comes first: whom to call, dates, the weightiest advice."""

    def __init__(self, workspace: Workspace, incident: Incident, view: StepView) -> None:
        """Create the text.

        Args:
            workspace: The words.
            incident: The incident that the step belongs to.
            view: The step.
        """
        self._workspace = workspace
        self._words = workspace.words
        self._incident = incident
        self._view = view

    def before(self, width: int) -> Lines:
        """Draw what is read before the rows."""
        view, words = self._view, self._words
        lines = titled(view.title, width)
        if view.origin:
            lines.extend(wrapped(Content.styled(view.origin, "$muted"), width))
        if view.skipped is not None:
            reason = view.skipped or words(N_("no reason given"))
            lines.extend(wrapped(Content(words(N_("Skipped: {reason}"), reason=reason)), width))
        urgent = [advice for advice in view.advice if advice.weight <= Weight.FIRST]
        others = [advice for advice in view.advice if advice.weight > Weight.FIRST]
        for drawn in (
            [*block_lines(view.call, width), *self._numbers(width)] if view.call else [],
            self._dates(width),
            advice_lines(urgent, width),
            block_lines(view.before, width),
            advice_titles(others, width),
        ):
            lines.extend([BLANK, *drawn] if drawn else [])
        return lines

    def after(self, width: int) -> Lines:
        """Draw what is read after the rows."""
        view = self._view
        lines: Lines = []
        for advice in view.advice:
            if advice.weight > Weight.FIRST:
                lines.extend([BLANK, *advice_lines([advice], width)])
        if view.platform:
            lines.extend(self._platform(view.platform, width))
        if view.after:
            lines.extend([BLANK, *block_lines(view.after, width)])
        if not view.call and (numbers := self._numbers(width)):
            lines.extend([BLANK, *numbers])
        return lines

    def _numbers(self, width: int) -> Lines:
        """Say how old the numbers on this page are: under whom to call, or else at the end."""
        workspace, page = self._workspace, self._view.platform
        blocks = page.shown(self._incident.situation) if page else ()
        told = [block for id in _PLATFORM_SECTIONS.get(self._view.step, ()) for block in section(blocks, id)]
        said = of_step(workspace.library, self._view, told, self._words, workspace.clock.today())
        return wrapped(Content.styled(said, "$muted"), width) if said else []

    def _dates(self, width: int) -> Lines:
        lines: Lines = []
        for dated in self._view.deadlines:
            past = f" {self._words(N_('This day is over.'))}" if dated.is_past else ""
            said = f": {dated.title}{past} "
            text = Content.assemble((dated.day, "bold $warning"), said, (f"({dated.source})", "$muted"))
            lines.extend(wrapped(text, width))
        return lines

    def _platform(self, page: Page, width: int) -> Lines:
        blocks = page.shown(self._incident.situation)
        lines: Lines = []
        for id in _PLATFORM_SECTIONS[self._view.step]:
            title = tuple(block for block in blocks if isinstance(block, Heading) and block.id == id)
            if inside := section(blocks, id):
                lines.extend([BLANK, *block_lines((*title, *inside), width)])
        if lines and isinstance(page.meta, Aging):
            aged = of_menus(page.meta, self._words, self._workspace.clock.today())
            lines.extend(wrapped(Content.styled(aged, "$muted"), width))
        if lines and (origin := self._workspace.guide.origin(page)):
            lines.extend(wrapped(Content.styled(origin, "$muted"), width))
        return lines
