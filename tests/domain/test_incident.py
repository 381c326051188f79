"""What is recorded about an event, change after change."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.domain.actions import Action, ActionKind, ActionState
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.facets import Act, Question
from onlinesafe_tui.domain.incident import WHOLE_SCREEN
from onlinesafe_tui.domain.journey import Step
from tests.domain.telling import NOON, told

LATER = NOON + timedelta(hours=1)


def test_a_task_ticked_twice_has_no_tick_and_a_third_time_has_the_last_moment() -> None:
    once = told().tick("legal.protocol", NOON)
    assert once.ticked == {"legal.protocol": NOON}
    assert once.tick("legal.protocol", LATER).ticked == {}
    assert once.tick("legal.protocol", LATER).tick("legal.protocol", LATER).ticked == {"legal.protocol": LATER}


def test_a_change_leaves_the_incident_before_it_as_it_was() -> None:
    before = told()
    before.tick(WHOLE_SCREEN, NOON)
    before.note(Step.TALK, "x")
    before.act(Action(kind=ActionKind.TELL_TEAM, state=ActionState.SENT))
    before.keep(before.new_evidence(NOON))
    assert before == told()


def test_notes_stand_at_their_own_step_and_an_empty_one_goes() -> None:
    incident = told().note(Step.TALK, "half a sen").note(Step.LEGAL, "lawyer")
    assert incident.notes == {Step.TALK: "half a sen", Step.LEGAL: "lawyer"}
    assert incident.note(Step.TALK, "").notes == {Step.LEGAL: "lawyer"}


def test_an_action_that_nobody_touched_is_still_to_do() -> None:
    action = told().action(ActionKind.POLICE_REPORT)
    assert action == Action(kind=ActionKind.POLICE_REPORT, state=ActionState.TO_DO)
    prepared = action.reach(ActionState.PREPARED, None)
    assert told().act(prepared).action(ActionKind.POLICE_REPORT) == prepared


def test_answering_changes_the_situation_only() -> None:
    incident = told().note(Step.TALK, "x").answer(Question.ACTS, ["threat"])
    assert incident.situation.acts == {Act.THREAT}
    assert incident.notes == {Step.TALK: "x"}


def test_a_removed_number_is_not_given_again() -> None:
    incident = told()
    for _ in range(3):
        incident = incident.keep(incident.new_evidence(NOON))
    incident = incident.drop(3).drop(1)
    assert [item.number for item in incident.evidence] == [2]
    assert incident.new_evidence(LATER).number == 4


def test_an_item_kept_again_takes_the_place_of_what_it_was() -> None:
    incident = told()
    for _ in range(2):
        incident = incident.keep(incident.new_evidence(NOON))
    changed = incident.keep(incident.evidence[0].tell(Fact.WHAT, "a video"))
    assert [item.number for item in changed.evidence] == [1, 2]
    assert changed.evidence[0].facts == {Fact.WHAT: "a video"}
    assert changed.last_evidence == 2


@given(st.lists(st.one_of(st.just(None), st.integers(1, 6))))
def test_whatever_is_kept_and_dropped_no_number_stands_for_two_items(changes: list[int | None]) -> None:
    incident, given_out = told(), set()
    for dropped in changes:
        if dropped is not None:
            incident = incident.drop(dropped)
            continue
        item = incident.new_evidence(NOON)
        assert item.number not in given_out
        given_out.add(item.number)
        incident = incident.keep(item)
    numbers = [item.number for item in incident.evidence]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("number", [0, 2, 99])
def test_dropping_what_is_not_there_changes_nothing(number: int) -> None:
    incident = told().keep(told().new_evidence(NOON))
    assert incident.drop(number) == incident


def test_only_a_fact_or_the_whole_screen_counts_as_captured() -> None:
    incident = told().tick("screenshot.address", NOON)
    empty = incident.new_evidence(NOON)
    assert not incident.is_captured
    assert not incident.keep(empty).is_captured
    assert incident.keep(empty.tell(Fact.ADDRESSES, "https://example.org")).is_captured
    assert incident.tick(WHOLE_SCREEN, NOON).is_captured
