"""Somebody who listens to the program and types, as a script says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import plain_text
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.plain.walk import walk
from onlinesafe_tui.services.workspace import Workspace

_MORE = re.compile(r"^Enter: (more|meer)\b")
_NUMBERED = re.compile(r"^(\d+)\. (.*)$")


@dataclass(frozen=True)
class Pick:
    """Choose the options whose labels begin with these words, by their numbers in the last list."""

    labels: tuple[str, ...]


def pick(*labels: str) -> Pick:
    """Choose options by how their labels begin."""
    return Pick(labels)


Reply = str | Pick


def answers(library: Library, language: Language, *chosen: tuple[Question, str]) -> list[Reply]:
    """Answer questions by the ids of the answers, whatever the content calls them; several ids have spaces between."""
    replies: list[Reply] = []
    for question, ids in chosen:
        choices = {item.id: item for item in library.page(Kind.QUESTION, question, language).choices()}
        replies.append(pick(*(plain_text(choices[id].text) for id in ids.split())))
    return replies


class Person:
    """Answers one prompt after the other, turns pages by itself, and remembers everything that was said."""

    def __init__(self, replies: Iterable[Reply]) -> None:
        self.told: list[str] = []
        """Every line, in order."""
        self.prompts: list[str] = []
        """Every prompt, in order."""
        self.transcript: list[str] = []
        """Lines, and prompts with what was typed there."""
        self.pages: list[int] = []
        """How many lines each prompt came after."""
        self.typed: list[str] = []
        self._replies: Iterator[Reply] = iter(replies)
        self._held: Reply | None = None

    def walk(self, workspace: Workspace) -> Self:
        """Use the program until it ends."""
        walk(workspace, ask=self.ask, ask_secret=self.ask, tell=self.tell)
        return self

    @property
    def text(self) -> str:
        """Everything that was told, as running text."""
        return " ".join(" ".join(self.told).split())

    def since(self, typed: str) -> str:
        """Everything that was told after the last time that something was typed, as running text."""
        last = max(index for index, line in enumerate(self.transcript) if line.endswith(f"<{typed}>"))
        return " ".join(" ".join(self.transcript[last + 1 :]).split())

    def tell(self, line: str) -> None:
        self.told.append(line)
        self.transcript.append(line)

    def ask(self, prompt: str) -> str:
        lines = next((index for index, line in enumerate(reversed(self.transcript)) if line.endswith(">")), None)
        self.pages.append(len(self.transcript) if lines is None else lines)
        self.prompts.append(prompt)
        reply = self.reply(prompt)
        self.transcript.append(f"{prompt}<{reply}>")
        return reply

    def reply(self, prompt: str) -> str:
        """Say what is typed at a prompt."""
        is_more = bool(_MORE.match(prompt))
        if is_more and "number" not in prompt and "nummer" not in prompt:
            return ""
        reply = self._held if self._held is not None else next(self._replies, None)
        self._held = None
        if reply is None:
            raise EOFError
        if isinstance(reply, str):
            # A list is read to its end before something else than a number is typed.
            if is_more:
                self._held = reply
                return ""
            return reply
        numbers = [self._number(label) for label in reply.labels]
        if None in numbers:
            assert is_more or "Enter: the list" in prompt or "Enter: de lijst" in prompt, (
                f"{reply} at {self.told[-30:]}"
            )
            self._held = reply
            return ""
        return " ".join(str(number) for number in numbers)

    def _number(self, label: str) -> int | None:
        """Find an option in the last list: its numbers go down when read backwards."""
        last: int | None = None
        for line in reversed(self.told):
            match = _NUMBERED.match(line)
            if not match:
                continue
            number = int(match[1])
            if last is not None and number != last - 1:
                return None
            last = number
            if match[2].startswith(label):
                return number
        return None
