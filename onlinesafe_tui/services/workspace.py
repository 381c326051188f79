"""Everything that a person can do, bundled for the faces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.settings import Settings, Theme

if TYPE_CHECKING:
    from onlinesafe_tui.domain.country import Country
    from onlinesafe_tui.library.library import Library
    from onlinesafe_tui.services.browsing import Browser
    from onlinesafe_tui.services.clipboard import Clipboard
    from onlinesafe_tui.services.clock import Clock
    from onlinesafe_tui.services.due import DueList, DueView
    from onlinesafe_tui.services.guide import Guide
    from onlinesafe_tui.services.keeping import Keeper
    from onlinesafe_tui.services.searching import Searching
    from onlinesafe_tui.services.vault_care import VaultCare
    from onlinesafe_tui.store.passphrase import PassphraseSealer

KeepSettings = Callable[[Settings], None]
"""Keeps the settings for the next start; may raise SettingsError."""


class View:
    """The words in which a person sees everything. A view: changing it changes no data."""

    def __init__(self, library: Library, language: Language) -> None:
        """Create the view; what reads pages is loaded when it is first asked for.

        Args:
            library: The texts.
            language: The language.
        """
        self.language = language
        self.words = Words(language)
        self._library = library

    @cached_property
    def guide(self) -> Guide:
        """What an incident looks like, in this language."""
        from onlinesafe_tui.services.guide import Guide

        return Guide(self._library, self.language)

    @cached_property
    def due(self) -> DueList:
        """What is due, in this language."""
        from onlinesafe_tui.services.due import DueList

        return DueList(self._library, self.language)


class Workspace:
    """What a face works with: the content, what is kept, the settings, the clock, the clipboard, the browser."""

    def __init__(
        self,
        *,
        library: Library,
        keeper: Keeper,
        settings: Settings,
        keep_settings: KeepSettings,
        clock: Clock,
        clipboard: Clipboard,
        browser: Browser,
        exports: Path,
        is_practice: bool = False,
        sealer: PassphraseSealer | None = None,
    ) -> None:
        """Bundle the collaborators.

        Args:
            library: The texts.
            keeper: Keeps incidents.
            settings: What was chosen before.
            keep_settings: Keeps a choice for the next start.
            clock: Tells the time.
            clipboard: Copies texts.
            browser: Opens an address when somebody asks for it.
            exports: The folder in which a file that leaves is offered to be kept.
            is_practice: Whether everything is an exercise.
            sealer: Does the work of a passphrase; the real one when None.
        """
        self.library = library
        self.keeper = keeper
        self.clock = clock
        self.clipboard = clipboard
        self.browser = browser
        self.exports = exports
        self.is_practice = is_practice
        self._sealer = sealer
        self._settings = settings
        self._keep_settings = keep_settings
        self._views: dict[Language, View] = {}

    @cached_property
    def searching(self) -> Searching:
        """Finds pages."""
        from onlinesafe_tui.services.searching import Searching

        return Searching(self.library)

    @cached_property
    def care(self) -> VaultCare:
        """What can be done about what is saved as a whole."""
        from onlinesafe_tui.services.vault_care import VaultCare

        return VaultCare(self.keeper, self._sealer)

    @property
    def settings(self) -> Settings:
        """What is chosen now."""
        return self._settings

    @property
    def language(self) -> Language:
        """The language chosen, or Dutch, which most people here speak."""
        return self._settings.language or Language.NL

    @property
    def country(self) -> Country | None:
        """The country chosen; None when nobody was asked yet."""
        return self._settings.country

    @property
    def view(self) -> View:
        """The words in the language chosen now."""
        language = self.language
        if language not in self._views:
            self._views[language] = View(self.library, language)
        return self._views[language]

    @property
    def words(self) -> Words:
        """The labels in the language chosen now."""
        return self.view.words

    @property
    def guide(self) -> Guide:
        """The views in the language chosen now."""
        return self.view.guide

    def due(self) -> tuple[DueView, ...]:
        """Return everything that is due, as far as what was saved is open, the nearest first."""
        return self.view.due.views(self.keeper.workbook, self.keeper.summaries(), self.clock.today())

    def pressing(self) -> tuple[DueView, ...]:
        """Return what of it cannot wait; where nothing was written, nothing is loaded to find that out."""
        if self.keeper.is_untouched:
            return ()
        from onlinesafe_tui.services.due import pressing

        return tuple(pressing(self.due()))

    def lay_over(self, folder: Path | None) -> None:
        """Lay an organisation's own folder over the shipped texts, or none, for now and for the next start.

        Raises:
            SettingsError: It holds for now, but cannot be kept.
        """
        self.library.lay_over(folder)
        self._settings = replace(self._settings, overlay=str(folder) if folder else None)
        self._keep_settings(self._settings)

    def choose(
        self,
        *,
        language: Language | None = None,
        country: Country | None = None,
        theme: Theme | None = None,
        visible_cursor: bool | None = None,
        lock_after: int | None = None,
    ) -> None:
        """Choose something else, for now and for the next start. None leaves it as it is.

        Raises:
            SettingsError: The choice holds for now, but cannot be kept.
        """
        self._settings = replace(
            self._settings,
            language=language or self._settings.language,
            country=country or self._settings.country,
            theme=theme or self._settings.theme,
            visible_cursor=self._settings.visible_cursor if visible_cursor is None else visible_cursor,
            lock_after=self._settings.lock_after if lock_after is None else lock_after,
        )
        self._keep_settings(self._settings)
