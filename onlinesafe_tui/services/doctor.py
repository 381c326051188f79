"""Looking at the computer and the terminal: what works here, what does not, and what to do about it.

Nothing is changed, nothing is opened that was saved, and nothing that is said names a person, a folder or a file.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from onlinesafe_tui.errors import OnlineSafeError
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.restoring import set_aside_folders
from onlinesafe_tui.store.strangers import Stray, strays_in, synced_by


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


_LEAST: Final = (60, 20)
_GOOD_SIZE: Final = (80, 24)
_LEAST_ROOM: Final = 200_000_000
_CLIPBOARD_PROGRAMS: Final = {"WAYLAND_DISPLAY": ("wl-copy",), "DISPLAY": ("xclip", "xsel")}
_WSL: Final = "WSL_DISTRO_NAME"


def examine(place: Surroundings, words: Words) -> tuple[Finding, ...]:
    """Look at everything, in the order in which it is told."""
    looks = (
        _terminal,
        _size,
        _colours,
        _encoding,
        _clipboard,
        _vault,
        _permissions,
        _synced,
        _strays,
        _content,
        _settings,
    )
    return (*(found for look in looks for found in look(place, words)), _versions(place, words))


def _terminal(place: Surroundings, words: Words) -> Iterator[Finding]:
    if place.environ.get("TERM") == "dumb":
        yield _notice("terminal", words(N_("This terminal is a simple one, so questions and answers are used.")))
    elif place.is_terminal:
        yield _good("terminal", words(N_("There is a terminal.")))
    else:
        what = words(N_("There is no terminal here, so questions and answers are used."))
        yield _notice("terminal", what, words(N_("Start it in a terminal window for the full screen.")))


def _size(place: Surroundings, words: Words) -> Iterator[Finding]:
    if not place.is_terminal:
        return
    size = (place.columns, place.lines)
    what = words(N_("The window has {columns} columns and {lines} lines."), columns=place.columns, lines=place.lines)
    if size[0] < _LEAST[0] or size[1] < _LEAST[1]:
        yield _bad(
            "size", what, words(N_("Make it larger, or its letters smaller: 60 by 20 is the least, 80 by 24 is good."))
        )
    elif size[0] < _GOOD_SIZE[0] or size[1] < _GOOD_SIZE[1]:
        yield _notice("size", what, words(N_("With 80 by 24 more fits on one screen.")))
    else:
        yield _good("size", what)


def _colours(place: Surroundings, words: Words) -> Iterator[Finding]:
    environ = place.environ
    if "NO_COLOR" in environ:
        yield _good("colours", words(N_("Colours are switched off (NO_COLOR); every state is a word too.")))
    elif environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") or "WT_SESSION" in environ:
        yield _good("colours", words(N_("All colours are there.")))
    elif "256" in environ.get("TERM", ""):
        yield _good("colours", words(N_("There are 256 colours.")))
    else:
        what = words(N_("There are few colours; every state is a word too."))
        yield _notice("colours", what)


def _encoding(place: Surroundings, words: Words) -> Iterator[Finding]:
    if place.encoding.lower().replace("-", "") in ("utf8", "utf8sig"):
        yield _good("utf-8", words(N_("The terminal writes all letters (UTF-8).")))
    else:
        what = words(N_("The terminal is not set to UTF-8, so letters such as é may come out wrong."))
        yield _bad("utf-8", what, words(N_("Set the terminal, or the language of the computer, to UTF-8.")))


def _clipboard(place: Surroundings, words: Words) -> Iterator[Finding]:
    environ = place.environ
    is_remote = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    if is_remote:
        what = words(N_("You work on another computer, so copying goes through the terminal, which may refuse it."))
        yield _notice("clipboard", what, words(N_("Where copying does not work, keep the text as a file.")))
        return
    if place.platform in ("win32", "darwin") or _WSL in environ or _has_clipboard(place):
        yield _good("clipboard", words(N_("Copying works.")))
        return
    what = words(N_("The clipboard cannot be reached, so copying goes through the terminal, which may refuse it."))
    todo = words(N_("On Linux install wl-clipboard, xclip or xsel, or keep texts as a file."))
    yield _notice("clipboard", what, todo)


def _has_clipboard(place: Surroundings) -> bool:
    return any(
        place.environ.get(variable) and any(map(place.has_program, programs))
        for variable, programs in _CLIPBOARD_PROGRAMS.items()
    )


def _vault(place: Surroundings, words: Words) -> Iterator[Finding]:
    there = _nearest(place.vault)
    if there is None or not os.access(there, os.W_OK | os.X_OK):
        what = words(N_("The folder in which everything is kept cannot be written."))
        yield _bad("vault", what, words(N_("Give yourself access, or start with --vault and another folder.")))
    elif Layout(place.vault).is_vault:
        yield _good("vault", words(N_("Something is saved, and its folder can be written.")))
    else:
        yield _good("vault", words(N_("Nothing is saved yet, and its folder can be made.")))
    if there is not None and shutil.disk_usage(there).free < _LEAST_ROOM:
        yield _bad(
            "room", words(N_("The disk is nearly full.")), words(N_("Make room, so that everything can be saved."))
        )


def _nearest(folder: Path) -> Path | None:
    """Return a folder, or the nearest one above it that is there; None when none can come to be there."""
    try:
        there = next(parent for parent in (folder, *folder.parents) if parent.exists() or parent == parent.parent)
        return there if there.is_dir() else None
    except OSError:
        return None


def _permissions(place: Surroundings, words: Words) -> Iterator[Finding]:
    if place.platform == "win32" or _nearest(place.vault) != place.vault:
        return
    open_ones = sum(1 for path in (place.vault, *place.vault.rglob("*")) if _is_open_to_others(path))
    if open_ones:
        what = words.plural(
            "Others on this computer can see one file or folder of it.",
            "Others on this computer can see {n} files and folders of it.",
            open_ones,
        )
        yield _bad("permissions", what, words(N_("They are sealed. To close them: chmod -R go-rwx, and the folder.")))
    else:
        yield _good("permissions", words(N_("Nobody else on this computer can look into it.")))


def _is_open_to_others(path: Path) -> bool:
    try:
        found = path.lstat()
    except OSError:
        return False
    return not stat.S_ISLNK(found.st_mode) and bool(found.st_mode & 0o077)


def _synced(place: Surroundings, words: Words) -> Iterator[Finding]:
    service = synced_by(place.vault, place.environ)
    if service is None:
        yield _good("synced", words(N_("No service seems to synchronise the folder.")))
        return
    what = words(N_("{service} seems to synchronise the folder."), service=service)
    todo = words(
        N_(
            "What leaves is sealed, but old versions stay there, and two computers at once make two versions. "
            "Work on one at a time, or choose another folder with --vault."
        )
    )
    yield _notice("synced", what, todo)


def _strays(place: Surroundings, words: Words) -> Iterator[Finding]:
    try:
        found = strays_in(Layout(place.vault))
    except OnlineSafeError as error:
        yield _bad(
            "strays", words(error.title), words(N_("Give yourself access, or start with --vault and another folder."))
        )
        return
    conflicts = sum(1 for one in found if one.stray is Stray.CONFLICT)
    others = sum(1 for one in found if one.stray in (Stray.STRANGER, Stray.ASIDE))
    look = words(N_("See which: {command}."), command="onlinesafe verify")
    if conflicts:
        what = words.plural(
            "There is one second version of a file, made by a program that synchronises.",
            "There are {n} second versions of files, made by a program that synchronises.",
            conflicts,
        )
        yield _notice("conflicts", what, look)
    if others:
        what = words.plural(
            "There is one thing in the folder that is not in use.",
            "There are {n} things in the folder that are not in use.",
            others,
        )
        yield _notice("strays", what, look)
    kept = len(set_aside_folders(place.vault))
    if kept:
        what = words.plural(
            "Beside the folder stands one that was set aside when a backup was put back.",
            "Beside the folder stand {n} that were set aside when a backup was put back.",
            kept,
        )
        yield _notice("set-aside", what, words(N_("Remove it when you miss nothing.")))


def _content(place: Surroundings, words: Words) -> Iterator[Finding]:
    if place.content_problems:
        what = words(N_("Texts of the program are missing or damaged."))
        yield _bad("content", what, words(N_("Install OnlineSafe again.")))
    else:
        yield _good("content", words(N_("The texts are whole.")))
    if place.overlay_problems:
        what = words.plural(
            "In the folder of your organisation one thing is not used.",
            "In the folder of your organisation {n} things are not used.",
            place.overlay_problems,
        )
        yield _notice("overlay", what, words(N_("See which: {command}."), command="onlinesafe content check FOLDER"))
    elif place.overlay_problems is not None:
        yield _good("overlay", words(N_("The folder of your organisation is used.")))


def _settings(place: Surroundings, words: Words) -> Iterator[Finding]:
    if place.settings_error is None:
        yield _good("settings", words(N_("The settings can be used.")))
    else:
        what = words(place.settings_error.title)
        yield _bad(
            "settings", what, words(N_("Mend or remove the file that {command} names."), command="onlinesafe paths")
        )


def _versions(place: Surroundings, words: Words) -> Finding:
    told = ", ".join(f"{name} {version}" for name, version in place.versions.items())
    return _good("versions", words(N_("Versions: {versions}."), versions=told))


def _good(id: str, what: str) -> Finding:
    return Finding(id=id, verdict=Verdict.GOOD, what=what)


def _notice(id: str, what: str, todo: str = "") -> Finding:
    return Finding(id=id, verdict=Verdict.NOTICE, what=what, todo=todo)


def _bad(id: str, what: str, todo: str) -> Finding:
    return Finding(id=id, verdict=Verdict.BAD, what=what, todo=todo)


def versions() -> dict[str, str]:
    """Return the versions of the program, of Python and of what the program is made with."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  (only here)

    from onlinesafe_tui import __version__  # noqa: PLC0415

    found = {"OnlineSafe": __version__, "Python": sys.version.split()[0], "platform": sys.platform}
    for name in ("textual", "tinydb", "pyrage", "typst", "pillow"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "-"
    return found
