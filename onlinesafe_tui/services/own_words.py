"""The organisation's own words: which folder they come from, whose they are, and what of them is left out."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.domain.text import clean_name, clean_text
from onlinesafe_tui.errors import OverlayError, reason_of
from onlinesafe_tui.language import N_, Message, Words
from onlinesafe_tui.library.blocks import Block
from onlinesafe_tui.library.blocks import shown as shown_blocks
from onlinesafe_tui.library.folders import ORGANISATION
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.library.problems import Problem
from onlinesafe_tui.paths import at_home, shown
from onlinesafe_tui.services.workspace import Workspace

NAMED_AT_START: Final = N_(
    "This folder was named when the program started, and that goes first. What you choose holds until you stop, and "
    "from then on wherever no folder is named."
)
"""What is said of a folder from the command line or the environment, an English message to translate."""

ABOUT_FOLDER: Final = N_(
    "An organisation can lay texts and telephone numbers of its own over ours. They stand in a folder, often on the "
    "network; whoever looks after them tells you which one. Type or paste it here."
)
"""What the folder is, an English message to translate."""

_MOST_TOLD: Final = 50
"""Problems that are told here; the check tells all of them."""

DETAILS: Final = N_("Which texts are not shown, and why")
"""What it is called where an author finds out, an English message to translate."""

FOR_AUTHORS: Final = N_("This is for whoever looks after the texts of your organisation. Everything else works.")
"""What is said above it, likewise."""


def whose_texts(library: Library, words: Words) -> str:
    """Say for the first screen whose texts lie over ours; empty when the organisation does not give its name."""
    name = library.organisation().name
    return words(N_("With texts of {name}."), name=name) if name else ""


def introduction(workspace: Workspace) -> tuple[Block, ...]:
    """Return what the organisation says before its own pages, as it holds in the country chosen."""
    blocks = workspace.library.organisation().introduction(workspace.language)
    return shown_blocks(blocks, Situation(country=workspace.country or Country.NL))


def left_out(library: Library, words: Words) -> str:
    """Say for whoever uses the program that texts of the organisation are not shown, and whom to tell.

    Empty when all of them are. What is wrong with them is for their author: see `left_out_told`.
    """
    problems = library.left_out()
    if not problems:
        return ""
    if any(problem.path == library.overlay for problem in problems):
        said = words(N_("The folder with the texts of your organisation cannot be reached. The usual texts are shown."))
    else:
        said = words.plural(
            "{n} text of your organisation cannot be shown.",
            "{n} texts of your organisation cannot be shown.",
            len(problems),
        )
        count = sum(_has_stand_in(library, problem) for problem in problems)
        if count == len(problems):
            stand_in = words.plural("The usual one is shown.", "The usual ones are shown.", count)
            said = f"{said} {stand_in}"
        elif count:
            told = words.plural("Of {n} the usual one is shown.", "Of {n} the usual ones are shown.", count)
            said = f"{said} {told}"
    whom = words(
        N_("Tell whoever looks after these texts. The reason is under Look up, at ‘{place}’."),
        place=words(N_("Folder of your organisation")),
    )
    return f"{said} {whom}"


def left_out_told(library: Library, words: Words) -> tuple[str, ...]:
    """Say for their author what of the texts is not used and why, and with which command to see it elsewhere."""
    problems = library.left_out()
    if not problems:
        return ()
    told = [one.told(words, library.overlay) for one in problems[:_MOST_TOLD]]
    if len(problems) > _MOST_TOLD:
        told.append(words(N_("And {n} more."), n=len(problems) - _MOST_TOLD))
    told.append(words(N_("All of it: {command}"), command=check_command(library)))
    return tuple(clean_name(text, longest=500) for text in told)


def _has_stand_in(library: Library, problem: Problem) -> bool:
    """Tell whether the program's own text stands in for what is left out."""
    kind = next((kind for kind in Kind if kind.value == problem.path.parent.name), None)
    shipped = library.file_of(kind, problem.path.stem) if kind and problem.path.suffix == ".md" else None
    return shipped is not None and shipped.is_file()


def check_command(library: Library) -> str:
    """Return the command that says everything that is wrong with the organisation's folder."""
    return f'onlinesafe content check "{shown(library.overlay)}"' if library.overlay else "onlinesafe content check"


def folder_now(workspace: Workspace) -> str:
    """Return the folder of the organisation as it can be shown; empty when there is none."""
    return shown(workspace.library.overlay) if workspace.library.overlay else ""


def is_named_at_start(workspace: Workspace) -> bool:
    """Tell whether the folder of now was named on the command line or in the environment, which goes first."""
    overlay = workspace.library.overlay
    chosen = workspace.settings.overlay
    return overlay is not None and (not chosen or Path(chosen) != overlay)


def choose_folder(workspace: Workspace, typed: str) -> str:
    """Use a folder for now and for the next start, and say in a sentence what that gives.

    Args:
        workspace: What a person can do.
        typed: The folder, as somebody typed or pasted it.

    Raises:
        OverlayError: It is no folder of an organisation; what was used before stays.
        SettingsError: It is used, but the choice cannot be kept.
    """
    folder = _folder(typed)
    workspace.lay_over(folder)
    words = workspace.words
    said = [words(N_("This folder is used from now on.")), whose_texts(workspace.library, words)]
    count = len(workspace.library.left_out())
    if count:
        told = words.plural("{n} thing in it is left out.", "{n} things in it are left out.", count)
        said.append(f"{told} {words(N_('All of it: {command}'), command=check_command(workspace.library))}")
    return " ".join(filter(None, said))


def choose_no_folder(workspace: Workspace) -> str:
    """Use only our own texts, and say so.

    Raises:
        SettingsError: It holds for now, but the choice cannot be kept.
    """
    workspace.lay_over(None)
    return workspace.words(N_("Only the texts of the program are used from now on."))


def _folder(typed: str) -> Path:
    text = clean_text(typed).strip().strip("\"'").strip()
    folder = at_home(text)
    with suppress(OSError):  # the folder in which the program was started is gone
        folder = folder.absolute()
    reason = _why_not(folder) if text else Message(N_("no folder was typed"))
    if reason:
        raise OverlayError(path=shown(folder) if text else "-", reason=reason)
    return folder


def _why_not(folder: Path) -> Message | None:
    try:
        names = {path.name for path in folder.iterdir()}
    except OSError as error:
        return reason_of(error)
    except ValueError:  # a sign that no path can have
        return Message(N_("it is not there"))
    known = {ORGANISATION, *(kind.value for kind in Kind)}
    return None if names & known else Message(N_("there are no texts of an organisation in it"))
