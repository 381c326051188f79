"""The questions that the program itself asks, wherever one is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onlinesafe_tui.errors import OnlineSafeError, VaultError
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import shown
from onlinesafe_tui.services.backups import MADE, PUT_BACK
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.screens.asking import AskScreen

if TYPE_CHECKING:
    from onlinesafe_tui.services.ways_back import Offer


def tell(workspace: Workspace, error: OnlineSafeError) -> AskScreen:
    """Say what went wrong, until the person goes on."""
    return AskScreen(workspace, error.title, error.sentence, [("back", N_("Go back"))], error.values)


def offer_way_back(workspace: Workspace, error: VaultError, offer: Offer) -> AskScreen:
    """Say what is wrong with something that was saved, and offer a way; the answer is that of the offer."""
    answers = [("back", N_("Leave it as it is")), (offer.way.value, offer.short or offer.text)]
    return AskScreen(workspace, error.title, error.sentence, answers, error.values)


def tell_backup(workspace: Workspace, place: Path) -> AskScreen:
    """Say that a backup is made, and where it is."""
    return AskScreen(workspace, N_("The backup is made"), MADE, [("back", N_("Go on"))], {"path": shown(place)})


def tell_put_back(workspace: Workspace, old: Path | None) -> AskScreen:
    """Say that a backup is in its place, and where what stood there is now."""
    sentence = PUT_BACK if old else N_("Open it with the passphrase of the moment when it was made.")
    values: dict[str, object] = {"path": shown(old) if old else ""}
    return AskScreen(workspace, N_("The backup is back"), sentence, [("back", N_("Go on"))], values)


def ask_before_losing(workspace: Workspace) -> AskScreen:
    """Ask what to do with what is only in memory: `save`, `leave` or go back."""
    sentence = N_(
        "What you wrote is only in memory. With a passphrase it is sealed on this laptop, and you can go on later."
    )
    answers = [
        ("save", N_("Save it with a passphrase")),
        ("back", N_("Go back")),
        ("leave", N_("Stop, and lose what I wrote")),
    ]
    if workspace.keeper.state is Keeping.LOCKED:
        sentence = N_("What you wrote now is only in memory. With your passphrase it comes with what you saved before.")
        answers[0] = ("save", N_("Save it with what you saved before: type your passphrase"))
        return AskScreen(workspace, N_("Not everything is saved yet"), sentence, answers)
    return AskScreen(workspace, N_("Nothing is saved yet"), sentence, answers)


def ask_before_losing_last(workspace: Workspace, error: VaultError) -> AskScreen:
    """Say why the last change cannot be saved, and ask whether to stop without it: `leave` or go back."""
    answers = [("back", N_("Go back")), ("leave", N_("Stop, and lose the last change"))]
    return AskScreen(workspace, error.title, error.sentence, answers, error.values)


def call_first(workspace: Workspace) -> AskScreen:
    """Say to call, before any other question: `called` or `safe`."""
    sentence = N_(
        "Call {numbers}. Say where you are and what is happening. Go where there are people, or lock the door. "
        "Everything else can wait; what you answered is still here."
    )
    numbers = " / ".join(workspace.library.danger_numbers(workspace.country))
    answers = [("called", N_("Somebody called; go on")), ("safe", N_("There is no danger any more"))]
    return AskScreen(workspace, N_("Call now"), sentence, answers, {"numbers": numbers})
