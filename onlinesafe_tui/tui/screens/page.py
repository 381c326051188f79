"""One page of the content, with its age and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import Block, Heading, Template, texts, walk
from onlinesafe_tui.library.library import Page
from onlinesafe_tui.library.meta import Aging, Kind
from onlinesafe_tui.services.ages import with_source
from onlinesafe_tui.services.conditions import everything, hidden_parts, what_fits
from onlinesafe_tui.services.many_ages import of_numbers
from onlinesafe_tui.services.page_links import leads_on, page_of
from onlinesafe_tui.services.search_views import Place, spans_of
from onlinesafe_tui.services.templates import with_blanks
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, WIDEST, Lines, wrapped
from onlinesafe_tui.tui.draw_blocks import block_lines
from onlinesafe_tui.tui.file_lines import file_lines, row_of
from onlinesafe_tui.tui.links import Link
from onlinesafe_tui.tui.messages import Read
from onlinesafe_tui.tui.page_head import has_site, head_lines
from onlinesafe_tui.tui.screens.address import show_address
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.template import TemplateScreen
from onlinesafe_tui.tui.widgets.linked_page import LinkedPage

_ABOVE: Final = 4
"""Rows that stay in sight above what was found: what it goes on from, or for whom it is."""


class PageScreen(BaseScreen[None]):
    """Shows one page, with its age and where it comes from."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f4", "f3", "tab", "f1", "f10")
    LABELS: ClassVar[Mapping[str, str]] = {"tab": N_("Link")}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(15)", show=False),
        Binding("pageup", "scroll(-15)", show=False),
        Binding("enter", "everything", N_("Show everything"), id="page.everything"),
        Binding("tab", "link(1)", N_("Next link"), id="page.link"),
        Binding("shift+tab", "link(-1)", N_("Link before"), id="page.link-before", show=False),
        Binding("f4", "copy", N_("Copy text"), id="page.copy", priority=True),
    ]

    text = getters.query_one("#text", LinkedPage)

    def __init__(
        self,
        workspace: Workspace,
        kind: Kind,
        id: str,
        situation: Situation | None = None,
        place: Place | None = None,
    ) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            kind: The kind of page.
            id: The id of the page.
            situation: Decides which parts are shown; None shows what holds in the country chosen.
            place: What to show first; None begins at the top.
        """
        super().__init__(workspace)
        self._kind = kind
        self._page_id = id
        self._situation = situation or Situation(country=workspace.country or Country.NL)
        self._words = place.words if place else frozenset()
        self._line = self._line_of(place) if place else 0
        before = [block for block in self._page.blocks if block.line <= self._line]
        self._is_whole = hidden_parts(before[-1:], self._situation) > 0
        self._has_links = False

    def compose_body(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(classes="page", can_focus=False):
            yield LinkedPage(self._leads_on, id="text")

    def on_mount(self) -> None:
        """Show what was found, once it is known how high everything is."""
        if self._line:
            self.call_after_refresh(self._show_line)

    def show(self) -> None:
        """Show the page in the language of now."""
        linked = (span.link for text, _ in texts(self._blocks) for span in text if span.link)
        self._has_links = has_site(self._page) or any(map(self._leads_on, linked))
        super().show()
        self.text.draw(self._text)

    @property
    def labels(self) -> Mapping[str, str]:
        """Say at the foot what Enter does now."""
        if self._link is not None:
            return {**self.LABELS, "enter": N_("Open")}
        return {**self.LABELS, "enter": N_("Show what fits")} if self._is_whole else self.LABELS

    def _leads_on(self, target: str) -> bool:
        return leads_on(target, self.workspace.library)

    @property
    def _page(self) -> Page:
        return self.workspace.library.page(self._kind, self._page_id, self.workspace.language)

    @property
    def _blocks(self) -> tuple[Block, ...]:
        workspace, page = self.workspace, self._page
        if self._is_whole:
            blocks = everything(page.blocks, workspace.country, self.words, workspace.guide)
        else:
            blocks = what_fits(page.blocks, self._situation)
        return with_blanks(page, blocks, workspace.clock.today(), workspace.guide)

    def _text(self, width: int) -> Lines:
        page, words = self._page, self.words
        lines = [*head_lines(page, words, width), *map(self._marked, block_lines(self._blocks, width))]
        hidden = 0 if self._is_whole else hidden_parts(page.blocks, self._situation)
        if hidden:
            told = words.plural("{n} part is for another situation.", "{n} parts are for other situations.", hidden)
            text = f"{told} {words(N_('{key} shows everything.'), key=self.key('page.everything'))}"
            lines.extend([BLANK, *wrapped(Content.styled(text, "$accent"), width)])
        today = self.workspace.clock.today()
        aged = with_source(page.meta, words, today) if isinstance(page.meta, Aging) else ""
        for said in filter(None, (of_numbers(self.workspace.library, self._blocks, words, today), aged)):
            lines.extend([BLANK, *wrapped(Content.styled(said, "$muted"), width)])
        if page.is_own:
            lines.extend(wrapped(Content.styled(words(N_("From your organisation")), "$muted"), width))
        return lines

    def _marked(self, line: Content) -> Content:
        """Mark the words that were looked for."""
        for start, end in spans_of(line.plain, self._words) if self._words else ():
            line = line.stylize("bold underline", start, end)
        return line

    @property
    def cursor_screen_offset(self) -> Offset | None:
        """Where the link under the cursor begins, in columns and rows of the terminal; None without one."""
        return self.text.cursor_screen_offset if self._link else None

    @property
    def _link(self) -> Link | None:
        """The link under the cursor; None without one, and while the screen is laid out."""
        return next((text.link for text in self.query(LinkedPage)), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is: a link, a text to copy, and everything only where there is more."""
        match action:
            case "everything":
                return bool(self._link or self._is_whole or hidden_parts(self._page.blocks, self._situation))
            case "link":
                return self._has_links
            case "copy":
                return self._kind is Kind.TEMPLATE
            case _:
                return True

    def action_link(self, by: int) -> None:
        """Go to the next link, or to the one before."""
        self.text.move(by)
        self.show_bars()

    @on(LinkedPage.Followed)
    def _follow(self, event: LinkedPage.Followed) -> None:
        event.stop()
        self._open(event.target)

    def _open(self, target: str) -> None:
        page = page_of(target)
        if page is not None:
            self.post_message(Read(*page))
        else:
            show_address(self, target)

    def action_everything(self) -> None:
        """Open the link under the cursor.

        Without one, show all parts with what they are for, or only what fits again; what one reads stays where it is.
        """
        if (link := self._link) is not None:
            self._open(link.target)
            return
        page = self.query_one(VerticalScroll)
        lines = file_lines(self._blocks, self._width)
        at = max(int(page.scroll_y) - len(head_lines(self._page, self.words, self._width)), 0)
        line = lines[at] if at < len(lines) and page.scroll_y else 0
        self._is_whole = not self._is_whole
        self.show()
        self.call_after_refresh(lambda: page.scroll_to(y=self._row_of(line) if line else 0, animate=False))

    def action_scroll(self, lines: int) -> None:
        """Move the page. A link that goes out of sight loses the cursor."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
        if self._link is not None and not self.text.is_in_sight:
            self.text.lose()
            self.show_bars()

    def action_copy(self) -> None:
        """Open the text to copy it."""
        if any(isinstance(block, Template) for block in self._page.blocks):
            self.app.push_screen(TemplateScreen(self.workspace, None, self._page_id))

    def _line_of(self, place: Place) -> int:
        """Return the line of the file that is shown first: in another language than it was found in, its heading."""
        headings = [block.line for block in walk(self._page.blocks) if isinstance(block, Heading)]
        if place.line or not 0 < place.section <= len(headings):
            return place.line
        return headings[place.section - 1]

    def _show_line(self) -> None:
        """Bring the line that was found into view, with its heading above it where both fit, or else some lines."""
        page = self.query_one(VerticalScroll)
        above = [block.line for block in walk(self._blocks) if isinstance(block, Heading) and block.line <= self._line]
        at, heading = self._row_of(self._line), self._row_of(max(above)) if above else 0
        page.scroll_to(y=heading if at - heading < page.size.height - 3 else at - _ABOVE, animate=False)

    @property
    def _width(self) -> int:
        return min(self.text.content_size.width, WIDEST)

    def _row_of(self, line: int) -> int:
        """Return the row of the screen, counted from the top of the page, on which a line of the file begins."""
        row = row_of(line, file_lines(self._blocks, self._width))
        return len(head_lines(self._page, self.words, self._width)) + row if row is not None else 0
