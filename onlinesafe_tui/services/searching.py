"""Searching all of the content: what was found, ready to be shown by either face."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock, Thread
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.domain.facets import Country
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.reference import KINDS, pages_of
from onlinesafe_tui.services.search_views import Hit, hit_of

if TYPE_CHECKING:
    from onlinesafe_tui.library.search.index import Found, Index

MOST: Final = 30
"""Pages that are shown of what was found."""


def fitting(names: Sequence[str], text: str) -> tuple[int, ...]:
    """Return the places of the names that have all the words of a text, the best first."""
    from onlinesafe_tui.library.search.folding import query_words  # noqa: PLC0415  (no start needs it)
    from onlinesafe_tui.library.search.index import Index  # noqa: PLC0415  (no start needs it)
    from onlinesafe_tui.library.search.lines import plain_name  # noqa: PLC0415  (no start needs it)

    index = Index([plain_name(name, str(place)) for place, name in enumerate(names)])
    return tuple(int(found.entry.id) for found in index.find(query_words(text), None))


@dataclass(frozen=True, slots=True)
class Results:
    """What was found, the best first: by name, then in the texts, then in the other language, then elsewhere."""

    hits: tuple[Hit, ...]
    more: int
    """How many pages are left out."""

    is_complete: bool
    """Whether all texts were read; until then only names are found."""


class Searching:
    """Finds pages. Reading all texts takes a second, so that is done once, when somebody first wants to search."""

    def __init__(self, library: Library) -> None:
        """Create the search; nothing is read yet.

        Args:
            library: Where the pages are.
        """
        self._library = library
        self._lock = Lock()
        self._edition = library.edition
        self._names: dict[Language, Index] = {}
        self._texts: dict[Language, Index] = {}
        self._reading: Thread | None = None
        self._waiting: list[Callable[[], object]] = []

    @property
    def is_ready(self) -> bool:
        """Whether all texts were read."""
        return self._edition is self._library.edition and bool(self._texts)

    def prepare(self, done: Callable[[], object] | None = None) -> None:
        """Begin to read all texts on a thread of its own; does nothing when that is done or going on.

        Args:
            done: Called on that thread when all is read; not at all when it is read already.
        """
        with self._lock:
            if self._edition is not self._library.edition:
                self._forget()
            if self._texts:
                return
            if done:
                self._waiting.append(done)
            if self._reading is None:
                # The program never waits for it when it ends.
                self._reading = Thread(target=self._read, args=(self._edition,), name="search", daemon=True)
                self._reading.start()

    def read(self) -> None:
        """Read all texts, and wait until that is done."""
        self.prepare()
        if self._reading is not None:
            self._reading.join()

    def find(self, text: str, language: Language, country: Country | None) -> Results:
        """Find the pages that have all the words, in the language of the person first.

        Pages that hold only in the other country come last and say so: who works across the border needs them, and
        to find nothing would say that there is nothing.
        """
        from onlinesafe_tui.library.search.folding import query_parts, query_words  # noqa: PLC0415  (no start needs it)

        if self._edition is not self._library.edition:
            self.prepare()
        is_complete = self.is_ready
        indexes = self._texts if is_complete else self._named()
        queries = tuple(dict.fromkeys((query_words(text), query_parts(text))))
        found: dict[tuple[Kind, str], tuple[tuple[bool, bool], Found]] = {}
        for each in (language, *(other for other in Language if other is not language)):
            for hit in next(filter(None, (indexes[each].find(words, country) for words in queries)), []):
                order = (hit.is_elsewhere, each is not language)
                found.setdefault((hit.entry.kind, hit.entry.id), (order, hit))
        ordered = sorted(found.values(), key=lambda entry: entry[0])
        hits = tuple(self._hit(hit, language, country) for _, hit in ordered[:MOST])
        return Results(hits, max(len(ordered) - MOST, 0), is_complete)

    def _hit(self, found: Found, language: Language, country: Country | None) -> Hit:
        page = self._library.page(found.entry.kind, found.entry.id, language)
        return hit_of(found, page, country, Words(language))

    def _named(self) -> Mapping[Language, Index]:
        from onlinesafe_tui.library.search.index import Index  # noqa: PLC0415  (no start needs it)
        from onlinesafe_tui.library.search.lines import name_of  # noqa: PLC0415  (no start needs it)

        if not self._names:
            library = self._library
            for language in Language:
                names = (name_of(library, kind, id, language) for kind in KINDS for id in library.ids(kind))
                self._names[language] = Index([name for name in names if name])
        return self._names

    def _read(self, edition: object) -> None:
        from onlinesafe_tui.library.search.index import Index  # noqa: PLC0415  (no start needs it)
        from onlinesafe_tui.library.search.lines import entry_of  # noqa: PLC0415  (no start needs it)

        texts = {}
        for language in Language:
            pages = (page for kind in KINDS for page in pages_of(self._library, kind, language, None))
            texts[language] = Index([entry_of(page) for page in pages if page.language is language])
        with self._lock:
            if self._edition is not edition:
                return
            self._texts = texts
            waiting, self._waiting = self._waiting, []
        for done in waiting:
            done()

    def _forget(self) -> None:
        self._edition = self._library.edition
        self._names, self._texts = {}, {}
        self._reading, self._waiting = None, []
