"""Making paper: what goes in, what kind of file, in which language, and where it comes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onlinesafe_tui.errors import ExportError, PaperError
from onlinesafe_tui.exports.shapes import Report
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.paths import shown
from onlinesafe_tui.plain.choices import Option, choose
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.render import wrapped
from onlinesafe_tui.services.files import place_of
from onlinesafe_tui.services.papers import NOTHING_SENT, Format, contents_of, keep_paper, offered_place
from onlinesafe_tui.settings import LANGUAGES


def make_paper(desk: Desk, make: Callable[[Language], Report], name: str) -> None:
    """Make a file of a report, in a language of its own, at a place that the person chooses.

    Args:
        desk: What somebody works at.
        make: Makes the report in the language of the paper.
        name: What kind of paper it is, an English message to translate.

    Raises:
        Back: The person goes back.
    """
    words, prompts = desk.words, desk.prompts
    told = (*contents_of(make(desk.workspace.language), words), words(NOTHING_SENT))
    title = words(N_("On paper: {name}"), name=words(name))
    prompts.screen(title, ["", *(line for text in told for line in wrapped(text)), ""])
    if desk.workspace.is_practice:
        prompts.say(words(N_("This is an exercise: no file is made.")))
        return
    while True:
        format = choose(prompts, [Option(format, words(format.label)) for format in Format])
        report = make(_language(desk))
        try:
            place = _keep(desk, report, format)
        except PaperError as error:
            prompts.error(error)
            continue
        prompts.say(words(N_("Kept as {path}. Nothing is sent."), path=shown(place)))
        return


def _language(desk: Desk) -> Language:
    """Ask for the language of the paper; the one of now stands first."""
    now = desk.workspace.language
    desk.prompts.say(desk.words(N_("In which language shall the paper be?")))
    languages = sorted(Language, key=lambda language: language is not now)
    return choose(desk.prompts, [Option(language, LANGUAGES[language]) for language in languages])


def _keep(desk: Desk, report: Report, format: Format) -> Path:
    """Ask for a place until the file stands there."""
    words, prompts, workspace = desk.words, desk.prompts, desk.workspace
    while True:
        offered = offered_place(workspace.exports, report, format, workspace.clock.today())
        typed = prompts.line(words(N_("Place (Enter: {path}):"), path=shown(offered)))
        place = place_of(typed, workspace.exports) if typed else offered
        try:
            keep_paper(report, format, place)
        except ExportError as error:
            prompts.error(error)
        else:
            return place
