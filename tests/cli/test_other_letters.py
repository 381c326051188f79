"""With everything that can be translated in other letters, no help and no mistake has a word from the code alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from onlinesafe_tui import language
from onlinesafe_tui.language import Language
from tests.cli.conftest import Line
from tests.cli.test_help import COMMANDS, MISTAKES
from tests.other_letters import Known, other_locale

TYPED = re.compile(r"--?[a-z][a-z-]*|\[[a-z|]+\]|ONLINESAFE_[A-Z]+|(?<=: )[a-z]+\]")
"""Options, what can be chosen for one, and names of the environment: what one types is the same in every language."""

OFFERED = re.compile(r"^  ([a-z]+)  ", re.MULTILINE)
"""A command in the list of commands."""


NAMES = "onlinesafe contacts/at-work markdown html pdf word"
"""The program, a text, and kinds of files."""


@pytest.fixture(autouse=True)
def _other_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_LOCALE", other_locale(tmp_path))


def every_command(line: Line, *begun: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Ask for the help of a command and of those that are offered there."""
    told = line(*begun, "--help").stdout
    yield begun, told
    for name in OFFERED.findall(told):
        yield from every_command(line, *begun, name)


@pytest.mark.parametrize("language", Language)
def test_help_has_no_word_that_nobody_can_translate(language: Language, line: Line) -> None:
    helps = dict(every_command(line, "--language", language))
    names = " ".join(name for begun in helps for name in begun)
    assert {("--language", language, *command) for command in COMMANDS} <= helps.keys()
    known = Known()
    found = {
        (*begun, word)
        for begun, told in helps.items()
        for word in known.unknown(TYPED.sub(" ", told), f"{NAMES} {names}")
    }
    assert not found


def test_a_mistake_is_told_without_such_a_word(line: Line) -> None:
    names = " ".join({name for begun, _ in every_command(line) for name in begun})
    known, found = Known(), dict[tuple[str, ...], list[str]]()
    for args in MISTAKES:
        told = line("--language", "nl", *args).stderr
        assert told
        found[args] = known.unknown(TYPED.sub(" ", told), f"{NAMES} {names} {' '.join(args)}")
    assert not any(found.values()), found
