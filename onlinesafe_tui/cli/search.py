"""The command that finds words in the texts. It needs nothing that was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onlinesafe_tui.cli.in_words import Command
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import give, give_json, say
from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.language import N_

if TYPE_CHECKING:
    from onlinesafe_tui.services.search_views import Hit


class SearchCommand:
    """The command for one start of the program."""

    def __init__(self, session: Session) -> None:
        """Create the command.

        Args:
            session: What holds for this start.
        """
        self._session = session
        self._words = session.words

    def command(self) -> click.Command:
        """Return the command."""
        words = self._words
        return Command(
            words,
            "search",
            help=N_("Find words in all texts, the best first."),
            more=[words(N_("Each begins with the name that {command} takes."), command="onlinesafe content show")],
            callback=self._search,
            params=[
                click.Argument(["wanted"], nargs=-1, required=True, metavar=f"{words(N_('WORDS'))}…"),
                click.Option(
                    ["--json", "as_json"], is_flag=True, help=words(N_("Give it in a shape that programs read."))
                ),
            ],
        )

    def _search(self, *, wanted: tuple[str, ...], as_json: bool) -> None:
        from onlinesafe_tui.cli.compose import library_of
        from onlinesafe_tui.services.clock import SystemClock
        from onlinesafe_tui.services.many_ages import due_word
        from onlinesafe_tui.services.searching import Searching

        session = self._session
        searching = Searching(library_of(session))
        searching.read()
        results = searching.find(clean_text(" ".join(wanted)), session.language, session.settings.country)
        if as_json:
            give_json({"found": [_shape(hit) for hit in results.hits], "more": results.more})
            return
        today = SystemClock().today()
        for hit in results.hits:
            give(_told(hit, due_word(hit.review_after, self._words, today)))
        if results.more:
            say(self._words(N_("and {n} more; type another word"), n=results.more))
        if not results.hits:
            say(self._words(N_("Nothing is found. Try a shorter word, or another one.")))


def _told(hit: Hit, due: str) -> str:
    where = f" › {hit.where}" if hit.where else ""
    under = ": ".join(filter(None, (" · ".join(filter(None, (hit.note, hit.reached, due))), _excerpt(hit))))
    return f"{hit.kind}/{hit.id}  {hit.title}{where}" + (f"\n    {under}" if under else "")


def _shape(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind.value,
        "id": hit.id,
        "title": hit.title,
        "where": hit.where or None,
        "excerpt": _excerpt(hit) or None,
        "language": hit.language.value,
        "elsewhere": hit.is_elsewhere,
        "review_after": hit.review_after.isoformat() if hit.review_after else None,
    }


def _excerpt(hit: Hit) -> str:
    return "".join(piece.text for piece in hit.excerpt)
