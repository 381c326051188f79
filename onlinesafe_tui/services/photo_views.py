"""What was found out about a picture, for both faces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import PictureKept
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.paths import shown
from onlinesafe_tui.pictures.files import NO_VIDEO
from onlinesafe_tui.pictures.look import Format, Look
from onlinesafe_tui.pictures.traces import Matters, TraceKind
from onlinesafe_tui.services.photo_words import TraceView, trace_views

NOTHING: Final = N_("This picture tells nothing beyond what one sees.")
NOTHING_IN_VIDEO: Final = N_("In this video nothing was found beyond what one sees and hears.")
TELLS: Final = N_("This tells a stranger, besides what one sees:")
ABOUT_PHOTOS: Final = "photos"
"""The page about what photos tell."""


class Whose(StrEnum):
    """Whose picture it is, which decides whether there may be a clean copy of it."""

    OWN = "own"
    PROOF = "proof"


WHOSE: Final = {
    Whose.OWN: (
        N_("My own, to be posted or sent"),
        N_("See what it tells a stranger, and make a copy without that."),
    ),
    Whose.PROOF: (
        N_("It belongs to what happened"),
        N_("Keep it as it is: the data in it may be proof. It is only looked at."),
    ),
}
"""The answers to whose picture it is, each with a sentence about what follows."""

MIND_SIGHT: Final = N_("Look at the picture itself too: a street sign, a uniform or a view can tell a place.")
MIND_PROOF: Final = N_("A clean copy is not for proof. Keep the original as it is.")
KEEP: Final = N_("Keep it as it is; the data in it may be proof.")
COPIED: Final = N_(
    "The clean copy of {name} is {path}. It was looked at again, and tells nothing more. The original did not change."
)
COPIED_AS_JPEG: Final = N_(
    "The clean copy of {name} is {path}, a JPEG: a HEIC or AVIF file cannot be taken apart safely. "
    "It was looked at again, and tells nothing more. The original did not change."
)
NO_SECOND: Final = N_("The video or other picture inside it is not in the copy.")
ONE_OF_MANY: Final = N_("If the file holds several pictures, only the first one is in the copy.")

GROUPS: Final = {
    Matters.MUCH: N_("Where, or who"),
    Matters.SOME: N_("When, with what, and what else there is"),
    Matters.LITTLE: N_("Little by itself"),
}
"""What stands above the traces, by how much they tell."""

_INSIDE: Final = frozenset({TraceKind.SECOND_PICTURE, TraceKind.VIDEO_IN_PICTURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoCheck:
    """What is known of one picture that was looked at."""

    path: Path
    whose: Whose
    look: Look

    kept: PictureKept | None = None
    """Why it may be proof; None when nothing says so."""

    minds: tuple[str, ...] = ()
    """What to mind before copying it: English messages to translate."""

    copy: Path | None = None
    """The clean copy; None as long as there is none."""

    is_practice: bool = False
    """Whether a copy was wanted in an exercise, which makes no file."""

    @property
    def can_be_copied(self) -> bool:
        """Whether a clean copy may be made."""
        is_free = self.whose is Whose.OWN and self.kept is None
        return is_free and self.look.format is not Format.VIDEO and self.copy is None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """What a picture tells, in the words of a person."""

    name: str
    """The name of the file, as it can be shown."""

    lead: str
    """A sentence that says whether it tells anything."""

    groups: tuple[tuple[str, tuple[TraceView, ...]], ...]
    """What it tells, the most telling first, under headings; a group with nothing in it is left out."""

    minds: tuple[str, ...]
    """Sentences about what to mind."""

    done: tuple[str, ...]
    """Sentences about the clean copy; none when there is none."""


def check_view(check: PhotoCheck, words: Words) -> CheckView:
    """Say in one language what a picture tells, and what became of it."""
    is_video = check.look.format is Format.VIDEO
    nothing = NOTHING_IN_VIDEO if is_video else NOTHING
    views = trace_views(check.look, words)
    groups = ((words(GROUPS[matters]), tuple(view for view in views if view.matters is matters)) for matters in Matters)
    return CheckView(
        name=clean_name(check.path.name),
        lead=words(TELLS if views else nothing),
        groups=tuple((heading, inside) for heading, inside in groups if inside),
        minds=tuple(_minds(check, words)),
        done=tuple(_done(check, words)),
    )


def _minds(check: PhotoCheck, words: Words) -> Iterable[str]:
    if check.whose is Whose.PROOF:
        yield words(KEEP)
        return
    if check.kept is not None:
        yield check.kept.told(words)
        return
    if check.copy is None:
        yield from (words(mind) for mind in check.minds)
        yield words(NO_VIDEO if check.look.format is Format.VIDEO else MIND_PROOF)


def _done(check: PhotoCheck, words: Words) -> Iterable[str]:
    if check.is_practice:
        yield words(N_("This is an exercise: no file is made."))
    if check.copy is None:
        return
    is_made_anew = check.look.format in (Format.HEIC, Format.AVIF)
    yield words(COPIED_AS_JPEG if is_made_anew else COPIED, name=clean_name(check.path.name), path=shown(check.copy))
    if any(trace.kind in _INSIDE for trace in check.look.traces):
        yield words(NO_SECOND)
    if is_made_anew:
        yield words(ONE_OF_MANY)
    yield words(MIND_PROOF)
