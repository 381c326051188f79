"""The laptop of a test: its folder, its clipboard and its clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.services.clipboard import Clipboard
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.settings import Settings
from onlinesafe_tui.store.opening import create_vault, recover_vault, unlock_vault
from onlinesafe_tui.store.paper import RecoveryCode
from onlinesafe_tui.store.vault import Vault
from tests.browsing import RememberingBrowser
from tests.store.quick import PASSPHRASE, QuickSealer

NOW = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
TODAY = date(2026, 11, 22)


class FixedClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOW

    def today(self) -> date:
        return TODAY


class Laptop:
    """Where somebody starts the program, again and again."""

    def __init__(self, folder: Path, library: Library, settings: Settings) -> None:
        self.folder = folder
        self.vault = folder / "vault"
        self.exports = folder / "documents"
        self.settings = settings
        self.copied: list[str] = []
        """What was put on the clipboard."""
        self.has_clipboard = True
        self.browser = RememberingBrowser()
        self._library = library

    def workspace(self, *, is_practice: bool = False) -> Workspace:
        """What the program works with at a new start."""
        folder = None if is_practice else self.vault
        return Workspace(
            library=self._library,
            keeper=Keeper(FixedClock(), folder=folder, create=_create, unlock=_unlock, recover=_recover, look=_look),
            settings=self.settings,
            keep_settings=self._keep_settings,
            clock=FixedClock(),
            clipboard=Clipboard(self._copy, environ={}),
            browser=self.browser,
            exports=self.exports,
            is_practice=is_practice,
            sealer=QuickSealer(),
        )

    def choose(self, language: Language | None, country: Country | None) -> None:
        """Have chosen a language and a country before."""
        self.settings = replace(self.settings, language=language, country=country)

    def look(self) -> Incident:
        """Open the vault, and return the one incident in it as it is on disk."""
        with _unlock(self.vault, PASSPHRASE) as vault:
            (summary,) = vault.summaries()
            return vault.load(summary.id)

    def _copy(self, text: str) -> bool:
        if self.has_clipboard:
            self.copied.append(text)
        return self.has_clipboard

    def _keep_settings(self, settings: Settings) -> None:
        self.settings = settings


def _create(folder: Path, passphrase: str) -> Vault:
    return create_vault(folder, passphrase, QuickSealer(), NOW)


def _unlock(folder: Path, passphrase: str) -> Vault:
    return unlock_vault(folder, passphrase, QuickSealer())


def _recover(folder: Path, code: RecoveryCode, passphrase: str) -> Vault:
    return recover_vault(folder, code, passphrase, QuickSealer(), NOW)


def _look(folder: Path, passphrase: str) -> Vault:
    return unlock_vault(folder, passphrase, QuickSealer(), read_only=True)
