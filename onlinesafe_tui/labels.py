"""The words for the values of the domain: English messages, translated where they are shown.

Both faces, the command line and the exports say these things in the same words.
"""

from typing import Final

from onlinesafe_tui.domain.actions import ActionState
from onlinesafe_tui.domain.agreements import Audience
from onlinesafe_tui.domain.deadlines import DeadlineKind
from onlinesafe_tui.domain.due import DueKind
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.facets import ForWhom
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.policy import Level, Phase, Standing
from onlinesafe_tui.domain.policy_changes import Turn
from onlinesafe_tui.domain.prevention import Outcome, Topic
from onlinesafe_tui.language import N_

STEPS: Final = {
    Step.SAFETY: N_("Safety"),
    Step.TALK: N_("Talk"),
    Step.SCREENSHOT: N_("Screenshot"),
    Step.REPORT: N_("Report"),
    Step.DISCUSS: N_("Discuss"),
    Step.LEGAL: N_("Legal help"),
    Step.AFTERCARE: N_("Aftercare"),
}
"""The short names of the steps, for the rail."""

ACTION_STATES: Final = {
    ActionState.TO_DO: N_("to do"),
    ActionState.PREPARED: N_("prepared"),
    ActionState.SENT: N_("sent"),
    ActionState.RECEIVED: N_("reference received"),
    ActionState.ANSWERED: N_("answered"),
}

TOPICS: Final = {
    Topic.TRACES: N_("Traces online"),
    Topic.ACCOUNTS: N_("Accounts"),
    Topic.PHOTOS: N_("Photos"),
    Topic.SPORTS: N_("Sports apps"),
    Topic.REGISTRATION: N_("Registers"),
    Topic.WORK: N_("Work and private"),
}
"""What a thing in a prevention round is about."""

OUTCOMES: Final = {
    Outcome.DONE: N_("Done"),
    Outcome.NOT_FOR_ME: N_("Not for me"),
    Outcome.LATER: N_("Later"),
    Outcome.HELP: N_("Help me"),
}
"""What one can answer at a thing."""

OUTCOME_STATES: Final = {
    Outcome.DONE: N_("done"),
    Outcome.NOT_FOR_ME: N_("not for you"),
    Outcome.LATER: N_("for later"),
    Outcome.HELP: N_("help wanted"),
}
"""What came of a thing."""

DEADLINES: Final = {
    DeadlineKind.AFTERCARE_FIRST: N_("First talk, within 72 hours"),
    DeadlineKind.AFTERCARE_SECOND: N_("Second talk, after two weeks"),
    DeadlineKind.AFTERCARE_THIRD: N_("Third talk, after six to eight weeks"),
    DeadlineKind.REPORT_FOLLOW_UP: N_("See what came of the report"),
    DeadlineKind.PLATFORM_COMPLAINT: N_("Last day to object to the platform's decision"),
    DeadlineKind.COMPLAINT_NL: N_("Last day to ask for prosecution"),
}

DUE: Final = {
    DueKind.ROUND: N_("Prevention round"),
    DueKind.SHEET: N_("Look at the agreements again"),
    DueKind.IMPROVEMENT: N_("Policy: the next step"),
    DueKind.SCAN: N_("Policy scan once more"),
}
"""What is due of the workbook."""

AUDIENCES: Final = {Audience.CLIENT: N_("Agreements with a client"), Audience.TEAM: N_("Agreements in the team")}

DEADLINE_SOURCES: Final = {
    DeadlineKind.AFTERCARE_FIRST: N_("good care; counted from {since}"),
    DeadlineKind.AFTERCARE_SECOND: N_("good care; counted from {since}"),
    DeadlineKind.AFTERCARE_THIRD: N_("good care; counted from {since}"),
    DeadlineKind.REPORT_FOLLOW_UP: N_("two weeks after it was sent on {since}; our own advice"),
    DeadlineKind.PLATFORM_COMPLAINT: N_(
        "six months after the decision of {since}; article 20 of the Digital Services Act"
    ),
    DeadlineKind.COMPLAINT_NL: N_("three months from {since}, the day you learned of it; article 66 Sr"),
}

FACTS: Final = {
    Fact.WHAT: N_("What it says or shows"),
    Fact.POSTED_BY: N_("Who posted it"),
    Fact.CHANNEL: N_("On which channel"),
    Fact.ACCOUNT: N_("Account: name, handle or number"),
    Fact.ACCOUNT_OWNER: N_("Whose account it is"),
    Fact.INVOLVED: N_("Who else is involved"),
    Fact.ADDRESSES: N_("Web addresses, one a line"),
    Fact.POSTED_WHEN: N_("When it was posted"),
    Fact.REACHED_ME: N_("How it reached you"),
    Fact.KEPT_WHERE: N_("Where the screenshot is kept"),
}

FOR_WHOM: Final = {
    ForWhom.SELF: N_("Myself"),
    ForWhom.COLLEAGUE: N_("A colleague"),
    ForWhom.TEAM: N_("Someone in my team"),
}

PLACEHOLDERS: Final = {
    "recipient": N_("name"),
    "sender": N_("your name"),
    "organisation": N_("your organisation"),
    "platform": N_("platform"),
    "act": N_("what was done"),
    "address": N_("web address"),
    "account": N_("account"),
    "posted_when": N_("day and time"),
    "known_on": N_("day on which you learned of it"),
    "today": N_("today's date"),
    "reference": N_("reference of the report"),
    "form": N_("question, case or dilemma"),
    "minutes": N_("number of minutes"),
    "title": N_("title of the format"),
    "thing": N_("what you would like help with"),
}
"""What a blank in a template stands for, by the name of its placeholder. Content may use these and no others."""

LEVELS: Final = {
    Level.QUALITY: N_("Quality level"),
    Level.PREVENTION: N_("Prevention level"),
    Level.REACTION: N_("Reaction level"),
}

LEVEL_QUESTIONS: Final = {
    Level.QUALITY: N_("What do we expect of staff in online contact with clients?"),
    Level.PREVENTION: N_("Which agreements and measures prevent it?"),
    Level.REACTION: N_("What do we do when it goes wrong?"),
}

STANDINGS: Final = {
    Standing.IN_PLACE: N_("In place"),
    Standing.PARTLY: N_("Partly in place"),
    Standing.NOT_YET: N_("Not yet in place"),
    Standing.UNKNOWN: N_("We don't know"),
}

TURNS: Final = {
    Turn.BETTER: N_("Better"),
    Turn.WORSE: N_("Worse"),
    Turn.OTHERWISE: N_("Otherwise"),
    Turn.NEW: N_("New"),
    Turn.UNANSWERED: N_("Not answered this time"),
}

PHASES: Final = {
    Phase.PLAN: N_("Plan"),
    Phase.DO: N_("Do"),
    Phase.CHECK: N_("Check"),
    Phase.ACT: N_("Act"),
    Phase.CLOSED: N_("Closed"),
}

PHASE_MEANINGS: Final = {
    Phase.PLAN: N_("we agree what we do, who and when"),
    Phase.DO: N_("we are doing it"),
    Phase.CHECK: N_("we look whether it works"),
    Phase.ACT: N_("we change it where needed, and keep to it"),
    Phase.CLOSED: N_("it is simply how we work now"),
}
