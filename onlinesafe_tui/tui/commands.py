"""Everything that the search can find: what can be done, and what can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from onlinesafe_tui.library.library import reach
from onlinesafe_tui.library.meta import ContactMeta, Kind
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.screens.reading import KINDS
from onlinesafe_tui.tui.screens.search import Command


def commands(
    workspace: Workspace,
    actions: Mapping[str, Callable[[], object]],
    read: Callable[[Kind, str], object],
) -> Iterator[Command]:
    """Name everything that can be found, actions first.

    Args:
        workspace: Where the pages are.
        actions: What can be done here, by its name in the language of now.
        read: Shows a page.
    """
    for name, run in actions.items():
        yield Command(name, "", run)
    for kind, label in KINDS.items():
        pages = (
            workspace.library.contacts(workspace.country, workspace.language)
            if kind is Kind.CONTACT
            else workspace.library.pages(kind, workspace.language)
        )
        for page in pages:
            said = reach(page.meta, workspace.words) if isinstance(page.meta, ContactMeta) else ""
            name = f"{page.title}  {said}" if said else page.title
            yield Command(name, workspace.words(label), _reading(read, kind, page.id))


def _reading(read: Callable[[Kind, str], object], kind: Kind, id: str) -> Callable[[], object]:
    return lambda: read(kind, id)
