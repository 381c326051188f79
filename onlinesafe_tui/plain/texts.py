"""Texts to copy, filled in with what is known."""

from __future__ import annotations

from collections.abc import Mapping

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.errors import CopyError, ExportError
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import Template
from onlinesafe_tui.library.library import Page
from onlinesafe_tui.paths import shown
from onlinesafe_tui.plain.choices import Handler, Option, choose
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.render import Lines, block_lines, wrapped
from onlinesafe_tui.services.clipboard import Copied
from onlinesafe_tui.services.files import dated_name, keep_as_file, place_of
from onlinesafe_tui.services.templates import filled


def show_text(desk: Desk, page: Page, incident: Incident | None, also: Mapping[str, str] | None = None) -> None:
    """Show a text with what is known filled in, and offer to copy it or to keep it as a file.

    Args:
        desk: What somebody works at.
        page: The text.
        incident: Fills in the text; None leaves its blanks.
        also: What else is known, by the names of the blanks; None for nothing.

    Raises:
        Back: The person goes back.
    """
    words, workspace = desk.words, desk.workspace
    text = filled(page, incident, workspace.clock.today(), workspace.guide, also)
    when = [block for block in page.shown(incident.situation if incident else None) if not isinstance(block, Template)]
    lines = [*_origin(desk, page), *block_lines(when, words), ""]
    lines.extend([*wrapped(words(N_("The text begins here."))), "", *wrapped(text), ""])
    desk.prompts.screen(page.title, [*lines, *wrapped(words(N_("The text ends here."))), ""])

    options: list[Option[Handler]] = [Option(lambda: _copy(desk, text), words(N_("Copy this text")))]
    if not workspace.is_practice:
        options.append(Option(lambda: _keep(desk, page, text), words(N_("Keep it as a file"))))
    is_listed = False
    while True:
        choose(desk.prompts, options, is_listed=is_listed)()
        is_listed = True


def _origin(desk: Desk, page: Page) -> Lines:
    origin = desk.workspace.guide.origin(page)
    return wrapped(origin) if origin else []


def _copy(desk: Desk, text: str) -> None:
    try:
        copied = desk.workspace.clipboard.copy(text)
    except CopyError as error:
        desk.prompts.error(error)
        return
    said = {
        Copied.CLIPBOARD: N_("Copied. Paste it where you need it, and fill in what is still blank."),
        Copied.TERMINAL: N_("Sent to your terminal to be copied. Paste it somewhere to see whether that worked."),
    }
    desk.prompts.say(desk.words(said[copied]))


def _keep(desk: Desk, page: Page, text: str) -> None:
    words, folder = desk.words, desk.workspace.exports
    offered = folder / dated_name(desk.workspace.clock.today(), page.title, "txt")
    desk.prompts.say(words(N_("The file is not sealed: whoever can use this computer can read it.")))
    desk.prompts.say(words(N_("Enter makes {path}"), path=shown(offered)))
    typed = desk.prompts.row(words(N_("File (Enter: this one):"))).strip()
    path = place_of(typed, folder) if typed else offered
    try:
        keep_as_file(path, f"{text}\n")
    except ExportError as error:
        desk.prompts.error(error)
        return
    desk.prompts.say(words(N_("Kept as {path}"), path=shown(path)))
