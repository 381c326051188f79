"""What the keys are called on the screen."""

from __future__ import annotations

from typing import Any, Final

from textual.binding import ActiveBinding
from textual.screen import Screen

from onlinesafe_tui.language import N_, Words

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


def own_keys(screen: Screen[Any]) -> list[ActiveBinding]:
    """Return the keys of a screen that are ours, one for each thing to do.

    Ours are those with an id; Textual's own are for plumbing.
    """
    found: dict[str, ActiveBinding] = {}
    for active in screen.active_bindings.values():
        if active.binding.id:
            found.setdefault(active.binding.action, active)
    return list(found.values())
