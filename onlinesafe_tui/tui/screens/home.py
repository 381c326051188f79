"""The first screen: what is going on?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.kinds import Kind
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.synced import promised
from onlinesafe_tui.settings import COUNTRIES, LANGUAGES
from onlinesafe_tui.tui.draw import BLANK, Lines, wrapped
from onlinesafe_tui.tui.messages import OpenKept, Read, StartIncident, Unlock
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_LATEST = 3


class HomeScreen(BaseScreen[None]):
    """Offers what somebody may need now, in the first person; what is under way comes first."""

    KEYS: ClassVar[tuple[str, ...]] = ("f1", "f3", "f8", "ctrl+p", "f10", "enter", "f2")
    NEEDED: ClassVar[tuple[str, ...]] = ("f1", "f8", "f10")
    HAS_ASIDE: ClassVar[bool] = True

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", N_("Back"), show=False)]

    _begins_again = False

    def compose_body(self) -> ComposeResult:
        """Lay out the question, the choices and the promise."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="question")
            yield RowList(id="choices", is_numbered=True)
            yield PageView(id="promise")

    @property
    def place(self) -> str:
        """The country and the language, and where things are kept."""
        country = self.workspace.country
        where = self.words(COUNTRIES[country]) if country else ""
        keeper = self.workspace.keeper
        if keeper.state is Keeping.READ_ONLY or (keeper.state is not Keeping.SEALED and keeper.has_unsaved):
            return self.kept
        return f"{where} · {LANGUAGES[self.workspace.language]}"

    def on_screen_resume(self) -> None:
        """Begin at the top again: what is under way may have changed."""
        self._begins_again = True

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#question", PageView).draw(self._question)
        rows = list(self._rows())
        self.query_one("#choices", RowList).show(rows, cursor=rows[0].id if self._begins_again else None)
        self._begins_again = False
        self.query_one("#promise", PageView).draw(self._promise)

    def _question(self, width: int) -> Lines:
        return [*wrapped(Content.styled(self.words(N_("What is going on?")), "bold"), width), BLANK]

    def _promise(self, width: int) -> Lines:
        words = self.words
        if self.workspace.is_practice:
            promise = words(
                N_("This is an exercise with made-up people. Nothing of it is kept. {key} starts over."),
                key=self.key("app.restart"),
            )
        else:
            promise = promised(self.workspace.keeper, words)
        whose, missing = self._own_texts()
        lines = [BLANK, *wrapped(Content.styled(" ".join(filter(None, (promise, whose))), "$muted"), width)]
        if missing:
            lines.extend([BLANK, *wrapped(Content.styled(missing, "$warning"), width, "! ")])
        return lines

    def _own_texts(self) -> tuple[str, str]:
        """Say whose texts lie over ours, and that some of them are not shown."""
        library = self.workspace.library
        if library.overlay is None:
            return "", ""
        from onlinesafe_tui.services.own_words import left_out, whose_texts

        return whose_texts(library, self.words), left_out(library, self.words)

    def _rows(self) -> Iterator[Row]:
        words = self.words
        # Whoever comes because something just happened finds that first, unless something is under way.
        kept, due = list(self._kept_rows()), list(self._due_rows())
        rows = [
            *kept,
            *(due if kept else ()),
            (
                "self",
                words(N_("Something just happened")),
                words(N_("Somebody insults, threatens or exposes me online. Start here.")),
            ),
            (
                "colleague",
                words(N_("I am helping a colleague")),
                words(N_("The same steps together, with an eye for her or him.")),
            ),
            ("team", words(N_("I lead someone whom this happens to")), ""),
            *(() if kept else due),
            (
                "prevention",
                words(N_("Prevention")),
                self._round() or words(N_("Ten minutes to make a next time harder.")),
            ),
            ("look-up", words(N_("Look up: platforms, help lines, rules")), ""),
            *self._vault_rows(),
            ("choices", words(N_("Country, language and looks")), ""),
        ]
        for number, (id, text, more) in enumerate(rows, 1):
            is_spaced = number > 1 and bool(more or rows[number - 2][2])
            digit = str(number) if number < 10 else ""
            yield Row(id, Content(text), more=Content(more), state=digit, is_spaced=is_spaced)

    def _round(self) -> str:
        """Say that a prevention round is half-way; empty when none is."""
        keeper = self.workspace.keeper
        if keeper.is_untouched or not keeper.workbook.rounds:
            return ""
        from onlinesafe_tui.services.rounds import rounds_of

        return rounds_of(self.workspace).under_way(keeper.workbook)

    def _kept_rows(self) -> Iterator[tuple[str, str, str]]:
        keeper, words = self.workspace.keeper, self.words
        summaries = keeper.summaries()
        for summary in summaries[:_LATEST]:
            name = self.workspace.guide.name(summary.acts, summary.channel, summary.known_on)
            more = self._next(summary.id) if summary is summaries[0] else ""
            yield f"incident:{summary.id}", words(N_("Go on with: {name}"), name=name), more
        if keeper.state is Keeping.LOCKED:
            yield "unlock", words(N_("Go on with what I saved")), words(N_("It opens with your passphrase."))
        hidden = len(keeper.unreadable().keys() - {summary.id for summary in summaries})
        if hidden:
            text = words.plural("{n} incident does not open", "{n} incidents do not open", hidden)
            yield "incidents", text, words(N_("Nothing was thrown away. Look what can be done."))
        elif len(summaries) > _LATEST:
            yield "incidents", words(N_("All incidents ({n})"), n=len(summaries)), ""

    def _due_rows(self) -> Iterator[tuple[str, str, str]]:
        """Say the nearest of what is due soon, and how much more there is."""
        near = self.workspace.pressing()
        if near:
            first, words = near[0], self.words
            others = words.plural("and {n} more", "and {n} more", len(near) - 1) if near[1:] else ""
            yield "due", first.line(words), " · ".join(filter(None, (first.about, others)))

    def _vault_rows(self) -> Iterator[tuple[str, str, str]]:
        """Lead to what was saved as a whole, and say what is wrong with it, or that a code was put off."""
        if self.workspace.keeper.vault is None:
            return
        from onlinesafe_tui.services.vault_view import NAME, reminder

        yield "vault", self.words(NAME), reminder(self.workspace)

    def _next(self, id: str) -> str:
        try:
            incident = self.workspace.keeper.load(id)
        except VaultError as error:
            return self.words(error.title)
        now = self.workspace.guide.now(incident, self.workspace.clock.today())
        return self.words(N_("Next: {text}"), text=now.text)

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        kind, _, id = event.id.partition(":")
        match kind:
            case "unlock":
                self.post_message(Unlock())
            case "incident":
                self.post_message(OpenKept(id))
            case "incidents":
                self.post_message(OpenKept(""))
            case "due":
                from onlinesafe_tui.tui.screens.prevention.due import DueScreen

                self.app.push_screen(DueScreen(self.workspace))
            case "vault":
                from onlinesafe_tui.tui.screens.vault import VaultScreen

                self.app.push_screen(VaultScreen(self.workspace))
            case "prevention":
                from onlinesafe_tui.tui.screens.prevention.menu import PreventionScreen

                self.app.push_screen(PreventionScreen(self.workspace))
            case "look-up":
                self.post_message(Read(Kind.CONTACT))
            case "choices":
                from onlinesafe_tui.tui.screens.choices import ChoicesScreen

                self.app.push_screen(ChoicesScreen(self.workspace))
            case _:
                from onlinesafe_tui.domain.facets import ForWhom

                self.post_message(StartIncident(ForWhom(kind)))

    def action_leave(self) -> None:
        """Stay: there is nothing before the first screen."""
