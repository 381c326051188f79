"""One point of a sheet of agreements, and the name and day of the sheet."""

from __future__ import annotations

from typing import Final

from onlinesafe_tui.dates import long_day, parse_day
from onlinesafe_tui.domain.agreements import OWN
from onlinesafe_tui.domain.deadlines import months_after
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Option, choose
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.render import block_lines, paragraphs, wrapped
from onlinesafe_tui.services.agreement_views import LONGEST_VALUE, Point, PointView, blanks_in, value_of
from onlinesafe_tui.services.agreements import LONGEST_NAME, LONGEST_WORDS, Agreements, OpenSheet, own_name

_OFF: Final = "off"
_NEVER, _OTHER = 0, -1
_MONTHS: Final = (3, 6, 12)


def agree_on_point(desk: Desk, sheet: OpenSheet, id: str) -> None:
    """Let somebody choose the words of a point, change them, or leave the point out.

    Raises:
        Back: The person goes back.
    """
    workspace, words = desk.workspace, desk.words
    view = Agreements(workspace.library, workspace.language, workspace.country).view(sheet.value).point(id)
    if view is None:
        return
    desk.prompts.screen(view.point.title, paragraphs(block_lines(view.point.about, words), [""]))
    now = words(N_("as it is now"))
    options = [Option(wording.id, wording.text, now if view.picked == wording.id else "") for wording in view.wordings]
    own = now if view.picked == OWN else ""
    options.append(Option(OWN, words(N_("In your own words")), own))
    options.append(Option(_OFF, words(N_("Not on the sheet")), "" if view.is_on else now))
    chosen = choose(desk.prompts, options)
    at = workspace.clock.now()
    if chosen == OWN:
        _write(desk, sheet, view)
    elif chosen == _OFF:
        sheet.change(sheet.value.leave_out(id, at))
    else:
        sheet.change(sheet.value.pick(id, chosen, at))
        _fill_in(desk, sheet, view.point, chosen)


def _fill_in(desk: Desk, sheet: OpenSheet, point: Point, wording: str) -> None:
    """Ask what belongs in each blank of a wording; what is left empty stays as it is."""
    words = desk.words
    blanks = blanks_in(point.text(wording))
    values = [*sheet.value.filled(point.id, wording), *[""] * len(blanks)][: len(blanks)]
    for number, blank in enumerate(blanks):
        now = f" {words(N_('Now it says: {answer}.'), answer=values[number])}" if values[number] else ""
        asked = words(N_("{blank} (Enter: leave it as it is):"), blank=f"{blank}.{now}" if now else blank)
        values[number] = value_of(desk.prompts.line(asked, longest=LONGEST_VALUE)) or values[number]
        sheet.change(sheet.value.fill(point.id, wording, values, desk.workspace.clock.now()))


def _write(desk: Desk, sheet: OpenSheet, view: PointView) -> None:
    words = desk.words
    hint = words(N_("They stay as you write them, also on paper in another language."))
    before = view.own or view.text or view.wordings[0].text
    desk.prompts.screen(words(N_("In your own words")), [*wrapped(hint), "", *wrapped(before), ""])
    typed = desk.prompts.line(words(N_("Your words (Enter: these):")))
    text = clean_name(typed or before, longest=LONGEST_WORDS)
    sheet.change(sheet.value.adapt(view.point.id, text, desk.workspace.clock.now()))


def ask_name(desk: Desk, sheet: OpenSheet) -> None:
    """Ask how somebody calls a sheet, for themselves.

    Raises:
        Back: The person goes back.
    """
    words = desk.words
    hint = words(N_("For yourself, so that you find it again. No client's name is needed. It stands on no paper."))
    desk.prompts.screen(words(N_("How do you call this sheet?")), wrapped(hint))
    name = own_name(desk.prompts.line(words(N_("Name (Enter: leave it):")), longest=LONGEST_NAME))
    if name:
        sheet.change(sheet.value.call(name, desk.workspace.clock.now()))


def ask_day(desk: Desk, sheet: OpenSheet) -> None:
    """Ask on which day one looks at the agreements again.

    Raises:
        Back: The person goes back.
    """
    words, clock, language = desk.words, desk.workspace.clock, desk.workspace.language
    hint = words(N_("This day stands on the paper, and comes back under what is due."))
    desk.prompts.screen(words(N_("When do you look at it again?")), [*wrapped(hint), ""])
    days = {months: months_after(clock.today(), months) for months in _MONTHS}
    options = [Option(n, words(N_("In {n} months"), n=n), long_day(day, language)) for n, day in days.items()]
    options.append(Option(_OTHER, words(N_("On another day"))))
    options.append(Option(_NEVER, words(N_("No day"))))
    chosen = choose(desk.prompts, options)
    if chosen == _NEVER:
        sheet.change(sheet.value.review(None, clock.now()))
    elif chosen != _OTHER:
        sheet.change(sheet.value.review(days[chosen], clock.now()))
    else:
        _ask_other_day(desk, sheet)


def _ask_other_day(desk: Desk, sheet: OpenSheet) -> None:
    words, clock = desk.words, desk.workspace.clock
    while typed := desk.prompts.line(words(N_("Day, as in 19-11-2026 (Enter: leave it):"))):
        day = parse_day(typed)
        if day is None:
            desk.prompts.say(words(N_("This is no day yet. Write day-month-year, as in 19-11-2026.")))
        elif day < clock.today():
            desk.prompts.say(words(N_("This day is over. Write a day that is still to come.")))
        else:
            sheet.change(sheet.value.review(day, clock.now()))
            desk.prompts.say(f"{long_day(day, desk.workspace.language)}.")
            return
