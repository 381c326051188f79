"""A list of rows to choose from or to tick: one widget, however many rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from onlinesafe_tui.language import N_
from onlinesafe_tui.tui.draw import WIDEST, Lines, joined
from onlinesafe_tui.tui.draw_rows import Row as Row  # noqa: PLC0414  (whoever fills a list looks for it here)
from onlinesafe_tui.tui.draw_rows import row_lines

_STEP: Final = 3
"""Lines that the page moves when the cursor waits for text above or below to be read."""


class RowList(Widget, can_focus=True):
    """Shows rows with a cursor. The list keeps nothing: whoever gave the rows says what choosing one means.

    Down and up first bring text into view that stands between the cursor and what can be seen, so that reading a page
    and walking through its rows are one movement.
    """

    DEFAULT_CSS = """
    RowList { height: auto; width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", N_("Down"), id="list.down", show=False),
        Binding("up", "move(-1)", N_("Up"), id="list.up", show=False),
        Binding("home", "end(-1)", N_("First row"), show=False),
        Binding("end", "end(1)", N_("Last row"), show=False),
        Binding("pagedown", "page(1)", N_("Page down"), show=False),
        Binding("pageup", "page(-1)", N_("Page up"), show=False),
        Binding("enter", "choose", N_("Choose"), id="list.choose", show=False),
    ]

    cursor: reactive[int] = reactive(0, init=False)
    """The index of the row under the cursor."""

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        list: RowList
        id: str
        """What the row stands for."""

        is_ticking: bool = False
        """Whether it was chosen with the space bar."""

        @property
        def control(self) -> RowList:
            """The list, so that a handler can be for one list."""
            return self.list

    @dataclass
    class Dealt(Message):
        """Comes after a choice, on the same way up: whoever gets it has dealt with the choice."""

        list: RowList

    def __init__(self, *, id: str | None = None, is_numbered: bool = False, is_led: bool = False) -> None:
        """Create a list without rows.

        Args:
            id: The id of the widget.
            is_numbered: Whether the digits 1 to 9 choose the first nine rows.
            is_led: Whether its cursor moves while a field has the keys.
        """
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._is_deaf = False
        self._drawn: tuple[tuple[int, int, bool, bool], Lines, list[int]] | None = None
        self._is_numbered = is_numbered
        self._is_led = is_led
        self._is_to_be_seen = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return self._rows

    @property
    def current(self) -> Row | None:
        """The row under the cursor; None when nothing can be chosen."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) and self._rows[self.cursor].id else None

    def show(self, rows: Sequence[Row], *, cursor: str | None = None) -> None:
        """Show other rows.

        Args:
            rows: The rows.
            cursor: The id of the row for the cursor; None keeps it where it is, as far as that row is still there.
        """
        wanted = cursor if cursor is not None else (self.current.id if self.current else None)
        self._rows = tuple(rows)
        choosable = [index for index, row in enumerate(self._rows) if row.id]
        at = next((index for index in choosable if self._rows[index].id == wanted), None)
        nearest = [index for index in choosable if index >= self.cursor] if cursor is None and wanted else choosable
        self.set_reactive(RowList.cursor, at if at is not None else next(iter(nearest or choosable), 0))
        self._drawn = None
        self.refresh(layout=True)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the row under the cursor begins, in columns and rows of the terminal."""
        lines, owners = self._lines(self.content_size.width)
        own = (number for number, owner in enumerate(owners) if owner == self.cursor and lines[number].plain)
        return self.content_region.offset + Offset(0, next(own, 0))

    def watch_cursor(self) -> None:
        """Draw the cursor elsewhere."""
        self._drawn = None
        self.refresh()

    def render(self) -> Content:
        """Draw the rows."""
        return joined(self._lines(self.content_size.width)[0])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Say how many lines the rows take at this width."""
        return len(self._lines(width)[0])

    def on_focus(self) -> None:
        """Show the cursor."""
        self._drawn = None

    def on_blur(self) -> None:
        """Draw the cursor softer."""
        self._drawn = None

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        _, owners = self._lines(self.content_size.width)
        if event.y < len(owners) and self._rows[owners[event.y]].id:
            self.cursor = owners[event.y]
            self.action_choose()

    def on_key(self, event: events.Key) -> None:
        """Choose with a digit, and tick with the space bar."""
        choosable = [index for index, row in enumerate(self._rows) if row.id]
        if event.key == "space":
            event.stop()
            self.tick()
        elif self._is_numbered and event.character and event.character in "123456789":
            number = int(event.character)
            if number <= len(choosable):
                event.stop()
                self.cursor = choosable[number - 1]
                self.action_choose()

    def tick(self) -> None:
        """Choose the row under the cursor as the space bar does."""
        if self.current and self.bring_into_sight():
            self.post_message(self.Chosen(self, self.current.id, is_ticking=True))

    def action_choose(self) -> None:
        """Choose the row under the cursor. Two keys at once choose once: the second one was meant for what was shown.

        The list is deaf until everybody has dealt with the choice, which the message after it tells.
        """
        if not self._is_deaf and self.current and self.bring_into_sight():
            self._is_deaf = True
            self.post_message(self.Chosen(self, self.current.id))
            self.post_message(self.Dealt(self))

    def hear(self) -> None:
        """Take the next choice."""
        self._is_deaf = False

    def action_move(self, by: int) -> None:
        """Move the cursor, or first the page when the cursor is out of sight."""
        page = self._page
        if page and self._is_out_of_sight(page, by):
            page.scroll_relative(y=by * _STEP, animate=False)
            return
        choosable = [index for index, row in enumerate(self._rows) if row.id]
        ahead = [index for index in choosable if (index - self.cursor) * by > 0]
        if not ahead:
            if page:
                page.scroll_relative(y=by * _STEP, animate=False)
            return
        self.cursor = min(ahead) if by > 0 else max(ahead)
        self.reveal()

    def action_end(self, to: int) -> None:
        """Go to the first or the last row."""
        choosable = [index for index, row in enumerate(self._rows) if row.id]
        if choosable:
            self.cursor = choosable[0 if to < 0 else -1]
            self.reveal()

    def action_page(self, by: int) -> None:
        """Move the page by its own height."""
        if page := self._page:
            page.scroll_relative(y=by * max(page.size.height - 2, 1), animate=False)

    def reveal(self) -> None:
        """Bring the row under the cursor into view."""
        if page := self._page:
            page.scroll_to_region(self._cursor_region(), animate=False, force=True)

    def reveal_when_drawn(self) -> None:
        """Bring the row under the cursor into view once there is room to move in: other rows are measured later."""
        self._is_to_be_seen = True
        self.call_after_refresh(self.reveal)

    def on_resize(self) -> None:
        """Bring the row under the cursor into view when somebody waits for that."""
        if self._is_to_be_seen:
            self._is_to_be_seen = False
            self.reveal()

    @property
    def _is_pointing(self) -> bool:
        """Whether the row under the cursor is pointed at: not while keys go to a field or to another list."""
        return self._is_led or self.screen.focused in (None, self)

    @property
    def _page(self) -> VerticalScroll | None:
        return next((parent for parent in self.ancestors if isinstance(parent, VerticalScroll)), None)

    def bring_into_sight(self) -> bool:
        """Bring the row under the cursor into view, and tell whether it was: nobody chooses what they do not see."""
        page = self._page
        if page is None or not (self._is_out_of_sight(page, 1) or self._is_out_of_sight(page, -1)):
            return True
        self.reveal()
        return False

    def _is_out_of_sight(self, page: VerticalScroll, by: int) -> bool:
        region = self._cursor_region()
        if by > 0:
            return region.y >= page.scroll_y + page.size.height
        return region.bottom <= page.scroll_y

    def _cursor_region(self) -> Region:
        _, owners = self._lines(self.content_size.width)
        lines = [number for number, owner in enumerate(owners) if owner == self.cursor]
        top, bottom = (lines[0], lines[-1] + 1) if lines else (0, 1)
        return Region(0, top, max(self.content_size.width, 1), bottom - top).translate(self.virtual_region.offset)

    def _lines(self, width: int) -> tuple[Lines, list[int]]:
        width = min(width, WIDEST)
        key = (width, self.cursor, self.has_focus, self._is_pointing)
        if self._drawn is None or self._drawn[0] != key:
            drawn = row_lines(self._rows, width, self.cursor, has_focus=self.has_focus, is_pointing=self._is_pointing)
            self._drawn = (key, *drawn)
        return self._drawn[1], self._drawn[2]
