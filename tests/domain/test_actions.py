"""What happens outside: prepared is not sent, and the day of sending stays known."""

from datetime import date

import pytest

from onlinesafe_tui.domain.actions import Action, ActionKind, ActionState
from onlinesafe_tui.domain.journey import Step

SENT, RECEIVED = date(2026, 11, 20), date(2026, 11, 22)
REPORT = Action(kind=ActionKind.PLATFORM_REPORT)


def test_the_day_of_sending_is_kept_when_an_answer_comes() -> None:
    sent = REPORT.reach(ActionState.SENT, SENT)
    assert (sent.on, sent.sent_on) == (SENT, SENT)
    answered = sent.reach(ActionState.RECEIVED, RECEIVED).reach(ActionState.ANSWERED, None)
    assert (answered.on, answered.sent_on) == (None, SENT)


@pytest.mark.parametrize("state", [ActionState.TO_DO, ActionState.PREPARED])
def test_what_is_prepared_was_not_sent(state: ActionState) -> None:
    back = REPORT.reach(ActionState.SENT, SENT).reach(state, RECEIVED)
    assert (back.state, back.sent_on) == (state, None)


def test_sent_anew_counts_from_the_new_day() -> None:
    assert REPORT.reach(ActionState.SENT, SENT).reach(ActionState.SENT, RECEIVED).sent_on == RECEIVED


def test_sent_on_a_day_that_nobody_knows() -> None:
    assert REPORT.reach(ActionState.SENT, None).sent_on is None


@pytest.mark.parametrize("kind", list(ActionKind))
def test_every_action_is_offered_at_a_step_on_the_way(kind: ActionKind) -> None:
    assert kind.step in set(Step) - {Step.SAFETY}
