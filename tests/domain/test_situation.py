"""Answers: given, changed, taken back, and what follows from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import (
    ALONE,
    CHOICES,
    FACETS,
    Act,
    Channel,
    Concern,
    ForWhom,
    Home,
    Question,
    Visibility,
)
from onlinesafe_tui.domain.situation import Reason, Situation
from tests.domain.telling import told

EMPTY = Situation(country=Country.NL)

answers = st.lists(
    st.one_of(
        *(
            st.tuples(
                st.just(question),
                st.lists(st.sampled_from(list(choices.values)), max_size=4 if choices.multiple else 1),
            )
            for question, choices in CHOICES.items()
        )
    ),
    max_size=20,
)


def test_a_wrong_value_is_refused_and_named() -> None:
    with pytest.raises(ValueError, match="mastodon"):
        EMPTY.answer(Question.CHANNEL, ["mastodon"])
    with pytest.raises(ValueError, match="threat"):
        EMPTY.answer(Question.CHANNEL, ["threat"])


def test_two_answers_to_a_question_with_one_are_refused() -> None:
    with pytest.raises(ValueError, match="channel"):
        EMPTY.answer(Question.CHANNEL, ["x", "youtube"])


def test_several_acts_can_be_true() -> None:
    assert EMPTY.answer(Question.ACTS, ["threat", "insult"]).acts == {Act.THREAT, Act.INSULT}


@pytest.mark.parametrize("question", [Question.HOME, Question.CONCERNS])
def test_none_and_unknown_give_way_to_an_answer(question: Question) -> None:
    something = next(value for value in CHOICES[question].values if value not in ALONE)
    assert EMPTY.answer(question, [something, "no", "unknown"]).values(question) == {something}


def test_none_and_unknown_together_is_unknown() -> None:
    assert EMPTY.answer(Question.HOME, ["no", "unknown"]).home == {Home.UNKNOWN}


@pytest.mark.parametrize("question", list(Question))
def test_no_values_take_an_answer_back(question: Question) -> None:
    last = list(CHOICES[question].values)[-1]
    answered = EMPTY.answer(question, [last])
    assert answered.values(question) == {last}
    assert answered.answer(question, []) == EMPTY


def test_everyone_can_see_youtube_so_nobody_is_asked() -> None:
    youtube = EMPTY.answer(Question.CHANNEL, ["youtube"])
    assert youtube.visibility is Visibility.PUBLIC
    assert Question.VISIBILITY not in youtube.questions


def test_a_review_is_public_text() -> None:
    review = EMPTY.answer(Question.CHANNEL, ["google-reviews"])
    assert (review.form, review.visibility) == ("text", "public")
    assert review.unanswered == (Question.DANGER, Question.ACTS, Question.AUTHOR, Question.HOME, Question.CONCERNS)


@pytest.mark.parametrize("other", [["whatsapp"], ["unknown"], []])
def test_what_a_channel_settled_is_asked_again_when_it_was_another_channel(other: list[str]) -> None:
    review = EMPTY.answer(Question.CHANNEL, ["google-reviews"])
    changed = review.answer(Question.CHANNEL, other)
    assert {Question.FORM, Question.VISIBILITY} <= set(changed.unanswered)


def test_an_answer_of_ones_own_stays_when_the_channel_changes() -> None:
    facebook = EMPTY.answer(Question.CHANNEL, ["facebook"]).answer(Question.VISIBILITY, ["group"])
    assert facebook.answer(Question.CHANNEL, ["instagram"]).visibility is Visibility.GROUP


def test_one_implied_answer_follows_another() -> None:
    mail = EMPTY.answer(Question.CHANNEL, ["youtube"]).answer(Question.CHANNEL, ["email-sms"])
    assert mail.visibility is Visibility.PRIVATE


def test_danger_is_asked_first_and_at_most_eight_questions() -> None:
    assert EMPTY.questions[0] is Question.DANGER
    assert len(EMPTY.questions) == 8


def test_unknown_is_an_answer_to_every_question() -> None:
    situation = EMPTY
    for question in Question:
        situation = situation.answer(question, ["unknown"])
    assert situation.unanswered == ()


@given(answers)
def test_any_answers_in_any_order_make_a_situation(given_answers: list[tuple[Question, list[str]]]) -> None:
    situation = EMPTY
    for question, values in given_answers:
        situation = situation.answer(question, values)
        assert bool(situation.values(question)) == bool(values)
    for facet, values_of in FACETS.items():
        assert situation.values(facet) <= {str(value) for value in values_of}
    assert (situation.values("talk") == {"prepared"}) == situation.may_talk
    assert not (situation.may_talk and situation.talk_risks)


def test_a_condition_holds_when_each_facet_has_one_of_its_values() -> None:
    situation = told("be", "team", acts="insult", channel="youtube").situation
    assert situation.matches({"country": frozenset({"be"}), "channel": frozenset({"x", "youtube"})})
    assert situation.matches({"for": frozenset({"colleague", "team"})})
    assert not situation.matches({"country": frozenset({"nl"}), "channel": frozenset({"youtube"})})
    assert not situation.matches({"author": frozenset({"unknown"})}), "not asked is not unknown"


def test_reasons_come_in_the_order_of_the_questions_and_of_their_choices() -> None:
    situation = told(home="address", acts="extortion threat").situation
    assert situation.talk_risks == (Reason("acts", "threat"), Reason("acts", "extortion"), Reason("home", "address"))


SAFE = {"danger": "no", "acts": "insult", "author": "parent", "home": "no", "concerns": "no"}


def test_a_talk_can_be_prepared_once_nothing_speaks_against_it() -> None:
    assert told(**SAFE).situation.values("talk") == {"prepared"}


TALKABLE = {"insult", "accusation", "recording", "impersonation", "hate", "criticism", "other"}


@pytest.mark.parametrize("question", SAFE)
def test_as_long_as_an_answer_is_missing_nobody_talks_alone(question: str) -> None:
    asked = {key: value for key, value in SAFE.items() if key != question}
    assert told(**asked).situation.values("talk") == {"not-alone"}


@pytest.mark.parametrize(
    "answer",
    [
        *({"danger": value} for value in ("now", "unknown")),
        *({"acts": str(act)} for act in Act if act not in TALKABLE),
        *({"author": value} for value in ("stranger", "unknown")),
        *({"home": value} for value in ("address", "family")),
        {"concerns": "police-case"},
    ],
    ids=str,
)
def test_what_speaks_against_a_talk_is_said(answer: dict[str, str]) -> None:
    situation = told(**(SAFE | answer)).situation
    assert situation.values("talk") == {"not-alone"}
    assert situation.talk_risks == tuple(Reason(facet, value) for facet, value in answer.items())


@pytest.mark.parametrize("concern", [Concern.AUTHOR_SUICIDAL, Concern.CHILD_AT_RISK])
def test_care_goes_before_a_talk_about_the_message(concern: Concern) -> None:
    situation = told(**(SAFE | {"concerns": str(concern)})).situation
    assert not situation.may_talk
    assert situation.talk_risks == ()


def test_whose_incident_it_is_is_a_facet() -> None:
    assert Situation(country=Country.BE, for_whom=ForWhom.COLLEAGUE).values("for") == {"colleague"}
    assert Situation(country=Country.BE, channel=Channel.X).values("country") == {"be"}
