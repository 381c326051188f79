"""Somebody who goes everywhere by prompts: chooses everything once, and writes one text wherever one can write."""

from __future__ import annotations

import ast
import pkgutil
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Final, Self

from onlinesafe_tui import plain
from onlinesafe_tui.plain import choices, commands, prompts, writing
from onlinesafe_tui.plain.choices import Option
from onlinesafe_tui.plain.commands import Command, letter
from onlinesafe_tui.plain.walk import walk
from onlinesafe_tui.services.workspace import Workspace

Typed = Mapping[str, Sequence[str]]
"""What is typed at a prompt before anything else, one after the other, by the English message of the prompt."""

_MOST: Final = 5000
"""Replies after which there is no end to it."""

_ALIKE: Final = 3
"""Options that lead to the same, of which no more are tried at one place."""

_FACE: Final = f"{plain.__name__}."
_ASKING: Final = frozenset(module.__name__ for module in (choices, commands, prompts, writing))
"""Modules that ask for others."""

_GROUP: Final = re.compile(r"(\d+): ([0-9A-Z]{2,4})")
_GROUPS: Final = re.compile(rf"( *{_GROUP.pattern})+")
"""Groups of a recovery code, with their numbers."""

_TURNING: Final = ("Enter: more, {next}:", "Enter: more, or a number ({offered}):")
_HOME: Final = "stay_home"
_STEP: Final = "visit"
_ASIDE: Final = tuple(command for command in Command if command not in (Command.BACK, Command.NEXT))
"""What can be typed everywhere, which is tried outside the steps and in them."""


def speaking_modules() -> Iterator[str]:
    """Name the modules of the plain face that ask or tell something: those that use prompts."""
    for module in pkgutil.walk_packages(plain.__path__, _FACE):
        code = ast.parse(Path(str(import_module(module.name).__file__)).read_text(encoding="utf-8"))
        names = [part for part in ast.walk(code) if isinstance(part, ast.Name | ast.Attribute)]
        used = {
            part.id if isinstance(part, ast.Name) else part.attr for part in names if isinstance(part.ctx, ast.Load)
        }
        if "prompts" in used:
            yield module.name


class Stranger:
    """Tries at every place whatever can be done there, as long as there is anything new; then the input ends."""

    def __init__(self, workspace: Workspace, text: str, typed: Typed, *, is_last_first: bool = False) -> None:
        """Come in.

        Args:
            workspace: What the stranger works with.
            text: What is written wherever something can be written.
            typed: What is typed besides, at some prompts.
            is_last_first: Whether the last option of a list is the first to be tried.
        """
        self.told: list[str] = []
        """Every line and every prompt."""
        self.speaking: set[str] = set()
        """Modules that asked or told something."""
        self._workspace = workspace
        self._text = text
        self._typed = typed
        self._by = -1 if is_last_first else 1
        self._tried: Counter[tuple[str, str]] = Counter()
        self._written: Counter[tuple[str, str]] = Counter()
        self._code: dict[str, str] = {}

    def go(self) -> Self:
        """Start the program again and again, until there is nothing new in it."""
        before = -1
        while len(self._tried) > before:
            before = len(self._tried)
            walk(self._workspace, ask=self.ask, ask_secret=self.ask, tell=self.tell)
        self._workspace.keeper.close()
        return self

    def tell(self, line: str) -> None:
        """Read a line; a code in it is written down."""
        self._hear(line)
        if _GROUPS.fullmatch(line):
            self._code.update(_GROUP.findall(line))

    def ask(self, prompt: str) -> str:
        """Answer a prompt.

        Raises:
            EOFError: There is nothing new any more.
        """
        self._hear(prompt)
        if any(self._is(message, prompt) for message in _TURNING):
            return ""
        options, place, kind = _asked()
        if not options:
            return self._write(place, prompt)
        move = next(self._new(options, place, kind), None)
        if move is None and kind == _HOME:
            raise EOFError
        return move or letter(Command.BACK, self._workspace.words)

    def _hear(self, words: str) -> None:
        self.told.append(words)
        assert sum(self._tried.values()) + sum(self._written.values()) < _MOST, "there was no end to it"
        frame = sys._getframe(2)
        while frame.f_back is not None:
            self.speaking.add(frame.f_globals["__name__"])
            frame = frame.f_back

    def _new(self, options: Sequence[Option[object]], place: str, kind: str) -> Iterator[str]:
        """Return what to type for something that was not tried here."""
        for number, option in list(enumerate(options, 1))[:: self._by]:
            name, what = _leads_to(option.value)
            # What a command does is tried as a command.
            if name != prompts.Prompts.do.__qualname__ and self._is_new((place, what), (place, name)):
                yield str(number)
        for command in _ASIDE if kind in (_HOME, _STEP) else ():
            if self._is_new((kind, command)):
                yield letter(command, self._workspace.words)

    def _is_new(self, move: tuple[str, str], alike: tuple[str, str] | None = None) -> bool:
        if self._tried[move] or (alike and self._tried[alike] >= _ALIKE):
            return False
        self._tried.update({move, alike} if alike else {move})
        return True

    def _write(self, place: str, prompt: str) -> str:
        usual = (self._text, ".", "", "22-11-2026", letter(Command.BACK, self._workspace.words))
        known = (place, re.sub(r"\d", "", prompt))
        at = self._written[known]
        self._written[known] += 1
        first = self._first(prompt)
        return first[at] if at < len(first) else usual[(at - len(first)) % len(usual)]

    def _first(self, prompt: str) -> Sequence[str]:
        """Return what is typed before the usual."""
        if self._is("Group {number} from your paper:", prompt):
            return (self._text, self._code["".join(re.findall(r"\d", prompt))])
        if self._is("Your code:", prompt):
            return (self._text, " ".join(self._code.values()))
        return next((self._typed[message] for message in self._typed if self._is(message, prompt)), ())

    def _is(self, message: str, prompt: str) -> bool:
        """Tell whether a prompt is this message in the language of now."""
        values = dict.fromkeys(re.findall(r"{(\w+)}", message), "\0")
        return prompt.startswith(self._workspace.words(message, **values).partition("\0")[0])


def _asked() -> tuple[Sequence[Option[object]], str, str]:
    """Return what can be chosen at this prompt, where that is, and which kind of place."""
    options: Sequence[Option[object]] = ()
    frame = sys._getframe(2)
    while frame.f_globals["__name__"] != prompts.__name__ and frame.f_back is not None:
        frame = frame.f_back
    while frame.f_back is not None:
        name, kind = frame.f_globals["__name__"], frame.f_code.co_qualname
        if name == choices.__name__:
            options = options or frame.f_locals.get("options", ())
        elif name.startswith(_FACE) and name not in _ASKING:
            step = getattr(frame.f_locals.get("incident"), "step", "") if kind == _STEP else ""
            return options, f"{kind} {step}", kind
        frame = frame.f_back
    raise AssertionError("nobody asks")


def _leads_to(value: object) -> tuple[str, str]:
    """Name what an option does, and what it does so with."""
    given: list[str] = []
    while isinstance(value, partial):
        given.extend(str(part) for part in value.args if isinstance(part, StrEnum | bool))
        value = value.func
    name = getattr(value, "__qualname__", "") or str(value).partition(":")[0]
    return name, f"{value if isinstance(value, str) else name} {' '.join(given)}"
