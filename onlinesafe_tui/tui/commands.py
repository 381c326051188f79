"""Everything that the search can find: what can be done, and what can be read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from functools import partial
from typing import Any

from textual.app import App
from textual.binding import ActiveBinding

from onlinesafe_tui.language import Words
from onlinesafe_tui.library.library import reach
from onlinesafe_tui.library.meta import ContactMeta, Kind
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.screens.reading import KINDS
from onlinesafe_tui.tui.screens.search import Command


def all_commands(
    app: App[Any], keys: Iterable[ActiveBinding], workspace: Workspace, read: Callable[[Kind, str], object]
) -> list[Command]:
    """Name everything, in the language of now.

    Args:
        app: Does what a key does.
        keys: The keys of the screen that one came from.
        workspace: Where the pages are.
        read: Shows a page.
    """
    return [*key_commands(app, keys, workspace.words), *page_commands(workspace, read)]


def key_commands(app: App[Any], keys: Iterable[ActiveBinding], words: Words) -> Iterator[Command]:
    """Name what the keys of a screen do."""
    for active in keys:
        if active.binding.show and active.enabled:
            yield Command(words(active.binding.description), "", partial(_press, app, active))


def page_commands(workspace: Workspace, read: Callable[[Kind, str], object]) -> Iterator[Command]:
    """Name every contact, page and text that can be read; `read` shows one."""
    library, language = workspace.library, workspace.language
    for kind, label in KINDS.items():
        is_contact = kind is Kind.CONTACT
        for page in library.contacts(workspace.country, language) if is_contact else library.pages(kind, language):
            said = reach(page.meta, workspace.words) if isinstance(page.meta, ContactMeta) else ""
            name = f"{page.title}  {said}" if said else page.title
            yield Command(name, workspace.words(label), partial(read, kind, page.id))


def _press(app: App[Any], active: ActiveBinding) -> Awaitable[bool]:
    return app.run_action(active.binding.action, active.node)
