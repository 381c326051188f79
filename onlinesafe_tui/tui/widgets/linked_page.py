"""A page of text with links: a key goes from one to the next, and the mouse or a key opens one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.containers import VerticalScroll
from textual.geometry import Offset, Region
from textual.message import Message

from onlinesafe_tui.tui.draw import Lines
from onlinesafe_tui.tui.links import Link, links_in, marked, target_at
from onlinesafe_tui.tui.widgets.page_view import PageView


class LinkedPage(PageView):
    """Shows text, and which link in it has the cursor. Whoever gave the text says what opening a link means."""

    @dataclass
    class Followed(Message):
        """A link was clicked."""

        target: str
        """Where it leads."""

    def __init__(self, leads_on: Callable[[str], bool], *, id: str | None = None) -> None:
        """Create the view, with nothing in it.

        Args:
            leads_on: Tells whether a link leads to something that can be shown; the others are only words.
            id: The id of the widget.
        """
        super().__init__(id=id)
        self._leads_on = leads_on
        self._at: int | None = None
        self._marked: tuple[Lines, int | None, Lines] | None = None

    @property
    def link(self) -> Link | None:
        """The link under the cursor; None when it is on none."""
        if self._at is None:
            return None
        links = self._links(super()._lines(self.content_size.width))
        return links[self._at] if self._at < len(links) else None

    @property
    def cursor_screen_offset(self) -> Offset | None:
        """Where the link under the cursor begins, in columns and rows of the terminal; None without one."""
        if (link := self.link) is None:
            return None
        line, start, _ = link.places[0]
        return self.content_region.offset + Offset(start, line)

    def move(self, by: int) -> None:
        """Go to the next link or to the one before, the first time to one in sight; after the last one to none."""
        links = self._links(super()._lines(self.content_size.width))
        if self._at is None:
            self._at = self._nearest(links, by)
        else:
            at = self._at + by
            self._at = at if 0 <= at < len(links) else None
        self.refresh()
        if (link := self.link) is not None and (page := self._page) is not None:
            region = Region(0, link.first, max(self.size.width, 1), link.last - link.first + 1)
            page.scroll_to_region(region.translate(self.virtual_region.offset), animate=False, force=True)

    def lose(self) -> None:
        """Take the cursor from its link."""
        self._at = None
        self.refresh()

    @property
    def is_in_sight(self) -> bool:
        """Whether the link under the cursor can be seen: nobody opens what they do not see."""
        link, page = self.link, self._page
        if link is None or page is None:
            return False
        return 0 <= link.first + self.virtual_region.y - int(page.scroll_y) < page.size.height

    def on_click(self, event: events.Click) -> None:
        """Follow the link that was clicked."""
        target = target_at(dict(event.style.meta))
        if target and self._leads_on(target):
            event.stop()
            self.post_message(self.Followed(target))

    @property
    def _page(self) -> VerticalScroll | None:
        return next((parent for parent in self.ancestors if isinstance(parent, VerticalScroll)), None)

    def _lines(self, width: int) -> Lines:
        lines = super()._lines(width)
        if self._marked is None or self._marked[0] is not lines or self._marked[1] != self._at:
            links = self._links(lines)
            self._marked = (lines, self._at, marked(lines, links, self._at))
        return self._marked[2]

    def _links(self, lines: Lines) -> tuple[Link, ...]:
        return tuple(link for link in links_in(lines) if self._leads_on(link.target))

    def _nearest(self, links: tuple[Link, ...], by: int) -> int | None:
        """Return the first link in sight or below it, or going back the last one in sight or above it."""
        page = self._page
        top = int(page.scroll_y) - self.virtual_region.y if page is not None else 0
        bottom = top + page.size.height if page is not None else 0
        ahead = [at for at, link in enumerate(links) if (link.first >= top if by > 0 else link.last < bottom)]
        found = ahead or range(len(links))
        return found[0 if by > 0 else -1] if links else None
