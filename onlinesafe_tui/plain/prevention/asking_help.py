"""Who can help with a thing, and a text with which to ask."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from onlinesafe_tui.language import N_
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.plain.choices import Handler, Option, choose, run
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.reading import read_page
from onlinesafe_tui.plain.texts import show_text
from onlinesafe_tui.services.rounds import COLLEAGUE_TEXT, HELP_PAGE, WORK_CONTACT, for_colleague


def ask_help(desk: Desk, things: Sequence[str]) -> None:
    """Tell who can help. That help was asked for is kept already.

    Args:
        desk: What somebody works at.
        things: The titles of what help is wanted with; none when it is about a round as such.

    Raises:
        Back: The person goes back.
    """

    def show() -> list[Option[Handler]]:
        read_page(desk, desk.workspace.library.page(Kind.ABOUT, HELP_PAGE, desk.workspace.language))
        desk.prompts.say("")
        return [
            Option(_go_back, desk.words(N_("Go on with the round"))),
            Option(partial(colleague_text, desk, things), desk.words(N_("A text to ask a colleague to look along"))),
            Option(partial(_at_work, desk), desk.words(N_("Help at your work"))),
        ]

    handler: Handler | None = None
    while handler is not _go_back:
        handler = choose(desk.prompts, show())
        run(desk.prompts, handler)


def colleague_text(desk: Desk, things: Sequence[str]) -> None:
    """Show the text with which one asks a colleague to look along.

    Args:
        desk: What somebody works at.
        things: The titles of what help is wanted with; none leaves that blank.

    Raises:
        Back: The person goes back.
    """
    page = desk.workspace.library.page(Kind.TEMPLATE, COLLEAGUE_TEXT, desk.workspace.language)
    show_text(desk, page, None, for_colleague(things))


def _go_back() -> None:
    """Go on with the round."""


def _at_work(desk: Desk) -> None:
    read_page(desk, desk.workspace.library.page(Kind.CONTACT, WORK_CONTACT, desk.workspace.language))
    desk.prompts.pause()
