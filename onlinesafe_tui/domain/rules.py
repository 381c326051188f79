"""The rules of advice.

Each is a plain function that says because of which answers its advice applies, or None when it does not. Its id names
its text in `content/advice/`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import (
    Act,
    Author,
    Channel,
    Concern,
    Danger,
    Form,
    ForWhom,
    Home,
    Question,
    Visibility,
)
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.situation import Reason, Situation

Because = tuple[Reason, ...]
"""The answers that made an advice apply; empty when it applies to everybody."""


class Weight(IntEnum):
    """How much an advice matters; the smallest comes first."""

    DANGER = 0
    FIRST = 1
    IMPORTANT = 2
    NOTE = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """When an advice applies."""

    id: str
    weight: Weight
    step: Step
    because: Callable[[Situation, Incident], Because | None]
    """Says because of which answers it applies; None when it does not."""


Condition = Callable[[Situation, Incident], Because | None]

_RULES: Final[list[Rule]] = []


def _rule(id: str, weight: Weight, step: Step) -> Callable[[Condition], Condition]:
    def add(condition: Condition) -> Condition:
        _RULES.append(Rule(id, weight, step, condition))
        return condition

    return add


def may_capture(incident: Incident) -> bool:
    """Tell whether anything may be captured: never when a minor may be seen sexually."""
    return Act.INTIMATE_MINOR not in incident.situation.acts


_BEYOND_CRITICISM: Final = frozenset(Act) - {Act.CRITICISM}
_REPORTABLE: Final = _BEYOND_CRITICISM - {Act.OTHER, Act.UNKNOWN}
_KNOWN: Final = frozenset({Author.CLIENT_ADULT, Author.CLIENT_MINOR, Author.PARENT, Author.ACQUAINTANCE})
_IN_CARE: Final = frozenset({Author.CLIENT_ADULT, Author.CLIENT_MINOR, Author.PARENT})
_COMPLAINT_OFFENCES: Final = frozenset({Act.INSULT, Act.ACCUSATION, Act.STALKING, Act.HATE})
_NO_PLATFORM: Final = frozenset({Channel.EMAIL_SMS, Channel.SIGNAL, Channel.UNKNOWN})


def _acts(situation: Situation, acts: frozenset[Act]) -> Because | None:
    return situation.reasons({Question.ACTS: frozenset(map(str, acts))}) or None


def _is(situation: Situation, question: Question, *values: str) -> Because | None:
    return situation.reasons({question: frozenset(values)}) or None


def _any(*found: Because | None) -> Because | None:
    return tuple(reason for because in found if because for reason in because) or None


def _in(situation: Situation, country: Country) -> bool:
    return situation.country is country


@_rule("danger-now", Weight.DANGER, Step.SAFETY)
def danger_now(situation: Situation, _: Incident) -> Because | None:
    """Somebody is in danger at this moment: call first."""
    return _is(situation, Question.DANGER, Danger.NOW)


@_rule("never-capture-minor-intimate", Weight.FIRST, Step.SCREENSHOT)
def never_capture_minor_intimate(situation: Situation, _: Incident) -> Because | None:
    """A minor may be seen sexually: having a copy is an offence in itself."""
    return _is(situation, Question.ACTS, Act.INTIMATE_MINOR)


@_rule("capture-first", Weight.FIRST, Step.SCREENSHOT)
def capture_first(situation: Situation, incident: Incident) -> Because | None:
    """Nothing is captured yet, and talking, reporting or blocking can make it vanish."""
    if situation.is_criticism_only or not may_capture(incident) or incident.is_captured:
        return None
    return situation.reasons({Question.CHANNEL: frozenset(Channel) - {Channel.OTHER, Channel.UNKNOWN}})


@_rule("no-talk", Weight.FIRST, Step.TALK)
def no_talk(situation: Situation, _: Incident) -> Because | None:
    """Something makes a conversation unsafe to hold alone."""
    return situation.talk_risks or None


@_rule("worry-about-author", Weight.FIRST, Step.SAFETY)
def worry_about_author(situation: Situation, _: Incident) -> Because | None:
    """Whoever posted it may harm themselves: care goes first."""
    return _is(situation, Question.CONCERNS, Concern.AUTHOR_SUICIDAL)


@_rule("child-at-risk", Weight.FIRST, Step.SAFETY)
def child_at_risk(situation: Situation, _: Incident) -> Because | None:
    """A child may be unsafe: care goes first."""
    return _is(situation, Question.CONCERNS, Concern.CHILD_AT_RISK)


@_rule("address-published", Weight.FIRST, Step.SAFETY)
def address_published(situation: Situation, _: Incident) -> Because | None:
    """The home or the family can be found: not a night alone with it."""
    data = _is(situation, Question.ACTS, Act.PERSONAL_DATA)
    return _any(data, _is(situation, Question.HOME, Home.ADDRESS, Home.FAMILY))


@_rule("do-not-pay", Weight.FIRST, Step.SAFETY)
def do_not_pay(situation: Situation, _: Incident) -> Because | None:
    """Somebody demands something in exchange for silence."""
    return _is(situation, Question.ACTS, Act.EXTORTION)


@_rule("intimate-adult", Weight.FIRST, Step.SCREENSHOT)
def intimate_adult(situation: Situation, _: Incident) -> Because | None:
    """An intimate image of an adult: no copies, and there are ways to have it blocked."""
    return _is(situation, Question.ACTS, Act.INTIMATE_ADULT)


@_rule("do-not-reply", Weight.IMPORTANT, Step.SAFETY)
def do_not_reply(situation: Situation, _: Incident) -> Because | None:
    """An answer in anger feeds it and becomes part of it."""
    return None if situation.is_criticism_only else ()


@_rule("helping-a-colleague", Weight.IMPORTANT, Step.SAFETY)
def helping_a_colleague(situation: Situation, _: Incident) -> Because | None:
    """It happened to a colleague, who decides."""
    return () if situation.for_whom is ForWhom.COLLEAGUE else None


@_rule("leading-the-team", Weight.IMPORTANT, Step.SAFETY)
def leading_the_team(situation: Situation, _: Incident) -> Because | None:
    """It happened to somebody in the person's team."""
    return () if situation.for_whom is ForWhom.TEAM else None


