"""Finding words in all of the content."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from onlinesafe_tui.language import N_
from onlinesafe_tui.library.library import Page
from onlinesafe_tui.plain.choices import Handler, Option, menu
from onlinesafe_tui.plain.commands import Command, named
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Back
from onlinesafe_tui.plain.render import wrapped
from onlinesafe_tui.services.many_ages import due_word
from onlinesafe_tui.services.search_views import Hit
from onlinesafe_tui.services.searching import Results


class OpenPage(Protocol):
    """Lets somebody read a page."""

    def __call__(self, page: Page, *, is_whole: bool) -> None:
        """Open the page; with the parts for other situations when what was found stands in one."""


def search(desk: Desk, open_page: OpenPage) -> None:
    """Let somebody search, as often as they like.

    Args:
        desk: What somebody works at.
        open_page: Lets them read what they chose.

    Raises:
        Back: The person goes back, or types nothing.
    """
    while True:
        words = desk.words
        desk.prompts.screen(words(N_("Search in all texts")))
        offered = ", ".join(named(command, words) for command in (Command.BACK, Command.HELP))
        typed = desk.prompts.line(words(N_("Words to look for ({offered}):"), offered=offered))
        if not typed:
            raise Back
        searching = desk.workspace.searching
        if not searching.is_ready:
            desk.prompts.say(words(N_("Reading all texts…")))
            searching.read()
        _offer(desk, typed, open_page)


def _offer(desk: Desk, typed: str, open_page: OpenPage) -> None:
    """Offer what was found, until the person goes back to other words."""

    def found() -> Results:
        return desk.workspace.searching.find(typed, desk.workspace.language, desk.workspace.country)

    def show() -> list[Option[Handler]]:
        words, results = desk.words, found()
        title = words.plural("{n} page was found", "{n} pages were found", len(results.hits) + results.more)
        more = wrapped(words(N_("and {n} more; type another word"), n=results.more)) if results.more else []
        desk.prompts.screen(title, [*more, ""])
        return list(_options(desk, results, open_page))

    if not found().hits:
        desk.prompts.say(desk.words(N_("Nothing is found. Try a shorter word, or another one.")))
        return
    try:
        menu(desk.prompts, show)
    except Back:
        return


def _options(desk: Desk, results: Results, open_page: OpenPage) -> Iterator[Option[Handler]]:
    for hit in results.hits:
        page = desk.workspace.library.page(hit.kind, hit.id, desk.workspace.language)
        yield Option[Handler](
            partial(open_page, page, is_whole=hit.place.is_conditional), f"{hit.title} ({hit.label})", _more(desk, hit)
        )


def _more(desk: Desk, hit: Hit) -> str:
    """Say where it was found and what stands there; the words are not marked, because signs are read aloud."""
    due = due_word(hit.review_after, desk.words, desk.workspace.clock.today())
    where = " · ".join(filter(None, (hit.note, hit.where, hit.reached, due)))
    return ": ".join(filter(None, (where, "".join(piece.text for piece in hit.excerpt))))
