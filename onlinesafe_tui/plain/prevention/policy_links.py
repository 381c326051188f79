"""Linking incidents to what was missing, seen from the policy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Handler, Option, choose, menu, run
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.passphrase import unlock
from onlinesafe_tui.plain.render import paragraphs, wrapped
from onlinesafe_tui.services.policy_links import PolicyLinks
from onlinesafe_tui.services.policy_scan import PolicyScan


def link_incidents(desk: Desk, policy: PolicyScan) -> None:
    """Tell in how many incidents something was missing, and let somebody say it of one.

    Raises:
        Back: The person goes back.
    """
    links = PolicyLinks(desk.workspace, policy)

    def show() -> list[Option[Handler]]:
        words = desk.words
        missed = [line for view in links.missed() for line in wrapped(view.said, "- ")]
        if links.is_locked:
            said = N_("The incidents are locked. They come with your passphrase.")
        elif not links.incidents():
            said = N_("There are no incidents here. That says nothing about how many there are.")
        else:
            said = N_(
                "Choose an incident, and tick what was missing. Look at what the organisation can do, not at what "
                "somebody should have done. Only the counts leave this laptop, on the board page."
            )
        title = words(N_("Incidents and what was missing"))
        desk.prompts.screen(title, [*paragraphs(missed, wrapped(words(said))), ""])
        return list(_options(desk, policy, links))

    if links.is_locked or links.incidents():
        menu(desk.prompts, show)
    else:
        show()
        desk.prompts.pause()


def _options(desk: Desk, policy: PolicyScan, links: PolicyLinks) -> Iterator[Option[Handler]]:
    words = desk.words
    if links.is_locked:
        passphrase = words(N_("It opens with your passphrase."))
        yield Option(partial(unlock, desk), words(N_("Go on with what I saved")), passphrase)
    for incident in links.incidents():
        n = len(incident.linked)
        said = words.plural("{n} point was missing", "{n} points were missing", n) if n else ""
        more = " · ".join(filter(None, (said, incident.trouble)))
        yield Option(partial(_link, desk, policy, links, incident.id, incident.name), incident.name, more)


def _link(desk: Desk, policy: PolicyScan, links: PolicyLinks, incident: str, name: str) -> None:
    """Let somebody tick one point after the other. The list is long, so it is read again only on request."""
    said = desk.words(N_("What was missing, that would have helped here? What is not in place comes first."))
    desk.prompts.screen(name, [*wrapped(said), ""])
    is_listed = False
    while True:
        options = [_point(desk, policy, links, incident, id) for id in links.candidates(incident)]
        run(desk.prompts, choose(desk.prompts, options, is_listed=is_listed))
        is_listed = True


def _point(desk: Desk, policy: PolicyScan, links: PolicyLinks, incident: str, statement: str) -> Option[Handler]:
    title = policy.statements.title(statement)
    is_linked = statement in desk.workspace.keeper.workbook.links.get(incident, ())

    def toggle() -> None:
        desk.kept.keep_workbook(links.toggled(incident, statement))
        said = N_("No longer ticked: {text}") if is_linked else N_("Ticked: {text}")
        desk.prompts.say(desk.words(said, text=title))

    return Option(toggle, desk.words(N_("ticked: {text}") if is_linked else N_("open: {text}"), text=title))
