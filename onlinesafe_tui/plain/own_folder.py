"""Which folder of an organisation lies over the texts of the program, chosen once."""

from __future__ import annotations

from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Handler, Option, menu
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.render import paragraphs, wrapped
from onlinesafe_tui.services.own_words import (
    ABOUT_FOLDER,
    DETAILS,
    FOR_AUTHORS,
    NAMED_AT_START,
    choose_folder,
    choose_no_folder,
    folder_now,
    is_named_at_start,
    left_out_told,
)


def choose_own_folder(desk: Desk) -> None:
    """Say which folder it is, and let somebody choose another. A wrong one changes nothing and says why.

    Raises:
        Back: The person goes back.
    """

    def show() -> list[Option[Handler]]:
        words, now = desk.words, folder_now(desk.workspace)
        said = words(N_("Now: {path}"), path=now) if now else words(N_("Now there is none."))
        named = wrapped(words(NAMED_AT_START)) if is_named_at_start(desk.workspace) else []
        lines = paragraphs(wrapped(words(ABOUT_FOLDER)), [*wrapped(said), *named], [""])
        desk.prompts.screen(words(N_("Folder of your organisation")), lines)
        options: list[Option[Handler]] = [Option(lambda: _type(desk), words(N_("Type or paste a folder")))]
        if now:
            none = words(N_("Use no folder, only the texts of the program"))
            options.append(Option(lambda: desk.prompts.say(choose_no_folder(desk.workspace)), none))
        if desk.workspace.library.left_out():
            options.append(Option(lambda: _tell_left_out(desk), words(DETAILS)))
        return options

    menu(desk.prompts, show)


def _tell_left_out(desk: Desk) -> None:
    """Say file by file what is wrong and what to write instead."""
    words = desk.words
    told = (wrapped(text) for text in left_out_told(desk.workspace.library, words))
    desk.prompts.screen(words(DETAILS), paragraphs(wrapped(words(FOR_AUTHORS)), *told))
    desk.prompts.pause()


def _type(desk: Desk) -> None:
    typed = desk.prompts.row(desk.words(N_("Folder (Enter: leave it as it is):"))).strip()
    if typed:
        desk.prompts.say(choose_folder(desk.workspace, typed))
