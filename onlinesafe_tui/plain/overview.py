"""Where somebody is, at any prompt: the steps, the dates, and the way to all of them."""

from __future__ import annotations

from functools import partial

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import SettingsError
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.plain.answers import change_answers
from onlinesafe_tui.plain.choices import Handler, Option, choose, run
from onlinesafe_tui.plain.days import ask_known_on
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import GoTo, Home
from onlinesafe_tui.plain.open_incident import OpenIncident
from onlinesafe_tui.plain.reading import look_up
from onlinesafe_tui.plain.render import Lines, date_lines, paragraphs, wrapped
from onlinesafe_tui.services.ways_back import went_back_words
from onlinesafe_tui.settings import LANGUAGES


def tell_overview(desk: Desk, incident: OpenIncident) -> None:
    """Show how far an incident is, and let somebody jump; then they go on where they were.

    Raises:
        Back: The person goes back to where they were.
        GoTo: The person goes to another step.
        Home: The person goes to the first choice.
    """
    while True:
        desk.prompts.screen(_title(desk, incident), [*_state(desk, incident), ""])
        handler = choose(desk.prompts, _options(desk, incident), first=0, onward=_nothing)
        if handler is _nothing:
            return
        run(desk.prompts, handler)


def tell_all(desk: Desk) -> None:
    """Say what there is, when no incident is open."""
    words, guide = desk.words, desk.workspace.guide
    names = [
        line
        for summary in desk.workspace.keeper.summaries()
        for line in wrapped(guide.name(summary.acts, summary.channel, summary.known_on), "- ")
    ]
    nothing = wrapped(words(N_("Nothing is open. You are at the first choice.")))
    desk.prompts.screen(words(N_("Overview")), paragraphs(wrapped(desk.danger()), names or nothing))
    desk.kept.say_state()


def _title(desk: Desk, incident: OpenIncident) -> str:
    value = incident.value
    return desk.workspace.guide.name(value.situation.acts, value.situation.channel, value.known_on)


def _state(desk: Desk, incident: OpenIncident) -> Lines:
    words, workspace = desk.words, desk.workspace
    dates = workspace.guide.dates(incident.value, workspace.clock.today())
    told = date_lines(dates, words)
    return paragraphs(
        wrapped(desk.danger(incident.value.situation.country)),
        wrapped(incident.now),
        wrapped(desk.kept.state()) if desk.kept.state() else [],
        [line for text in went_back_words(incident.value, words) for line in wrapped(text)],
        [*wrapped(words(N_("Dates to keep in sight"))), *told] if told else [],
    )


def _options(desk: Desk, incident: OpenIncident) -> list[Option[Handler]]:
    words = desk.words
    here = words(N_("you are here"))
    steps = [
        Option[Handler](
            partial(_go_to, entry.step), f"{entry.label}: {entry.word}{f', {here}' if entry.is_open else ''}"
        )
        for entry in desk.workspace.guide.rail(incident.value)
    ]
    return [
        *steps,
        Option(partial(change_answers, desk, incident), words(N_("Change my answers"))),
        Option(partial(ask_known_on, desk, incident), words(N_("The day you learned of it"))),
        Option(lambda: look_up(desk, incident.value), words(N_("Look up: platforms, help lines, rules"))),
        Option(partial(_other_language, desk), _language_label(desk)),
        Option(_go_home, words(N_("To the first choice"))),
        Option(_nothing, words(N_("Go on where you were"))),
    ]


def _language_label(desk: Desk) -> str:
    return desk.words(N_("Go on in {language}"), language=LANGUAGES[_other(desk)])


def _other(desk: Desk) -> Language:
    return next(language for language in Language if language is not desk.workspace.language)


def _other_language(desk: Desk) -> None:
    try:
        desk.workspace.choose(language=_other(desk))
    except SettingsError as error:
        desk.prompts.error(error)


def _go_to(step: Step) -> None:
    raise GoTo(step)


def _go_home() -> None:
    raise Home


def _nothing() -> None:
    """Go on where the person was."""
