"""Any walk through the steps is allowed, and nothing is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.domain.journey import ALL_STEPS, FIVE, Journey, Step

steps = st.sampled_from(list(Step))
moves = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["back", "forward"]), st.none(), st.none()),
        st.tuples(st.sampled_from(["go", "resume"]), steps, st.none()),
        st.tuples(st.just("skip"), steps, st.text(max_size=10)),
    ),
    max_size=30,
)


def walked(journey: Journey, move: tuple[str, Step | None, str | None]) -> Journey:
    match move:
        case ("back", _, _):
            return journey.back()
        case ("forward", _, _):
            return journey.forward()
        case ("go", Step() as step, _):
            return journey.go(step)
        case ("resume", Step() as step, _):
            return journey.resume(step)
        case ("skip", Step() as step, str() as reason):
            return journey.skip(step, reason)
        case _:
            raise AssertionError(move)


@given(moves)
def test_no_walk_is_refused_and_what_was_seen_stays_seen(
    walk: list[tuple[str, Step | None, str | None]],
) -> None:
    journey = Journey()
    skipped: dict[Step, str] = {}
    for move in walk:
        before, journey = journey, walked(journey, move)
        assert before.seen <= journey.seen
        if move[0] in {"back", "forward", "go"}:
            assert before.at in journey.seen or before.at is journey.at
        else:
            assert journey.at is before.at, "skipping moves nobody"
        if move[0] == "skip" and move[1] is not None and move[2] is not None:
            skipped[move[1]] = move[2]
        elif move[0] == "resume" and move[1] is not None:
            skipped.pop(move[1], None)
        assert journey.skipped == skipped


@given(moves)
def test_back_always_leads_to_the_first_step(walk: list[tuple[str, Step | None, str | None]]) -> None:
    journey = Journey()
    for move in walk:
        journey = walked(journey, move)
    for _ in ALL_STEPS:
        journey = journey.back()
    assert journey.is_first
    assert journey.back() == journey


def test_forward_goes_past_every_step_and_stops_at_aftercare() -> None:
    journey, at = Journey(), [Journey().at]
    while not journey.is_last:
        journey = journey.forward()
        at.append(journey.at)
    assert tuple(at) == ALL_STEPS
    assert journey.forward() == journey


def test_the_five_steps_keep_the_order_of_their_source() -> None:
    assert [step.number for step in FIVE] == [1, 2, 3, 4, 5]
    assert [step.value for step in FIVE] == ["talk", "screenshot", "report", "discuss", "legal"]
    assert Step.SAFETY.number is None
    assert Step.AFTERCARE.number is None


def test_the_open_step_counts_as_seen_once_it_was_left() -> None:
    assert Journey().seen == frozenset()
    assert Journey().forward().seen == {Step.SAFETY}


def test_a_step_skipped_twice_keeps_the_last_reason() -> None:
    journey = Journey().skip(Step.TALK, "").skip(Step.TALK, "my manager does it")
    assert journey.skipped == {Step.TALK: "my manager does it"}
    assert journey.resume(Step.TALK) == Journey()


def test_taking_up_a_step_that_was_not_skipped_changes_nothing() -> None:
    assert Journey().resume(Step.LEGAL) == Journey()
