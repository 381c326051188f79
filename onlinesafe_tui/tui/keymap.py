"""Other keys for what the keys do: for terminals that keep one for themselves, and for hands that cannot reach one."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.tui import screens
from onlinesafe_tui.tui.moved import KeyMap

FREE: Final = frozenset({*(f"f{number}" for number in range(1, 11)), *(f"ctrl+{letter}" for letter in "bglnopqrst")})
"""The keys that every terminal sends and no field needs."""

NEVER_SENT: Final = ("alt+", "shift+", "super+", "meta+", "cmd+", "f11", "f12")
"""How keys begin that some terminals or windows keep for themselves."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a key was not moved."""

    text: str
    """The sentence, an English message to translate."""

    values: Mapping[str, str]
    """What is filled in to it."""

    def told(self, words: Words) -> str:
        """Return the sentence in one language."""
        return words(self.text, **self.values)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a key works: a screen, or the program, which is everywhere."""

    kind: type[DOMNode]
    binding: Binding

    def meets(self, other: _Place) -> bool:
        """Tell whether both work at the same time."""
        one, two = self.kind, other.kind
        return issubclass(one, App) or issubclass(two, App) or issubclass(one, two) or issubclass(two, one)


def read_keymap(wanted: Mapping[str, str], app: type[App[Any]]) -> KeyMap:
    """Take over the keys that somebody wants, as far as they can be.

    Args:
        wanted: The wanted key by the id of what it does.
        app: The program.
    """
    places = list(_places(app))
    ids = {place.binding.id: place for place in places if place.binding.id}
    problems: list[Problem] = []
    keys: dict[str, str] = {}
    for id, named in ((clean_name(id), clean_name(key)) for id, key in wanted.items()):
        key = named.lower()
        if id not in ids:
            problems.append(
                Problem(N_("{id}: nothing is called so. The names stand behind the keys below."), {"id": id})
            )
        elif key in FREE:
            keys[id] = key
        elif key.startswith(NEVER_SENT):
            text = N_("{id}: not every terminal sends {key}. Take F1 to F10, or Ctrl with a letter.")
            problems.append(Problem(text, {"id": id, "key": named}))
        else:
            text = N_("{id}: {key} is needed to write or to choose. Take F1 to F10, or Ctrl with a letter.")
            problems.append(Problem(text, {"id": id, "key": named}))
    while clash := next(_clashes(places, keys), None):
        id, other = clash
        text = N_("{id}: {key} already does something else there ({other}).")
        problems.append(Problem(text, {"id": id, "key": keys.pop(id), "other": other}))
    return KeyMap(keys, {id: ids[id].binding.key.split(",")[0] for id in keys}, tuple(problems))


def _clashes(places: list[_Place], keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Name what was moved to a key that does something else at the same time, the last first."""
    for id in reversed(list(keys)):
        own = [place for place in places if place.binding.id == id]
        for other in places:
            name = other.binding.id or other.binding.action
            now = keys.get(other.binding.id or "", other.binding.key).split(",")
            if name != id and keys[id] in now and any(place.meets(other) for place in own):
                yield id, name
                break


def _places(app: type[App[Any]]) -> Iterator[_Place]:
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        import_module(module.name)
    waiting: list[type[DOMNode]] = [Screen]
    kinds: list[type[DOMNode]] = [kind for kind in app.__mro__ if kind.__module__.startswith("onlinesafe_tui")]
    while waiting:
        found = [kind for kind in waiting.pop().__subclasses__() if kind.__module__.startswith("onlinesafe_tui")]
        waiting.extend(found)
        kinds.extend(found)
    for kind in kinds:
        for binding in kind.__dict__.get("BINDINGS", ()):
            if isinstance(binding, Binding):
                yield _Place(kind, binding)
