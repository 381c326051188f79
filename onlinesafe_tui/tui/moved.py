"""Which keys were moved: what a start knows of them when none was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onlinesafe_tui.tui.keymap import Problem


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Which keys were moved, and what was wrong with the others."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """The new key of what was moved, by the id of what it does."""

    usual: Mapping[str, str] = field(default_factory=dict)
    """The key that each of these has usually."""

    problems: tuple[Problem, ...] = ()
    """What was wrong; that key is the usual one then."""
