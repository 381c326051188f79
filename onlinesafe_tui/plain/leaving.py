"""Stopping, with nothing lost that somebody wants to keep."""

from __future__ import annotations

from functools import partial

from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Handler, Option, choose, run
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Ended
from onlinesafe_tui.plain.passphrase import seal
from onlinesafe_tui.plain.render import Lines, wrapped
from onlinesafe_tui.services.keeping import Keeping


def leave(desk: Desk) -> None:
    """End at once when everything is saved; otherwise offer to save it.

    Raises:
        Back: The person goes on where they were.
        Ended: The person stops.
    """
    desk.kept.save_waiting()
    while desk.kept.has_unsaved:
        desk.prompts.screen(desk.words(N_("Not everything is saved yet")), [*_what_would_be_lost(desk), ""])
        handler = choose(desk.prompts, _options(desk))
        if handler is _go_on:
            return
        run(desk.prompts, handler)
    farewell(desk)
    raise Ended


def farewell(desk: Desk) -> None:
    """Say whether everything is kept, and that nobody is alone in this."""
    words, prompts = desk.words, desk.prompts
    if desk.workspace.is_practice:
        prompts.say(words(N_("The exercise is over. Nothing of it is kept.")))
        return
    if desk.kept.has_unsaved:
        prompts.say(words(N_("You stop without saving. What you wrote is not kept.")))
    elif desk.workspace.keeper.state is Keeping.SEALED:
        desk.kept.say_state()
        prompts.say(words(N_("Everything is saved. Next time you go on where you were.")))
    prompts.say(words(N_("You do not have to do this alone: ask somebody to be with you.")))


def _what_would_be_lost(desk: Desk) -> Lines:
    words, guide = desk.words, desk.workspace.guide
    names = [
        guide.name(incident.situation.acts, incident.situation.channel, incident.known_on)
        for incident in desk.kept.unsaved()
    ]
    if desk.kept.is_workbook_unsaved:
        names.append(words(N_("Prevention, agreements and policy")))
    lines = wrapped(words(N_("If you stop now without saving, what you wrote about this is gone:")))
    return [*lines, *(line for name in names for line in wrapped(name, "- "))]


def _options(desk: Desk) -> list[Option[Handler]]:
    words = desk.words
    saving: Option[Handler]
    match desk.workspace.keeper.state:
        case Keeping.LOCKED | Keeping.READ_ONLY:
            saving = Option(
                partial(seal, desk, offers_code=False),
                words(N_("Save it with what you saved before: type your passphrase")),
            )
        case Keeping.MEMORY:
            saving = Option(partial(seal, desk, offers_code=False), words(N_("Make a passphrase, and save it")))
        case _:
            saving = Option(desk.kept.save_waiting, words(N_("Try again to save it")))
    return [
        saving,
        Option(_go_on, words(N_("Don't stop: go on where you were"))),
        Option(partial(_let_go, desk), words(N_("Stop without saving"))),
    ]


def _go_on() -> None:
    """Go on where the person was."""


def _let_go(desk: Desk) -> None:
    farewell(desk)
    raise Ended
