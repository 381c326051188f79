"""The rail of steps: how far everything is, in a sign and in a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.views import RailEntry
from onlinesafe_tui.tui.draw import BLANK, Lines, joined
from onlinesafe_tui.tui.glyphs import CURSOR, WARNING
from onlinesafe_tui.tui.marks import sign_of


class Rail(Widget):
    """Shows the steps: one line on a small screen, a column on a wide one. A click opens a step.

    Each has its sign everywhere, and the open one its word. Where there is no room, the names of others go; their
    numbers stay.
    """

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
        gap, pieces = line_pieces(self._entries, self.size.width - 1)
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
            self._places.append((len(lines), 0, self.size.width, entry.step))
            lines.append(column_line(entry, self.size.width))
        return joined(lines)


def line_pieces(entries: Sequence[RailEntry], room: int) -> tuple[int, list[Content]]:
    """Draw steps that stand on one line: the gap between them, and each of them.

    Args:
        entries: The steps.
        room: How many cells there are.
    """
    for gap, inside in ((2, " "), (2, ""), (1, "")):
        pieces = [_named(entry, inside) for entry in entries]
        if _width(pieces, gap) <= room:
            return gap, pieces
    for place in _farthest_first(entries):
        pieces[place] = _short(entries[place])
        if _width(pieces, 1) <= room:
            return 1, pieces
    return 1, [_short(entry) for entry in entries]


def column_line(entry: RailEntry, width: int) -> Content:
    """Draw a step that stands on a line of its own, with its word at the end."""
    sign, look = _sign(entry)
    style = "bold $accent" if entry.is_open else ""
    before = f"{CURSOR if entry.is_open else ' '} {entry.step.number or ' '} "
    name = Content.assemble((before, style), (sign, look or style), (f" {entry.label}", style))
    gap = " " * max(width - name.cell_length - len(entry.word) - 1, 1)
    return Content.assemble(name, gap, (entry.word, "$muted"), " ")


def _farthest_first(entries: Sequence[RailEntry]) -> list[int]:
    """Order the places of the others by how soon their name can go: first what is none of the five steps."""
    at = next((place for place, entry in enumerate(entries) if entry.is_open), 0)
    places = (place for place in range(len(entries)) if place != at)
    return sorted(places, key=lambda place: (entries[place].step.number is not None, -abs(place - at)))


def _width(pieces: list[Content], gap: int) -> int:
    return sum(piece.cell_length for piece in pieces) + gap * (len(pieces) - 1)


def _sign(entry: RailEntry) -> tuple[str, str]:
    """Return how far a step is as a sign, and how that is drawn."""
    sign = sign_of(entry)
    return sign, "bold $warning" if sign == WARNING else ""


def _named(entry: RailEntry, gap: str) -> Content:
    number = f"{entry.step.number}{gap}" if entry.step.number else ""
    sign, look = _sign(entry)
    if entry.is_open:
        style = "bold $accent"
        said = f"{gap}{entry.label} {entry.word}"
        return Content.assemble((f"{CURSOR}{number}", style), (sign, look or style), (said, style))
    return Content.assemble((number, "$muted"), (sign, look or "$muted"), (f"{gap}{entry.label}", "$muted"))


def _short(entry: RailEntry) -> Content:
    sign, look = _sign(entry)
    if entry.is_open:
        return Content.styled(f"{CURSOR}{entry.step.number or ''}{sign}{entry.label}", "bold $accent")
    if entry.step.number:
        return Content.assemble((str(entry.step.number), "$muted"), (sign, look or "$muted"))
    return Content.assemble((sign, look or "$muted"), (entry.label[:1], "$muted"))
