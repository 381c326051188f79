"""The rail of steps: how far everything is, in a sign and in a word."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.views import Progress, RailEntry
from onlinesafe_tui.tui.draw import BLANK, Lines, joined
from onlinesafe_tui.tui.glyphs import CURSOR, WARNING
from onlinesafe_tui.tui.marks import PROGRESS


class Rail(Widget):
    """Shows the steps: one line on a small screen, a column on a wide one. A click opens a step."""

    DEFAULT_CSS = """
    Rail { height: 1; width: 1fr; }
    """

    @dataclass
    class Picked(Message):
        """A step was clicked."""

        step: Step

    def __init__(self) -> None:
        """Create the rail, without steps yet."""
        super().__init__()
        self._entries: tuple[RailEntry, ...] = ()
        self._words: Words | None = None
        self._places: list[tuple[int, int, int, Step]] = []

    def show(self, words: Words, entries: tuple[RailEntry, ...]) -> None:
        """Show how far every step is."""
        self._words, self._entries = words, entries
        self.refresh()

    def render(self) -> Content:
        """Draw the steps as a line or a column."""
        if not self._entries or self._words is None:
            return BLANK
        return self._column(self._words) if self.size.height > 1 else self._line()

    def on_click(self, event: events.Click) -> None:
        """Open the step that was clicked."""
        for row, start, end, step in self._places:
            if event.y == row and start <= event.x < end:
                self.post_message(self.Picked(step))

    def _line(self) -> Content:
        for gap, is_short in ((2, False), (1, False), (2, True)):
            pieces = [_short(entry) if is_short and not entry.is_open else _named(entry) for entry in self._entries]
            if sum(piece.cell_length for piece in pieces) + gap * (len(pieces) - 1) + 1 <= self.size.width:
                break
        self._places = []
        line = Content(" ")
        for entry, piece in zip(self._entries, pieces, strict=True):
            self._places.append((0, line.cell_length, line.cell_length + piece.cell_length, entry.step))
            line = Content.assemble(line, piece, " " * gap)
        return line

    def _column(self, words: Words) -> Content:
        lines: Lines = []
        self._places = []
        titles = {
            Step.SAFETY: words(N_("First")),
            Step.TALK: words(N_("The five steps")),
            Step.AFTERCARE: words(N_("After that")),
        }
        for entry in self._entries:
            if entry.step in titles:
                lines.extend([BLANK, Content.styled(f"  {titles[entry.step]}", "$muted")])
            mark = entry.step.number or PROGRESS[entry.progress]
            name = f"{CURSOR if entry.is_open else ' '} {mark} {entry.label}"
            style = "bold $accent" if entry.is_open else ""
            gap = " " * max(self.size.width - len(name) - len(entry.word) - 3, 1)
            sign = WARNING if entry.is_warned and entry.progress is Progress.TO_DO else " "
            self._places.append((len(lines), 0, self.size.width, entry.step))
            lines.append(Content.assemble((name, style), gap, (entry.word, "$muted"), (f"{sign} ", "bold $warning")))
        return joined(lines)


def _named(entry: RailEntry) -> Content:
    number = f"{entry.step.number} " if entry.step.number else ""
    if entry.is_open:
        word = f" {entry.word}" if entry.progress is Progress.BUSY else ""
        return Content.styled(f"{CURSOR}{number}{entry.label}{word}", "bold $accent")
    sign = PROGRESS[entry.progress] if entry.progress in (Progress.TICKED, Progress.SKIPPED) else ""
    return Content.styled(f"{number}{sign}{entry.label}", "$muted")


def _short(entry: RailEntry) -> Content:
    return Content.styled(str(entry.step.number or entry.label[:1]), "$muted")
