"""What somebody gets to see first, and at each step, in the situations that the guide was made for."""

from __future__ import annotations

import pytest

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.domain.incident import WHOLE_SCREEN
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.meta import Aging, Kind
from tests.tui.desk import Desk
from tests.tui.person import Answers, Person
from tests.tui.situations import INSULT_ON_LINKEDIN, MINOR_SEEN_SEXUALLY, PUBLIC_INSULT, THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")


async def at_step(person: Person, step: Step) -> str:
    """Walk on to a step, and return what can be read there."""
    while person.step() is not step:
        await person.press("ctrl+n")
    return person.page


async def safety(desk: Desk, person: Person, answers: Answers) -> str:
    await person.start(answers)
    assert person.step() is Step.SAFETY
    return person.page


def advice(desk: Desk, id: str) -> str:
    return desk.title(Kind.ADVICE, id)


async def test_after_a_threat_who_to_call_comes_first_and_then_capturing(desk: Desk) -> None:
    async with desk.sit_down() as person:
        read = await safety(desk, person, THREAT_ON_YOUTUBE)

        now = f"{person.label('Now')}: {advice(desk, 'capture-first')}"
        assert read.index(now) < read.index("0900-8844") < read.index(advice(desk, "address-published"))
        assert read.index("0900-8844") < read.index(advice(desk, "capture-first"), read.index(now) + len(now))


async def test_the_line_of_now_leads_to_where_it_is_done(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE)) as person:
        await person.press("ctrl+g")
        assert person.step() is Step.SCREENSHOT

        await person.tick(f"task:{WHOLE_SCREEN}")
        await person.press("ctrl+n")
        assert advice(desk, "capture-first") not in person.read


async def test_after_a_threat_nobody_talks_alone_and_reads_why(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        read = person.page

        assert advice(desk, "no-talk") in read
        assert person.label("Because: {answers}", answers="bedreiging") in read
        assert "Na een bedreiging" in read
        assert advice(desk, "talk-prepared") not in read


async def test_the_report_step_shows_the_route_of_youtube_with_its_age(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        read = person.page

        assert "De video: kies de drie puntjes eronder" in read
        assert "Wat dit met je bewijs doet" in read
        meta = desk.library.page(Kind.PLATFORM, "youtube", Language.NL).meta
        assert isinstance(meta, Aging)
        assert long_day(meta.checked_on, Language.NL) in read


async def test_the_legal_step_names_the_employer_and_keeps_the_home_address_out(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.LEGAL)) as person:
        read = person.page

        assert advice(desk, "employer-may-report-nl") in read
        assert "In Nederland kan iedereen die van een bedreiging weet, aangifte doen" in read
        assert advice(desk, "domicile-at-employer-nl") in read
        assert "Kies domicilie op het adres van je werkgever" in read
        assert advice(desk, "complaint-offence-nl") not in read


async def test_with_a_known_client_a_talk_is_prepared(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.start(INSULT_ON_LINKEDIN)
        read = await at_step(person, Step.TALK)

        assert advice(desk, "talk-prepared") in read
        assert advice(desk, "no-talk") not in read


async def test_an_insult_shows_the_last_day_of_the_three_months(desk: Desk) -> None:
    async with desk.sit_down(told(INSULT_ON_LINKEDIN, Step.LEGAL)) as person:
        read = person.page
        assert "22 februari 2027" in read
        assert advice(desk, "complaint-offence-nl") in read

        await person.press("f7")
        assert "22 februari 2027" in person.page


async def test_the_three_months_count_from_the_day_that_the_person_says(desk: Desk) -> None:
    async with desk.sit_down(told(INSULT_ON_LINKEDIN, Step.LEGAL)) as person:
        await person.choose("day")
        await person.press(*["backspace"] * 10)
        await person.write("30-9-2026")
        await person.press("escape")

        assert "30 december 2026" in person.page
        assert "22 februari 2027" not in person.page


async def test_a_day_to_come_is_not_taken_over(desk: Desk) -> None:
    async with desk.sit_down(told(INSULT_ON_LINKEDIN, Step.LEGAL)) as person:
        await person.choose("day")
        await person.press(*["backspace"] * 10)
        await person.write("23-11-2026")
        await person.press("escape")

        assert "22 februari 2027" in person.page


async def test_public_text_in_belgium_gets_no_promise_and_reads_why(new_desk: Desk) -> None:
    new_desk.choose(Country.BE)
    async with new_desk.sit_down() as person:
        await person.start(PUBLIC_INSULT)
        read = await at_step(person, Step.LEGAL)

        assert advice(new_desk, "press-offence-be") in read
        assert "drukpersmisdrijf" in read
        assert "Alleen het hof van assisen mag daarover oordelen" in read
        assert "februari 2027" not in read
        assert advice(new_desk, "complaint-offence-nl") not in read


async def test_danger_now_goes_before_everything(desk: Desk) -> None:
    async with desk.sit_down(told({**THREAT_ON_YOUTUBE, Question.DANGER: ["now"]})) as person:
        assert f"{person.label('Now')}: {advice(desk, 'danger-now')}" in person.read
        await person.press("ctrl+n", "ctrl+n", "ctrl+n")
        assert f"{person.label('Now')}: {advice(desk, 'danger-now')}" in person.read


async def test_an_image_of_a_minor_is_never_captured(desk: Desk) -> None:
    async with desk.sit_down() as person:
        read = await safety(desk, person, MINOR_SEEN_SEXUALLY)
        assert f"{person.label('Now')}: {advice(desk, 'never-capture-minor-intimate')}" in read
        assert advice(desk, "capture-first") not in read

        read = await at_step(person, Step.SCREENSHOT)
        assert advice(desk, "never-capture-minor-intimate") in read
        assert not [id for id in person.row_ids if id.startswith(("task:", "evidence:"))]
        assert "Exporteer de chat" not in read


async def test_evidence_asked_for_before_the_answer_changes_disappears_with_it(desk: Desk) -> None:
    async with desk.sit_down(told(INSULT_ON_LINKEDIN, Step.SCREENSHOT)) as person:
        assert "evidence:new" in person.row_ids

        await person.press("ctrl+b", "ctrl+b")
        await person.choose("answers")
        await person.answer(MINOR_SEEN_SEXUALLY)
        await at_step(person, Step.SCREENSHOT)
        assert "evidence:new" not in person.row_ids
