"""Incidents to tell about."""

from dataclasses import replace
from datetime import UTC, date, datetime

from onlinesafe_tui.domain.actions import Action, ActionKind, ActionState
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.facets import ForWhom, Question
from onlinesafe_tui.domain.incident import WHOLE_SCREEN, Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.situation import Situation

BEGUN = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)
LATER = datetime(2026, 3, 2, 7, 5, tzinfo=UTC)
MADE = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)

NOTE = """# Geen kop

  - geen lijst, wel ingesprongen
1. ook geen lijst
---
***vet?*** `code` ~~weg~~ | tabel |
```
geen blok
```
<script>alert("hoi")</script> &lt;b&gt;
![beeld](https://example.org/x.png) [klik](javascript:alert(1))
Emoji 🙈👩‍👧, \u202eomgekeerd\u202c en \x1b]0;titel\x07 en \x1b[31mrood"""

EMPTY_ANSWERS = Incident(
    id="00000000000000aa",
    opened=BEGUN,
    changed=BEGUN,
    situation=Situation(country=Country.BE, for_whom=ForWhom.COLLEAGUE),
    known_on=date(2026, 2, 27),
)


def nasty_incident() -> Incident:
    """Return an incident with something of everything, and the worst of it."""
    incident = Incident(
        id="00112233445566ff",
        opened=BEGUN,
        changed=LATER,
        situation=Situation(country=Country.NL),
        known_on=date(2026, 2, 28),
    )
    answers = {
        Question.DANGER: ["no"],
        Question.ACTS: ["threat", "insult"],
        Question.CHANNEL: ["youtube"],
        Question.FORM: ["video"],
        Question.AUTHOR: ["unknown"],
        Question.HOME: ["address"],
    }
    for question, values in answers.items():
        incident = incident.answer(question, values)
    for task in ("safety.first", WHOLE_SCREEN, "screenshot.retired-task", "screenshot.seconds"):
        incident = incident.tick(task, LATER)
    return _moved(_captured(incident))


def _captured(incident: Incident) -> Incident:
    item = incident.new_evidence(LATER)
    item = item.tell(Fact.WHAT, "مرحبا بالعالم | שלום")
    item = item.tell(Fact.POSTED_BY, "<script>alert(1)</script>")
    item = item.tell(Fact.ADDRESSES, "https://example.org/watch?v=a_b&c=*d*\nhttps://example.org/`x`")
    item = item.tell(Fact.ACCOUNT, "@naam_0412 " + "z" * 120)
    item = item.say_unknown(Fact.ACCOUNT_OWNER)
    incident = incident.keep(item)
    return incident.keep(incident.new_evidence(LATER)).note(Step.SCREENSHOT, NOTE)


def _moved(incident: Incident) -> Incident:
    report = Action(kind=ActionKind.PLATFORM_REPORT, reference="AB-1 `2` |\x1b[1m").reach(
        ActionState.SENT, date(2026, 3, 2)
    )
    police = Action(kind=ActionKind.POLICE_REPORT).reach(ActionState.SENT, date(2026, 3, 1))
    police = replace(police.reach(ActionState.ANSWERED, date(2026, 3, 10)), answer="Ja.\n--- \nOf nee?")
    for action in (report, police, Action(kind=ActionKind.TELL_MANAGER).reach(ActionState.PREPARED, None)):
        incident = incident.act(action)
    journey = incident.journey.go(Step.TALK).go(Step.SCREENSHOT).skip(Step.TALK, "te bang | nu")
    return incident.go(journey.skip(Step.DISCUSS, ""))
