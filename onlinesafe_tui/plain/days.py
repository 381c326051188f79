"""Asking for a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from onlinesafe_tui.dates import long_day, parse_day
from onlinesafe_tui.domain.facets import ForWhom
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.open_incident import OpenIncident
from onlinesafe_tui.plain.render import wrapped


def ask_day(desk: Desk, prompt: str, read: Callable[[str], date | None] = parse_day) -> date | None:
    """Ask for a day that is not still to come; None when nothing was typed.

    Args:
        desk: What somebody works at.
        prompt: The question.
        read: Reads a day from what is typed.

    Raises:
        Back: The person goes back.
    """
    words = desk.words
    while typed := desk.prompts.line(prompt):
        day = read(typed)
        if day is None:
            desk.prompts.say(words(N_("This is no day yet. Write day-month-year, as in 19-11-2026.")))
        elif day > desk.workspace.clock.today():
            desk.prompts.say(words(N_("This day is still to come. Write a day that was.")))
        else:
            return day
    return None


def ask_known_on(desk: Desk, incident: OpenIncident) -> None:
    """Ask on which day the one it happened to learned of it, from which the dates count.

    Raises:
        Back: The person goes back.
    """
    words, language = desk.words, desk.workspace.language
    why = words(
        N_("In the Netherlands the time to ask for prosecution counts from this day, and aftercare is planned from it.")
    )
    is_mine = incident.value.situation.for_whom is ForWhom.SELF
    asked = N_("On which day did you learn of it?") if is_mine else N_("On which day did your colleague learn of it?")
    now = words(N_("Now it says: {answer}."), answer=long_day(incident.value.known_on, language))
    desk.prompts.screen(words(asked), [*wrapped(why), *wrapped(now)])
    day = ask_day(desk, words(N_("Day, as in 19-11-2026 (Enter: leave it):")))
    if day:
        desk.prompts.say(f"{long_day(day, language)}.")
        incident.change(replace(incident.value, known_on=day))
