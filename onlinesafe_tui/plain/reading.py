"""Looking something up: whom to call, platforms, rules, texts, and what is kept about you."""

from __future__ import annotations

from collections.abc import Sequence

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.situation import Country, Situation
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.library import Page, reach
from onlinesafe_tui.library.meta import ContactMeta, Kind, LawMeta
from onlinesafe_tui.plain.choices import Option, choose
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.help import tell_help
from onlinesafe_tui.plain.moves import Back
from onlinesafe_tui.plain.records import above, below
from onlinesafe_tui.plain.render import block_lines, paragraphs, wrapped
from onlinesafe_tui.plain.texts import Handler, show_text

_PRIVACY = "privacy"


def look_up(desk: Desk, incident: Incident | None = None) -> None:
    """Let somebody look things up until they go back.

    Raises:
        Back: The person goes back.
    """
    while True:
        words = desk.words
        desk.prompts.screen(words(N_("Look up")))
        options: list[Option[Handler]] = [
            Option(lambda: call_whom(desk, incident), words(N_("Whom can I call?"))),
            Option(lambda: _list(desk, incident, Kind.PLATFORM), words(N_("Platforms: capture, report, shield"))),
            Option(lambda: _list(desk, incident, Kind.LAW), words(N_("Rules and law"))),
            Option(lambda: _list(desk, incident, Kind.TEMPLATE), words(N_("Texts to copy"))),
            Option(lambda: _read_privacy(desk, incident), words(N_("What is kept about you"))),
            Option(lambda: tell_help(desk), words(N_("Help"))),
        ]
        try:
            choose(desk.prompts, options)()
        except Back:
            if not _was_inside(options):
                raise
