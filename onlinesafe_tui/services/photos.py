"""Checking a photo: what it tells, and its clean copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from onlinesafe_tui.errors import PictureKept
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.pictures.files import clean_copy_of, look_at
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.services.new_file import keep_under_free_name
from onlinesafe_tui.services.photo_proof import cautions, refuse_proof
from onlinesafe_tui.services.photo_views import PhotoCheck, Whose
from onlinesafe_tui.services.workspace import Workspace

CLEAN_NAME: Final = N_("photo-clean")
"""What the file of a clean copy is called: the name of the original can tell a day, a person or a place."""


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
