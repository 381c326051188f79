"""What a screen asks of the program as a whole.

Each happens once and equals no other, and none of them shows what it holds where somebody prints it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pathlib import Path

    from onlinesafe_tui.domain.facets import ForWhom
    from onlinesafe_tui.errors import OnlineSafeError
    from onlinesafe_tui.library.kinds import Kind
    from onlinesafe_tui.settings import Settings


@dataclass(eq=False, repr=False)
class StartIncident(Message):
    """Begin a new incident."""

    for_whom: ForWhom


@dataclass(eq=False, repr=False)
class OpenKept(Message):
    """Go on with an incident that was kept."""

    id: str


@dataclass(eq=False, repr=False)
class Read(Message):
    """Look something up."""

    kind: Kind
    id: str | None = None
    """The page; None for the list of that kind."""


class WalkSteps(Message):
    """The questions are answered: show the steps."""


@dataclass(eq=False, repr=False)
class Failed(Message):
    """Something that was asked for did not work, and the person has to hear it."""

    error: OnlineSafeError


class Chosen(Message):
    """Something was chosen that holds for the whole program: how it looks, or the cursor."""


@dataclass(eq=False, repr=False)
class CountryChosen(Message):
    """Another country or language was chosen, or one for the first time."""

    before: Settings
    """What was chosen before that."""


class Unlock(Message):
    """Open what was saved before."""


class Lock(Message):
    """Close what was saved, until the passphrase is typed."""


@dataclass(eq=False, repr=False)
class DeleteKept(Message):
    """Delete an incident for good; the person said so twice."""

    id: str


@dataclass(eq=False, repr=False)
class PutBack(Message):
    """Put a backup in the place of what is saved; the person saw what is in it."""

    path: Path


@dataclass(eq=False, repr=False)
class Pasted(Message):
    """Something was pasted of which not everything is seen at once."""

    lines: int
    """How many lines it had, the empty ones not counted."""

    is_joined: bool = False
    """Whether the field has one line, on which they all stand now."""

    is_cut: bool = False
    """Whether it was so long that its end is not there."""

    kept: int = 0
    """How many characters of it are there, when its end is not."""


@dataclass(eq=False, repr=False)
class Full(Message):
    """Somebody writes on in a field in which nothing more fits."""

    longest: int
    """How many characters fit."""
