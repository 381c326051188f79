"""A prevention round: what is looked at, what came of it, and when the next one is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.prevention import Extent, Outcome, Round
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import Paragraph, plain_text, texts
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.round_views import Mark, MonthView
from onlinesafe_tui.services.rounds import Rounds, for_colleague
from tests.library.writing import page, write


@dataclass
class Calendar:
    """A clock that is set to noon of a day."""

    day: date

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)

    def today(self) -> date:
        return self.day


@dataclass
class Someone:
    """Somebody who does rounds on days of their choice."""

    rounds: Rounds
    clock: Calendar
    workbook: Workbook = field(default_factory=Workbook)

    def begin(self, day: str, extent: Extent = Extent.FULL, **answers: Outcome) -> Round:
        """Begin a round on a day and answer some of its things."""
        self.clock.day = date.fromisoformat(day)
        round = self.rounds.begin(self.workbook, extent)
        for thing, outcome in answers.items():
            round = round.answer(thing, outcome, self.clock.now())
        return self.keep(round)

    def finish(self, day: str, extent: Extent = Extent.FULL, **answers: Outcome) -> Round:
        """Begin a round on a day, answer some of its things and finish it."""
        return self.keep(self.rounds.finish(self.begin(day, extent, **answers)))

    def keep(self, round: Round) -> Round:
        self.workbook = self.workbook.put_round(round)
        return round

    def months(self) -> Mapping[str, MonthView]:
        return {month.name: month for month in self.rounds.overview(self.workbook).months}


def thing(order: int, checked_on: str = "2026-01-01", front: str = "topic: traces", status: str = "secondary") -> str:
    """A thing to look at."""
    body = "Do this.\n\n::: when country=be\nIn Flanders.\n:::\n\n## How {#how}\nLike this."
    aging = f"status: {status}\nsource: here\nchecked_on: {checked_on}\nreview_after: 2027-05-22"
    return page(body, body, front=f"{front}\norder: {order}\n{aging}")


THINGS = {
    "a": thing(20),
    "b": thing(10, front="topic: work"),
    "c": thing(10, front="topic: traces\nminute: true"),
    "d": thing(30, front="topic: traces\ncountry: [be]"),
    "e": thing(40, front="topic: traces\nminute: true"),
}


def someone(folder: Path, country: Country | None = Country.NL, things: Mapping[str, str] | None = None) -> Someone:
    """Somebody whose round has a few things."""
    write(folder, {f"prevention/{id}.md": text for id, text in (things or THINGS).items()})
    clock = Calendar(date(2026, 11, 22))
    return Someone(Rounds(Library(folder), clock, country, Language.EN), clock)


@pytest.fixture
def person(tmp_path: Path) -> Someone:
    return someone(tmp_path)


def test_a_round_goes_by_topic_and_order_and_leaves_out_other_countries(tmp_path: Path) -> None:
    assert someone(tmp_path).begin("2026-11-22").things == ("c", "a", "e", "b")
    assert someone(tmp_path, Country.BE).begin("2026-11-22").things == ("c", "a", "d", "e", "b")
    assert someone(tmp_path, None).begin("2026-11-22").things == ("c", "a", "d", "e", "b")


def test_the_minute_has_only_the_few_things_that_take_a_minute(person: Someone) -> None:
    assert person.begin("2026-11-22", Extent.MINUTE).things == ("c", "e")


def test_what_was_left_open_comes_first_in_the_next_round(person: Someone) -> None:
    person.finish("2026-10-22", c=Outcome.DONE, a=Outcome.DONE, e=Outcome.HELP, b=Outcome.LATER)
    assert person.begin("2026-11-22").things == ("e", "b", "c", "a")
    assert person.begin("2026-11-23", Extent.MINUTE).things == ("e", "c")


def test_a_thing_says_what_to_do_and_how_in_this_country(tmp_path: Path) -> None:
    person = someone(tmp_path, Country.BE)
    view = person.rounds.thing(person.workbook, person.begin("2026-11-22"), "c")

    assert [plain_text(block.text) for block in view.what if isinstance(block, Paragraph)] == [
        "Do this.",
        "In Flanders.",
    ]
    assert [plain_text(text) for text, _ in texts(view.how)] == ["How", "Like this."]
    assert (view.number, view.total, view.topic) == (1, 5, "Traces online")
    assert (view.outcome, view.note, view.last, view.news) == (None, "", (), "")


def test_the_last_time_stands_beside_a_thing_with_its_note_and_who_looked_along(person: Someone) -> None:
    round = person.finish("2026-10-22", c=Outcome.LATER)
    at = person.clock.now()
    person.keep(round.note("c", "two\nlines", at).look_along("Noor", at))

    view = person.rounds.thing(person.workbook, person.begin("2026-11-22"), "c")
    assert view.last == (
        "Last time, 22 October 2026: for later.",
        "You wrote: two lines",
        "Looked along: Noor",
    )


def test_a_long_note_of_the_last_time_is_cut(person: Someone) -> None:
    round = person.finish("2026-10-22", c=Outcome.DONE)
    person.keep(round.note("c", "word " * 100, person.clock.now()))

    note = person.rounds.thing(person.workbook, person.begin("2026-11-22"), "c").last[1]
    assert len(note) < 120
    assert note.endswith("…")


def test_this_round_is_not_its_own_last_time(person: Someone) -> None:
    round = person.begin("2026-11-22", c=Outcome.DONE)
    view = person.rounds.thing(person.workbook, round, "c")
    assert (view.outcome, view.last) == (Outcome.DONE, ())


def test_it_is_said_when_the_text_was_checked_after_the_last_time(tmp_path: Path) -> None:
    person = someone(tmp_path, things={"c": thing(10, "2026-11-01"), "a": thing(20, "2026-10-22")})
    person.finish("2026-10-22", c=Outcome.DONE, a=Outcome.DONE)
    round = person.begin("2026-11-22")

    assert (
        person.rounds.thing(person.workbook, round, "c").news == "The text was checked again since, on 1 November 2026."
    )
    assert person.rounds.thing(person.workbook, round, "a").news == ""


def test_it_is_said_when_a_thing_came_after_the_last_round(tmp_path: Path) -> None:
    before = someone(tmp_path)
    before.finish("2026-10-22", c=Outcome.DONE)
    now = someone(tmp_path, things={**THINGS, "f": thing(50)})
    now.workbook = before.workbook
    round = now.begin("2026-11-22")

    assert now.rounds.thing(now.workbook, round, "f").news == "This is new since your last round."
    assert now.rounds.thing(now.workbook, round, "a").news == ""


def test_nothing_is_new_in_a_first_round(person: Someone) -> None:
    round = person.begin("2026-11-22")
    assert all(person.rounds.thing(person.workbook, round, thing).news == "" for thing in round.things)


def test_the_text_says_how_sure_and_how_old_it_is(tmp_path: Path) -> None:
    person = someone(tmp_path, things={"c": thing(10), "a": thing(20, status="verified")})
    round = person.begin("2026-11-22")
    ages = [person.rounds.thing(person.workbook, round, id).age for id in ("c", "a")]
    assert ages == [
        "Looked up on 1 January 2026, in part from older or other people's sources. Source: here",
        "Checked on 1 January 2026. Source: here",
    ]
    person.clock.day = date(2027, 5, 23)
    assert "due to be checked again" in person.rounds.thing(person.workbook, round, "a").age


def test_a_first_visitor_is_invited_and_has_no_date(person: Someone) -> None:
    view = person.rounds.overview(person.workbook)
    assert view.due.startswith("You have not finished a round yet.")
    assert view.is_due
    assert [(extent.text, extent.going) for extent in view.extents] == [("Begin the round", None), ("One minute", None)]
    assert (view.last, view.last_round, view.left_open) == ("", None, ())


def test_somebody_half_way_through_a_first_round_is_not_invited_to_a_first_one(person: Someone) -> None:
    round = person.begin("2026-11-20").answer("c", Outcome.DONE, person.clock.now())
    view = person.rounds.overview(person.workbook.put_round(round))
    assert view.due == "You are half-way through a round. You can go on where you were."
    assert view.extents[0].text == "Go on with the round of 20 November 2026"


def test_a_round_in_which_nothing_was_to_be_looked_at_has_a_whole_sentence(person: Someone) -> None:
    round = replace(person.begin("2026-11-20"), things=(), finished_on=date(2026, 11, 20))
    view = person.rounds.overview(person.workbook.put_round(round))
    assert view.last == "Last round: 20 November 2026."
    assert person.rounds.summary(person.workbook, round).count == ""


def test_nothing_is_said_about_rounds_that_are_not_open_now(person: Someone) -> None:
    view = person.rounds.overview(person.workbook, is_locked=True)
    assert (view.due, view.is_due, view.months) == ("", False, ())
    person.finish("2026-11-22", c=Outcome.DONE)
    assert person.rounds.overview(person.workbook, is_locked=True).due == "The next round: 22 December 2026."


@pytest.mark.parametrize(
    ("today", "said", "is_due"),
    [
        ("2027-02-27", "The next round: 28 February 2027.", False),
        ("2027-02-28", "The next round is due today.", True),
        ("2027-03-02", "The next round was due on 28 February 2027. Now is fine too.", True),
    ],
)
def test_the_next_round_is_a_month_after_the_last_full_one(
    person: Someone, today: str, said: str, is_due: bool
) -> None:
    person.finish("2027-01-31", c=Outcome.DONE)
    person.finish("2027-02-10", Extent.MINUTE, c=Outcome.DONE)
    person.begin("2027-02-20", c=Outcome.DONE)
    person.clock.day = date.fromisoformat(today)

    view = person.rounds.overview(person.workbook)
    assert (view.due, view.is_due) == (said, is_due)


def test_a_round_that_was_stopped_is_gone_on_with(person: Someone) -> None:
    round = person.begin("2026-11-22", c=Outcome.DONE, a=Outcome.LATER)
    whole, minute = person.rounds.overview(person.workbook).extents

    assert (whole.going, minute.going) == (round, None)
    assert whole.text == "Go on with the round of 22 November 2026"
    assert whole.more.startswith("2 of 4 looked at.")
    assert whole.anew == ""
    assert person.rounds.under_way(person.workbook) == "Go on with the round of 22 November 2026."


def test_a_round_that_was_finished_is_not_under_way(person: Someone) -> None:
    person.finish("2026-11-22", c=Outcome.DONE)
    assert person.rounds.under_way(person.workbook) == ""


def test_on_another_day_a_new_round_can_be_begun_instead(person: Someone) -> None:
    person.begin("2026-10-22", c=Outcome.DONE)
    person.clock.day = date(2026, 11, 22)
    whole, _ = person.rounds.overview(person.workbook).extents
    assert whole.anew == "Begin a new round instead"

    fresh = person.begin("2026-11-22")
    assert person.rounds.going(person.workbook, Extent.FULL) == fresh


def test_a_minute_of_another_day_is_begun_anew(person: Someone) -> None:
    begun = person.begin("2026-11-21", Extent.MINUTE, c=Outcome.DONE)
    assert person.rounds.going(person.workbook, Extent.MINUTE) == begun
    person.clock.day = date(2026, 11, 22)
    assert person.rounds.going(person.workbook, Extent.MINUTE) is None


def test_what_is_still_open_is_listed_with_the_round_that_says_so(person: Someone) -> None:
    first = person.finish("2026-09-22", c=Outcome.DONE, a=Outcome.HELP, e=Outcome.LATER)
    second = person.begin("2026-10-22", e=Outcome.LATER)
    lines = person.rounds.overview(person.workbook).left_open
    assert {(line.id, line.state, line.round_id) for line in lines} == {
        ("a", "help wanted", first.id),
        ("e", "for later", second.id),
    }


def test_a_round_ends_with_what_was_done_what_is_open_and_when_the_next_one_is(person: Someone) -> None:
    done = person.finish("2026-11-22", c=Outcome.DONE, a=Outcome.LATER, e=Outcome.HELP, b=Outcome.NOT_FOR_ME)
    round = person.keep(done.look_along("Noor", person.clock.now()))
    view = person.rounds.summary(person.workbook, round)

    assert view.title == "The round of 22 November 2026"
    assert view.count == "1 done, 1 for later, 1 with help wanted, 1 not for you."
    assert [[line.id for line in lines] for lines in (view.done, view.left_open, view.passed, view.unanswered)] == [
        ["c"],
        ["a", "e"],
        ["b"],
        [],
    ]
    assert (view.looked_along, view.is_finished) == ("Noor", True)
    assert view.following == "The next round: 22 December 2026."


def test_a_colleague_is_told_what_help_is_wanted_with_and_not_what_is_for_later(tmp_path: Path) -> None:
    things = {name: text.replace("# Title", f"# Look at {name}") for name, text in THINGS.items()}
    person = someone(tmp_path, things=things)
    round = person.begin("2026-11-22", c=Outcome.DONE, a=Outcome.LATER, e=Outcome.HELP, b=Outcome.HELP)

    wanted = person.rounds.summary(person.workbook, round).help_wanted
    assert wanted == ("Look at e", "Look at b")
    assert for_colleague(wanted) == {"thing": "Look at e; Look at b"}
    assert for_colleague(()) == {}


def test_a_minute_ends_with_an_invitation_to_the_whole_round_or_its_day(person: Someone) -> None:
    minute = person.finish("2026-11-22", Extent.MINUTE, c=Outcome.DONE)
    assert person.rounds.summary(person.workbook, minute).following.startswith("The whole round takes about ten")
    person.finish("2026-11-22", c=Outcome.DONE)
    assert person.rounds.summary(person.workbook, minute).following == "The next round: 22 December 2026."


def test_a_round_that_is_not_finished_names_no_next_one(person: Someone) -> None:
    view = person.rounds.summary(person.workbook, person.begin("2026-11-22", c=Outcome.DONE))
    assert (view.following, view.is_finished, view.can_finish) == ("", False, True)
    assert view.count == "1 done, 3 without an answer."
    assert [line.state for line in view.unanswered] == ["no answer yet"] * 3


def test_a_round_without_any_answer_cannot_be_finished(person: Someone) -> None:
    assert not person.rounds.summary(person.workbook, person.begin("2026-11-22")).can_finish


def test_finishing_again_does_not_move_the_day(person: Someone) -> None:
    round = person.finish("2026-11-22", c=Outcome.DONE)
    person.clock.day = date(2026, 12, 1)
    assert person.rounds.finish(round) == round


def test_an_organisation_adds_things_of_its_own_and_changes_ours(tmp_path: Path) -> None:
    write(tmp_path, {f"shipped/prevention/{id}.md": text for id, text in THINGS.items()})
    body = "# Onze app {lang=nl}\nKijk in de app.\n\n## Zo {#how}\n1. Open hem."
    front = thing(5).split("---")[1]
    write(tmp_path, {"own/prevention/app.md": f"---{front}---\n{body}\n", "own/prevention/a.md": thing(1)})
    clock = Calendar(date(2026, 11, 22))
    rounds = Rounds(Library(tmp_path / "shipped", tmp_path / "own"), clock, Country.NL, Language.EN)
    round = rounds.begin(Workbook(), Extent.FULL)

    assert round.things == ("a", "app", "c", "e", "b")
    view = rounds.thing(Workbook(), round, "app")
    assert (view.title, view.age) == (
        "Onze app",
        "Looked up on 1 January 2026, in part from older or other people's sources. Source: here"
        " · From your organisation",
    )


def test_a_thing_that_is_gone_from_the_content_is_left_out(tmp_path: Path) -> None:
    person = someone(tmp_path)
    round = person.begin("2026-11-22", c=Outcome.DONE, a=Outcome.LATER)
    (tmp_path / "prevention" / "a.md").unlink()
    rounds = Rounds(Library(tmp_path), person.clock, Country.NL, Language.EN)

    assert rounds.things(round) == ("c", "e", "b")
    assert rounds.thing(person.workbook, round, "e").total == 3
    assert rounds.overview(person.workbook).left_open == ()


def test_the_calendar_shows_twelve_months_with_a_sign_and_a_word(person: Someone) -> None:
    person.finish("2026-01-15", c=Outcome.DONE)
    person.finish("2026-02-15", Extent.MINUTE, c=Outcome.DONE, e=Outcome.HELP)
    person.begin("2026-03-15", c=Outcome.DONE)
    person.finish("2026-04-10", Extent.MINUTE, c=Outcome.DONE)
    person.finish("2026-04-15", c=Outcome.DONE, a=Outcome.LATER)
    person.clock.day = date(2026, 11, 22)
    months = person.months()

    assert next(iter(months)) == "Dec 2025"
    assert list(months)[-1] == "Nov 2026"
    assert len(months) == 12
    assert {name: (month.mark, month.word) for name, month in months.items() if month.mark is not Mark.NONE} == {
        "Jan 2026": (Mark.ROUND, "round"),
        "Feb 2026": (Mark.MINUTE, "minute"),
        "Mar 2026": (Mark.HALF, "half"),
        "Apr 2026": (Mark.ROUND, "round"),
    }
    assert months["Feb 2026"].told == "Feb 2026: one minute on 15 February 2026: 1 done, 1 with help wanted"
    assert "; round on 15 April 2026" in months["Apr 2026"].told
    assert months["May 2026"].told == "May 2026: no round"


def test_a_round_that_went_on_into_another_month_stands_where_it_was_finished(person: Someone) -> None:
    round = person.begin("2026-10-31", c=Outcome.DONE)
    person.clock.day = date(2026, 11, 1)
    person.keep(person.rounds.finish(round))
    assert person.months()["Nov 2026"].mark is Mark.ROUND
    assert person.months()["Oct 2026"].mark is Mark.NONE


def test_a_round_whose_answers_were_all_taken_back_leaves_no_trace_in_the_calendar(person: Someone) -> None:
    person.begin("2026-11-22")
    assert person.months()["Nov 2026"].mark is Mark.NONE


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("country", list(Country))
def test_everybody_has_a_round_of_about_ten_minutes_and_a_minute_of_three(country: Country, language: Language) -> None:
    clock = Calendar(date(2026, 11, 22))
    rounds = Rounds(Library(content_folder()), clock, country, language)
    round = rounds.begin(Workbook(), Extent.FULL)

    assert 12 <= len(round.things) <= 16
    assert len(rounds.begin(Workbook(), Extent.MINUTE).things) == 3
    for id in round.things:
        view = rounds.thing(Workbook(), round, id)
        assert view.what
        assert view.how
