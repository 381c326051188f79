"""Making the passphrase, and opening with it what was saved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from onlinesafe_tui.errors import VaultError, WeakPassphrase, WrongPassphrase
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.fields import SecretInput
from onlinesafe_tui.tui.widgets.page_view import PageView


class PassphraseScreen(BaseScreen[bool]):
    """Asks a passphrase and opens or makes the vault with it. Its result says whether it is open now."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", N_("Go on")),
        Binding("escape", "leave", N_("Not now")),
    ]

    def __init__(self, workspace: Workspace) -> None:
        """Create the screen; it asks for a new passphrase when there is no vault yet.

        Args:
            workspace: What a person can do.
        """
        super().__init__(workspace)
        self._is_new = not workspace.keeper.has_vault
        self._said: Callable[[], str] = str
        self._is_busy = self._is_open = False

    def compose_body(self) -> ComposeResult:
        """Lay out why it is asked, and the fields."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield PageView(id="label-first")
            yield SecretInput(id="first")
            if self._is_new:
                yield PageView(id="label-second")
                yield SecretInput(id="second")
            yield PageView(id="said")

    def on_mount(self) -> None:
        """Ask."""
        self.show()
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#label-first", PageView).draw(lambda width: self._label(N_("Passphrase"), width))
        if self._is_new:
            self.query_one("#label-second", PageView).draw(lambda width: self._label(N_("The same once more"), width))
        self.query_one("#said", PageView).draw(self._said_lines)

    def _title(self, width: int) -> Lines:
        words = self.words
        if self._is_new:
            title = words(N_("Choose a passphrase"))
            paragraphs = [
                words(
                    N_(
                        "It seals what you write on this laptop. Twelve characters or more; four or five words "
                        "that only you would put together are easy to keep."
                    )
                ),
                words(N_("Nobody can look it up or reset it. Write it down on paper and keep that in a safe place.")),
            ]
        else:
            title = words(N_("Open what you saved"))
            paragraphs = [words(N_("Type the passphrase that you chose."))]
        lines = wrapped(Content.styled(title, "bold $accent"), width)
        for paragraph in paragraphs:
            lines.extend(wrapped(Content(paragraph), width))
        return lines

    def _label(self, text: str, width: int) -> Lines:
        return [BLANK, *wrapped(Content.styled(self.words(text), "bold"), width)]

    def _said_lines(self, width: int) -> Lines:
        return [BLANK, *wrapped(Content.styled(self._said(), "$warning"), width)]

    def _say(self, said: Callable[[], str]) -> None:
        self._said = said
        self.query_one("#said", PageView).draw(self._said_lines)

    @on(Input.Submitted)
    def action_go_on(self) -> None:
        """Go to the second field, or open the vault."""
        if self._is_busy:
            return
        first = self.query_one("#first", Input)
        if self._is_new:
            second = self.query_one("#second", Input)
            if first.has_focus and not second.value:
                second.focus()
                return
            if first.value != second.value:
                self._say(lambda: self.words(N_("These two are not the same. Type both again; nothing is lost.")))
                first.value = second.value = ""
                first.focus()
                return
        if first.value:
            self._open_vault(first.value)

    def _open_vault(self, passphrase: str) -> None:
        """Start the work under a name of its own: a worker is named after its arguments otherwise."""
        self._is_busy = True
        self._say(lambda: self.words(N_("One moment: this takes a few seconds.")))
        self._opening = passphrase
        self._work()

    @work(description="open the vault", exit_on_error=True)
    async def _work(self) -> None:
        passphrase, self._opening = self._opening, ""
        keeper = self.workspace.keeper
        try:
            await asyncio.to_thread(keeper.create if self._is_new else keeper.unlock, passphrase)
        except VaultError as error:
            told = error
            self._is_busy = False
            self._say(lambda: f"{self.words(told.title)}. {told.told(self.words)}")
            if isinstance(error, WrongPassphrase | WeakPassphrase):
                for field in self.query(Input):
                    field.value = ""
            self.query_one("#first", Input).focus()
            return
        self._is_open = True
        if self.is_active:
            self.dismiss(True)

    def on_screen_resume(self) -> None:
        """Go on when it was opened while the person looked at something else."""
        super().on_screen_resume()
        if self._is_open:
            self.dismiss(True)

    def action_leave(self) -> None:
        """Go back without opening anything."""
        if not self._is_busy:
            self.dismiss(False)
