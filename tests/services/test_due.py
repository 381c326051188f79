"""What is due is said in the words of the person, and a calendar learns no more than they want."""

from datetime import date
from typing import Final

import pytest

from onlinesafe_tui.domain.agreements import Audience, Sheet
from onlinesafe_tui.domain.policy import Improvement
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.due import DueList, DueView, Time, events, pressing
from onlinesafe_tui.store.port import summarise
from tests.store.samples import NOW, WORDS, incident
from tests.store.workbooks import round_of

LIBRARY: Final = Library(content_folder())
SUMMARY: Final = summarise(incident(), 1)
"""Threat and insult on YouTube, known on 22 November 2026."""

STATEMENT: Final = "no-victim-blaming"
FIRST_STEP: Final = "Zeg het in het volgende teamoverleg, in je eigen woorden"
BOOK: Final = (
    Workbook()
    .put_round(round_of().finish(date(2026, 10, 23), NOW))
    .improve(Improvement(statement=STATEMENT, due=date(2026, 11, 10), changed=NOW))
    .put_sheet(
        Sheet(id="a", made=NOW, changed=NOW, audience=Audience.CLIENT, name="Gezin 4", review_on=date(2027, 1, 5))
    )
)


def views(today: date = date(2026, 11, 22), language: Language = Language.NL) -> tuple[DueView, ...]:
    return DueList(LIBRARY, language).views(BOOK, [SUMMARY], today)


def test_everything_stands_in_one_list_with_what_it_belongs_to() -> None:
    told = [(view.title, view.about, view.word) for view in views()]
    assert told == [
        ("Beleid: de volgende stap", FIRST_STEP, "voorbij sinds 10 nov"),
        ("Preventieronde", "", "morgen"),
        ("Eerste gesprek, binnen 72 uur", "Belediging · YouTube · 22 november 2026", "over 3 dagen"),
        ("Tweede gesprek, na twee weken", "Belediging · YouTube · 22 november 2026", "6 dec"),
        ("Derde gesprek, na zes tot acht weken", "Belediging · YouTube · 22 november 2026", "3 jan 2027"),
        ("De afspraken opnieuw bekijken", "Gezin 4", "5 jan 2027"),
        ("Laatste dag om vervolging te vragen", "Belediging · YouTube · 22 november 2026", "22 feb 2027"),
    ]


def test_an_action_in_own_words_is_called_by_them() -> None:
    book = Workbook().improve(
        Improvement(statement=STATEMENT, what="Vraag het in de ondernemingsraad", due=date(2026, 12, 1), changed=NOW)
    )
    (view,) = DueList(LIBRARY, Language.NL).views(book, [], date(2026, 11, 22))
    assert view.about == "Vraag het in de ondernemingsraad"


@pytest.mark.parametrize(
    ("today", "time", "word"),
    [
        (date(2027, 1, 3), Time.NOW, "until 17 Jan"),
        (date(2027, 1, 17), Time.NOW, "until 17 Jan"),
        (date(2027, 1, 18), Time.OVER, "over since 17 Jan"),
        (date(2027, 1, 1), Time.SOON, "in 2 days"),
    ],
)
def test_a_span_is_now_on_each_of_its_days(today: date, time: Time, word: str) -> None:
    (third,) = [view for view in views(today, Language.EN) if "six to eight" in view.title]
    assert (third.time, third.word) == (time, word)
    assert third.day == "3 Jan to 17 January 2027"


def test_what_can_wait_does_not_press() -> None:
    near = list(pressing(views()))
    assert [view.word for view in near] == ["voorbij sinds 10 nov", "morgen", "over 3 dagen"]
    said = [view.line(Words(Language.NL)).split(":")[0] for view in near]
    assert said == ["Nog te doen", "Komt eraan", "Komt eraan"]


@pytest.mark.parametrize("language", list(Language))
def test_a_calendar_says_nothing_about_an_incident_or_a_name_by_itself(language: Language) -> None:
    found = list(events(views(language=language), Words(language), date(2026, 11, 22)))
    said = " ".join(f"{event.title} {event.uid}" for event in found)
    for secret in ("YouTube", "Belediging", "Insult", "vervolging", "prosecution", "Gezin 4", SUMMARY.id, WORDS):
        assert secret not in said
    assert len({event.uid for event in found}) == len(found) == 7


def test_with_titles_the_calendar_says_what_each_day_is_about() -> None:
    found = list(events(views(), Words(Language.NL), date(2026, 11, 22), with_titles=True))
    assert "Eerste gesprek, binnen 72 uur: Belediging · YouTube · 22 november 2026" in [event.title for event in found]


def test_a_second_file_knows_the_same_events_by_the_same_names() -> None:
    first = [event.uid for event in events(views(), Words(Language.NL), date(2026, 11, 22))]
    second = [event.uid for event in events(views(language=Language.EN), Words(Language.EN), date(2026, 11, 22))]
    assert first == second
