"""Looking at the answers again, and changing them."""

from __future__ import annotations

from onlinesafe_tui.language import N_
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.plain.choices import Option, choose
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Back
from onlinesafe_tui.plain.open_incident import OpenIncident
from onlinesafe_tui.plain.triage import answered, ask_question


def change_answers(desk: Desk, incident: OpenIncident) -> None:
    """Let somebody change one answer after the other, until they go back or on."""
    while True:
        words, library, language = desk.words, desk.workspace.library, desk.workspace.language
        desk.prompts.screen(words(N_("Your answers")))
        options = [
            Option(
                question,
                library.page(Kind.QUESTION, question, language).title,
                answered(desk, incident, question) or words(N_("Not answered yet")),
            )
            for question in incident.value.situation.questions
        ]
        chosen = choose(desk.prompts, [*options, Option(None, words(N_("Done, go back")))])
        if chosen is None:
            return
        try:
            ask_question(desk, incident, chosen)
        except Back:
            continue
