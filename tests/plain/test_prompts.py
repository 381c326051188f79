"""What every prompt does, whatever it asks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest

from onlinesafe_tui.domain.situation import Question
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.plain.commands import Command, command_in, letter
from onlinesafe_tui.plain.talk import PAGE
from tests.plain.laptop import Laptop
from tests.plain.person import Person, Reply, answers, pick
from tests.plain.test_situations import BEGIN, ON, THREAT, say
from tests.store.quick import PASSPHRASE

NASTY = "wat \x1b[2Jer \x1b]52;c;Z2V2YWFy\x07staat\x9b31m \u202etxt.exe\u2066 \x00\t\x7f einde"
"""A text that would clear the screen, fill the clipboard, and turn itself around."""

EVERYWHERE: list[Reply] = [
    *(pick("Talk with"), pick("sent"), "20-11-2026", pick("Write down a reference"), NASTY),
    *(pick("Write down what they"), NASTY, NASTY, ".", "b"),
]


def a_long_day(library: Library) -> list[Reply]:
    """Go everywhere, and write something nasty wherever something can be written."""
    describe: list[Reply] = [NASTY, NASTY, ".", NASTY, "", NASTY, "?", NASTY, NASTY, ".", NASTY, NASTY, NASTY]
    return [
        *say(library, *THREAT),
        *(pick("open: Have somebody"), pick("Write a note"), NASTY, "een regel", ".", pick("Read more"), ""),
        *(pick("Whom can I call?"), "1", "", "b", pick("The day you learned"), "nooit", "1-1-2090", "20-11-2026"),
        *(pick("Change my answers"), "2", *answers(library, Language.EN, (Question.ACTS, "threat insult")), "b", ON),
        *(pick("Skip this step"), NASTY),
        *(pick("Describe a message"), pick("Describe it now"), *describe, "", pick("wat "), pick("Go through"), "b", "b"),
        *(pick("Note who posted"), ON, "b", "b", pick("Take this step up"), "o", pick("Discuss"), pick("Tell your manager")),
        *(pick("sent"), "20-11-2026", pick("Write down a reference"), NASTY, pick("Write down what they"), NASTY, "."),
    ]
