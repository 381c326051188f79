"""Checking a photo: whose picture it is, what it tells, and a clean copy of it."""

from __future__ import annotations

from functools import partial

from onlinesafe_tui.language import N_
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.plain.choices import Handler, Option, choose, menu, run
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.reading import read_page
from onlinesafe_tui.plain.render import Lines, paragraphs, wrapped
from onlinesafe_tui.services.photo_paths import typed_path
from onlinesafe_tui.services.photo_views import (
    ABOUT_PHOTOS,
    MIND_SIGHT,
    WHOSE,
    CheckView,
    PhotoCheck,
    Whose,
    check_view,
)
from onlinesafe_tui.services.photos import check, copy_checked


def check_photos(desk: Desk) -> None:
    """Ask whose picture it is, and look at one after the other.

    Raises:
        Back: The person goes back.
    """

    def show() -> list[Option[Handler]]:
        words = desk.words
        asked = words(N_("Whose picture or video is it?"))
        desk.prompts.screen(words(N_("Look at a photo")), [*wrapped(asked), ""])
        options = [
            Option[Handler](partial(_look, desk, whose), words(label), words(more))
            for whose, (label, more) in WHOSE.items()
        ]
        return [*options, Option[Handler](partial(_read, desk), words(N_("What a photo tells")))]

    menu(desk.prompts, show)


def _read(desk: Desk) -> None:
    read_page(desk, desk.workspace.library.page(Kind.ABOUT, ABOUT_PHOTOS, desk.workspace.language))
    desk.prompts.pause()


def _look(desk: Desk, whose: Whose) -> None:
    """Ask for files, and say what each tells, until nothing is typed."""
    words = desk.words
    desk.prompts.say(words(N_("Type or paste where the file is, or drop it into this window. Then press Enter.")))
    while typed := desk.prompts.line(words(N_("File (Enter: done):"))):
        run(desk.prompts, partial(_check, desk, whose, typed))


def _check(desk: Desk, whose: Whose, typed: str) -> None:
    checked = check(typed_path(typed), whose, desk.workspace)
    view = check_view(checked, desk.words)
    desk.prompts.screen(view.name, [*_lines(desk, view), ""])
    if checked.can_be_copied:
        run(desk.prompts, partial(_offer_copy, desk, checked))


def _offer_copy(desk: Desk, checked: PhotoCheck) -> None:
    words = desk.words
    options = [
        Option(True, words(N_("Make a clean copy"))),
        Option(False, words(N_("Leave it at looking"))),
    ]
    if choose(desk.prompts, options):
        desk.prompts.say(*check_view(copy_checked(checked, desk.workspace), words).done)


def _lines(desk: Desk, view: CheckView) -> Lines:
    minds = [line for sentence in view.minds for line in wrapped(sentence)]
    groups = [
        [*wrapped(heading), *(line for trace in traces for line in wrapped(f"{trace.title}: {trace.text}", "- "))]
        for heading, traces in view.groups
    ]
    return paragraphs(minds, wrapped(view.lead), *groups, wrapped(desk.words(MIND_SIGHT)))
