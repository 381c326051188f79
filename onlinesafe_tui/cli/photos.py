"""The commands that look at pictures: `photo check`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onlinesafe_tui.cli.in_words import Command, Group
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import give, give_json, say, say_error
from onlinesafe_tui.errors import ExportError, OnlineSafeError, PictureError
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import IS_WINDOWS

if TYPE_CHECKING:
    from onlinesafe_tui.services.photo_views import PhotoCheck
    from onlinesafe_tui.services.workspace import Workspace


class PhotoCommands:
    """The commands for one start of the program."""

    def __init__(self, session: Session) -> None:
        """Create the commands.

        Args:
            session: What holds for this start.
        """
        self._session = session
        self._words = session.words

    def group(self) -> click.Group:
        """Return the commands under one name."""
        words = self._words
        file = words(N_("FILE"))
        check = Command(
            words,
            "check",
            help=N_("Say what pictures and videos tell, and make a clean copy beside each picture."),
            more=[
                words(
                    N_(
                        "Only of pictures of your own, to be posted or sent. What belongs to what happened may be "
                        "proof: look at it with {option}, and keep it as it is."
                    ),
                    option="--look-only",
                ),
                words(N_("The picture itself never changes, and no file is written over.")),
            ],
            callback=self._check,
            params=[
                click.Argument(["files"], nargs=-1, required=True, metavar=f"{file}…", type=click.Path()),
                click.Option(["--look-only"], is_flag=True, help=words(N_("Make no copies."))),
                click.Option(
                    ["--json", "as_json"], is_flag=True, help=words(N_("Give it in a shape that programs read."))
                ),
            ],
        )
        return Group(words, "photo", help=N_("See what pictures tell besides what one sees."), commands=[check])

    def _check(self, *, files: tuple[str, ...], look_only: bool, as_json: bool) -> int:
        from onlinesafe_tui.cli.compose import workspace_of

        workspace = workspace_of(self._session)
        shapes: list[dict[str, object]] = []
        code = 0
        for number, path in enumerate(named_files(files)):
            checked, error = _checked(path, workspace, is_copied=not look_only)
            if as_json:
                from onlinesafe_tui.cli.photo_shape import photo_shape

                shapes.append(photo_shape(path, checked, error))
            elif checked is not None:
                self._tell(checked, is_first=number == 0)
            if checked is not None and not look_only:
                self._say_what_was_done(checked)
            if error is not None:
                say_error(error, self._words)
                code = code or error.exit_code
        if as_json:
            give_json({"pictures": shapes})
        return code

    def _tell(self, checked: PhotoCheck, *, is_first: bool) -> None:
        from onlinesafe_tui.services.photo_views import check_view

        view = check_view(checked, self._words)
        if not is_first:
            give("\n")
        give(f"{view.name}\n{view.lead}")
        for heading, traces in view.groups:
            give(f"{heading}:")
            for trace in traces:
                give(f"- {trace.title}: {trace.text}")

    def _say_what_was_done(self, checked: PhotoCheck) -> None:
        from onlinesafe_tui.services.photo_views import check_view

        if checked.copy is not None:
            for sentence in (*(self._words(mind) for mind in checked.minds), *check_view(checked, self._words).done):
                say(sentence)


def named_files(names: Sequence[str], *, is_windows: bool = IS_WINDOWS) -> tuple[Path, ...]:
    """Return the files that a command line names. On Windows a program must itself find those that `*.jpg` means."""
    paths = []
    for name in names:
        found = sorted(glob(name)) if is_windows and not os.path.lexists(name) else []  # noqa: PTH207  (a whole path)
        paths.extend(found or [name])
    return tuple(map(Path, paths))


def _checked(path: Path, workspace: Workspace, *, is_copied: bool) -> tuple[PhotoCheck | None, OnlineSafeError | None]:
    """Look at a picture and copy it, as far as that goes, and return why it went no further."""
    from onlinesafe_tui.services.photo_views import Whose
    from onlinesafe_tui.services.photos import check, copy_checked

    checked = None
    try:
        checked = check(path, Whose.OWN, workspace)
        return copy_checked(checked, workspace) if is_copied else checked, None
    except (PictureError, ExportError) as error:
        return checked, error
