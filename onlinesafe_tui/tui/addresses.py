"""Web addresses: shown in full, to judge, to type or to copy. Nothing of this program opens one."""

from __future__ import annotations

from typing import Any

from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import CopyError
from onlinesafe_tui.language import N_
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.base import BaseScreen

_LONGEST = 2000


def show_address(screen: BaseScreen[Any], address: str) -> None:
    """Show an address over a screen, and copy it for whoever wants to open it in a browser."""

    def answered(answer: str | None) -> None:
        if answer == "copy":
            screen.remark(screen.words(_copied(screen, address)))

    sentence = N_("This program opens nothing on the internet. Copy the address and open it in your browser: {address}")
    answers = [("copy", N_("Copy the address")), ("back", N_("Go back"))]
    values: dict[str, object] = {"address": clean_name(address, longest=_LONGEST)}
    question = AskScreen(screen.workspace, N_("An address on the internet"), sentence, answers, values)
    screen.app.push_screen(question, answered)


def _copied(screen: BaseScreen[Any], address: str) -> str:
    """Copy an address, and return what is to be said about it, an English message to translate."""
    try:
        screen.workspace.clipboard.with_terminal(screen.app.copy_to_clipboard).copy(address)
    except CopyError:
        return N_("The clipboard cannot be reached from here. Type the address over by hand.")
    return N_("Copied. Paste it where it has to go; nothing is sent from here.")
