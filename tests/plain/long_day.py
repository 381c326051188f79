"""A script that goes everywhere, and writes something nasty wherever something can be written."""

from __future__ import annotations

from onlinesafe_tui.domain.actions import ActionKind, ActionState
from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.labels import ACTION_STATES, STEPS
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.blocks import Bullets, plain_text
from onlinesafe_tui.library.library import Library, section
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.plain.commands import Command, letter
from tests.plain.person import Pick, Reply, answers, pick
from tests.store.quick import PASSPHRASE

NASTY = "boos \x1b[2Jen \x1b]52;c;Z2V2YWFy\x07luid\x9b31m \u202etxt.exe\u2066 \x00\t\x7f einde"
"""A text that would clear the screen, fill the clipboard, and turn itself around."""

THREAT = (
    (Question.DANGER, "no"),
    (Question.ACTS, "threat"),
    (Question.CHANNEL, "youtube"),
    (Question.FORM, "video"),
    (Question.AUTHOR, "parent"),
    (Question.HOME, "address"),
    (Question.CONCERNS, "no"),
)
"""A threat in a video by a parent, with the home address in it."""


class LongDay:
    """Writes the script in a language."""

    def __init__(self, library: Library, language: Language) -> None:
        self._library = library
        self._language = language
        self._words = Words(language)
        self._back = letter(Command.BACK, self._words)
        self._on = letter(Command.NEXT, self._words)

    def script(self) -> list[Reply]:
        """Everything, until the person stops."""
        return [*self.without_overview(), *self._look_up(), *self._leave()]

    def without_overview(self) -> list[Reply]:
        """Everything that is done with one incident, step by step."""
        return [
            self._pick("Something just happened"),
            *answers(self._library, self._language, *THREAT),
            *self._safety(),
            *self._capture(),
            *self._outside(),
        ]

    def _pick(self, message: str, **values: str) -> Pick:
        return pick(self._words(message, **values).strip())

    def _safety(self) -> list[Reply]:
        again = answers(self._library, self._language, (Question.ACTS, "threat insult"))
        acts = self._library.page(Kind.QUESTION, Question.ACTS, self._language).title
        return [
            *(self._pick("open: {text}", text=""), self._pick("ticked: {text}", text="")),
            *(self._pick("Write a note, for yourself"), NASTY, "", "half", "."),
            *(self._pick("Write a note, for yourself"), self._pick("Write more"), NASTY, "."),
            *(self._pick("Read more about this step"), ""),
            *(self._pick("Whom can I call?"), "1", "", self._back),
            *(self._pick("The day you learned of it"), "nooit", "1-1-2090", "20-11-2026"),
            *(self._pick("Change my answers"), pick(acts), *again, self._back),
            *(self._pick("Change my answers"), pick(acts), "", self._back, self._on),
            *(self._pick("Skip this step"), NASTY),
        ]

    def _capture(self) -> list[Reply]:
        facts: list[Reply] = [NASTY, NASTY, ".", NASTY, "", NASTY, "?", NASTY, NASTY, ".", NASTY, NASTY, NASTY]
        begin = self._pick("Describe a message, picture or video")
        go_through = self._pick("Go through the questions, and change answers")
        remove = self._pick("Remove this description")
        back: list[Reply] = [self._back] * 3
        return [
            *(begin, self._pick("Describe it now, and save later")),
            *facts,
            *(pick("boos"), go_through, "-", "99", "?", self._back),
            *back,
            *(begin, "", "tweede"),
            *back,
            *(pick("tweede"), remove, self._pick("Leave it")),
            *(pick("tweede"), remove, self._pick("Remove it")),
            *(self._back, self._pick("Take this step up again"), self._on, self._on),
        ]

    def _outside(self) -> list[Reply]:
        state = {state: pick(self._words(message)) for state, message in ACTION_STATES.items()}
        report = self._action(ActionKind.PLATFORM_REPORT)
        return [
            *(report, state[ActionState.TO_DO], state[ActionState.PREPARED], "", state[ActionState.SENT], "20-11-2026"),
            *(state[ActionState.RECEIVED], "", NASTY, state[ActionState.ANSWERED], "21/11/26", NASTY, NASTY, "."),
            *(self._pick("Write down a reference that you got"), "-"),
            *(self._pick("Write down what they answered"), "-", self._back),
            *(pick(self._text("report-text")), self._pick("Copy this text")),
            *(self._pick("Keep it as a file"), "", self._pick("Keep it as a file"), NASTY, self._back),
        ]

    def _look_up(self) -> list[Reply]:
        back = self._back
        return [
            *("o", self._pick("Look up: platforms, help lines, rules")),
            *(self._pick("Platforms: capture, report, shield"), "1", "", back),
            *(self._pick("Rules and laws"), "1", "", back, self._pick("Texts to copy"), "1", back, back),
            *(self._pick("What is kept about you"), "", self._pick("Help: what you can type"), back),
            *(pick(self._words(STEPS[Step.AFTERCARE])), self._pick("To the first choice")),
        ]

    def _leave(self) -> list[Reply]:
        return [
            *(self._pick("Look up: platforms, help lines, rules"), self._back),
            *(self._pick("Practise with something made up"), ""),
            *(self._pick("Save now, with a passphrase"), "short", PASSPHRASE, "another one", PASSPHRASE, PASSPHRASE),
            *(self._pick("I have written it down"), "QQQQ", self._back, self._pick("Later")),
            *(self._pick("Something just happened"), "1", "2", self._back, self._back, "o", "h"),
            *(self._pick("All incidents ({n})", n="2"), "1", "99", "o", self._pick("To the first choice")),
            self._pick("Stop"),
        ]

    def _action(self, kind: ActionKind) -> Pick:
        blocks = self._library.page(Kind.STEP, kind.step, self._language).shown()
        items = [item for block in section(blocks, "actions") if isinstance(block, Bullets) for item in block.items]
        return pick(next(plain_text(item.text) for item in items if item.id == kind))

    def _text(self, id: str) -> str:
        return self._library.page(Kind.TEMPLATE, id, self._language).title
