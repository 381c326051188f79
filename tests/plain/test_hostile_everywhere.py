"""Every question of the plain face with everything hostile: nothing steers the terminal, nothing ends the program."""

from __future__ import annotations

import pkgutil
import re
import sys
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from onlinesafe_tui import plain
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.plain.commands import Command, letter
from onlinesafe_tui.plain.walk import walk
from onlinesafe_tui.services.policy import Statements
from onlinesafe_tui.settings import Settings
from tests.hostile import LONG, MARK, STEERING, STEERS, incident_of, needs_time, overlay_of, workbook_of
from tests.library.own import needs_odd_names
from tests.plain.laptop import Laptop
from tests.store.quick import PASSPHRASE
from tests.tui.situations import THREAT_ON_YOUTUBE, told

WORDS = Words(Language.NL)
MOST = 800
"""Replies until the person walks away."""

_MANY = 12
"""Options of a list of which some are enough."""

_NUMBERED = re.compile(r"^ *(\d+)\. (.*)$")
_DRAWS_NOTHING = frozenset({"desk", "moves", "records", "recovery", "render", "start"})
"""Modules that ask and tell nothing by themselves, and the one that asks before anything foreign was read."""

_ELSEWHERE = frozenset({"action", "backup", "evidence", "incidents", "own_folder", "searching", "vault"})
"""Modules to which the stranger does not come, because they need an open vault or much more of a walk."""


class Stranger:
    """Chooses everything once, writes something hostile wherever nothing is to be chosen, and then walks away."""

    def __init__(self, text: str, *, is_last_first: bool) -> None:
        self.told: list[str] = []
        self._by = -1 if is_last_first else 1
        self._text = text
        self._shown: list[str] = []
        self._chosen: Counter[str] = Counter()
        self._asked: Counter[str] = Counter()
        self._stop = WORDS("Stop")
        self._commands: list[Command] = []

    def tell(self, line: str) -> None:
        self.told.append(line)
        self._shown.append(line)

    def ask(self, prompt: str) -> str:
        self.told.append(prompt)
        if sum(self._asked.values()) > MOST:
            raise EOFError
        self._asked[prompt] += 1
        if sum(self._asked.values()) == MOST - 20:
            self._commands = [Command.STOP, Command.OVERVIEW, Command.HELP]
        options = [match for line in self._shown if (match := _NUMBERED.match(line))]
        if "meer" in prompt and "Enter" in prompt:
            return ""
        self._shown = []
        if self._commands:
            return letter(self._commands.pop(), WORDS)
        return self._choose(options) if options else self._write(prompt)

    def _choose(self, options: list[re.Match[str]]) -> str:
        free = [option for option in options if not option[2].startswith(self._stop)]
        if len(free) > _MANY:
            free = [*free[:2], *free[-8:]]
        # What begins with the same long word looks the same on its first line.
        names = {option[1]: f"{len(options)} {option[0]}" for option in free[:: self._by]}
        least = min(names, key=lambda number: self._chosen[names[number]], default=None)
        if least is None or self._chosen[names[least]]:
            return letter(Command.BACK, WORDS)
        self._chosen[names[least]] += 1
        return least

    def _write(self, prompt: str) -> str:
        if "achtwoordzin" in prompt or "zelfde" in prompt:
            return PASSPHRASE
        return (self._text, ".", "", "22-11-2026", letter(Command.BACK, WORDS))[self._asked[prompt] % 5]


@needs_odd_names
@pytest.mark.parametrize("text", [STEERING, pytest.param(LONG, marks=needs_time)], ids=["steering", "long"])
def test_whatever_is_told_stays_text(tmp_path: Path, text: str) -> None:
    library = Library(content_folder(), overlay_of(tmp_path / "ons \x1b]0;titel\x07\u202e [b]", text))
    laptop = Laptop(tmp_path, library, Settings(country=Country.NL, language=Language.NL))
    laptop.exports = tmp_path / "map \x1b]0;titel\x07\u202e [b]"
    incident = incident_of(told(THREAT_ON_YOUTUBE, Step.TALK), text)
    statements = Statements(library, Language.NL, Country.NL).ids[:2]
    book = workbook_of(text, things=("search-yourself", "sport-apps"), statements=statements, incident=incident.id)
    seen: set[str] = set()

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call" and frame.f_code.co_name != "<module>":
            seen.add(frame.f_code.co_filename)

    for is_last_first in (False, True):
        workspace = laptop.workspace(is_practice=is_last_first)
        workspace.keeper.save(incident)
        workspace.keeper.keep_workbook(book)
        stranger = Stranger(text, is_last_first=is_last_first)
        sys.setprofile(note)
        try:
            walk(workspace, ask=stranger.ask, ask_secret=stranger.ask, tell=stranger.tell)
        finally:
            sys.setprofile(None)
            workspace.keeper.close()
        assert not [line for line in stranger.told if STEERS.search(line)]
        assert sum(MARK in line for line in stranger.told) > 100
    modules = {module.name for module in pkgutil.walk_packages(plain.__path__, "") if not module.ispkg}
    been = {Path(name).stem for name in seen if Path(name).is_relative_to(Path(plain.__file__).parent)}
    assert " ".join(sorted(modules - been - _DRAWS_NOTHING - _ELSEWHERE)) == ""
