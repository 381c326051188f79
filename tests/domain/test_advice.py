"""Every rule fires where it must, stays silent where it must, and says because of which answers."""

from dataclasses import dataclass

import pytest

from onlinesafe_tui.domain.advice import advice_ids, advise
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.rules import RULES, Weight, may_capture
from tests.domain.telling import NOON, captured, reasons, told

CALM = {"danger": "no", "home": "no", "concerns": "no"}
"""The answers that leave a talk possible."""


@dataclass(frozen=True)
class Case:
    """One rule: where it fires and because of what, and where it must not."""

    rule: str
    fires: Incident
    because: str
    silent: Incident


CASES = [
    Case("danger-now", told(danger="now"), "danger=now", told(danger="unknown")),
    Case(
        "never-capture-minor-intimate",
        told(acts="intimate-minor insult"),
        "acts=intimate-minor",
        told(acts="intimate-adult"),
    ),
    Case(
        "capture-first",
        told(acts="insult", channel="whatsapp"),
        "channel=whatsapp",
        captured(told(acts="insult", channel="whatsapp")),
    ),
    Case(
        "no-talk",
        told(danger="now", acts="stalking threat", author="unknown", home="family", concerns="police-case"),
        "danger=now acts=threat acts=stalking author=unknown home=family concerns=police-case",
        told(acts="insult", author="parent", **CALM),
    ),
    Case(
        "worry-about-author",
        told(concerns="author-suicidal"),
        "concerns=author-suicidal",
        told(concerns="child-at-risk"),
    ),
    Case("child-at-risk", told(concerns="child-at-risk"), "concerns=child-at-risk", told(concerns="author-suicidal")),
    Case(
        "address-published",
        told(acts="personal-data insult", home="address"),
        "acts=personal-data home=address",
        told(acts="threat", home="no"),
    ),
    Case("do-not-pay", told(acts="extortion"), "acts=extortion", told(acts="threat")),
    Case("intimate-adult", told(acts="intimate-adult"), "acts=intimate-adult", told(acts="intimate-minor")),
    Case("do-not-reply", told(acts="insult"), "", told(acts="criticism", home="no")),
    Case("helping-a-colleague", told(for_whom="colleague"), "", told(for_whom="team")),
    Case("leading-the-team", told(for_whom="team"), "", told(for_whom="self")),
    Case("criticism-only", told(acts="criticism", home="no"), "acts=criticism", told(acts="criticism insult")),
    Case(
        "talk-prepared",
        told(acts="insult", author="client-adult", **CALM),
        "author=client-adult",
        told(acts="insult", author="client-adult", danger="no", home="address", concerns="no"),
    ),
    Case("author-is-minor", told(author="client-minor"), "author=client-minor", told(author="client-adult")),
    Case("second-hand-source", told(concerns="forwarded"), "concerns=forwarded", told(concerns="police-case")),
    Case("fake-obituary", told(acts="obituary"), "acts=obituary", told(acts="threat")),
    Case("sender-sees-screenshot", told(channel="snapchat"), "channel=snapchat", told(channel="instagram")),
    Case("vanishes-in-24-hours", told(form="story"), "form=story", told(form="video")),
    Case("fake-profile", told(acts="impersonation"), "acts=impersonation", told(acts="accusation")),
    Case("platform-hides-after-report", told(channel="x"), "channel=x", told(channel="youtube")),
    Case("keep-chat-when-blocking", told(channel="whatsapp"), "channel=whatsapp", told(channel="signal")),
    Case(
        "dsa-notice-by-organisation",
        told(acts="accusation criticism", channel="facebook", visibility="public"),
        "acts=accusation",
        told(acts="accusation", channel="facebook", visibility="private"),
    ),
    Case("discrimination", told(acts="hate"), "acts=hate", told(acts="insult")),
    Case("recording-allowed-publishing-not", told(acts="recording"), "acts=recording", told(acts="accusation")),
    Case("professional-secrecy", told(author="parent"), "author=parent", told(author="acquaintance")),
    Case(
        "complaint-offence-nl",
        told("nl", acts="insult accusation stalking threat"),
        "acts=insult acts=accusation acts=stalking",
        told("be", acts="insult"),
    ),
    Case("employer-may-report-nl", told("nl", acts="threat insult"), "acts=threat", told("nl", acts="insult")),
    Case("domicile-at-employer-nl", told("nl", acts="threat"), "acts=threat", told("be", acts="threat")),
    Case(
        "press-offence-be",
        told("be", acts="insult", form="text", visibility="public"),
        "acts=insult form=text",
        told("be", acts="insult", form="video", visibility="public"),
    ),
    Case(
        "video-or-private-be",
        told("be", acts="insult", form="video", visibility="private"),
        "form=video visibility=private",
        told("be", acts="insult", form="text", visibility="public"),
    ),
    Case("third-party-register-be", told("be", acts="insult"), "", told("nl", acts="insult")),
    Case("aftercare-now", told(acts="insult"), "", told(acts="criticism", home="no")),
]

