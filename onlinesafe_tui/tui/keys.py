"""What the keys are called on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from textual.binding import ActiveBinding, Binding
from textual.screen import Screen

from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.tui.guarded import GuardedApp

_NAMES: Final = {
    "space": N_("Space"),
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
}


def key_name(key: str, words: Words) -> str:
    """Name a key as it stands on a keyboard: `F1`, `^B`, `Spatie`."""
    if key in _NAMES:
        return words(_NAMES[key])
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+').upper()}"
    return key.upper()


def key_for(id: str, screen: Screen[Any], words: Words) -> str:
    """Name the key that does something now, wherever somebody moved it to.

    Args:
        id: The id of what it does.
        screen: The screen that says so; the key is one of its own or one of the program.
        words: The language.
    """
    app = screen.app
    moved = app.keymap.keys.get(id) if isinstance(app, GuardedApp) else None
    return key_name(moved or _usual(id, (*type(screen).__mro__, *type(app).__mro__)), words)


def own_keys(screen: Screen[Any]) -> list[ActiveBinding]:
    """Return the keys of a screen that are ours, one for each thing to do.

    Ours are those with an id, and those that a screen says something about; Textual's own are for plumbing.
    """
    found: dict[str, ActiveBinding] = {}
    for active in screen.active_bindings.values():
        is_said = isinstance(active.node, Screen) and active.binding.show and active.binding.description
        if active.binding.id or is_said:
            found.setdefault(active.binding.action, _labelled(active, screen))
    return list(found.values())


def _labelled(active: ActiveBinding, screen: Screen[Any]) -> ActiveBinding:
    from onlinesafe_tui.tui.screens.base import BaseScreen  # noqa: PLC0415  (it has keys at its foot itself)

    if active.binding.id != "app.save" or not isinstance(screen, BaseScreen):
        return active
    return active._replace(binding=replace(active.binding, description=screen.save_label))


def _usual(id: str, kinds: tuple[type, ...]) -> str:
    for kind in kinds:
        for binding in kind.__dict__.get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id == id:
                return binding.key.split(",")[0]
    raise KeyError(id)
