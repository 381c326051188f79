"""What the search offers before anything is typed: what can be done, and who can be called."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from functools import partial
from typing import Any

from textual.app import App
from textual.binding import ActiveBinding

from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.library.library import reach
from onlinesafe_tui.library.meta import ContactMeta, Kind
from onlinesafe_tui.services.many_ages import due_mark
from onlinesafe_tui.services.reference import ONE
from onlinesafe_tui.services.vault_view import NAME as VAULT
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.screens.help import HelpScreen
from onlinesafe_tui.tui.screens.own_folder import OwnFolderScreen
from onlinesafe_tui.tui.screens.search import Command


def all_commands(
    app: App[Any], keys: Iterable[ActiveBinding], workspace: Workspace, read: Callable[[Kind, str], object]
) -> list[Command]:
    """Name what can be done, and who can be called, in the language of now.

    Args:
        app: Does what a key does.
        keys: The keys of the screen that one came from.
        workspace: Where the pages are.
        read: Shows a page.
    """
    folder = Command(
        workspace.words(N_("Folder of your organisation")), "", lambda: app.push_screen(OwnFolderScreen(workspace))
    )
    saved = [] if workspace.keeper.vault is None else [_saved(app, workspace)]
    return [*key_commands(app, keys, workspace.words), *contact_commands(workspace, read), *saved, folder]


def _saved(app: App[Any], workspace: Workspace) -> Command:
    def show() -> object:
        from onlinesafe_tui.tui.screens.vault import VaultScreen  # noqa: PLC0415  (most searches are for something else)

        return app.push_screen(VaultScreen(workspace))

    return Command(workspace.words(VAULT), "", show)


def key_commands(app: App[Any], keys: Iterable[ActiveBinding], words: Words) -> Iterator[Command]:
    """Name what the keys of a screen do, whom to call first; searching is what one does already."""
    for active in sorted(keys, key=lambda active: active.binding.id != "app.contacts"):
        if active.binding.show and active.enabled and active.binding.id != "app.search":
            yield Command(words(active.binding.description), "", partial(_press, app, active))


def contact_commands(workspace: Workspace, read: Callable[[Kind, str], object]) -> Iterator[Command]:
    """Name everybody who can be called; `read` shows one."""
    for page in workspace.library.contacts(workspace.country, workspace.language):
        said = reach(page.meta, workspace.words) if isinstance(page.meta, ContactMeta) else ""
        name = f"{page.title}  {said}" if said else page.title
        due = due_mark(page, workspace.words, workspace.clock.today())
        about = " · ".join(filter(None, (workspace.words(ONE[page.kind]), due)))
        yield Command(name, about, partial(read, page.kind, page.id), is_page=True)


def _press(app: App[Any], active: ActiveBinding) -> Awaitable[bool]:
    if isinstance(app.screen, HelpScreen):  # its keys are those of the screen below
        app.pop_screen()
    return app.run_action(active.binding.action, active.node)
