"""Somebody at the keyboard: presses keys, and reads what is on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from onlinesafe_tui.domain.facets import CHOICES, Question
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.app import OnlineSafeApp
from onlinesafe_tui.tui.screens.recovery_code import CodeScreen
from onlinesafe_tui.tui.screens.triage import TriageScreen
from onlinesafe_tui.tui.widgets.row_list import RowList

Answers = Mapping[Question, Iterable[str]]

_MOST_KEYS = 400
_ROUNDS = 30
"""How often messages make messages at most: a key, what it means, a screen, its list, its drawing."""

_CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t"}
_NAMES = {"\n": "enter", " ": "space"}
_NOT_WORDS = str.maketrans(dict.fromkeys("▁▂▃▄▅▆▇█▊▌▎│┃", " "))


class Person:
    """Presses keys one after the other, and waits until the screen stands still."""

    def __init__(self, app: OnlineSafeApp, pilot: Pilot[None], workspace: Workspace) -> None:
        self.app = app
        self.workspace = workspace
        self._pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys; nothing happens any more once the program has ended."""
        for key in keys:
            character = _CHARACTERS.get(key, key if len(key) == 1 else None)
            self.app.post_message(events.Key(key, character))
            await self.pause()

    async def rattle(self, key: str, times: int) -> None:
        """Press one key several times, faster than the screen is drawn."""
        for _ in range(times):
            self.app.post_message(events.Key(key, _CHARACTERS.get(key)))
        await self.pause()

    async def write(self, text: str) -> None:
        """Type a text; every character comes as a key of its own, as a terminal sends it."""
        for character in text:
            self.app.post_message(events.Key(_NAMES.get(character, character), character))
        await self.pause()

    async def paste(self, text: str) -> None:
        """Paste a text."""
        self.app.post_message(events.Paste(text))
        await self.pause()

    async def click(self, x: int, y: int) -> None:
        """Click somewhere in the terminal."""
        await self._pilot.click(offset=(x, y))
        await self.pause()

    async def resize(self, width: int, height: int) -> None:
        """Make the window another size."""
        await self._pilot.resize_terminal(width, height)
        await self.pause()

    async def pause(self) -> None:
        """Wait until everything that was asked for is done and drawn.

        Textual's own `press` waits for the processor to be idle, ten times as long as that takes.
        """
        for _ in range(_ROUNDS):
            if self.is_gone or not await self._pilot._wait_for_screen():
                return
            await self.app.animator.wait_until_complete()
            if not self._is_busy:
                self.app.screen._on_timer_update()
                if not self._is_busy:
                    return

    @property
    def _is_busy(self) -> bool:
        """Whether any part of the screen still has something to do before it is drawn."""
        widgets = [self.app.screen, *self.app.screen.query()]
        return any(part.message_queue_size or part._next_callbacks for part in (self.app, *widgets)) or any(
            widget._scroll_required or widget._layout_required for widget in widgets[1:]
        )

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, for work that happens off the screen's own thread."""
        for _ in range(_MOST_KEYS):
            if holds():
                return
            await asyncio.sleep(0.01)
            await self.pause()
        raise AssertionError(f"it never came true; on the screen:\n{self.seen}")

    @property
    def is_gone(self) -> bool:
        """Whether the program has ended."""
        return self.app.return_code is not None

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top."""
        return self.app.screen

    def is_at(self, kind: type[Screen[Any]]) -> bool:
        """Whether the screen on top is of this kind."""
        return isinstance(self.screen, kind)

    @property
    def lines(self) -> list[str]:
        """What stands in the terminal, line by line."""
        strips = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip if not segment.control) for strip in strips]

    @property
    def seen(self) -> str:
        """What stands in the terminal."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def read(self) -> str:
        """What stands in the terminal as one long line, so that a sentence is found wherever it was wrapped."""
        return " ".join(self.seen.translate(_NOT_WORDS).split())

    @property
    def page(self) -> str:
        """Everything on this screen as one long line, also what one scrolls to."""
        parts = [part.render() for part in self.screen.query("PageView, RowList").results(Widget) if part.display]
        return " ".join(" ".join(str(part) for part in parts).split())

    @property
    def toasts(self) -> list[str]:
        """What is said for a few seconds at the edge of the screen."""
        return [f"{toast.title} {toast.message}" for toast in self.app._notifications]

    def label(self, message: str, **values: object) -> str:
        """A label of the program in the language of now."""
        return self.workspace.words(message, **values)

    @property
    def incident(self) -> Incident:
        """The incident that is open."""
        open_now = self.app._incident
        assert open_now is not None
        return open_now.value

    def step(self) -> Step:
        """The step that is open."""
        return self.incident.journey.at

    def language(self) -> Language:
        """The language of now."""
        return self.workspace.language

    # Lists ------------------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> RowList:
        """The list on the screen."""
        return self.screen.query_one(RowList)

    @property
    def row_ids(self) -> list[str]:
        """What can be chosen in the list."""
        return [row.id for row in self.rows.rows if row.id]

    async def go_to(self, id: str) -> None:
        """Move the cursor of the list to a row, with the arrow keys."""
        await self.focus(self.rows)
        ids = [row.id for row in self.rows.rows]
        assert id in ids, f"{id} is not one of {ids}"
        choosable = [index for index, known in enumerate(ids) if known]
        for _ in range(_MOST_KEYS):
            left = choosable.index(ids.index(id)) - choosable.index(self.rows.cursor)
            if not left:
                return
            await self.rattle("down" if left > 0 else "up", abs(left))
        raise AssertionError(f"the cursor never came to {id}")

    async def choose(self, id: str) -> None:
        """Choose a row."""
        await self.go_to(id)
        await self._see_it()
        await self.press("enter")

    async def tick(self, id: str) -> None:
        """Tick a row, or take its tick away."""
        await self.go_to(id)
        await self._see_it()
        await self.press("space")

    async def _see_it(self) -> None:
        """Bring the row under the cursor into view, as the first key on one out of sight does."""
        if not self.rows.bring_into_sight():
            await self.pause()

    # Fields -----------------------------------------------------------------------------------------------------------

    async def focus(self, wanted: object) -> None:
        """Walk with Tab until a field has the cursor; a text names it by its id."""
        chain = self.screen.focus_chain
        found = [index for index, part in enumerate(chain) if part is wanted or part.id == wanted]
        assert found, f"Tab never comes to {wanted}"
        at = chain.index(self.app.focused) if self.app.focused in chain else -1
        await self.rattle("tab", (found[0] - at) % len(chain))
        assert self.app.focused is chain[found[0]]

    async def fill(self, field: str, text: str) -> None:
        """Walk to a field and type in it."""
        await self.focus(field)
        await self.write(text)

    def field(self, id: str) -> str:
        """What stands in a field."""
        found = self.screen.query_one(f"#{id}")
        return found.text if isinstance(found, TextArea) else found.value if isinstance(found, Input) else ""

    # What a person does often -----------------------------------------------------------------------------------------

    async def answer(self, answers: Answers) -> None:
        """Answer the questions as they come; a question without an answer gets "I don't know"."""
        while isinstance(self.screen, TriageScreen):
            question = self.screen._at
            values = list(answers.get(question, ["unknown"]))
            if CHOICES[question].multiple:
                for value in values:
                    await self.tick(value)
            else:
                await self.go_to(values[0])
            await self.press("enter")

    async def start(self, answers: Answers, whom: str = "self") -> None:
        """Say on the first screen that something happened, and answer the questions."""
        await self.choose(whom)
        await self.answer(answers)

    async def put_off_code(self) -> None:
        """Wait until the code for a passphrase that was just made is shown, and put it off."""
        await self.until(lambda: self.is_at(CodeScreen))
        await self.press("escape")

    async def leave_to_home(self) -> None:
        """Go to the first screen."""
        await self.press("f6")
