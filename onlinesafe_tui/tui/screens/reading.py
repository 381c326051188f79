"""Looking things up: contacts, platforms, rules, texts, and how the program works."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.facets import Country
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.labels import COUNTRIES
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import Template
from onlinesafe_tui.library.library import Page, reach
from onlinesafe_tui.library.meta import Aging, ContactMeta, Kind, LawMeta, Status
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, block_lines, wrapped
from onlinesafe_tui.tui.messages import Read
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.template import TemplateScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

KINDS: Final = {
    Kind.CONTACT: N_("Who to call"),
    Kind.PLATFORM: N_("Platforms"),
    Kind.LAW: N_("Rules and laws"),
    Kind.TEMPLATE: N_("Texts to copy"),
    Kind.ABOUT: N_("About this program"),
}
"""What can be looked up, in the order in which it is offered."""


class ListScreen(BaseScreen[None]):
    """Lists everything of one kind, for the country chosen; the other kinds stand below."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, workspace: Workspace, kind: Kind) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            kind: What to list.
        """
        super().__init__(workspace)
        self._kind = kind

    def compose_body(self) -> ComposeResult:
        """Lay out the title and the list."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="pages")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        rows = [self._row(page) for page in self._pages()]
        others = [Row(f"kind:{kind}", Content(self.words(KINDS[kind]))) for kind in KINDS if kind is not self._kind]
        heading = Row("", Content.styled(self.words(N_("Look up something else")), "bold $accent"), is_spaced=True)
        self.query_one("#pages", RowList).show([*rows, heading, *others])

    def list(self, kind: Kind) -> None:
        """List everything of another kind, from its beginning."""
        self._kind = kind
        self.show()
        rows = self.query_one("#pages", RowList)
        rows.show(rows.rows, cursor=next((row.id for row in rows.rows if row.id), ""))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _pages(self) -> tuple[Page, ...]:
        library, language, country = self.workspace.library, self.workspace.language, self.workspace.country
        if self._kind is Kind.CONTACT:
            return library.contacts(country, language)
        pages = library.pages(self._kind, language)
        if self._kind is Kind.LAW and country:
            return tuple(page for page in pages if isinstance(page.meta, LawMeta) and country in page.meta.country)
        return pages

    def _row(self, page: Page) -> Row:
        meta = page.meta
        said = reach(meta, self.words) if isinstance(meta, ContactMeta) else ""
        is_short = isinstance(meta, ContactMeta) and said == meta.number
        own = self.words(N_("From your organisation")) if page.is_own else ""
        more = " · ".join(filter(None, ("" if is_short else said, own)))
        return Row(f"page:{page.id}", Content(page.title), more=Content(more), state=said if is_short else "")

    def _title(self, width: int) -> Lines:
        country = self.workspace.country
        where = f" · {self.words(COUNTRIES[country])}" if country and self._kind in (Kind.CONTACT, Kind.LAW) else ""
        return [*wrapped(Content.styled(self.words(KINDS[self._kind]) + where, "bold $accent"), width), BLANK]

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        what, _, id = event.id.partition(":")
        if what == "kind":
            self.list(Kind(id))
        else:
            self.post_message(Read(self._kind, id))


class PageScreen(BaseScreen[None]):
    """Shows one page, with its age and where it comes from."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f4", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(15)", show=False),
        Binding("pageup", "scroll(-15)", show=False),
        Binding("f4", "copy", N_("Copy text"), id="page.copy", priority=True),
    ]

    def __init__(self, workspace: Workspace, kind: Kind, id: str, situation: Situation | None = None) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            kind: The kind of page.
            id: The id of the page.
            situation: Decides which parts are shown; None shows what holds in the country chosen.
        """
        super().__init__(workspace)
        self._kind = kind
        self._page_id = id
        self._situation = situation or Situation(country=workspace.country or Country.NL)

    def compose_body(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="text")

    def show(self) -> None:
        """Show the page in the language of now."""
        super().show()
        self.query_one("#text", PageView).draw(self._text)

    @property
    def _page(self) -> Page:
        return self.workspace.library.page(self._kind, self._page_id, self.workspace.language)

    def _text(self, width: int) -> Lines:
        page, words = self._page, self.words
        lines = wrapped(Content.styled(page.title, "bold $accent"), width)
        if isinstance(page.meta, ContactMeta):
            lines.extend(self._contact(page.meta, width))
        if isinstance(page.meta, LawMeta) and page.meta.articles:
            articles = ", ".join(page.meta.articles)
            if page.meta.articles_before:
                before = ", ".join(page.meta.articles_before)
                articles = words(N_("{articles} (before: {before})"), articles=articles, before=before)
            lines.extend(wrapped(Content.styled(articles, "bold"), width))
        lines.extend([BLANK, *block_lines(page.shown(self._situation), width)])
        if isinstance(page.meta, Aging):
            lines.extend([BLANK, *wrapped(Content.styled(self._age(page.meta), "$muted"), width)])
        if page.is_own:
            lines.extend(wrapped(Content.styled(words(N_("From your organisation")), "$muted"), width))
        return lines

    def _contact(self, meta: ContactMeta, width: int) -> Lines:
        words = self.words
        said = reach(meta, words)
        site = meta.site if meta.site and meta.site not in said else ""
        lines = wrapped(Content.styled(" · ".join(filter(None, (said, site))), "bold"), width)
        if meta.no_emergency:
            lines.extend(wrapped(Content.styled(words(N_("Not an emergency number.")), "$warning"), width))
        return lines

    def _age(self, meta: Aging) -> str:
        words, language = self.words, self.workspace.language
        day = long_day(meta.checked_on, language)
        status = {
            Status.VERIFIED: words(N_("Checked on {day}."), day=day),
            Status.SECONDARY: words(N_("Looked up on {day}, in part from older or other people's sources."), day=day),
            Status.UNVERIFIED: words(N_("Not confirmed; last looked at on {day}."), day=day),
        }[meta.status]
        if meta.is_overdue(self.workspace.clock.today()):
            status = f"{status} {words(N_('This is due to be checked again: mind that it may have changed.'))}"
        return f"{status} {words(N_('Source: {source}'), source=meta.source)}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer copying only where there is a text to copy."""
        return self._kind is Kind.TEMPLATE if action == "copy" else True

    def action_scroll(self, lines: int) -> None:
        """Move the page."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_copy(self) -> None:
        """Open the text to copy it."""
        if any(isinstance(block, Template) for block in self._page.blocks):
            self.app.push_screen(TemplateScreen(self.workspace, None, self._page_id))
