"""What was found about the computer and the terminal, and what is known of them to find it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onlinesafe_tui.errors import OnlineSafeError


class Verdict(StrEnum):
    """How good something is."""

    GOOD = "good"
    NOTICE = "notice"
    """It works, and is good to know."""

    BAD = "bad"
    """Something does not work, or is not safe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    id: str
    """What it is about, for programs."""

    verdict: Verdict

    what: str
    """How it is, in a sentence."""

    todo: str = ""
    """What to do about it; empty when there is nothing to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the program runs in."""

    environ: Mapping[str, str]
    platform: str
    """As `sys.platform` has it."""

    is_administrator: bool
    """Whether the program may do everything on this computer, as root or as an administrator."""

    is_terminal: bool
    """Whether there is a person at a terminal."""

    columns: int
    lines: int
    encoding: str
    """How text is written to the terminal, such as `utf-8`."""

    has_program: Callable[[str], bool]
    """Tells whether a program of this name can be started."""

    vault: Path
    content_problems: int
    """How many files of the shipped texts cannot be used."""

    overlay_problems: int | None
    """How many problems the organisation's folder has; None when there is no such folder."""

    settings_error: OnlineSafeError | None
    versions: Mapping[str, str]
    """The versions of the program and of what it is made with, by their names."""


def good(id: str, what: str) -> Finding:
    """Say that something is as it should be."""
    return Finding(id=id, verdict=Verdict.GOOD, what=what)


def notice(id: str, what: str, todo: str = "") -> Finding:
    """Say something that is good to know."""
    return Finding(id=id, verdict=Verdict.NOTICE, what=what, todo=todo)


def bad(id: str, what: str, todo: str) -> Finding:
    """Say that something does not work or is not safe, and what to do about it."""
    return Finding(id=id, verdict=Verdict.BAD, what=what, todo=todo)
