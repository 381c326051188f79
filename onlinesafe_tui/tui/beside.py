"""What stands beside a page where the window is wide: what is due, and who to call."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from onlinesafe_tui.language import N_
from onlinesafe_tui.library.meta import ContactMeta
from onlinesafe_tui.library.page import reach
from onlinesafe_tui.services.many_ages import of_list
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped

_MOST_DUE: Final = 4
_MOST_CONTACTS: Final = 5


def beside_lines(workspace: Workspace, key: str, width: int) -> Lines:
    """Draw what is due, the nearest first, and who helps first; the lists with everything are a key away.

    Args:
        workspace: What a person can do.
        key: What the key is called that shows everybody.
        width: The room, in cells.
    """
    words = workspace.words
    lines = [*titled(words(N_("Who to call")), width)]
    contacts = workspace.library.contacts(workspace.country, workspace.language)[:_MOST_CONTACTS]
    for page in contacts:
        said = reach(page.meta, words) if isinstance(page.meta, ContactMeta) else ""
        lines.extend(wrapped(Content(page.title), width))
        if said:
            lines.extend(wrapped(Content.styled(said, "bold"), width, "  "))
    for told in (of_list(contacts, words, workspace.clock.today()), words(N_("{key} shows everybody"), key=key)):
        lines.extend(wrapped(Content.styled(told, "$muted"), width))
    due = () if workspace.keeper.is_untouched else workspace.due()
    if due:
        lines.extend([BLANK, *titled(words(N_("Coming up")), width)])
    for view in due[:_MOST_DUE]:
        lines.extend(wrapped(Content(view.title), width))
        lines.extend(wrapped(Content.styled(view.word, "$muted"), width, "  "))
    return lines
