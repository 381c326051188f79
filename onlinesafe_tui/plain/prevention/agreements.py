"""Sheets of agreements about online contact: those that were made, and a new one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from onlinesafe_tui.domain.agreements import OWN, Audience, Sheet
from onlinesafe_tui.exports.plain_text import as_plain_text
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Handler, Option, choose, menu, run
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Back
from onlinesafe_tui.plain.passphrase import unlock
from onlinesafe_tui.plain.prevention.paper import make_paper
from onlinesafe_tui.plain.prevention.points import agree_on_point, ask_day, ask_name
from onlinesafe_tui.plain.render import wrapped
from onlinesafe_tui.services.agreement_paper import PAPER, sheet_report
from onlinesafe_tui.services.agreement_views import PointView, SheetView
from onlinesafe_tui.services.agreements import Agreements, OpenSheet, copied, in_order
from onlinesafe_tui.services.keeping import Keeping


def agree(desk: Desk) -> None:
    """Let somebody work on their sheets, one after the other.

    Raises:
        Back: The person goes back.
    """

    def show() -> list[Option[Handler]]:
        words, agreements = desk.words, _agreements(desk)
        about = words(
            N_(
                "You pick the points, put them in your own words where you want, and get one page to sign. "
                "Talk about it together from the first contact on."
            )
        )
        desk.prompts.screen(words(N_("Agreements about online contact")), [*wrapped(about), ""])
        sheets = in_order(desk.workspace.keeper.workbook.sheets, desk.workspace.clock.today())
        views = [agreements.view(sheet) for sheet in sheets]
        options = [Option[Handler](partial(_open, desk, view.sheet), view.name, view.about) for view in views]
        if desk.workspace.keeper.state is Keeping.LOCKED:
            options.append(Option(partial(unlock, desk), words(N_("Go on with what I saved"))))
        new = {
            Audience.CLIENT: (N_("New sheet for a client"), N_("What you and a client agree about contact online.")),
            Audience.TEAM: (
                N_("New sheet for the team"),
                N_("What you and your colleagues all do in the same way."),
            ),
        }
        for audience, (label, more) in new.items():
            options.append(Option(partial(_begin, desk, audience), words(label), words(more)))
        return options

    menu(desk.prompts, show)


def _agreements(desk: Desk) -> Agreements:
    workspace = desk.workspace
    return Agreements(workspace.library, workspace.language, workspace.country)


def _begin(desk: Desk, audience: Audience) -> None:
    _open(desk, _agreements(desk).begun(audience, desk.workspace.clock))


def _open(desk: Desk, sheet: Sheet) -> None:
    """Let somebody work on a sheet, and on what is begun from it."""
    following: Sheet | None = sheet
    while following is not None:
        following = _work_on(desk, following)


def _work_on(desk: Desk, sheet: Sheet) -> Sheet | None:
    """Let somebody work on one sheet; return a new sheet that begins as this one, if they ask for that.

    Raises:
        Back: The person goes back.
    """
    workspace = desk.workspace

    def keep(changed: Sheet) -> None:
        desk.kept.keep_workbook(workspace.keeper.workbook.put_sheet(changed), is_quiet=True)

    open_sheet = OpenSheet(sheet, keep)
    while True:
        what, _, id = choose(desk.prompts, _options(desk, open_sheet)).partition(":")
        if what == "copy":
            return copied(open_sheet.value, workspace.clock)
        if what == "remove":
            if _is_removed(desk, open_sheet.value):
                return None
            continue
        doing: dict[str, Callable[[], None]] = {
            "point": partial(agree_on_point, desk, open_sheet, id),
            "read": partial(_read, desk, open_sheet),
            "paper": partial(_make, desk, open_sheet),
            "name": partial(ask_name, desk, open_sheet),
            "day": partial(ask_day, desk, open_sheet),
        }
        before = open_sheet.value
        run(desk.prompts, doing[what])
        if open_sheet.value != before:
            desk.kept.say_state()


def _options(desk: Desk, open_sheet: OpenSheet) -> list[Option[str]]:
    words, agreements = desk.words, _agreements(desk)
    view = agreements.view(open_sheet.value)
    about = words(N_("Choose a point to put it on the sheet, to read or change its words, or to leave it out."))
    desk.prompts.screen(view.name, [*(wrapped(view.about) if view.sheet.name else []), *wrapped(about), ""])
    options = [Option(f"point:{point.point.id}", _told(desk, point)) for point in view.points]
    again = words(N_("Look at it again: {day}"), day=view.review or words(N_("no day yet")))
    return [
        *options,
        Option("read", words(N_("Read it as it comes on paper")), group=words(N_("With this sheet"))),
        Option("paper", words(N_("Make the paper to sign")), agreements.told_blanks(view)),
        Option("name", words(N_("Give it a name, for yourself"))),
        Option("day", again),
        Option("copy", words(N_("Begin a new sheet with these points"))),
        Option("remove", words(N_("Remove this sheet"))),
    ]


def _told(desk: Desk, view: PointView) -> str:
    words = desk.words
    if not view.is_on:
        return words(N_("not on the sheet: {title}"), title=view.point.title)
    if view.blanks:
        return words(N_("on the sheet, still to fill in: {title}"), title=view.point.title)
    if view.picked == OWN:
        return words(N_("on the sheet, own words: {title}"), title=view.point.title)
    return words(N_("on the sheet: {title}"), title=view.point.title)


def _read(desk: Desk, open_sheet: OpenSheet) -> None:
    report = sheet_report(desk.workspace, open_sheet.value, desk.workspace.language)
    title, *rows = as_plain_text(report).rstrip("\n").split("\n")
    lines = []
    for row in rows:
        text = row.lstrip()
        lines.extend(wrapped(text, row[: len(row) - len(text)]))
    desk.prompts.screen(title, lines)
    desk.prompts.pause()


def _make(desk: Desk, open_sheet: OpenSheet) -> None:
    """Make the paper, after saying what is still to fill in."""
    desk.kept.keep_workbook(desk.workspace.keeper.workbook.put_sheet(open_sheet.value), is_quiet=True)
    agreements = _agreements(desk)
    view: SheetView = agreements.view(open_sheet.value)
    if told := agreements.told_blanks(view):
        desk.prompts.screen(desk.words(N_("Something is still to fill in")), wrapped(told))
        options = [
            Option("back", desk.words(N_("Go back and fill it in"))),
            Option("paper", desk.words(N_("Make the paper all the same"))),
        ]
        if choose(desk.prompts, options) == "back":
            raise Back
    make_paper(desk, partial(sheet_report, desk.workspace, open_sheet.value), PAPER)


def _is_removed(desk: Desk, sheet: Sheet) -> bool:
    """Ask before a sheet is removed, and tell whether it was."""
    words = desk.words
    sentence = words(N_("This sheet goes from this program. A paper that you made of it stays where it is."))
    desk.prompts.screen(words(N_("Remove this sheet?")), wrapped(sentence))
    options = [Option(False, words(N_("Keep it"))), Option(True, words(N_("Remove it")))]
    try:
        is_removed = choose(desk.prompts, options)
    except Back:
        return False
    if is_removed:
        desk.kept.keep_workbook(desk.workspace.keeper.workbook.drop_sheet(sheet.id))
    return is_removed
