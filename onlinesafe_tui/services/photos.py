"""Checking a photo: which file is meant, what it tells, whether it may be proof, and its clean copy."""

from __future__ import annotations

import os
import re
import shlex
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.text import clean_name, clean_text
from onlinesafe_tui.errors import PictureKept, VaultError
from onlinesafe_tui.language import N_, Message, Words
from onlinesafe_tui.pictures.files import clean_copy_of, look_at
from onlinesafe_tui.services.keeping import Keeper, Keeping
from onlinesafe_tui.services.new_file import keep_under_free_name
from onlinesafe_tui.services.photo_views import PhotoCheck, Whose
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.store.layout import Layout

CLEAN_NAME: Final = N_("photo-clean")
"""What the file of a clean copy is called: the name of the original can tell a day, a person or a place."""

_IN_VAULT: Final = N_("This file is in the folder in which OnlineSafe keeps everything.")
_NAMED: Final = N_("You wrote down that proof is kept in this place or under this name.")
_SAYS_SO: Final = N_("The name of this file or of its folder says that it is proof.")

MIND_LOCKED: Final = N_(
    "What you saved is not open, so it cannot be seen here whether you wrote this file down as proof."
)
MIND_UNREADABLE: Final = N_(
    "A saved incident does not open, so it cannot be seen here whether this file stands in it as proof."
)
MIND_RECEIVED: Final = N_(
    "The name looks like that of a screenshot, or of a file that came through a chat. Is it about what happened? "
    "Then keep it as it is."
)

_PROOF: Final = re.compile(r"bewijs|evidence|(?<![a-z])proof|aangifte|(?<![a-z])klacht(?![a-z])|incident|dossier")
_RECEIVED: Final = re.compile(
    r"-wa\d{4}|whatsapp|telegram|signal-\d|received_|snapchat|screen.?shot|scherm(afbeelding|opname|foto)|screenrecord"
)
_OTHER_NAMES: Final = {
    "pictures": ("afbeeldingen", "foto's", "images"),
    "documents": ("documenten",),
    "desktop": ("bureaublad",),
    "videos": ("video's",),
    "screenshots": ("schermafbeeldingen",),
    "downloads": ("download",),
}
"""What a computer shows as the name of a folder, by the name that it really has."""

_SHORTEST: Final = 3
"""Letters of the shortest name that is looked for in what somebody wrote."""


def check(path: Path, whose: Whose, workspace: Workspace) -> PhotoCheck:
    """Look at a picture, and find out whether it may be proof. Nothing is changed.

    Raises:
        PictureError: It cannot be looked at.
    """
    keeper = workspace.keeper
    look = look_at(path)
    try:
        refuse_proof(path, keeper)
    except PictureKept as kept:
        return PhotoCheck(path=path, whose=whose, look=look, kept=kept)
    return PhotoCheck(path=path, whose=whose, look=look, minds=cautions(path, keeper))


def copy_checked(check: PhotoCheck, workspace: Workspace) -> PhotoCheck:
    """Make the clean copy of a picture that was looked at; an exercise makes none.

    Raises:
        PictureError: There can be no clean copy of it.
        ExportError: It cannot be written there.
    """
    if workspace.is_practice:
        return replace(check, is_practice=True)
    return replace(check, copy=make_clean_copy(check.path, workspace.keeper, workspace.words))


def make_clean_copy(path: Path, keeper: Keeper, words: Words) -> Path:
    """Write a clean copy beside a picture, and return where it is. The picture stays as it is.

    Args:
        path: The picture.
        keeper: What is kept, for what may be proof.
        words: The language of its name.

    Raises:
        PictureKept: It may be proof.
        PictureError: There can be no clean copy of it.
        ExportError: It cannot be written there.
    """
    refuse_proof(path, keeper)
    made = clean_copy_of(path)
    return keep_under_free_name(path.parent, words(CLEAN_NAME), made.ending, made.data)


def refuse_proof(path: Path, keeper: Keeper) -> None:
    """Do nothing for a picture that is nobody's proof, as far as can be seen.

    Raises:
        PictureKept: It may be proof.
    """
    places = _places(path)
    if any(Layout(folder).is_vault for place in places for folder in place.parents if folder.parent != folder):
        raise PictureKept(why=Message(_IN_VAULT))
    if any(_is_meant(place, text) for text in _kept_where(keeper) for place in places):
        raise PictureKept(why=Message(_NAMED))
    if any(_PROOF.search(name) for place in places for name in _names(place)):
        raise PictureKept(why=Message(_SAYS_SO))


