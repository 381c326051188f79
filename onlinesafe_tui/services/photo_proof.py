"""Whether a picture may be proof of what happened: then the data in it stay."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.errors import PictureKept, VaultError
from onlinesafe_tui.language import N_, Message
from onlinesafe_tui.services.keeping import Keeper, Keeping
from onlinesafe_tui.store.layout import Layout

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


def _places(path: Path) -> tuple[Path, ...]:
    """Return the places where a file is: by the name given, and behind every link in it."""
    places = []
    for find in (path.absolute, path.resolve):
        # The folder in which the program was started may be gone, and links may go round.
        with suppress(OSError, RuntimeError):
            places.append(find())
    return tuple(dict.fromkeys(places)) or (path,)


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
