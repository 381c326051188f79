"""The first choice: what is going on?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import ForWhom
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Handler, Option, choose, run
from onlinesafe_tui.plain.commands import Command
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Back, Home
from onlinesafe_tui.plain.open_incident import OpenIncident
from onlinesafe_tui.plain.passphrase import can_seal, seal, unlock
from onlinesafe_tui.plain.reading import look_up
from onlinesafe_tui.plain.render import Lines, paragraphs, wrapped
from onlinesafe_tui.plain.start import ask_language_and_country
from onlinesafe_tui.plain.steps import go_through
from onlinesafe_tui.services.demo import restart_practice
from onlinesafe_tui.services.due import pressing
from onlinesafe_tui.services.incident_list import incident_lines
from onlinesafe_tui.services.incidents import start_incident
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.own_words import left_out, whose_texts
from onlinesafe_tui.services.synced import promised
from onlinesafe_tui.services.vault_view import NAME, reminder
from onlinesafe_tui.store.port import Summary

_LATEST = 1
"""Incidents that are offered here by name; the others stand in a list of their own."""


def stay_home(desk: Desk) -> None:
    """Offer what somebody may need now, until they stop. Whom to call was told just before; from then on it is again.

    Raises:
        Ended: The person stops.
    """
    danger: Lines = []
    while True:
        words = desk.words
        desk.prompts.screen(words(N_("What is going on?")), [*paragraphs(danger, _promise(desk)), ""])
        danger = wrapped(desk.danger())
        try:
            run(desk.prompts, choose(desk.prompts, list(_options(desk))))
        except Back:
            desk.prompts.say(words(N_("This is the first choice: there is nothing before it. Type s to stop.")))
        except Home:
            continue


def _promise(desk: Desk) -> Lines:
    words = desk.words
    if desk.workspace.is_practice:
        promise = words(N_("This is an exercise with made-up people. Nothing of it is kept."))
    else:
        promise = promised(desk.workspace.keeper, words)
    library = desk.workspace.library
    return paragraphs(
        [*wrapped(promise), *_lines(whose_texts(library, words))],
        _lines(left_out(library, words)),
    )


def _lines(text: str) -> Lines:
    return wrapped(text) if text else []


def _options(desk: Desk) -> Iterator[Option[Handler]]:
    words = desk.words
    is_under_way = bool(desk.workspace.keeper.summaries())
    yield from _under_way(desk)
    if is_under_way:
        yield from _due(desk)
    yield Option(
        partial(_begin, desk, ForWhom.SELF),
        words(N_("Something just happened")),
        words(N_("Somebody insults, threatens or exposes me online. Start here.")),
    )
    yield Option(
        partial(_begin, desk, ForWhom.COLLEAGUE),
        words(N_("I am helping a colleague")),
        words(N_("The same steps together, with an eye for her or him.")),
    )
    yield Option(partial(_begin, desk, ForWhom.TEAM), words(N_("I lead someone whom this happens to")))
    # Whoever comes because something just happened finds that first, unless something is under way.
    if not is_under_way:
        yield from _due(desk)
    yield Option(
        partial(_prevent, desk),
        words(N_("Prevention")),
        _round(desk) or words(N_("Ten minutes to make a next time harder.")),
    )
    yield Option(partial(look_up, desk), words(N_("Look up: platforms, help lines, rules")))
    yield from _saved(desk)
    if desk.workspace.is_practice:
        yield Option(partial(_start_over, desk), words(N_("Start the exercise over")))
    else:
        yield Option(partial(_practise, desk), words(N_("Practise with something made up")))
    yield Option(partial(ask_language_and_country, desk), words(N_("Another country or language")))
    yield Option(partial(desk.prompts.do, Command.STOP), words(N_("Stop")))


def _due(desk: Desk) -> Iterator[Option[Handler]]:
    words = desk.words
    if near := pressing(desk.workspace.due()):
        others = words.plural("and {n} more", "and {n} more", len(near) - 1) if near[1:] else ""
        yield Option(partial(_tell_due, desk), near[0].line(words), ", ".join(filter(None, (near[0].about, others))))


def _under_way(desk: Desk) -> Iterator[Option[Handler]]:
    words, keeper = desk.words, desk.workspace.keeper
    if keeper.state is Keeping.LOCKED:
        passphrase = words(N_("It opens with your passphrase."))
        yield Option(partial(unlock, desk), words(N_("Go on with what I saved")), passphrase)
    summaries = keeper.summaries()
    for summary in summaries[:_LATEST]:
        text = words(N_("Go on with: {name}"), name=_name(desk, summary))
        yield Option(partial(_go_on_with, desk, summary.id), text, _next(desk, summary.id))
    hidden = len(keeper.unreadable().keys() - {summary.id for summary in summaries})
    if hidden:
        text = words.plural("{n} incident does not open", "{n} incidents do not open", hidden)
        yield Option(partial(_list, desk), text, words(N_("Nothing was thrown away. Look what can be done.")))
    elif len(summaries) > _LATEST:
        yield Option(partial(_list, desk), words(N_("All incidents ({n})"), n=len(summaries)))
    if can_seal(desk) and keeper.state is Keeping.MEMORY:
        yield Option(partial(seal, desk), words(N_("Save now, with a passphrase")))


def _list(desk: Desk) -> None:
    desk.prompts.screen(desk.words(N_("Incidents")), [""])
    options = [
        Option[Handler](partial(_go_on_with, desk, line.id), line.name, line.more if line.is_unreadable else "")
        for line in incident_lines(desk.workspace)
    ]
    choose(desk.prompts, options)()


def _name(desk: Desk, summary: Summary) -> str:
    return desk.workspace.guide.name(summary.acts, summary.channel, summary.known_on)


def _next(desk: Desk, id: str) -> str:
    """Say what comes next in an incident."""
    words, workspace = desk.words, desk.workspace
    try:
        incident = desk.kept.load(id)
    except VaultError as error:
        return f"{words(error.title)}."
    return words(N_("Next: {text}"), text=workspace.guide.now(incident, workspace.clock.today()).text)


def _round(desk: Desk) -> str:
    """Say that a prevention round is half-way; empty when none is."""
    workbook = desk.workspace.keeper.workbook
    if not workbook.rounds:
        return ""
    from onlinesafe_tui.services.rounds import rounds_of  # noqa: PLC0415

    return rounds_of(desk.workspace).under_way(workbook)


def _saved(desk: Desk) -> Iterator[Option[Handler]]:
    """Lead to what was saved as a whole, and say what is wrong with it, or that a code was put off."""
    keeper, words = desk.workspace.keeper, desk.words
    if keeper.vault is not None:
        yield Option(partial(_look_after, desk), words(NAME), reminder(desk.workspace))


def _look_after(desk: Desk) -> None:
    from onlinesafe_tui.plain.vault import look_after  # noqa: PLC0415  (most starts do not come here)

    look_after(desk, partial(_go_on_with, desk))


def _prevent(desk: Desk) -> None:
    from onlinesafe_tui.plain.prevention.menu import prevent  # noqa: PLC0415  (most starts do not come here)

    prevent(desk, partial(_go_on_with, desk))


def _tell_due(desk: Desk) -> None:
    from onlinesafe_tui.plain.prevention.due import tell_due  # noqa: PLC0415

    tell_due(desk, partial(_go_on_with, desk))


def _begin(desk: Desk, for_whom: ForWhom) -> None:
    workspace = desk.workspace
    incident = start_incident(workspace.clock, workspace.country or Country.NL, for_whom)
    go_through(desk, OpenIncident(desk, incident))


def _go_on_with(desk: Desk, id: str) -> None:
    go_through(desk, OpenIncident(desk, _opened(desk, id)))


def _opened(desk: Desk, id: str) -> Incident:
    """Open an incident; one that does not open, or is not the last version, in another way if the person wants that.

    Raises:
        Back: The person leaves it as it is.
        VaultError: It cannot be opened at all.
    """
    from onlinesafe_tui.services.ways_back import go_back, way_back  # noqa: PLC0415  (hardly ever)

    try:
        return desk.kept.load(id)
    except VaultError as error:
        offer = way_back(desk.workspace, id, error)
        if offer is None:
            raise
        desk.prompts.error(error)
    options = [Option(False, desk.words(N_("Leave it as it is"))), Option(True, offer.text)]
    if not choose(desk.prompts, options):
        raise Back
    go_back(desk.workspace, id, offer.way)
    return desk.kept.load(id)


def _start_over(desk: Desk) -> None:
    _go_on_with(desk, restart_practice(desk.workspace))


def _practise(desk: Desk) -> None:
    words = desk.words
    desk.prompts.say(
        words(N_("You can practise with a made-up incident, of which nothing is kept.")),
        words(N_("Stop here, and start with: onlinesafe demo")),
    )
    desk.prompts.pause()
