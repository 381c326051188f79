"""Puts the program together: the one place where everything meets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.browsing import SystemBrowser
from onlinesafe_tui.services.clipboard import Clipboard, system_clipboard
from onlinesafe_tui.services.clock import SystemClock
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.services.workspace import KeepSettings, Workspace
from onlinesafe_tui.settings import Settings, write_settings

if TYPE_CHECKING:
    from onlinesafe_tui.cli.session import Session
    from onlinesafe_tui.domain.incident import Incident
    from onlinesafe_tui.exports.shapes import Report
    from onlinesafe_tui.language import Language


def library_of(session: Session) -> Library:
    """Return the texts: ours, with the organisation's own over them."""
    return Library(content_folder(), session.overlay)


def report_in(language: Language, incident: Incident, session: Session) -> Report:
    """Tell an incident for the person's own use in a language."""
    from onlinesafe_tui.services.reporting import own_report

    return own_report(incident, library_of(session), language, SystemClock().now())


def workspace_of(session: Session) -> Workspace:
    """Return what a face works with."""
    clock = SystemClock()
    return Workspace(
        library=library_of(session),
        keeper=Keeper(clock, folder=session.paths.vault),
        settings=session.settings,
        keep_settings=_settings_keeper(session),
        clock=clock,
        clipboard=Clipboard(system_clipboard, environ=session.environ),
        browser=SystemBrowser(session.environ),
        exports=session.paths.exports,
    )


def practice_workspace(session: Session) -> Workspace:
    """Return what a face works with to practise: one incident that never happened, and nothing that reaches a disk."""
    from onlinesafe_tui.services.demo import practice_incident

    clock = SystemClock()
    keeper = Keeper(clock, folder=None)
    keeper.save(practice_incident(clock, session.settings.country or Country.NL, session.words))
    return Workspace(
        library=library_of(session),
        keeper=keeper,
        settings=session.settings,
        keep_settings=_keep_nothing,
        clock=clock,
        clipboard=Clipboard(system_clipboard, environ=session.environ),
        browser=SystemBrowser(session.environ),
        exports=session.paths.exports,
        is_practice=True,
    )


def _settings_keeper(session: Session) -> KeepSettings:
    def keep(settings: Settings) -> None:
        # A file that cannot be read may hold choices that somebody wants back, so it is never written over.
        if session.settings_error:
            raise session.settings_error
        write_settings(session.paths.settings, settings)

    return keep


def _keep_nothing(_: Settings) -> None:
    """Keep no choice: it holds for this exercise."""
