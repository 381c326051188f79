"""The screens, one module each. What the program opens itself is loaded when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from onlinesafe_tui.tui.screens import questions as questions
    from onlinesafe_tui.tui.screens.asking import AskScreen as AskScreen
    from onlinesafe_tui.tui.screens.guide import GuideScreen as GuideScreen
    from onlinesafe_tui.tui.screens.help import HelpScreen as HelpScreen
    from onlinesafe_tui.tui.screens.incidents import IncidentsScreen as IncidentsScreen
    from onlinesafe_tui.tui.screens.page import PageScreen as PageScreen
    from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen as PassphraseScreen
    from onlinesafe_tui.tui.screens.reading import ListScreen as ListScreen
    from onlinesafe_tui.tui.screens.search import SearchScreen as SearchScreen
    from onlinesafe_tui.tui.screens.triage import TriageScreen as TriageScreen
    from onlinesafe_tui.tui.screens.welcome import WelcomeScreen as WelcomeScreen

_MODULES: Final = {
    "AskScreen": "asking",
    "GuideScreen": "guide",
    "HelpScreen": "help",
    "IncidentsScreen": "incidents",
    "ListScreen": "reading",
    "PageScreen": "page",
    "PassphraseScreen": "passphrase",
    "SearchScreen": "search",
    "TriageScreen": "triage",
    "WelcomeScreen": "welcome",
}
"""Where each screen is."""


def __getattr__(name: str) -> Any:
    if name == "questions":
        return import_module(f"{__name__}.{name}")
    if name in _MODULES:
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    raise AttributeError(name)
