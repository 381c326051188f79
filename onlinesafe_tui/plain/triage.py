"""The questions, one at a time."""

from __future__ import annotations

from onlinesafe_tui.domain.facets import CHOICES, Danger, Question
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.situation import Reason
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import Bullets, plain_text
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.plain.choices import Option, choose, one, several
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Back, GoTo
from onlinesafe_tui.plain.open_incident import OpenIncident
from onlinesafe_tui.plain.records import origin
from onlinesafe_tui.plain.render import block_lines, paragraphs, wrapped


def ask_questions(desk: Desk, incident: OpenIncident, at: Question) -> None:
    """Ask every question from one on; back goes to the one before.

    Raises:
        Back: The person goes back from the first one.
    """
    asked: Question | None = at
    while asked is not None:
        try:
            ask_question(desk, incident, asked)
        except Back:
            asked = _beside(incident, asked, -1)
            if asked is None:
                raise
        else:
            asked = _beside(incident, asked, 1)


def ask_question(desk: Desk, incident: OpenIncident, question: Question) -> None:
    """Ask one question, with why it is asked; Enter leaves an answer as it is.

    Raises:
        Back: The person goes back.
        GoTo: There is danger now, and the person goes to safety first.
    """
    words, situation = desk.words, incident.value.situation
    page = desk.workspace.library.page(Kind.QUESTION, question, desk.workspace.language)
    known = answered(desk, incident, question)
    why = [block for block in page.shown(situation) if not isinstance(block, Bullets)]
    lines = paragraphs(
        block_lines(why, words),
        origin(page, words),
        wrapped(words(N_("Your answer: {answer}. Enter leaves it so."), answer=known)) if known else [],
    )
    desk.prompts.screen(f"{_place(desk, incident, question)} {page.title}", [*lines, ""])
    options = [Option(item.id, plain_text(item.text), plain_text(item.more)) for item in page.choices()]
    if CHOICES[question].multiple:
        chosen = several(desk.prompts, options, may_keep=bool(known))
    else:
        value = one(desk.prompts, options, may_keep=bool(known))
        chosen = None if value is None else (value,)
    if chosen is not None:
        incident.change(incident.value.answer(question, chosen))
        if question is Question.DANGER and Danger.NOW in chosen:
            _safety_first(desk, incident)


def answered(desk: Desk, incident: OpenIncident, question: Question) -> str:
    """Return the answer to a question in words; empty when there is none yet."""
    values = incident.value.situation.values(question)
    chosen = [value for value in CHOICES[question].values if value in values]
    return ", ".join(desk.workspace.guide.answer(Reason(question, value)) for value in chosen)


def _safety_first(desk: Desk, incident: OpenIncident) -> None:
    words, situation = desk.words, incident.value.situation
    page = desk.workspace.library.page(Kind.ADVICE, "danger-now", desk.workspace.language)
    lines = [
        *wrapped(desk.danger(situation.country)),
        *block_lines(page.shown(situation), words),
        *origin(page, words),
        "",
    ]
    desk.prompts.screen(page.title, lines)
    options = [
        Option(True, words(N_("First make it safe: what to do now"))),
        Option(False, words(N_("Go on with the questions"))),
    ]
    if choose(desk.prompts, options):
        raise GoTo(Step.SAFETY)


def _place(desk: Desk, incident: OpenIncident, question: Question) -> str:
    questions = incident.value.situation.questions
    if question not in questions:
        return ""
    number = questions.index(question) + 1
    return desk.words(N_("Question {number} of {total}"), number=number, total=len(questions)) + "."


def _beside(incident: OpenIncident, question: Question, by: int) -> Question | None:
    """Return the question before or after one, among those that are asked in this situation."""
    order = list(Question)
    asked = [*incident.value.situation.questions, question]
    asked = sorted(set(asked), key=order.index)
    index = asked.index(question) + by
    return asked[index] if 0 <= index < len(asked) else None