@_rule("criticism-only", Weight.IMPORTANT, Step.TALK)
def criticism_only(situation: Situation, _: Incident) -> Because | None:
    """Hard words about the work: listen, and show the way to the complaints procedure."""
    return _is(situation, Question.ACTS, Act.CRITICISM) if situation.is_criticism_only else None


@_rule("talk-prepared", Weight.IMPORTANT, Step.TALK)
def talk_prepared(situation: Situation, _: Incident) -> Because | None:
    """A conversation can help, when it is prepared."""
    if not situation.may_talk or situation.is_criticism_only:
        return None
    return _is(situation, Question.AUTHOR, *_KNOWN)


@_rule("author-is-minor", Weight.IMPORTANT, Step.TALK)
def author_is_minor(situation: Situation, _: Incident) -> Because | None:
    """A child or young person in care posted it: teaching comes before punishing."""
    return _is(situation, Question.AUTHOR, Author.CLIENT_MINOR)


@_rule("second-hand-source", Weight.IMPORTANT, Step.SCREENSHOT)
def second_hand_source(situation: Situation, _: Incident) -> Because | None:
    """Somebody passed it on: the way back to the source can still be asked for."""
    return _is(situation, Question.CONCERNS, Concern.FORWARDED)


@_rule("fake-obituary", Weight.IMPORTANT, Step.SCREENSHOT)
def fake_obituary(situation: Situation, _: Incident) -> Because | None:
    """A notice says that somebody is dead: the family should hear it from them first."""
    return _is(situation, Question.ACTS, Act.OBITUARY)


@_rule("sender-sees-screenshot", Weight.IMPORTANT, Step.SCREENSHOT)
def sender_sees_screenshot(situation: Situation, incident: Incident) -> Because | None:
    """The platform may tell the sender about a screenshot."""
    if not may_capture(incident):
        return None
    return _is(situation, Question.CHANNEL, Channel.SNAPCHAT)


@_rule("vanishes-in-24-hours", Weight.FIRST, Step.SCREENSHOT)
def vanishes_in_24_hours(situation: Situation, incident: Incident) -> Because | None:
    """It disappears by itself and is not captured yet: now is the time."""
    if not may_capture(incident) or incident.is_captured:
        return None
    return _is(situation, Question.FORM, Form.STORY)


@_rule("fake-profile", Weight.IMPORTANT, Step.REPORT)
def fake_profile(situation: Situation, _: Incident) -> Because | None:
    """Somebody pretends to be the person."""
    return _is(situation, Question.ACTS, Act.IMPERSONATION)


@_rule("platform-hides-after-report", Weight.IMPORTANT, Step.REPORT)
def platform_hides_after_report(situation: Situation, incident: Incident) -> Because | None:
    """After the report one does not see the message any more oneself, so it is captured before."""
    if not may_capture(incident):
        return None
    return _is(situation, Question.CHANNEL, Channel.LINKEDIN, Channel.X)


