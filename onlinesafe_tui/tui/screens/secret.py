"""A screen that asks for something secret, and then does with it what takes seconds."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from onlinesafe_tui.errors import OnlineSafeError, WeakPassphrase, WrongPassphrase
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.fields import SecretInput
from onlinesafe_tui.tui.widgets.page_view import PageView

Typed = Mapping[str, str]
"""What was typed, by the id of the field."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A field."""

    id: str

    label: str
    """What is asked, an English message to translate."""

    is_seen: bool = False
    """Whether what is typed can be read."""

    values: Mapping[str, object] = field(default_factory=dict)
    """What is filled in to the label."""


NEW: tuple[Asked, ...] = (Asked("first", N_("New passphrase")), Asked("second", N_("The same once more")))
"""The fields for a new passphrase; `differs` compares them."""


class SecretScreen(BaseScreen[bool]):
    """Asks for something secret. Its result says whether the work with it is done."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1")
    NEEDED: ClassVar[tuple[str, ...]] = ("enter", "escape", "f1")
    LABELS: ClassVar[Mapping[str, str]] = {"enter": N_("Onward")}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", N_("Go on")),
        Binding("escape", "leave", N_("Not now")),
        Binding("tab,down", "app.focus_next", N_("Next field"), id="secret.next"),
        Binding("shift+tab,up", "app.focus_previous", N_("Field before"), id="secret.before", show=False),
    ]

    DEFAULT_CSS = """
    SecretScreen Input { max-width: 76; }
    """

    def __init__(self, workspace: Workspace) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
        """
        super().__init__(workspace)
        self._said: Callable[[], str] = str
        self._doing: Callable[[], None] = _nothing
        self.is_busy = self.is_done = False

    @property
    @abstractmethod
    def asked(self) -> tuple[Asked, ...]:
        """The fields, in order."""

    @abstractmethod
    def about(self) -> tuple[str, ...]:
        """Say what it is about in the language of now: a title, and paragraphs."""

    def slip_in(self, typed: Typed) -> tuple[Callable[[], str], str] | None:
        """Look what was typed so far, an empty field not yet: what is wrong, and in which field; None for nothing."""
        return None

    @abstractmethod
    def doing(self, typed: Typed) -> Callable[[], None]:
        """Return the work: it is done on another thread, and may raise an error that is told."""

    def compose_body(self) -> ComposeResult:
        """Lay out why it is asked, and the fields."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            for asked in self.asked:
                yield PageView(id=f"label-{asked.id}")
                yield SecretInput(id=asked.id, is_seen=asked.is_seen)
            yield PageView(id="said")
            yield from self.compose_more()

    def compose_more(self) -> ComposeResult:
        """Lay out what comes under the fields."""
        return ()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        for asked in self.asked:
            self.query_one(f"#label-{asked.id}", PageView).draw(partial(self._label, asked))
        self.query_one("#said", PageView).draw(self._said_lines)

    def _title(self, width: int) -> Lines:
        title, *paragraphs = self.about()
        lines = titled(title, width)
        return [*lines, *(line for text in paragraphs for line in wrapped(Content(text), width))]

    def _label(self, asked: Asked, width: int) -> Lines:
        return [BLANK, *wrapped(Content.styled(self.words(asked.label, **asked.values), "bold"), width)]

    def _said_lines(self, width: int) -> Lines:
        return [BLANK, *wrapped(Content.styled(self._said(), "$warning"), width), BLANK]

    def say(self, said: Callable[[], str]) -> None:
        """Say something under the fields, in the language of whenever it is read."""
        self._said = said
        view = self.query_one("#said", PageView)
        view.draw(self._said_lines)
        self.call_after_refresh(view.scroll_visible, animate=False)

    def field(self, id: str) -> Input:
        """Return a field."""
        return self.query_one(f"#{id}", Input)

    @on(Input.Submitted)
    def action_go_on(self) -> None:
        """Go to the next field that is empty, or begin the work."""
        if self.is_busy or self.is_done:
            return
        typed = {asked.id: self.field(asked.id).value for asked in self.asked}
        slip = self.slip_in(typed)
        if slip is not None:
            said, id = slip
            self.say(said)
            self.field(id).focus()
            return
        empty = next((id for id, value in typed.items() if not value), None)
        if empty is not None:
            self.field(empty).focus()
            return
        self.begin_doing(self.doing(typed))

    def begin_doing(self, doing: Callable[[], None]) -> None:
        """Start the work; it is held apart, because a worker is named after its arguments."""
        self.is_busy = True
        self.say(lambda: self.words(N_("One moment: this takes a few seconds.")))
        self._doing = doing
        self._work()

    @work(description="work with a secret", exit_on_error=True)
    async def _work(self) -> None:
        doing, self._doing = self._doing, _nothing
        try:
            await asyncio.to_thread(doing)
        except OnlineSafeError as error:
            self.is_busy = False
            self.refuse(error)
            return
        self.is_busy = False
        self.end()

    def refuse(self, error: OnlineSafeError) -> None:
        """Say what went wrong, and go to where it can be put right."""
        self.say(lambda: f"{self.words(error.title)}. {error.told(self.words)}")
        wrong = self.wrong_fields(error)
        for id in wrong:
            self.field(id).value = ""
        self.field((*wrong, self.asked[0].id)[0]).focus()

    def wrong_fields(self, error: OnlineSafeError) -> tuple[str, ...]:
        """Return the fields to be typed anew after an error."""
        is_wrong = isinstance(error, WrongPassphrase | WeakPassphrase)
        return tuple(asked.id for asked in self.asked if not asked.is_seen) if is_wrong else ()

    def differs(self, typed: Typed) -> tuple[Callable[[], str], str] | None:
        """Say that a new passphrase was not typed the same twice; None when it was, or is not there yet."""
        first, second = (self.field(asked.id) for asked in NEW)
        if not typed["first"] or not typed["second"] or typed["first"] == typed["second"]:
            return None
        first.value = second.value = ""
        return (
            lambda: self.words(N_("These two are not the same. Type both again; nothing is lost.")),
            NEW[0].id,
        )

    def end(self) -> None:
        """Remember that the work is done; when the person looks here, go on."""
        self.is_done = True
        if self.is_active:
            self.finish()

    def finish(self) -> None:
        """Go on, now that the work is done and the person looks here again."""
        self.dismiss(True)

    def on_screen_resume(self) -> None:
        """Go on when it was done while the person looked at something else."""
        super().on_screen_resume()
        if self.is_done:
            self.end()

    def action_leave(self) -> None:
        """Go back without doing anything."""
        if not self.is_busy:
            self.dismiss(False)


def _nothing() -> None:
    """Do nothing; it keeps no passphrase alive as what was done before would."""
