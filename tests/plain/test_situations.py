"""What a person can do right after an incident, from the first line to the law."""

from __future__ import annotations

import pytest

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.deadlines import COMPLAINT_MONTHS, months_after
from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import Block, Paragraph, plain_text
from onlinesafe_tui.library.library import Library, Page, section
from onlinesafe_tui.library.meta import Kind
from tests.plain.laptop import TODAY, Laptop
from tests.plain.long_day import THREAT
from tests.plain.person import Person, Reply, answers, pick

BEGIN = pick("Something just happened")
ON = "n"
"""On to the next step."""

INSULT = (
    (Question.DANGER, "no"),
    (Question.ACTS, "insult"),
    (Question.CHANNEL, "linkedin"),
    (Question.FORM, "text"),
    (Question.VISIBILITY, "private"),
    (Question.AUTHOR, "client-adult"),
    (Question.HOME, "no"),
    (Question.CONCERNS, "no"),
)
PUBLIC_TEXT = (*INSULT[:4], (Question.VISIBILITY, "public"), *INSULT[5:])


def say(library: Library, *chosen: tuple[Question, str]) -> list[Reply]:
    return [BEGIN, *answers(library, Language.EN, *chosen)]


def told_at(person: Person, place: str) -> str:
    """Return what was told at a step, the last time that somebody was there."""
    start = max(index for index, line in enumerate(person.told) if line.startswith(place))
    return " ".join(" ".join(person.told[start:]).split())


def advice(library: Library, id: str) -> Page:
    return library.page(Kind.ADVICE, id, Language.EN)


def first_words(blocks: tuple[Block, ...]) -> str:
    paragraph = next(block for block in blocks if isinstance(block, Paragraph))
    return " ".join(plain_text(paragraph.text).split())[:60]


def test_a_threat_on_video_by_a_parent(new_laptop: Laptop, library: Library) -> None:
    person = Person([pick("The Netherlands"), *say(library, *THREAT), *[ON] * 5]).walk(new_laptop.workspace())

    assert person.told[0].startswith("In direct gevaar? Bel 112") or person.told[0].startswith(
        "In danger now? Call 112"
    )
    safety = told_at(person, "Before the steps: Safety")
    assert safety.index("In danger now? Call 112") < safety.index(f"Now: {advice(library, 'capture-first').title}")
    assert advice(library, "address-published").title in safety

    talk = told_at(person, "Step 1 of 5: Talk, not alone")
    assert advice(library, "no-talk").title in talk
    assert "Because: threat, your address" in talk

    report = told_at(person, "Step 3 of 5: Report")
    youtube = library.page(Kind.PLATFORM, "youtube", Language.EN)
    assert first_words(section(youtube.shown(), "report")) in report
    assert "Looked up on 22 November 2026" in report
    assert "Menus may be called otherwise by now." in report

    legal = told_at(person, "Step 5 of 5: Legal help")
    assert advice(library, "employer-may-report-nl").title in legal
    assert advice(library, "domicile-at-employer-nl").title in legal


def test_an_insult_by_a_known_adult_client(laptop: Laptop, library: Library) -> None:
    person = Person([*say(library, *INSULT), *[ON] * 5]).walk(laptop.workspace())

    talk = told_at(person, "Step 1 of 5: Talk")
    assert advice(library, "talk-prepared").title in talk
    assert advice(library, "no-talk").title not in talk

    legal = told_at(person, "Step 5 of 5: Legal help")
    last_day = long_day(months_after(TODAY, COMPLAINT_MONTHS), Language.EN)
    assert f"{last_day}: Last day to ask for prosecution." in legal
    assert "three months from 22 November 2026, the day you learned of it" in legal


def test_a_public_text_in_flanders(new_laptop: Laptop, library: Library) -> None:
    person = Person([pick("Flanders"), *say(library, *PUBLIC_TEXT), *[ON] * 5]).walk(new_laptop.workspace())

    legal = told_at(person, "Step 5 of 5: Legal help")
    page = advice(library, "press-offence-be")
    assert page.title in legal
    assert first_words(page.blocks) in legal
    assert "Last day to ask for prosecution" not in legal


def test_danger_now_is_answered_with_whom_to_call_before_the_next_question(laptop: Laptop, library: Library) -> None:
    script = [*say(library, (Question.DANGER, "now")), pick("First make it safe")]
    person = Person(script).walk(laptop.workspace())

    title = advice(library, "danger-now").title
    answered = person.told[person.told.index(title) :]
    assert answered[1] == "In danger now? Call 112"
    assert answered.index("Before the steps: Safety, to do.") < answered.index(f"Danger: {title}")


def test_after_danger_the_questions_can_go_on(laptop: Laptop, library: Library) -> None:
    script = [*say(library, (Question.DANGER, "now")), pick("Go on with the questions")]
    person = Person(script).walk(laptop.workspace())

    assert "Question 2 of 8. What happened?" in person.told


@pytest.mark.parametrize("for_whom", ["I am helping a colleague", "I lead someone"])
def test_others_than_the_one_it_happened_to_get_advice_of_their_own(
    laptop: Laptop, library: Library, for_whom: str
) -> None:
    person = Person([pick(for_whom), *say(library, *THREAT)[1:]]).walk(laptop.workspace())

    wanted = {"I am helping a colleague": "helping-a-colleague", "I lead someone": "leading-the-team"}
    assert advice(library, wanted[for_whom]).title in person.text


def test_a_question_says_why_it_asks_and_several_answers_can_be_true(laptop: Laptop, library: Library) -> None:
    script = [*say(library, (Question.DANGER, "no"), (Question.ACTS, "insult threat")), "b"]
    person = Person(script).walk(laptop.workspace())

    page = library.page(Kind.QUESTION, Question.ACTS, Language.EN)
    assert first_words(page.blocks) in person.text
    assert "Your answer: Insult, Threat. Enter leaves it so." in person.text
