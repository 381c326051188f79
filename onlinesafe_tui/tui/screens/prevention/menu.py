"""What one can do at leisure, so that it happens less: for oneself, with clients, in the team, in the organisation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from onlinesafe_tui.domain.due import DueKind
from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.rounds import rounds_of
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.messages import Failed, Unlock
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.questions import offer_way_back
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class PreventionScreen(BaseScreen[None]):
    """Offers what makes a next time less likely, the shortest first."""

    HAS_ASIDE: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = []

    def compose_body(self) -> ComposeResult:
        """Lay out the title and the choices."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="choices", is_numbered=True)

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#choices", RowList).show(list(self._rows()))

    def _title(self, width: int) -> Lines:
        words = self.words
        return [
            *titled(words(N_("Prevention")), width),
            *wrapped(
                Content.styled(words(N_("For yourself, with clients, in the team and in the organisation.")), "$muted"),
                width,
            ),
            BLANK,
        ]

    def _rows(self) -> Iterator[Row]:
        words = self.words
        nearest = {view.due.kind: view.word for view in reversed(self.workspace.due())}
        offered = (
            ("rounds", N_("My own round"), N_("Ten minutes a month, one thing at a time."), nearest.get(DueKind.ROUND)),
            ("photos", N_("Look at a photo"), N_("What it tells besides the picture, and a copy without that."), None),
            (
                "agreements",
                N_("Agreements about online contact"),
                N_("With a client or in the team, as one page to sign."),
                nearest.get(DueKind.SHEET),
            ),
            (
                "meetings",
                N_("In the team meeting"),
                N_("A question, a case or a dilemma, in five to fifteen minutes."),
                None,
            ),
            (
                "policy",
                N_("Policy of the organisation"),
                N_("What is in place, what is missing, and what is done about it."),
                nearest.get(DueKind.IMPROVEMENT) or nearest.get(DueKind.SCAN),
            ),
        )
        for number, (id, label, more, state) in enumerate(offered, 1):
            going = rounds_of(self.workspace).under_way(self.workspace.keeper.workbook) if id == "rounds" else ""
            text, under = Content(words(label)), Content(going or words(more))
            yield Row(id, text, more=under, state=state or str(number), is_spaced=number > 1)
        if self.workspace.due():
            yield Row("due", Content(words(N_("Everything that is due"))), state=str(len(offered) + 1), is_spaced=True)
        yield from self._about_what_was_saved()

    def _about_what_was_saved(self) -> Iterator[Row]:
        words, keeper = self.words, self.workspace.keeper
        if keeper.state is Keeping.LOCKED:
            text = words(N_("Go on with what I saved"))
            yield Row(
                "unlock", Content(text), more=Content(words(N_("It opens with your passphrase."))), is_spaced=True
            )
        elif keeper.workbook_trouble is not None:
            from onlinesafe_tui.services.ways_back import workbook_more, workbook_way  # noqa: PLC0415  (hardly ever)

            more = workbook_more(workbook_way(self.workspace), words)
            title = words(keeper.workbook_trouble.title)
            yield Row("restore", Content.styled(title, "$warning"), more=Content(more), is_spaced=True)

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.is_ticking:
            return
        match event.id:
            case "unlock":
                self.post_message(Unlock())
            case "restore":
                self._try_workbook()
            case id:
                self.app.push_screen(_screen(id, self.workspace))

    def _try_workbook(self) -> None:
        """Take the version before of what does not open; ask first when it would be gone on with an older one."""
        from onlinesafe_tui.services.ways_back import WayBack, workbook_way  # noqa: PLC0415  (hardly ever)

        trouble, offer = self.workspace.keeper.workbook_trouble, workbook_way(self.workspace)
        if trouble is None or (offer is not None and offer.way is WayBack.PREVIOUS):
            self._restore()
        elif offer is None:
            self.post_message(Failed(trouble))
        else:
            self.app.push_screen(offer_way_back(self.workspace, trouble, offer), self._answer)

    def _answer(self, answer: str | None) -> None:
        if answer is not None and answer != "back":
            self._restore()

    def _restore(self) -> None:
        try:
            self.workspace.keeper.restore_workbook()
        except VaultError as error:
            self.post_message(Failed(error))
        self.show()


def _screen(id: str, workspace: Workspace) -> Screen[None]:
    """Return what was chosen; it is loaded only then."""
    match id:
        case "rounds":
            from onlinesafe_tui.tui.screens.prevention.rounds import RoundsScreen  # noqa: PLC0415

            return RoundsScreen(workspace)
        case "photos":
            from onlinesafe_tui.tui.screens.prevention.photos import PhotosScreen  # noqa: PLC0415

            return PhotosScreen(workspace)
        case "agreements":
            from onlinesafe_tui.tui.screens.prevention.agreements import AgreementsScreen  # noqa: PLC0415

            return AgreementsScreen(workspace)
        case "meetings":
            from onlinesafe_tui.tui.screens.prevention.meetings import MeetingsScreen  # noqa: PLC0415

            return MeetingsScreen(workspace)
        case "policy":
            from onlinesafe_tui.tui.screens.prevention.policy import PolicyScreen  # noqa: PLC0415

            return PolicyScreen(workspace)
        case _:
            from onlinesafe_tui.tui.screens.prevention.due import DueScreen  # noqa: PLC0415

            return DueScreen(workspace)
