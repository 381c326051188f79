"""A prevention round on the screen: one thing at a time, answered, noted, stopped, gone on with, and remembered."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.prevention import Extent, Outcome, Round
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.prevention.ask_help import AskHelpScreen
from onlinesafe_tui.tui.screens.prevention.round import RoundScreen
from onlinesafe_tui.tui.screens.prevention.round_end import RoundEndScreen
from onlinesafe_tui.tui.screens.prevention.rounds import RoundsScreen
from onlinesafe_tui.tui.screens.template import TemplateScreen
from tests.store.quick import PASSPHRASE
from tests.tui.desk import TODAY, Desk
from tests.tui.person import Person

pytestmark = pytest.mark.usefixtures("undrawn")

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])


def earlier(day: str, *things: str, note: str = "", **answers: Outcome) -> Round:
    """A round that was finished on an earlier day."""
    at = datetime.fromisoformat(f"{day}T12:00:00+00:00").astimezone(UTC)
    outcomes = {thing: answers[thing.replace("-", "_")] for thing in things}
    begun = Round(id=day, begun=at, extent=Extent.FULL, things=things, outcomes=outcomes, changed=at)
    return begun.note(things[0], note, at).finish(date.fromisoformat(day), at)


BEFORE = earlier(
    "2026-10-22",
    "search-yourself",
    "sport-apps",
    note="An old photo at the club",
    search_yourself=Outcome.DONE,
    sport_apps=Outcome.LATER,
)


async def go_to_rounds(person: Person) -> None:
    await person.choose("prevention")
    await person.choose("rounds")
    assert person.is_at(RoundsScreen)


async def begin(person: Person, extent: Extent = Extent.FULL) -> None:
    await go_to_rounds(person)
    await person.choose(f"go:{extent}")
    assert person.is_at(RoundScreen)


def only(person: Person) -> Round:
    """The one round that is kept."""
    (round,) = person.workspace.keeper.workbook.rounds
    return round


async def test_a_digit_answers_and_goes_on_and_is_on_disk_at_once(desk: Desk) -> None:
    desk.keep()
    async with desk.sit_down(is_open=True) as person:
        await begin(person)
        await person.press("1", "2")
        (kept,) = desk.look_workbook().rounds
        assert list(kept.outcomes.items()) == [
            (kept.things[0], Outcome.DONE),
            (kept.things[1], Outcome.NOT_FOR_ME),
        ]
        assert desk.title(Kind.PREVENTION, kept.things[2]) in person.page
        assert f"3 van {len(kept.things)}" in person.read


async def test_a_round_that_was_only_looked_at_leaves_nothing_to_lose(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.press("ctrl+n", "ctrl+n", "escape")
        assert person.is_at(RoundsScreen)
        assert person.workspace.keeper.workbook == Workbook()
        await person.press("f10")
        assert person.is_gone


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("country", list(Country))
async def test_each_thing_and_its_answers_stand_on_a_small_screen_without_scrolling(
    desk: Desk, country: Country, language: Language
) -> None:
    desk.choose(country, language)
    desk.keep_workbook(Workbook().put_round(BEFORE))
    async with desk.sit_down(is_open=True) as person:
        await begin(person)
        for _ in range(20):
            if not person.is_at(RoundScreen):
                break
            title = next(line for line in person.lines[1:] if line.strip())
            assert any(title.strip().startswith(thing) for thing in titles(person)), title
            for outcome in ("Done", "Not for me", "Later", "Help me"):
                assert person.label(outcome) in person.read
            assert person.label("Note, for yourself") in person.read
            await person.press("ctrl+n")
        assert person.is_at(RoundEndScreen)


def titles(person: Person) -> list[str]:
    library, language = person.workspace.library, person.workspace.language
    return [page.title for page in library.pages(Kind.PREVENTION, language)]


async def test_the_last_time_and_what_changed_stand_beside_a_thing(desk: Desk) -> None:
    desk.choose(Country.NL, Language.EN)
    desk.keep_workbook(Workbook().put_round(BEFORE))
    async with desk.sit_down(is_open=True) as person:
        await begin(person)
        assert "Check your sports apps" in person.page
        assert "Last time, 22 October 2026: for later." in person.page
        await person.press("1")
        assert "Last time, 22 October 2026: done. You wrote: An old photo at the club" in person.page
        assert "The text was checked again since, on 22 November 2026." in person.page
        await person.press("1")
        assert "This is new since your last round." in person.page


async def test_back_is_never_refused_and_an_answer_can_be_changed(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.press("1", "3", "ctrl+b", "ctrl+b", "2")
        round = only(person)
        assert [round.outcomes[thing] for thing in round.things[:2]] == [Outcome.NOT_FOR_ME, Outcome.LATER]
        assert f"3 van {len(round.things)}" in person.read
        await person.press("ctrl+b", "ctrl+b", "ctrl+b")
        assert person.is_at(RoundsScreen)


async def test_a_note_is_kept_with_its_thing_and_digits_in_it_answer_nothing(desk: Desk) -> None:
    desk.keep()
    async with desk.sit_down(is_open=True) as person:
        await begin(person)
        await person.fill("note", "2 photos at 1:12")
        await person.press("escape", "1")
        (kept,) = desk.look_workbook().rounds
        assert kept.notes == {kept.things[0]: "2 photos at 1:12"}
        assert kept.outcomes == {kept.things[0]: Outcome.DONE}
        assert person.field("note") == ""
        await person.press("ctrl+b")
        assert person.field("note") == "2 photos at 1:12"


async def test_half_a_note_is_kept_when_the_program_is_left(desk: Desk) -> None:
    desk.keep()
    async with desk.sit_down(is_open=True) as person:
        await begin(person)
        await person.fill("note", "half a sen")
        await person.press("f10")
        assert person.is_gone
    (kept,) = desk.look_workbook().rounds
    assert list(kept.notes.values()) == ["half a sen"]


async def test_a_pasted_note_cannot_speak_to_the_terminal(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.focus("note")
        await person.paste("[b]\x1b]0;x\x07 [@click=app.quit]")
        await person.press("escape", "1", "ctrl+b")
        assert list(only(person).notes.values()) == ["[b]␛]0;x [@click=app.quit]"]
        assert not person.is_gone


async def test_the_language_changes_in_the_middle_of_a_note(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.fill("note", "half")
        await person.press("f2")
        assert "Look yourself up" in person.page
        assert person.field("note") == "half"


async def test_help_is_kept_and_leads_to_who_can_help_and_a_text(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.press("4")
        assert person.is_at(AskHelpScreen)
        assert list(only(person).outcomes.values()) == [Outcome.HELP]
        await person.press("2")
        assert person.is_at(TemplateScreen)
        await person.press("f4")
        assert "meekijken" in desk.copied[0]
        assert "Waar ik hulp bij wil:\n- Zoek jezelf op\n" in desk.copied[0]
        await person.press("escape", "escape")
        assert person.is_at(RoundScreen)
        assert "2 van" in person.read


async def test_at_the_end_of_a_round_the_text_says_what_help_is_wanted_with(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person, Extent.MINUTE)
        await person.press("1", "3", "4", "escape")
        assert person.is_at(RoundEndScreen)
        await person.choose("text")
        await person.press("f4")
        wanted = desk.title(Kind.PREVENTION, only(person).things[2])
        assert f"Waar ik hulp bij wil:\n- {wanted}\n" in desk.copied[0]


async def test_the_minute_ends_with_what_came_of_it_and_who_looked_along(desk: Desk) -> None:
    desk.keep()
    async with desk.sit_down(is_open=True) as person:
        await begin(person, Extent.MINUTE)
        await person.press("1", "3", "2")
        assert person.is_at(RoundEndScreen)
        assert "1 gedaan, 1 voor later, 1 niet voor jou." in person.page
        await person.fill("along", "Noor van team 2")
        await person.press("escape")
        assert person.is_at(RoundsScreen)
        (kept,) = desk.look_workbook().rounds
        assert (kept.finished_on, kept.looked_along) == (TODAY, "Noor van team 2")
        assert "· nov 2026 minuut" in person.page


async def test_the_end_leads_back_to_the_last_thing_and_to_what_is_open(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person, Extent.MINUTE)
        await person.press("3", "1", "1", "ctrl+b")
        assert person.is_at(RoundScreen)
        assert "3 van 3" in person.read
        await person.press("ctrl+n")
        await person.choose(f"thing:{only(person).things[0]}")
        assert "1 van 3" in person.read
        await person.press("1")
        assert person.is_at(RoundEndScreen)
        assert set(only(person).outcomes.values()) == {Outcome.DONE}
        await person.choose("leave")
        assert person.is_at(RoundsScreen)


async def test_a_round_that_is_stopped_goes_on_at_the_first_thing_without_an_answer(desk: Desk) -> None:
    desk.keep()
    async with desk.sit_down(is_open=True) as person:
        await begin(person)
        await person.press("1", "ctrl+n", "1", "f10")
    async with desk.sit_down(is_open=True) as person:
        assert "Ga verder met de ronde van" in person.page
        await go_to_rounds(person)
        assert "2 van 15 bekeken." in person.page
        await person.choose("go:full")
        assert "2 van 15" in person.read


async def test_a_round_can_be_finished_with_things_passed_over(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person, Extent.MINUTE)
        await person.press("1", "ctrl+n", "ctrl+n")
        assert person.is_at(RoundEndScreen)
        assert not only(person).is_finished
        await person.choose("finish")
        assert only(person).finished_on == TODAY
        assert "finish" not in person.row_ids


async def test_a_round_without_an_answer_offers_no_end(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person, Extent.MINUTE)
        await person.press("ctrl+n", "ctrl+n", "ctrl+n")
        assert "finish" not in person.row_ids
        await person.choose("leave")
        assert person.workspace.keeper.workbook == Workbook()


async def test_what_is_open_can_be_taken_up_from_the_rounds(desk: Desk) -> None:
    desk.keep_workbook(Workbook().put_round(BEFORE))
    async with desk.sit_down(is_open=True) as person:
        await go_to_rounds(person)
        await person.choose(f"thing:{BEFORE.id}:sport-apps")
        assert desk.title(Kind.PREVENTION, "sport-apps") in person.page
        await person.press("1")
        assert person.is_at(RoundEndScreen)
        assert desk.look_workbook().rounds[0].outcomes["sport-apps"] is Outcome.DONE
        assert desk.look_workbook().rounds[0].finished_on == BEFORE.finished_on
        await person.press("escape")
        assert "Nog open" not in person.page


async def test_the_next_round_and_the_last_one_stand_on_top(desk: Desk) -> None:
    desk.keep_workbook(Workbook().put_round(BEFORE))
    async with desk.sit_down(is_open=True) as person:
        await go_to_rounds(person)
        assert "De volgende ronde is vandaag." in person.page
        assert "Vorige ronde: 22 oktober 2026. 1 gedaan, 1 voor later." in person.page
        assert "✓ okt 2026 ronde" in person.page
        await person.choose(f"look:{BEFORE.id}")
        assert "De ronde van 22 oktober 2026" in person.page


@SIZES
async def test_the_year_fits_every_width(desk: Desk, size: tuple[int, int]) -> None:
    desk.keep_workbook(Workbook().put_round(BEFORE))
    async with desk.sit_down(size=size, is_open=True) as person:
        await go_to_rounds(person)
        await person.press("pagedown", "pagedown")
        months = [line for line in person.lines if "2026" in line and "○" in line]
        assert months
        assert sum(line.count("2026") + line.count("2025") for line in months) == 12


async def test_what_was_kept_comes_with_the_passphrase(desk: Desk) -> None:
    desk.keep_workbook(Workbook().put_round(BEFORE))
    async with desk.sit_down() as person:
        await go_to_rounds(person)
        assert "Je eerdere rondes komen terug met je wachtwoordzin: F5." in person.page
        assert " F5 Open " in person.lines[-1]
        assert "nog geen ronde" not in person.page
        assert "2026 geen" not in person.page
        await person.choose("go:minute")
        await person.press("1", "f5")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.until(lambda: person.is_at(RoundScreen) and len(person.workspace.keeper.workbook.rounds) == 2)
        await person.press("1")
        assert [len(round.outcomes) for round in desk.look_workbook().rounds] == [2, 2]


async def test_leaving_while_it_is_closed_says_that_only_the_new_is_unsaved(desk: Desk) -> None:
    desk.keep_workbook(Workbook().put_round(BEFORE))
    async with desk.sit_down() as person:
        await begin(person, Extent.MINUTE)
        await person.press("1", "f10")
        assert person.is_at(AskScreen)
        assert "Nog niet alles is bewaard" in person.read
        assert "Er is nog niets bewaard" not in person.read


async def test_without_a_passphrase_leaving_asks_and_saving_keeps_the_round(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.press("1")
        assert "Nog niet bewaard: F5" in person.read
        await person.press("f10")
        assert person.is_at(AskScreen)
        await person.choose("save")
        for _ in range(2):
            await person.write(PASSPHRASE)
            await person.press("enter")
        await person.until(lambda: person.is_gone)
    assert len(desk.look_workbook().rounds) == 1


async def test_a_round_in_an_exercise_stays_in_memory(desk: Desk) -> None:
    async with desk.sit_down(workspace=desk.practice()) as person:
        await begin(person, Extent.MINUTE)
        await person.press("1", "1", "1")
        assert only(person).is_finished
        assert desk.files() == {}


async def test_after_asking_for_help_the_next_thing_is_read_from_its_top(desk: Desk) -> None:
    async with desk.sit_down(size=(60, 20)) as person:
        await begin(person)
        screen = person.screen
        assert isinstance(screen, RoundScreen)
        await person.press("pagedown", "4", "4")
        assert person.is_at(AskHelpScreen)
        await person.press("1")
        assert person.is_at(RoundScreen)
        assert screen.page.scroll_y == 0
        assert screen._view.title.split()[0] in person.read
