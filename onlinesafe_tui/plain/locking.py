"""Locking what was saved: by a word at any prompt, or by itself; the passphrase leads back to the same question."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.errors import OnlineSafeError, VaultError
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Option, choose
from onlinesafe_tui.plain.commands import Aside, Command
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.help import tell_help
from onlinesafe_tui.plain.leaving import leave
from onlinesafe_tui.plain.moves import Back, Home
from onlinesafe_tui.plain.overview import tell_all
from onlinesafe_tui.plain.passphrase import opened_by

if TYPE_CHECKING:
    from onlinesafe_tui.domain.workbook import Workbook
    from onlinesafe_tui.services.keeping import Keeping
    from onlinesafe_tui.store.port import Summary


@dataclass(frozen=True, slots=True)
class _Saved:
    """How things stood when it was locked."""

    state: Keeping
    summaries: tuple[Summary, ...]
    workbook: Workbook


class Locking:
    """Locks what was saved, and leads back to the same question when the passphrase opened it again."""

    def __init__(self, desk: Desk, empty: Callable[[], bool]) -> None:
        """Create it, with nothing locked.

        Args:
            desk: What somebody works at.
            empty: Empties the window, and tells whether it could.
        """
        self._desk = desk
        self._empty = empty
        self._before: _Saved | None = None
        self._must_ask_again = False

    def lock_now(self) -> None:
        """Lock because somebody said so; before anything else is asked, `come_back` must be."""
        words, prompts = self._desk.words, self._desk.prompts
        if self._desk.workspace.keeper.vault is None:
            prompts.say(words(N_("Nothing that you saved is open, so there is nothing to lock.")))
            return
        if trouble := self._drop_keys():
            prompts.error(trouble)
            prompts.say(words(N_("So it is not locked: what you wrote would be lost.")))
            return
        is_empty = self._empty()
        closed = words(N_("It is closed; your passphrase opens it again."))
        prompts.say(self._desk.danger(), closed, *self._left_to_read(is_empty))

    def lock_unasked(self, is_answered: bool) -> None:
        """Lock because nobody answers or answered for long, and say so.

        Args:
            is_answered: Whether the answer came meanwhile; another thread still waits for it when not.
        """
        words, minutes = self._desk.words, self._desk.workspace.settings.lock_after
        trouble = self._drop_keys()
        # A window that is gone keeps nothing from being locked.
        with suppress(OSError):
            is_empty = self._empty()
            told = [self._desk.danger(), words(N_("Nothing was typed for {n} minutes."), n=minutes)]
            if trouble:
                self._must_ask_again = True
                told += [f"{words(trouble.title)}.", trouble.told(words)]
                told += [words(N_("So it is not locked: what you wrote would be lost."))]
                told += [] if is_answered else [words(N_("Enter: go on."))]
            else:
                told += [words(N_("It is locked. What you wrote is saved.")), *self._left_to_read(is_empty)]
                if not is_answered:
                    told += [words(N_("Press Enter. Then your passphrase is asked, and you go on where you were."))]
            self._desk.prompts.announce(told)

    def come_back(self, typed: str) -> str | None:
        """Ask for the passphrase when it was locked while somebody was asked something, or should have been.

        Args:
            typed: What was half typed when it was locked, with what was typed after that; empty when it cannot be used.

        Returns:
            What of it is the answer, empty to ask again; None when the window still shows the question.

        Raises:
            Home: It stays locked, or something is different from before.
        """
        before, self._before = self._before, None
        must_ask_again, self._must_ask_again = self._must_ask_again, False
        if before is None and not must_ask_again:
            return None
        passphrase = self._open_again() if before else ""
        if before and self._now() != before:
            said = N_("Meanwhile something changed in another window, so you are at the first choice.")
            self._desk.prompts.say(self._desk.words(said))
            raise Home
        # Whoever did not read that Enter comes first typed the passphrase behind it.
        half = clean_text(typed.removesuffix(passphrase) if passphrase else typed).strip()
        return half if half and self._is_wanted(half) else ""

    def _open_again(self) -> str:
        """Return the passphrase that opened it; empty when the recovery code did.

        Raises:
            Home: It stays locked.
        """
        desk = self._desk
        # What these do elsewhere may belong to what was locked.
        commands = {
            Command.HELP: Aside(partial(tell_help, desk)),
            Command.OVERVIEW: Aside(partial(tell_all, desk)),
            Command.LOCK: Aside(self.lock_now),
            Command.STOP: Aside(partial(leave, desk)),
        }
        with desk.prompts.offering(commands), suppress(Back):
            try:
                passphrase = opened_by(desk)
            except OnlineSafeError as error:
                desk.prompts.error(error)
            else:
                if desk.workspace.keeper.vault is not None:
                    return passphrase
        desk.prompts.say(desk.words(N_("It stays locked. You are at the first choice.")))
        raise Home

    def _is_wanted(self, half: str) -> bool:
        words, prompts = self._desk.words, self._desk.prompts
        prompts.say(words(N_("When it was locked you had typed:")), half)
        options = [Option(True, words(N_("That is my answer"))), Option(False, words(N_("Let me type it anew")))]
        with suppress(Back):
            return choose(prompts, options)
        return False

    def _drop_keys(self) -> VaultError | None:
        """Keep everything, and close the vault; return why that cannot be."""
        keeper = self._desk.workspace.keeper
        try:
            self._desk.kept.settle()
            before = self._now()
            keeper.lock()
        except VaultError as error:
            return error
        self._before = before
        return None

    def _now(self) -> _Saved:
        keeper = self._desk.workspace.keeper
        return _Saved(keeper.state, keeper.summaries(), keeper.workbook)

    def _left_to_read(self, is_empty: bool) -> list[str]:
        said = N_("What was told before stays to be read in this window: close the window when you go away.")
        return [] if is_empty else [self._desk.words(said)]
