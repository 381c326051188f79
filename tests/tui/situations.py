"""The situations that the tests tell."""

from __future__ import annotations

from typing import Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.situation import Situation
from tests.tui.desk import NOW, TODAY
from tests.tui.person import Answers

THREAT_ON_YOUTUBE: Final[Answers] = {
    Question.DANGER: ["no"],
    Question.ACTS: ["threat"],
    Question.CHANNEL: ["youtube"],
    Question.FORM: ["video"],
    Question.AUTHOR: ["parent"],
    Question.HOME: ["address"],
    Question.CONCERNS: ["no"],
}

INSULT_ON_LINKEDIN: Final[Answers] = {
    Question.DANGER: ["no"],
    Question.ACTS: ["insult"],
    Question.CHANNEL: ["linkedin"],
    Question.FORM: ["text"],
    Question.VISIBILITY: ["private"],
    Question.AUTHOR: ["client-adult"],
    Question.HOME: ["no"],
    Question.CONCERNS: ["no"],
}

PUBLIC_INSULT: Final[Answers] = {**INSULT_ON_LINKEDIN, Question.VISIBILITY: ["public"]}

MINOR_SEEN_SEXUALLY: Final[Answers] = {
    **INSULT_ON_LINKEDIN,
    Question.ACTS: ["intimate-minor"],
    Question.CHANNEL: ["whatsapp"],
    Question.FORM: ["image"],
}


def told(
    answers: Answers, step: Step | None = Step.SAFETY, *, country: Country = Country.NL, number: int = 1
) -> Incident:
    """An incident with these answers, begun today, at a step; None to begin with the questions."""
    situation = Situation(country=country)
    for question, values in answers.items():
        situation = situation.answer(question, values)
    start = Incident(id=f"{number:016x}", opened=NOW, changed=NOW, situation=situation, known_on=TODAY)
    return start.go(start.journey.go(step)) if step else start
