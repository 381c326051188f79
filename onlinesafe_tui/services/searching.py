"""Searching all of the content: what was found, ready to be shown by either face."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock, Thread
from time import sleep
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.reference import KINDS, pages_of
from onlinesafe_tui.services.search_views import Hit, Outside, hit_of, outside_of

if TYPE_CHECKING:
    from onlinesafe_tui.library.search.index import Found, Index
    from onlinesafe_tui.library.search.lines import Entry

MOST: Final = 30
"""Pages that are shown of what was found."""

_REST: Final = 0.001
"""Seconds between two files while all texts are read."""


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


@dataclass(frozen=True, slots=True)
class _Texts:
    """What is kept of all texts: the pages themselves would take most of the room, and are read when one is opened."""

    indexes: Mapping[Language, Index]
    outsides: Mapping[tuple[Kind, str, Language], Outside]
    """What is shown of each page to a person of a language."""


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
        self._texts: _Texts | None = None
        self._reading: Thread | None = None
        self._waiting: list[Callable[[], object]] = []

    @property
    def is_ready(self) -> bool:
        """Whether all texts were read."""
        return self._edition is self._library.edition and self._texts is not None

    def prepare(self, done: Callable[[], object] | None = None) -> None:
        """Begin to read all texts on a thread of its own; does nothing when that is done or going on.

        Args:
            done: Called on that thread when all is read; not at all when it is read already.
        """
        with self._lock:
            if self._edition is not self._library.edition:
                self._forget()
            if self._texts is not None:
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
        texts = self._texts if self.is_ready else None
        indexes = texts.indexes if texts else self._named()
        queries = tuple(dict.fromkeys((query_words(text), query_parts(text))))
        found: dict[tuple[Kind, str], tuple[tuple[bool, bool], Found]] = {}
        for each in (language, *(other for other in Language if other is not language)):
            for hit in next(filter(None, (indexes[each].find(words, country) for words in queries)), []):
                order = (hit.is_elsewhere, each is not language)
                found.setdefault((hit.entry.kind, hit.entry.id), (order, hit))
        ordered = sorted(found.values(), key=lambda entry: entry[0])
        words = Words(language)
        hits = tuple(hit_of(hit, self._outside(hit.entry, words, texts), country, words) for _, hit in ordered[:MOST])
        return Results(hits, max(len(ordered) - MOST, 0), texts is not None)

    def _outside(self, entry: Entry, words: Words, texts: _Texts | None) -> Outside:
        """Return what is shown of a page; only a number to call is worth reading the whole of it for."""
        library, language = self._library, words.language
        if texts:
            return texts.outsides[entry.kind, entry.id, language]
        if entry.kind is Kind.CONTACT:
            return outside_of(library.page(entry.kind, entry.id, language), words)
        cover = library.cover(entry.kind, entry.id)
        title = cover.titles.get(language)
        return Outside(title=title or entry.title, language=language if title else entry.language, is_own=cover.is_own)

    def _named(self) -> Mapping[Language, Index]:
        from onlinesafe_tui.library.search.index import Index  # noqa: PLC0415  (no start needs it)
        from onlinesafe_tui.library.search.lines import name_of  # noqa: PLC0415  (no start needs it)

        if not self._names:
            library, found = self._library, {}
            for language in Language:
                names = (name_of(library, kind, id, language) for kind in KINDS for id in library.ids(kind))
                found[language] = Index([name for name in names if name])
            self._names = found
        return self._names

    def _read(self, edition: object) -> None:
        self._named()
        texts = _read_texts(self._library.anew())
        # These many small things stay until the end: looking through them for garbage would hold up a key every time.
        gc.collect()
        gc.freeze()
        with self._lock:
            if self._edition is not edition:
                return
            self._names, self._texts = {}, texts
            waiting, self._waiting = self._waiting, []
        for done in waiting:
            done()

    def _forget(self) -> None:
        self._edition = self._library.edition
        self._names, self._texts = {}, None
        self._reading, self._waiting = None, []


def _read_texts(library: Library) -> _Texts:
    """Go through all pages, with a short rest after each file so that no key has to wait for it."""
    from onlinesafe_tui.library.search.index import Index  # noqa: PLC0415  (no start needs it)
    from onlinesafe_tui.library.search.lines import entry_of  # noqa: PLC0415  (no start needs it)

    entries: dict[Language, list[Entry]] = {language: [] for language in Language}
    outsides: dict[tuple[Kind, str, Language], Outside] = {}
    for kind in KINDS:
        for id in library.ids(kind):
            sleep(_REST)
            library.has(kind, id)
        for language in Language:
            words = Words(language)
            for page in pages_of(library, kind, language, None):
                outsides[kind, page.id, language] = outside_of(page, words)
                if page.language is language:
                    entries[language].append(entry_of(page))
    return _Texts({language: Index(entries[language]) for language in Language}, outsides)
