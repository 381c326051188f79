"""What happens outside the program: a report to a platform, a word to the manager, a visit to the police."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from onlinesafe_tui.domain.journey import Step


class ActionKind(StrEnum):
    """Something to do in the world. Its name stands in the content of its step."""

    TALK_WITH_AUTHOR = "talk-with-author"
    ASK_REMOVAL = "ask-removal"
    PLATFORM_REPORT = "platform-report"
    LEGAL_NOTICE = "legal-notice"
    TELL_MANAGER = "tell-manager"
    TELL_TEAM = "tell-team"
    POLICE_REPORT = "police-report"
    LEGAL_HELP = "legal-help"
    ENTER_REGISTER = "enter-register"
    AFTERCARE_TALK = "aftercare-talk"

    @property
    def step(self) -> Step:
        """The step in which it is offered."""
        return _STEPS[self]


_STEPS: Final = {
    ActionKind.TALK_WITH_AUTHOR: Step.TALK,
    ActionKind.ASK_REMOVAL: Step.TALK,
    ActionKind.PLATFORM_REPORT: Step.REPORT,
    ActionKind.LEGAL_NOTICE: Step.REPORT,
    ActionKind.TELL_MANAGER: Step.DISCUSS,
    ActionKind.TELL_TEAM: Step.DISCUSS,
    ActionKind.ENTER_REGISTER: Step.DISCUSS,
    ActionKind.POLICE_REPORT: Step.LEGAL,
    ActionKind.LEGAL_HELP: Step.LEGAL,
    ActionKind.AFTERCARE_TALK: Step.AFTERCARE,
}


class ActionState(StrEnum):
    """How far it got. Prepared is not sent, and sent is not answered."""

    TO_DO = "to-do"
    PREPARED = "prepared"
    SENT = "sent"
    RECEIVED = "received"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that happens outside, as far as the person says."""

    kind: ActionKind
    state: ActionState = ActionState.TO_DO

    on: date | None = None
    """The local day on which it reached this state; None when not given."""

    reference: str = ""
    """The number or name that the other side gave; empty when there is none."""

    answer: str = ""
    """What the other side said, in the person's own words; empty when nothing was said."""

    sent_on: date | None = None
    """The local day on which it was sent, kept when the state moves on; None when not sent or not known."""

    def reach(self, state: ActionState, on: date | None) -> Action:
        """Move to `state` on a local day."""
        sent = on if state is ActionState.SENT else self.sent_on
        return replace(self, state=state, on=on, sent_on=None if state in _UNSENT else sent)


_UNSENT: Final = frozenset({ActionState.TO_DO, ActionState.PREPARED})