@_rule("keep-chat-when-blocking", Weight.IMPORTANT, Step.REPORT)
def keep_chat_when_blocking(situation: Situation, _: Incident) -> Because | None:
    """The dialog that blocks also offers to empty the chat."""
    return _is(situation, Question.CHANNEL, Channel.WHATSAPP)


@_rule("dsa-notice-by-organisation", Weight.IMPORTANT, Step.REPORT)
def dsa_notice_by_organisation(situation: Situation, _: Incident) -> Because | None:
    """A legal notice to the platform carries a name, so let it be the organisation's."""
    if situation.visibility is Visibility.PRIVATE or situation.channel in (None, *_NO_PLATFORM):
        return None
    return _acts(situation, _REPORTABLE)


@_rule("discrimination", Weight.IMPORTANT, Step.REPORT)
def discrimination(situation: Situation, _: Incident) -> Because | None:
    """It is about origin, belief, sex or the like: there are places for that."""
    return _is(situation, Question.ACTS, Act.HATE)


@_rule("recording-allowed-publishing-not", Weight.IMPORTANT, Step.LEGAL)
def recording_allowed_publishing_not(situation: Situation, _: Incident) -> Because | None:
    """Recording a conversation of one's own is usually allowed; publishing it is something else."""
    return _is(situation, Question.ACTS, Act.RECORDING)


@_rule("professional-secrecy", Weight.IMPORTANT, Step.LEGAL)
def professional_secrecy(situation: Situation, _: Incident) -> Because | None:
    """It comes from somebody in care: facts go out, care does not."""
    return None if situation.is_criticism_only else _is(situation, Question.AUTHOR, *_IN_CARE)


@_rule("complaint-offence-nl", Weight.IMPORTANT, Step.LEGAL)
def complaint_offence_nl(situation: Situation, _: Incident) -> Because | None:
    """In the Netherlands the victim must ask for prosecution, within three months."""
    return _acts(situation, _COMPLAINT_OFFENCES) if _in(situation, Country.NL) else None


@_rule("employer-may-report-nl", Weight.IMPORTANT, Step.LEGAL)
def employer_may_report_nl(situation: Situation, _: Incident) -> Because | None:
    """In the Netherlands anyone who knows of a threat can report it, so the employer can."""
    return _is(situation, Question.ACTS, Act.THREAT) if _in(situation, Country.NL) else None


@_rule("domicile-at-employer-nl", Weight.IMPORTANT, Step.LEGAL)
def domicile_at_employer_nl(situation: Situation, _: Incident) -> Because | None:
    """In the Netherlands the home address can be kept out of a police report."""
    return _acts(situation, _REPORTABLE) if _in(situation, Country.NL) else None


@_rule("press-offence-be", Weight.IMPORTANT, Step.LEGAL)
def press_offence_be(situation: Situation, _: Incident) -> Because | None:
    """In Belgium an insult or accusation in public text is hardly ever prosecuted, unless it is racist."""
    is_public_text = situation.form is Form.TEXT and situation.visibility is Visibility.PUBLIC
    if not _in(situation, Country.BE) or not is_public_text or Act.HATE in situation.acts:
        return None
    found = _acts(situation, frozenset({Act.INSULT, Act.ACCUSATION}))
    return found and (*found, Reason("form", Form.TEXT.value))


@_rule("video-or-private-be", Weight.IMPORTANT, Step.LEGAL)
def video_or_private_be(situation: Situation, _: Incident) -> Because | None:
    """In Belgium spoken, filmed and private messages are not a press offence."""
    if not _in(situation, Country.BE) or not situation.acts & _REPORTABLE:
        return None
    video = _is(situation, Question.FORM, Form.VIDEO)
    return _any(video, _is(situation, Question.VISIBILITY, Visibility.PRIVATE))


@_rule("third-party-register-be", Weight.NOTE, Step.DISCUSS)
def third_party_register_be(situation: Situation, _: Incident) -> Because | None:
    """In Belgium the employer keeps a register of what third parties do, without names."""
    return () if _in(situation, Country.BE) and not situation.is_criticism_only else None


@_rule("aftercare-now", Weight.NOTE, Step.AFTERCARE)
def aftercare_now(situation: Situation, _: Incident) -> Because | None:
    """Aftercare begins today, not when everything is over."""
    return None if situation.is_criticism_only else ()


RULES: Final[tuple[Rule, ...]] = tuple(_RULES)
"""Every rule, in the order in which they are tried."""
