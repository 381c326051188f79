"""The situations that the guide was made for, answered from the first question to the last."""

from datetime import date

from onlinesafe_tui.domain.advice import advise
from onlinesafe_tui.domain.deadlines import Deadline, DeadlineKind, deadlines
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.situation import Reason
from tests.domain.telling import told


def given(incident: Incident) -> list[str]:
    assert not incident.situation.unanswered
    return [advice.id for advice in advise(incident)]


def test_a_parent_threatens_in_a_youtube_video_with_the_home_address_in_it() -> None:
    incident = told(
        "nl",
        danger="no",
        acts="threat",
        channel="youtube",
        form="video",
        author="parent",
        home="address",
        concerns="no",
    )
    assert given(incident) == [
        "address-published",
        "capture-first",
        "no-talk",
        "do-not-reply",
        "dsa-notice-by-organisation",
        "professional-secrecy",
        "employer-may-report-nl",
        "domicile-at-employer-nl",
        "aftercare-now",
    ]
    not_alone = next(advice for advice in advise(incident) if advice.id == "no-talk")
    assert not_alone.because == (Reason("acts", "threat"), Reason("home", "address"))
    assert DeadlineKind.COMPLAINT_NL not in [deadline.kind for deadline in deadlines(incident)]


def test_the_same_with_danger_now_begins_with_calling() -> None:
    incident = told(
        "nl",
        danger="now",
        acts="threat",
        channel="youtube",
        form="video",
        author="parent",
        home="address",
        concerns="no",
    )
    assert given(incident)[:3] == ["danger-now", "address-published", "capture-first"]


LINKEDIN = {
    "danger": "no",
    "acts": "insult",
    "channel": "linkedin",
    "form": "text",
    "author": "client-adult",
    "home": "no",
    "concerns": "no",
}


def test_a_known_adult_client_insults_in_a_private_linkedin_message_in_the_netherlands() -> None:
    incident = told("nl", visibility="private", **LINKEDIN)
    assert given(incident) == [
        "capture-first",
        "do-not-reply",
        "talk-prepared",
        "platform-hides-after-report",
        "professional-secrecy",
        "complaint-offence-nl",
        "domicile-at-employer-nl",
        "aftercare-now",
    ]
    learned, last_day = date(2026, 11, 19), date(2027, 2, 19)
    assert Deadline(DeadlineKind.COMPLAINT_NL, last_day, learned) in deadlines(incident)


def test_the_same_in_public_text_in_belgium_promises_nothing_of_a_complaint() -> None:
    incident = told("be", visibility="public", **LINKEDIN)
    assert given(incident) == [
        "capture-first",
        "do-not-reply",
        "talk-prepared",
        "platform-hides-after-report",
        "dsa-notice-by-organisation",
        "professional-secrecy",
        "press-offence-be",
        "third-party-register-be",
        "aftercare-now",
    ]
    assert DeadlineKind.COMPLAINT_NL not in [deadline.kind for deadline in deadlines(incident)]
