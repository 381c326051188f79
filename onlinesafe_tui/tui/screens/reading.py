"""Looking things up: a list of every kind of content."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.language import N_
from onlinesafe_tui.library.library import Page, reach
from onlinesafe_tui.library.meta import ContactMeta, Kind
from onlinesafe_tui.services.many_ages import due_mark, of_list
from onlinesafe_tui.services.own_words import introduction
from onlinesafe_tui.services.reference import KINDS, kinds, pages_of
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.settings import COUNTRIES
from onlinesafe_tui.tui.draw import BLANK, Lines, titled
from onlinesafe_tui.tui.draw_blocks import block_lines
from onlinesafe_tui.tui.messages import Read
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.own_folder import OwnFolderScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class ListScreen(BaseScreen[None]):
    """Lists everything of one kind, for the country chosen; the other kinds stand below."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "ctrl+p", "escape", "f3", "f1", "f10")

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

    def on_mount(self) -> None:
        """Begin to read all texts: who looks something up may soon want to search."""
        self.workspace.searching.prepare()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        pages = self._pages()
        rows = [self._row(page) for page in pages]
        others = [
            Row("search", Content(self.words(N_("Search in all texts"))), state=self.key("app.search")),
            *(Row(f"kind:{kind}", Content(self.words(KINDS[kind]))) for kind in self._kinds if kind is not self._kind),
            Row("folder", Content(self.words(N_("Folder of your organisation")))),
        ]
        told = of_list(pages, self.words, self.workspace.clock.today())
        aged = [Row("", Content.styled(told, "$muted"), is_spaced=True)] if told else []
        heading = Row("", Content.styled(self.words(N_("Look up something else")), "bold $accent"), is_spaced=True)
        self.query_one("#pages", RowList).show([*rows, *aged, heading, *others])

    def list(self, kind: Kind) -> None:
        """List everything of another kind, from its beginning."""
        self._kind = kind
        self.show()
        rows = self.query_one("#pages", RowList)
        rows.show(rows.rows, cursor=next((row.id for row in rows.rows if row.id), ""))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @property
    def _kinds(self) -> tuple[Kind, ...]:
        return kinds(self.workspace.library)

    def _pages(self) -> tuple[Page, ...]:
        workspace = self.workspace
        return pages_of(workspace.library, self._kind, workspace.language, workspace.country)

    def _row(self, page: Page) -> Row:
        meta = page.meta
        said = reach(meta, self.words) if isinstance(meta, ContactMeta) else ""
        is_short = isinstance(meta, ContactMeta) and said == meta.number
        own = self.words(N_("From your organisation")) if page.is_own else ""
        due = due_mark(page, self.words, self.workspace.clock.today())
        more = " · ".join(filter(None, ("" if is_short else said, due, own)))
        return Row(f"page:{page.id}", Content(page.title), more=Content(more), state=said if is_short else "")

    def _title(self, width: int) -> Lines:
        country = self.workspace.country
        where = f" · {self.words(COUNTRIES[country])}" if country and self._kind in (Kind.CONTACT, Kind.LAW) else ""
        lines = [*titled(self.words(KINDS[self._kind]) + where, width), BLANK]
        said = introduction(self.workspace) if self._kind is Kind.ORGANISATION else ()
        return [*lines, *block_lines(said, width), BLANK] if said else lines

    @on(RowList.Chosen)
    async def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        what, _, id = event.id.partition(":")
        if what == "search":
            await self.run_action("app.search")
        elif what == "folder":
            self.app.push_screen(OwnFolderScreen(self.workspace))
        elif what == "kind":
            self.list(Kind(id))
        else:
            self.post_message(Read(self._kind, id))