def cautions(path: Path, keeper: Keeper) -> tuple[str, ...]:
    """Return what to mind before copying a picture: English messages to translate."""
    found = []
    if keeper.state is Keeping.LOCKED:
        found.append(MIND_LOCKED)
    if keeper.unreadable():
        found.append(MIND_UNREADABLE)
    if _RECEIVED.search(_plain(path.name)):
        found.append(MIND_RECEIVED)
    return tuple(found)


def typed_path(typed: str) -> Path:
    """Return the file that somebody typed, pasted or dropped into the terminal.

    Quotes, `file://` addresses, escaped spaces and `~` are understood. What was typed passed the door for foreign text,
    so a name with strange characters is found by how it looks.
    """
    candidates = list(dict.fromkeys(_readings(typed)))
    for path in candidates:
        if _exists(path):
            return path
    return next((found for path in candidates if (found := _looking_like(path)) is not None), candidates[-1])


def _readings(typed: str) -> Iterator[Path]:
    text = typed.strip()
    yield _home(text)
    text = text.removeprefix("& ").strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
        yield _home(text)
    if text.casefold().startswith("file:"):
        with suppress(ValueError):
            text = unquote(urlsplit(text).path)
            # On Windows the address has one stroke more than the path: /C:/Users/…
            text = text[1:] if re.match(r"/[A-Za-z]:", text) else text
            yield _home(text)
    elif os.name != "nt":
        with suppress(ValueError):
            parts = shlex.split(text)
            if len(parts) == 1:
                yield _home(parts[0])


def _home(text: str) -> Path:
    path = Path(text.replace("\0", ""))
    with suppress(RuntimeError):
        return path.expanduser()
    return path


def _exists(path: Path) -> bool:
    try:
        return bool(path.name) and path.exists()
    except (OSError, ValueError):
        return True


def _looking_like(path: Path) -> Path | None:
    """Find the one file in the folder that shows with this name."""
    wanted = clean_name(path.name)
    try:
        found = [other for other in path.parent.iterdir() if wanted in _looks(other.name)]
    except (OSError, ValueError):
        return None
    return found[0] if len(found) == 1 and wanted else None


def _looks(name: str) -> tuple[str, str]:
    """Return how a name comes in where it is typed, and where it is pasted."""
    return clean_name(name), clean_name(clean_text(name))


def _places(path: Path) -> tuple[Path, ...]:
    """Return the places where a file is: by the name given, and behind every link in it."""
    given = Path.cwd() / path
    with suppress(OSError, RuntimeError):
        return tuple(dict.fromkeys((given, path.resolve())))
    return (given,)


def _kept_where(keeper: Keeper) -> Iterator[str]:
    """Find everything that was written about where proof is kept, in every incident that opens."""
    for summary in keeper.summaries():
        with suppress(VaultError):
            for item in keeper.load(summary.id).evidence:
                if text := item.facts.get(Fact.KEPT_WHERE, ""):
                    yield _plain(text)


def _is_meant(place: Path, text: str) -> bool:
    """Tell whether somebody who wrote a text meant this file, or a folder in which it is."""
    slashed = text.replace("\\", "/")
    if _plain(place.as_posix()) in slashed:
        return True
    for folder in _own_folders(place):
        whole = _plain(folder.as_posix())
        if re.search(rf"{re.escape(whole)}/?(?![\w/])", slashed):
            return True
    return any(_stands_in(name, slashed) for name in _names(place))


def _names(place: Path) -> Iterator[str]:
    """Return the words by which somebody may call a file: its name, and the names of its own folders."""
    yield _plain(place.name)
    yield _plain(place.stem)
    for folder in _own_folders(place):
        name = _plain(folder.name)
        yield from (name, *_OTHER_NAMES.get(name, ()))


def _own_folders(place: Path) -> Iterator[Path]:
    """Return the folders in which a file is, up to those that everything of this person is in."""
    shared: set[Path] = set()
    with suppress(RuntimeError):
        shared = {Path.home(), *Path.home().parents}
    for folder in place.parents:
        if folder in shared:
            return
        yield folder


def _stands_in(name: str, text: str) -> bool:
    """Tell whether a text has a name as a word of its own, which is not only on the way to another place."""
    return len(name) >= _SHORTEST and re.search(rf"(?<!\w){re.escape(name)}(?!\w|/\w)", text) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
