"""Every incident that was kept: going on with one, or deleting it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Handler, Option, choose, run
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.render import paragraphs, wrapped
from onlinesafe_tui.services.deleting import deletion_of
from onlinesafe_tui.services.incident_list import incident_lines


def list_incidents(desk: Desk, go_on_with: Callable[[str], None]) -> None:
    """List the incidents, with what can be done about one that does not open.

    Args:
        desk: What somebody works at.
        go_on_with: Opens an incident.

    Raises:
        Back: The person goes back.
    """
    words = desk.words
    desk.prompts.screen(words(N_("Incidents")), [""])
    options = [
        Option[Handler](partial(_one, desk, line.id, go_on_with), line.name, line.more)
        for line in incident_lines(desk.workspace)
    ]
    if not options:
        desk.prompts.say(words(N_("Nothing is kept yet.")))
        return
    run(desk.prompts, choose(desk.prompts, options))


def _one(desk: Desk, id: str, go_on_with: Callable[[str], None]) -> None:
    """Let somebody go on with an incident, or delete it.

    Raises:
        Back: The person goes back.
        VaultError: It does not open, or cannot be deleted.
    """
    if desk.workspace.keeper.is_closed(id):
        go_on_with(id)
        return
    words = desk.words
    desk.prompts.screen(deletion_of(desk.workspace, id).name, [""])
    options: list[Option[Handler]] = [
        Option(partial(go_on_with, id), words(N_("Open it"))),
        Option(partial(_delete, desk, id), words(N_("Delete it for good"))),
    ]
    choose(desk.prompts, options)()


def _delete(desk: Desk, id: str) -> None:
    """Say what deleting means, and do it after two choices."""
    words, deletion = desk.words, deletion_of(desk.workspace, id)
    left = [line for text in deletion.left for line in wrapped(text, "- ")]
    lines = paragraphs(
        wrapped(deletion.goes),
        [*wrapped(words(N_("What may be left elsewhere")) + ":"), *left],
        wrapped(deletion.remembered),
        [""],
    )
    desk.prompts.screen(words(N_("Delete: {name}"), name=deletion.name), lines)
    keep = Option(False, words(N_("Keep it")))
    if not choose(desk.prompts, [keep, Option(True, words(N_("Delete it for good")))]):
        return
    desk.prompts.say(words(N_("{name} goes for good. Nothing brings it back."), name=deletion.name))
    if choose(desk.prompts, [keep, Option(True, words(N_("Yes, delete it")))]):
        desk.kept.forget(id)
        desk.workspace.keeper.delete(id)
        desk.prompts.say(words(N_("It is deleted.")))
