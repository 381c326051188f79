"""A prevention round by prompts: answers, notes, help, the end, and the year."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.prevention import Extent, Outcome, Round
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.workspace import Workspace
from tests.plain.laptop import TODAY, Laptop
from tests.plain.person import Person, Reply, pick
from tests.store.quick import PASSPHRASE

ROUNDS: Sequence[Reply] = (pick("Prevention"), pick("My own round"))
BEGIN: Sequence[Reply] = (*ROUNDS, pick("Begin the round"))
MINUTE: Sequence[Reply] = (*ROUNDS, pick("One minute"))
DONE, NOT_FOR_ME, LATER, HELP = (pick(label) for label in ("Done", "Not for me", "Later", "Help me"))
ON = pick("Go on with the round")
LEAVE = pick("Done, back to the rounds")
SAVE: Sequence[Reply] = ("s", pick("Make a passphrase"), PASSPHRASE, PASSPHRASE)


@pytest.fixture
def workspace(laptop: Laptop) -> Workspace:
    return laptop.workspace()


def only(workspace: Workspace) -> Round:
    """Return the one round that is kept."""
    (round,) = workspace.keeper.workbook.rounds
    return round


def title(library: Library, thing: str) -> str:
    return library.page(Kind.PREVENTION, thing, Language.EN).title


def test_each_answer_is_kept_at_once_and_leads_to_the_next_thing(workspace: Workspace, library: Library) -> None:
    person = Person([*BEGIN, DONE, NOT_FOR_ME]).walk(workspace)

    round = only(workspace)
    assert list(round.outcomes.items()) == [
        (round.things[0], Outcome.DONE),
        (round.things[1], Outcome.NOT_FOR_ME),
    ]
    assert f"3 of {len(round.things)}: {title(library, round.things[2])}" in person.told


def test_nothing_is_kept_of_a_round_in_which_nothing_was_answered(workspace: Workspace) -> None:
    Person([*BEGIN, "n", "n", "b"]).walk(workspace)
    assert workspace.keeper.workbook.rounds == ()
    assert not workspace.keeper.has_unsaved


def test_one_can_go_back_and_answer_otherwise(workspace: Workspace) -> None:
    person = Person([*BEGIN, DONE, "b", LATER]).walk(workspace)

    assert only(workspace).outcomes == {only(workspace).things[0]: Outcome.LATER}
    assert any(line.endswith("Done (your answer now)") for line in person.told)


def test_back_from_the_first_thing_leaves_and_keeps(workspace: Workspace) -> None:
    person = Person([*BEGIN, DONE, "b", "b", pick("Go on with the round of 22 November 2026")]).walk(workspace)
    assert only(workspace).outcomes
    assert person.told.count(f"2 of {len(only(workspace).things)}: See what is public") == 2


def test_how_to_do_it_is_told_on_request(workspace: Workspace) -> None:
    person = Person([*BEGIN, pick("How to do it"), ""]).walk(workspace)
    assert "Open a private window of your browser." in person.text
    assert "Looked up on 22 November 2026" in person.text
    assert "private window" not in " ".join(Person([*BEGIN]).walk(workspace).told)


def test_a_note_is_kept_line_by_line_with_its_thing(workspace: Workspace) -> None:
    script: list[Reply] = [*BEGIN, pick("Write a note"), "an old photo", "at the club", ".", DONE]
    Person(script).walk(workspace)
    round = only(workspace)
    assert round.notes == {round.things[0]: "an old photo\nat the club"}


def test_a_note_can_be_removed(workspace: Workspace) -> None:
    script: list[Reply] = [*BEGIN, pick("Write a note"), "x", ".", pick("Change the note"), pick("Remove this note")]
    Person(script).walk(workspace)
    assert only(workspace).notes == {}


def test_help_says_who_can_help_and_gives_a_text_to_copy(laptop: Laptop) -> None:
    workspace = laptop.workspace()
    script: list[Reply] = [*BEGIN, HELP, pick("A text to ask a colleague"), pick("Copy this text"), "b", ON, DONE]
    person = Person(script).walk(workspace)

    assert "ICT or the help desk of your work" in person.text
    (text,) = laptop.copied
    assert "Would you look along with me" in text
    assert "What I would like help with:\n- Look yourself up\n" in text
    assert list(only(workspace).outcomes.values()) == [Outcome.HELP, Outcome.DONE]


def test_going_back_from_the_help_goes_on_with_the_round(workspace: Workspace) -> None:
    Person([*BEGIN, HELP, "b", DONE]).walk(workspace)
    assert list(only(workspace).outcomes.values()) == [Outcome.HELP, Outcome.DONE]


def test_the_minute_is_three_things_and_then_the_end(workspace: Workspace, library: Library) -> None:
    person = Person([*MINUTE, DONE, LATER, DONE, LEAVE]).walk(workspace)

    round = only(workspace)
    assert (round.extent, round.finished_on, len(round.things)) == (Extent.MINUTE, TODAY, 3)
    assert "The minute of 22 November 2026 2 done, 1 for later." in person.text
    assert f"{title(library, round.things[1])}: for later" in person.text


def test_the_end_names_the_next_round_and_who_looked_along(workspace: Workspace, library: Library) -> None:
    total = len(library.ids(Kind.PREVENTION))
    who = pick("Say who looked along")
    person = Person([*BEGIN, *[DONE] * total, who, "Noor", LEAVE]).walk(workspace)

    assert only(workspace).looked_along == "Noor"
    assert "The next round: 22 December 2026." in person.since("Noor")
    assert "Looked along: Noor" in person.text


def test_something_left_open_is_taken_up_again_from_the_rounds(workspace: Workspace, library: Library) -> None:
    first = title(library, "search-yourself")
    script: list[Reply] = [*MINUTE, LATER, DONE, DONE, LEAVE, pick(f"{first}: for later"), DONE, LEAVE]
    person = Person(script).walk(workspace)

    assert set(only(workspace).outcomes.values()) == {Outcome.DONE}
    assert f"{first}: for later" not in person.since("1")


def test_a_round_can_be_finished_with_things_passed_over(workspace: Workspace, library: Library) -> None:
    script: list[Reply] = [*MINUTE, DONE, "n", "n", pick("Finish the round like this"), LEAVE]
    Person(script).walk(workspace)
    assert only(workspace).finished_on == TODAY
    assert len(only(workspace).unanswered) == 2


def test_a_round_that_is_stopped_before_the_end_goes_on_at_the_first_thing_without_an_answer(
    laptop: Laptop, library: Library
) -> None:
    first = laptop.workspace()
    Person([*BEGIN, DONE, "n", DONE, *SAVE]).walk(first)
    first.keeper.close()

    again = laptop.workspace()
    open_it = pick("Open my earlier rounds")
    person = Person([*ROUNDS, open_it, PASSPHRASE, ON]).walk(again)
    second = title(library, "what-is-public")
    assert person.told[-20:].count(f"2 of {len(only(again).things)}: {second}") == 1
    again.keeper.close()


def test_what_was_written_goes_into_the_vault_and_the_year_is_told(laptop: Laptop) -> None:
    first = laptop.workspace()
    Person([*MINUTE, DONE, DONE, DONE, *SAVE]).walk(first)
    first.keeper.close()

    again = laptop.workspace()
    again.keeper.unlock(PASSPHRASE)
    person = Person([*ROUNDS, pick("The last twelve months"), ""]).walk(again)
    assert again.keeper.state is Keeping.SEALED
    assert "Nov 2026: one minute on 22 November 2026: 3 done." in person.text
    assert "Dec 2025: no round." in person.text
    again.keeper.close()


def test_leaving_without_a_passphrase_asks_first(workspace: Workspace) -> None:
    person = Person([*BEGIN, DONE, "s"]).walk(workspace)
    assert "Prevention, agreements and policy" in person.text


def test_a_round_works_in_an_exercise_and_leaves_nothing(laptop: Laptop) -> None:
    workspace = laptop.workspace(is_practice=True)
    Person([*MINUTE, DONE, DONE, DONE, LEAVE]).walk(workspace)
    assert only(workspace).is_finished
    assert not laptop.vault.exists()


def test_in_flanders_there_is_no_dutch_register(laptop: Laptop, library: Library) -> None:
    laptop.choose(Language.EN, Country.BE)
    workspace = laptop.workspace()
    Person([*BEGIN, DONE]).walk(workspace)
    assert "register-visibility" in library.ids(Kind.PREVENTION)
    assert "register-visibility" not in only(workspace).things


def test_what_is_typed_about_who_looked_along_is_made_safe(workspace: Workspace) -> None:
    script: list[Reply] = [*MINUTE, DONE, DONE, DONE, pick("Say who looked along"), "No\x1b[31mor\x07", LEAVE]
    person = Person(script).walk(workspace)
    assert only(workspace).looked_along == "No␛[31mor"
    assert not any("\x1b" in line for line in person.told)


def test_lines_that_are_pasted_are_joined_and_said(workspace: Workspace) -> None:
    script: list[Reply] = [*MINUTE, DONE, DONE, DONE, pick("Say who looked along"), "Noor\nen Sam\nen Kim", LEAVE]
    person = Person(script).walk(workspace)
    assert only(workspace).looked_along == "Noor en Sam en Kim"
    assert "3 lines pasted, joined to one line. None is lost." in person.text


def test_a_line_that_is_too_long_says_how_much_of_it_is_kept(workspace: Workspace) -> None:
    script: list[Reply] = [*MINUTE, DONE, DONE, DONE, pick("Say who looked along"), "n" * 1001, LEAVE]
    person = Person(script).walk(workspace)
    assert only(workspace).looked_along == "n" * 1000
    assert "the first 1000 characters are" in person.text