STAYS_SILENT = [
    ("capture-first", "criticism", told(acts="criticism", channel="facebook", home="no")),
    ("capture-first", "a minor is seen", told(acts="threat intimate-minor", channel="facebook")),
    ("vanishes-in-24-hours", "a minor is seen", told(acts="intimate-minor", form="story")),
    ("vanishes-in-24-hours", "it is captured", captured(told(acts="insult", form="story"))),
    ("sender-sees-screenshot", "a minor is seen", told(acts="intimate-minor", channel="snapchat")),
    ("platform-hides-after-report", "a minor is seen", told(acts="intimate-minor", channel="linkedin")),
    ("talk-prepared", "it is not known what was done", told(author="parent", **CALM)),
    ("talk-prepared", "what was done is unknown", told(acts="unknown", author="parent", **CALM)),
    ("talk-prepared", "nobody asked about danger", told(acts="insult", author="parent", home="no", concerns="no")),
    ("talk-prepared", "danger is unknown", told(danger="unknown", acts="insult", author="parent", home="no")),
    ("talk-prepared", "it is criticism", told(acts="criticism", author="parent", **CALM)),
    (
        "talk-prepared",
        "the author may be suicidal",
        told(acts="insult", author="client-adult", danger="no", home="no", concerns="author-suicidal"),
    ),
    (
        "talk-prepared",
        "a child may be unsafe",
        told(acts="insult", author="parent", danger="no", home="no", concerns="child-at-risk"),
    ),
    ("no-talk", "nothing is answered", told()),
    ("dsa-notice-by-organisation", "there is no platform", told(acts="threat", channel="email-sms")),
    ("dsa-notice-by-organisation", "the channel is unknown", told(acts="threat", channel="unknown")),
    ("dsa-notice-by-organisation", "the channel was not asked", told(acts="threat")),
    ("dsa-notice-by-organisation", "it is criticism", told(acts="criticism", channel="google-reviews")),
    ("press-offence-be", "it is racist", told("be", acts="insult hate", form="text", visibility="public")),
    ("press-offence-be", "a group sees it", told("be", acts="insult", form="text", visibility="group")),
    ("press-offence-be", "it is a threat", told("be", acts="threat", form="text", visibility="public")),
    ("press-offence-be", "in the Netherlands", told("nl", acts="insult", form="text", visibility="public")),
    ("video-or-private-be", "in the Netherlands", told("nl", acts="insult", form="video")),
    ("video-or-private-be", "it is criticism", told("be", acts="criticism", form="video")),
    ("domicile-at-employer-nl", "it is criticism", told("nl", acts="criticism")),
    ("domicile-at-employer-nl", "what was done is unknown", told("nl", acts="unknown")),
    ("employer-may-report-nl", "in Belgium", told("be", acts="threat")),
    ("third-party-register-be", "it is criticism", told("be", acts="criticism", home="no")),
    ("criticism-only", "the family is in it", told(acts="criticism", home="family")),
    ("criticism-only", "there is danger", told(acts="criticism", danger="now")),
    ("criticism-only", "the police have a case", told(acts="criticism", concerns="police-case")),
]


def given(incident: Incident) -> list[str]:
    return [advice.id for advice in advise(incident)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_fires_and_says_because_of_what(case: Case) -> None:
    found = {advice.id: advice.because for advice in advise(case.fires)}
    assert found[case.rule] == reasons(case.because)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_stays_silent(case: Case) -> None:
    assert case.rule not in given(case.silent)


@pytest.mark.parametrize(
    ("rule", "why", "incident"), STAYS_SILENT, ids=[f"{rule}-{why}" for rule, why, _ in STAYS_SILENT]
)
def test_a_rule_also_stays_silent_when(rule: str, why: str, incident: Incident) -> None:
    assert rule not in given(incident), why


def test_every_rule_stands_in_the_table_once() -> None:
    assert sorted(case.rule for case in CASES) == sorted(rule.id for rule in RULES)
    assert len(advice_ids()) == len(RULES)


def test_what_matters_most_comes_first_then_safety_then_evidence() -> None:
    incident = told(
        danger="now", acts="threat", channel="linkedin", author="parent", home="address", concerns="forwarded"
    )
    advice = advise(incident)
    assert [each.weight for each in advice] == sorted(each.weight for each in advice)
    assert [each.id for each in advice[:4]] == ["danger-now", "address-published", "capture-first", "no-talk"]
    assert [each.step for each in advice if each.weight is Weight.IMPORTANT] == [
        Step.SAFETY,
        Step.SCREENSHOT,
        Step.REPORT,
        Step.REPORT,
        Step.LEGAL,
        Step.LEGAL,
        Step.LEGAL,
    ]


def test_capturing_comes_first_also_where_nobody_knows_the_channel() -> None:
    advice = {each.id: each for each in advise(told(acts="insult", channel="unknown"))}
    assert advice["capture-first"].because == ()


def test_capturing_no_longer_comes_first_once_an_item_says_something() -> None:
    incident = told(acts="insult", channel="x")
    empty = incident.new_evidence(NOON)
    assert "capture-first" in given(incident.keep(empty))
    assert "capture-first" in given(incident.keep(empty.say_unknown(Fact.POSTED_BY)))
    assert "capture-first" not in given(incident.keep(empty.tell(Fact.WHAT, "a post")))


def test_capturing_comes_first_again_when_the_tick_or_the_item_is_taken_back() -> None:
    incident = captured(told(acts="insult", channel="x"))
    assert "capture-first" not in given(incident)
    assert "capture-first" in given(incident.tick("screenshot.whole-screen", NOON))
    kept = told(acts="insult").keep(told().new_evidence(NOON).tell(Fact.WHAT, "a post"))
    assert "capture-first" in given(kept.drop(1))


@pytest.mark.parametrize("others", ["", "threat", "intimate-adult", "criticism", "extortion hate"])
def test_never_capturing_a_minor_beats_everything_that_asks_to_capture(others: str) -> None:
    incident = told(acts=f"intimate-minor {others}", channel="snapchat", form="story", visibility="public")
    assert not may_capture(incident)
    assert given(incident).index("never-capture-minor-intimate") < 3
    assert not set(given(incident)) & {"capture-first", "vanishes-in-24-hours", "sender-sees-screenshot"}


def test_whoever_answered_nothing_yet_is_told_to_capture_and_not_to_reply() -> None:
    assert given(told()) == ["capture-first", "do-not-reply", "aftercare-now"]
