"""A crawl through the program: whatever a row or a key opens is looked at, on every kind of screen."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from textual.screen import Screen
from textual.widgets import Input, TextArea

from onlinesafe_tui import tui
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.tui import screens
from onlinesafe_tui.tui.guarded import HELD
from onlinesafe_tui.tui.keys import own_keys
from onlinesafe_tui.tui.links import links_in
from onlinesafe_tui.tui.screens.address import AddressScreen
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen
from onlinesafe_tui.tui.screens.secret import SecretScreen
from onlinesafe_tui.tui.widgets.linked_page import LinkedPage
from onlinesafe_tui.tui.widgets.row_list import RowList
from tests.store.quick import PASSPHRASE
from tests.tui.person import Person

Look = Callable[[str], None]
"""Looks at what is on the screen now; it is told where that is."""

_NOT_PRESSED = frozenset(
    {"escape", "tab", "shift+tab", "enter", "f2", "f5", "f6", "f8", "f9", "f10", "ctrl+o", "ctrl+q", "ctrl+r"}
)
"""Keys that lead back, on, or out, or that change everything."""

_ONCE = frozenset({"f1", "f3", "ctrl+p", "up", "down"})
"""Keys that do the same everywhere; pressed once, on the first screen that has them."""

_MOST_MOVES = 2000
_DIGITS = 16
_VISITS = 3
_WITHOUT = "OwnFolderScreen none"
"""The row that takes the texts of an organisation away."""

_WAYS_IN = frozenset({"unlock", "code"})
"""Rows that are chosen while what was saved is locked; the others are tried when it is open."""

_OUT = "escape"
_WRITE, _OPEN = "write all", "open it"
"""Moves with fields: something in each of them, and the passphrase."""

_FOLLOW = "follow a link"
"""The move to what is on the internet, once."""


def all_screens() -> set[type[Screen[Any]]]:
    """Every kind of screen that somebody can come to."""
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        importlib.import_module(module.name)

    def below(kind: type[Any]) -> set[type[Any]]:
        return {kind} | {found for child in kind.__subclasses__() for found in below(child)}

    found = {kind for kind in below(BaseScreen) if kind.__module__.startswith(screens.__name__)}
    made = "".join(path.read_text(encoding="utf-8") for path in Path(tui.__path__[0]).rglob("*.py"))
    # What others are made of is no screen by itself, unless it is shown too.
    return {
        kind
        for kind in found
        if not any(child in found for child in kind.__subclasses__())
        or re.search(rf"(?<!class )\b{kind.__name__}\(", made)
    }


class Crawl:
    """Goes everywhere from the screen that is open, and looks everywhere once."""

    def __init__(self, person: Person, look: Look, text: str, also: Collection[str] = ()) -> None:
        """Begin at the screen that is open.

        Args:
            person: Who goes.
            look: Looks at every screen, again and again.
            text: What is pasted in every field.
            also: Rows to choose and keys to press wherever they are, not only the first time.
        """
        self.seen: set[type[Screen[Any]]] = set()
        self._person = person
        self._look = look
        self._text = text
        self._also = also
        self._done: Counter[tuple[str, str]] = Counter()
        self._missed: Counter[tuple[str, str]] = Counter()
        self._tried: set[tuple[str, str]] = set()
        self._leads: dict[tuple[str, str], str] = {}
        self._moves: dict[str, list[str]] = {}
        self._once = set(_ONCE)
        self._known: dict[str, set[str]] = {}
        library = person.workspace.library
        self._pages = {page.id for kind in Kind for page in library.pages(kind, person.language())}

    async def go(self) -> None:
        """Crawl until every move on every kind of screen was tried."""
        for _ in range(_MOST_MOVES):
            here = await self._arrive()
            moves = self._possible_now(here)
            move = next((move for move in moves if (here, move) not in self._tried), None)
            move = move or next((move for move in moves if self._is_worth(here, move)), None)
            if move is not None:
                self._tried.add((here, move))
                self._done[here, move] += 1
                await self._do(move)
                self._leads[here, move] = await self._arrive()
            elif len(self._person.app.screen_stack) > 1:
                self._give_up(here)
                await self._person.press(_OUT)
            else:
                return
        raise AssertionError("there was no end to it")

    @property
    def _here(self) -> str:
        screen = self._person.screen
        step = f" {self._person.step()}" if isinstance(screen, GuideScreen) else ""
        locked = " locked" if self._is_locked else ""
        return f"{type(screen).__name__}{step}{locked}"

    @property
    def _is_locked(self) -> bool:
        return self._person.workspace.keeper.state is Keeping.LOCKED

    async def _arrive(self) -> str:
        person = self._person
        if person.app.is_covered:
            person.app._pressed_at -= HELD
            await person.press("space")
        await person.until(lambda: not getattr(person.screen, "is_busy", False))
        assert not person.is_gone, "the program ended"
        here = self._here
        self.seen.add(type(self._person.screen))
        self._look(here)
        if here not in self._moves:
            self._moves[here] = list(self._possible())
        return here

    def _possible(self) -> list[str]:
        rows = [row.id for rows in self._lists() for row in rows.rows if row.id]
        screen = type(self._person.screen).__name__
        # A command does what its key does; what is deleted or left out cannot be looked at.
        rows = [row for row in rows if not row.startswith("command:") and row != "delete"]
        rows = [row for row in rows if f"{screen} {row}" != _WITHOUT]
        if self._is_locked:
            rows = [row for row in rows if row in _WAYS_IN]
        first: dict[str, str] = {}
        for row in rows:
            first.setdefault(self._kind_of(row), row)
        chosen = dict.fromkeys((*first.values(), *(row for row in rows if row in self._also)))
        keys = [active.binding.key for active in own_keys(self._person.screen)]
        keys = [key for key in keys if key not in _NOT_PRESSED and (key not in _ONCE or key in self._once)]
        keys = [] if self._is_locked else keys
        self._once -= set(keys)
        # What another step has too was tried there.
        known = self._known.setdefault(screen, set())
        named = {f"row {row}": f"row {self._kind_of(row)}" for row in chosen} | {
            f"key {key}": f"key {key}" for key in keys
        }
        moves = [move for move, kind in named.items() if kind not in known or move.partition(" ")[2] in self._also]
        known.update(named.values())
        # An error or a slip is told, and then it opens.
        return [*moves, *([_WRITE] if self._fields() else []), *([_OPEN] if self._opens() else [])]

    def _kind_of(self, row: str) -> str:
        is_known = row in self._pages or (len(row) == _DIGITS and not set(row) - set("0123456789abcdef"))
        return "one of many" if is_known else row.partition(":")[0]

    def _possible_now(self, here: str) -> list[str]:
        rows = {f"row {row.id}" for rows in self._lists() for row in rows.rows}
        moves = [move for move in self._moves[here] if not move.startswith("row ") or move in rows]
        # The first page that somebody comes to may have no link.
        return [*moves, _FOLLOW] if AddressScreen not in self.seen and self._has_address() else moves

    def _give_up(self, here: str) -> None:
        """Come back a few times for what is not there at every visit."""
        for move in self._moves[here]:
            if (here, move) not in self._tried:
                self._missed[here, move] += 1
                if self._missed[here, move] >= _VISITS:
                    self._tried.add((here, move))

    def _lists(self) -> list[RowList]:
        return [rows for rows in self._person.screen.query(RowList) if rows.display]

    def _fields(self) -> list[Input | TextArea]:
        return [part for part in self._person.screen.focus_chain if isinstance(part, Input | TextArea)]

    def _has_address(self) -> bool:
        pages = self._person.screen.query(LinkedPage)
        return any(link.target.startswith("https:") for page in pages for link in links_in([page.render()]))

    async def _follow(self) -> None:
        """Go to the first link to an address on the internet, and open it."""
        page = self._person.screen.query_one(LinkedPage)
        while page.link is None or not page.link.target.startswith("https:"):
            await self._person.press("tab")
        await self._person.press("enter")

    def _opens(self) -> bool:
        return self._is_locked and isinstance(self._person.screen, PassphraseScreen)

    async def _write(self) -> None:
        """Paste the text in every field, look, and go on as far as that leads somewhere."""
        screen = self._person.screen
        for field in self._fields():
            await self._person.focus(field)
            await self._person.paste(self._text)
            self._look(f"{self._here} with {field.id}")
        if isinstance(screen, SecretScreen):
            await self._person.press("enter")

    async def _do(self, move: str) -> None:
        if move == _WRITE:
            await self._write()
            return
        if move == _FOLLOW:
            await self._follow()
            return
        if move == _OPEN:
            await self._person.focus("first")
            await self._person.paste(PASSPHRASE)
            await self._person.press("enter")
            return
        kind, _, id = move.partition(" ")
        if kind == "key":
            await self._person.press(id)
            return
        for rows in self._lists():
            index = next((index for index, row in enumerate(rows.rows) if row.id == id), None)
            if index is not None:
                rows.focus()
                rows.cursor = index
                rows.reveal()
                await self._person.pause()
                await self._person.press("enter")
                return

    def _is_worth(self, here: str, move: str, before: frozenset[str] = frozenset()) -> bool:
        """Tell whether a move leads to where something was not tried yet."""
        there = self._leads.get((here, move))
        if there is None or there in before or there == here or self._done[here, move] > _VISITS:
            return False
        moves = self._moves.get(there, [])
        return any((there, move) not in self._tried for move in moves) or any(
            self._is_worth(there, move, before | {here, there}) for move in moves
        )
