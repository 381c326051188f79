"""What was saved, as a whole: where it is, how it is, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.errors import SettingsError, VaultError
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.vault_view import LOCKS_AFTER, NAME, VaultView, Way, lock_after_label, vault_view
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.messages import Failed, Lock, OpenKept, Unlock
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.backup import BackupScreen, RestoreScreen
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.check import CheckScreen
from onlinesafe_tui.tui.screens.dropping_code import DroppingCodeScreen
from onlinesafe_tui.tui.screens.letting_in import LettingInScreen
from onlinesafe_tui.tui.screens.passphrase import ChangePassphraseScreen
from onlinesafe_tui.tui.screens.recovery_code import CodeScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_SCREENS: Final[Mapping[Way, Callable[[Workspace], BaseScreen[Any]]]] = {
    Way.CODE: CodeScreen,
    Way.DROP: DroppingCodeScreen,
    Way.ORGANISATION: LettingInScreen,
    Way.CHECK: CheckScreen,
    Way.RESTORE: RestoreScreen,
}
"""Ways that have a screen of their own, which needs nothing more from here."""


class VaultScreen(BaseScreen[None]):
    """Lists what can be done, under how things stand."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "ctrl+o", "f3", "f1", "f10")

    def compose_body(self) -> ComposeResult:
        """Lay out how things stand, and the ways."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="state")
            yield RowList(id="ways", is_numbered=True)

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        if self.workspace.keeper.vault is None:
            return
        view = vault_view(self.workspace)
        self.query_one("#state", PageView).draw(lambda width: self._state(view, width))
        rows = [
            Row(way.way, Content(way.text), more=Content(way.more), state=str(number) if number < 10 else "")
            for number, way in enumerate(view.ways, 1)
        ]
        self.query_one("#ways", RowList).show(rows)

    def _state(self, view: VaultView, width: int) -> Lines:
        lines = titled(self.words(NAME), width)
        lines.extend(wrapped(Content(" ".join(view.facts)), width))
        for note in view.notes:
            told = " ".join(filter(None, (note.what, note.todo)))
            style = "$warning" if note.is_pressing else "$muted"
            lines.extend([BLANK, *wrapped(Content.styled(told, style), width, "! " if note.is_pressing else "")])
            for name in note.names:
                lines.extend(wrapped(Content.styled(name, "$muted"), width, "  "))
        return [*lines, BLANK]

    def on_screen_resume(self) -> None:
        """Say it again; when it was closed meanwhile, there is nothing to look after here."""
        super().on_screen_resume()
        if self.workspace.keeper.vault is None and self.is_active:
            self.dismiss()

    @on(RowList.Chosen, "#ways")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        match Way(event.id):
            case way if way in _SCREENS:
                self.app.push_screen(_SCREENS[way](self.workspace))
            case Way.OPEN:
                self.post_message(Unlock())
            case Way.CARD:
                self._try_card()
            case Way.WORKBOOK:
                self._try_workbook()
            case Way.CHANGE:
                self.app.push_screen(ChangePassphraseScreen(self.workspace), self._changed)
            case Way.INCIDENTS:
                self.post_message(OpenKept(""))
            case Way.BACKUP:
                self.app.push_screen(BackupScreen(self.workspace))
            case Way.LOCK_AFTER:
                self._ask_lock_after()
            case Way.LOCK:
                self.post_message(Lock())

    def _try_card(self) -> None:
        try:
            self.workspace.care.mend_card()
        except VaultError as error:
            self.post_message(Failed(error))
        self.show()

    def _try_workbook(self) -> None:
        try:
            self.workspace.keeper.restore_workbook()
        except VaultError as error:
            self.post_message(Failed(error))
        self.show()

    def _changed(self, is_done: bool | None) -> None:
        if is_done:
            self.remark(self.words(N_("From now on the new passphrase opens what you saved.")))

    def _ask_lock_after(self) -> None:
        answers = [(str(minutes), lock_after_label(self.workspace, minutes)) for minutes in LOCKS_AFTER]
        sentence = N_("Then the screen becomes empty, and your passphrase is needed to go on. Nothing is lost.")
        ask = AskScreen(self.workspace, N_("When it locks by itself"), sentence, answers)
        self.app.push_screen(ask, self._set_lock_after)

    def _set_lock_after(self, minutes: str | None) -> None:
        if minutes is None:
            return
        try:
            self.workspace.choose(lock_after=int(minutes))
        except SettingsError as error:
            self.post_message(Failed(error))
        self.show()
