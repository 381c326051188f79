"""Web addresses: shown in full first, to judge, to copy, or to have opened by the browser."""

from __future__ import annotations

from onlinesafe_tui.errors import BrowserError
from onlinesafe_tui.plain.choices import Option, choose
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.render import paragraphs, wrapped
from onlinesafe_tui.services.address_views import ASKED, BACK, COPY, OPEN, TITLE, address_view, copy_address


def show_address(desk: Desk, target: str) -> None:
    """Show the whole of an address, and do with it what is chosen then.

    Raises:
        Back: The person goes back.
    """
    words, workspace = desk.words, desk.workspace
    view = address_view(target, workspace.browser, words)
    told = paragraphs(*(wrapped(text) for text in (*view.told, view.shown)))
    desk.prompts.screen(words(TITLE), ["", *told, ""])
    opens = view.opens
    while True:
        answers = [("copy", COPY), *([("open", OPEN)] if opens else []), ("back", BACK)]
        answer = choose(desk.prompts, [Option(id, words(text)) for id, text in answers])
        if answer == "copy":
            desk.prompts.say(words(copy_address(view.shown, workspace.clipboard)))
        elif answer == "open" and opens:
            try:
                workspace.browser.open(opens)
            except BrowserError as error:
                desk.prompts.error(error)
                opens = None
                continue
            desk.prompts.say(words(ASKED))
        return
