"""Short formats for a team meeting: reading one aloud, and noting that it was used."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.meetings import Held
from onlinesafe_tui.exports.shapes import Report
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.plain.choices import Handler, Option, choose, menu
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.prevention.paper import make_paper
from onlinesafe_tui.plain.render import Lines, block_lines, paragraphs, wrapped
from onlinesafe_tui.plain.texts import show_text
from onlinesafe_tui.plain.writing import write
from onlinesafe_tui.services.meetings import AGENDA, PAPER, FormatView, Meetings, begun, for_agenda, note_of


def meet(desk: Desk) -> None:
    """Let somebody choose formats for a team meeting, one after the other.

    Raises:
        Back: The person goes back.
    """

    def show() -> list[Option[Handler]]:
        words = desk.words
        about = words(
            N_(
                "Five to fifteen minutes in a team meeting. It makes talking about online contact ordinary, so that "
                "somebody tells it sooner when something happens."
            )
        )
        desk.prompts.screen(words(N_("For a team meeting")), [*wrapped(about), ""])
        options = [
            Option[Handler](partial(_open, desk, view.id), view.title, f"{view.about}. {view.state}.")
            for view in _meetings(desk).formats()
        ]
        options.append(Option(partial(_put_on_agenda, desk), words(N_("Text to put it on the agenda"))))
        return options

    menu(desk.prompts, show)


def _meetings(desk: Desk, language: Language | None = None) -> Meetings:
    workspace = desk.workspace
    return Meetings(workspace.library, language or workspace.language, workspace.keeper.workbook.held)


def _open(desk: Desk, id: str) -> None:
    def show() -> list[Option[Handler]]:
        words, view = desk.words, _meetings(desk).find(id)
        if view is None:
            return []
        desk.prompts.screen(view.title, [*wrapped(f"{view.about}. {view.state}."), "", *_whole(desk, view), ""])
        options: list[Option[Handler]] = [
            Option(partial(_hold, desk, id), words(N_("We did this today"))),
            Option(partial(make_paper, desk, partial(_report, desk, id), PAPER), words(N_("Make a handout"))),
            Option(partial(_put_on_agenda, desk, id), words(N_("Text to put it on the agenda"))),
        ]
        group = words(N_("When you did this"))
        for held in view.held:
            day = long_day(held.on, desk.workspace.language)
            options.append(Option(partial(_note, desk, held), day, held.note, group))
            group = ""
        return options

    menu(desk.prompts, show)


def _whole(desk: Desk, view: FormatView) -> Lines:
    """Write every part of a format with its title."""
    parts = ([*wrapped(f"{part.title}:"), *block_lines(part.blocks, desk.words)] for part in view.parts)
    return paragraphs(*parts)


def _report(desk: Desk, id: str, language: Language) -> Report:
    meetings = _meetings(desk, language)
    view, today = meetings.find(id), desk.workspace.clock.today()
    return meetings.report(view, today) if view else Report("", language, (), made=today)


def _put_on_agenda(desk: Desk, id: str = "") -> None:
    """Show the text that puts a format on the agenda, with its blanks when it is for none in particular."""
    view = _meetings(desk).find(id)
    page = desk.workspace.library.page(Kind.TEMPLATE, AGENDA, desk.workspace.language)
    show_text(desk, page, None, for_agenda(view) if view else None)


def _hold(desk: Desk, id: str) -> None:
    """Note that a format was used today, and let somebody write what came of it."""
    held = begun(id, desk.workspace.clock)
    desk.kept.keep_workbook(desk.workspace.keeper.workbook.hold(held))
    _write(desk, held)


def _write(desk: Desk, held: Held) -> None:
    words = desk.words
    day = long_day(held.on, desk.workspace.language)
    hint = words(N_("What came of it, for yourself? Without names. You can leave it empty."))
    desk.prompts.screen(words(N_("Noted: you did this on {day}"), day=day), wrapped(hint))

    def keep(text: str) -> None:
        changed = replace(held, note=note_of(text))
        desk.kept.keep_workbook(desk.workspace.keeper.workbook.hold(changed), is_quiet=True)

    write(desk.prompts, keep)
    desk.kept.say_state()


def _note(desk: Desk, held: Held) -> None:
    """Let somebody change a note, or take it back that a format was used."""
    words = desk.words
    desk.prompts.screen(long_day(held.on, desk.workspace.language), wrapped(held.note) if held.note else [])
    options = [
        Option("write", words(N_("Write the note anew"))),
        Option("remove", words(N_("Take it back: we did not do this"))),
    ]
    if choose(desk.prompts, options) == "remove":
        desk.kept.keep_workbook(desk.workspace.keeper.workbook.unhold(held.id))
    else:
        _write(desk, held)
