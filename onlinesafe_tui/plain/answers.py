"""Looking at the answers again, and changing them."""

from __future__ import annotations

from functools import partial

from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.plain.choices import Handler, Option, menu
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.open_incident import OpenIncident
from onlinesafe_tui.plain.triage import answered, ask_question


def change_answers(desk: Desk, incident: OpenIncident) -> None:
    """Let somebody change one answer after the other.

    Raises:
        Back: The person goes back.
    """

    def show() -> list[Option[Handler]]:
        desk.prompts.screen(desk.words(N_("Your answers")), [""])
        return [_option(desk, incident, question) for question in incident.value.situation.questions]

    menu(desk.prompts, show)


def _option(desk: Desk, incident: OpenIncident, question: Question) -> Option[Handler]:
    page = desk.workspace.library.page(Kind.QUESTION, question, desk.workspace.language)
    answer = answered(desk, incident, question) or desk.words(N_("Not answered yet"))
    return Option(partial(ask_question, desk, incident, question), page.title, answer)
