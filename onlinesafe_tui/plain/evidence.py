"""What was captured, in words: item by item, fact by fact."""

from __future__ import annotations

from functools import partial
from typing import Final

from onlinesafe_tui.domain.evidence import Evidence, Fact
from onlinesafe_tui.domain.situation import Reason
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.labels import FACTS
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.plain.choices import Handler, Option, choose, run
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Back
from onlinesafe_tui.plain.open_incident import OpenIncident
from onlinesafe_tui.plain.passphrase import can_seal, seal
from onlinesafe_tui.plain.render import wrapped
from onlinesafe_tui.plain.writing import write

_LONG: Final = frozenset({Fact.WHAT, Fact.ADDRESSES})
"""The facts that take several lines."""

_HINTS: Final = {
    Fact.WHAT: N_("In your own words, or word for word"),
    Fact.ACCOUNT_OWNER: N_("The account can be someone else's"),
    Fact.POSTED_WHEN: N_("Day and time, as exact as you can"),
    Fact.REACHED_ME: N_("Saw it myself, was sent to me, by whom"),
    Fact.KEPT_WHERE: N_("Folder or file, so that you find it again"),
}


def item_name(item: Evidence, words: Words) -> str:
    """Name an item by the first thing that is known about it, and how much is still open."""
    known = next((item.facts[fact] for fact in (Fact.WHAT, Fact.ACCOUNT, Fact.POSTED_BY) if fact in item.facts), "")
    left = len(item.open_facts)
    state = words.plural("{n} question open", "{n} questions open", left) if left else words(N_("complete"))
    return f"{clean_name(known or words(N_('Not described yet')), longest=60)} ({state})"


def begin_item(desk: Desk, incident: OpenIncident) -> None:
    """Describe something new that was captured; what the questions already told is filled in.

    Raises:
        Back: The person goes back.
    """
    if can_seal(desk) and not incident.value.evidence:
        _offer_to_seal(desk)
    item = incident.value.new_evidence(desk.workspace.clock.now())
    channel = incident.value.situation.channel
    if channel and channel not in ("other", "unknown"):
        item = item.tell(Fact.CHANNEL, desk.workspace.guide.answer(Reason("channel", channel)))
    _describe(desk, incident, item)


def change_item(desk: Desk, incident: OpenIncident, number: int) -> None:
    """Show an item, and let somebody go through its facts again or remove it.

    Raises:
        Back: The person goes back.
    """
    words = desk.words
    item = next(item for item in incident.value.evidence if item.number == number)
    facts = ((words(FACTS[fact]), _answer(item, fact, words)) for fact in Fact)
    lines = [line for question, answer in facts if answer for line in wrapped(f"{question}: {answer}")]
    desk.prompts.screen(words(N_("Item {n}"), n=number), [*lines, ""])
    options = [
        Option(_describe, words(N_("Go through the questions, and change answers"))),
        Option(_remove, words(N_("Remove this description"))),
    ]
    choose(desk.prompts, options)(desk, incident, item)


def _offer_to_seal(desk: Desk) -> None:
    """Ask for a passphrase before anything is described, which may wait."""
    words = desk.words
    desk.prompts.screen(words(N_("What you describe here is not for everyone's eyes")), [""])
    options: list[Option[Handler]] = [
        Option(partial(seal, desk), words(N_("First save it with a passphrase"))),
        Option(_later, words(N_("Describe it now, and save later"))),
    ]
    run(desk.prompts, choose(desk.prompts, options))


def _later() -> None:
    """Save nothing yet."""


def _describe(desk: Desk, incident: OpenIncident, item: Evidence) -> None:
    """Ask fact by fact; back goes to the fact before."""
    words, facts, at = desk.words, list(Fact), 0
    how = words(N_("Enter skips a question, ? means that you do not know, - takes an answer away."))
    desk.prompts.screen(words(N_("What was posted, in words")), wrapped(how))
    while at < len(facts):
        try:
            _ask(desk, incident, _now(incident, item), facts[at])
        except Back:
            if at == 0:
                raise
            at -= 1
        else:
            at += 1
    desk.prompts.say(words(N_("That was the last question about this item.")))


def _ask(desk: Desk, incident: OpenIncident, item: Evidence, fact: Fact) -> None:
    words = desk.words
    hint = f" {words(_HINTS[fact])}." if fact in _HINTS else ""
    known, is_long = _answer(item, fact, words), fact in _LONG
    desk.prompts.say(f"{words(FACTS[fact])}.{hint}")
    prompt = words(N_("Answer (Enter: skip, ?: unknown):"))
    if known:
        desk.prompts.say(words(N_("So far: {answer}"), answer=known))
        prompt = words(N_("Answer (Enter: leave it, ?: unknown, -: none):"))
    typed = (desk.prompts.row if is_long else desk.prompts.line)(prompt)
    match typed.strip():
        case "":
            return
        case "?":
            item = item.say_unknown(fact)
        case "-":
            item = item.tell(fact, "")
        case _:
            item = item.tell(fact, typed)
    incident.change(incident.value.keep(item), is_quiet=is_long and fact in item.facts)
    if is_long and fact in item.facts:
        write(desk.prompts, partial(_keep, incident, item, fact), typed.split("\n"))
        desk.kept.say_state()


def _keep(incident: OpenIncident, item: Evidence, fact: Fact, text: str) -> None:
    incident.change(incident.value.keep(item.tell(fact, text)), is_quiet=True)


def _remove(desk: Desk, incident: OpenIncident, item: Evidence) -> None:
    words = desk.words
    desk.prompts.say(words(N_("Removing this description cannot be undone.")))
    options = [
        Option(False, words(N_("Leave it"))),
        Option(True, words(N_("Remove it"))),
    ]
    if choose(desk.prompts, options):
        incident.change(incident.value.drop(item.number))


def _now(incident: OpenIncident, item: Evidence) -> Evidence:
    """Return an item as it is kept now; itself as long as it is not kept yet."""
    return next((known for known in incident.value.evidence if known.number == item.number), item)


def _answer(item: Evidence, fact: Fact, words: Words) -> str:
    return words(N_("you do not know this")) if fact in item.unknown else item.facts.get(fact, "")
