"""The index: one summary per incident, so that a list opens one file instead of all.

The incidents are the truth and the index follows them. Writing it with every save would cost more the more incidents
there are; so it is written when a vault closes, and until then a small list beside it names the incidents that it is
behind on. Whoever opens the vault next reads those anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final

import msgspec
from tinydb import TinyDB

from onlinesafe_tui.errors import VaultError, VaultMissing
from onlinesafe_tui.store.codec import decode_summaries, encode_summary
from onlinesafe_tui.store.files import previous_of, read_whole, remove, set_aside, write_whole
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.layout import Layout, is_incident_id
from onlinesafe_tui.store.port import Summary
from onlinesafe_tui.store.sealed_storage import Place, SealedStorage

_TABLE: Final = "summaries"
_WORKBOOK: Final = "workbook"
_CARD: Final = "card"


@dataclass(frozen=True, slots=True)
class KnownCard:
    """What the index remembers of the card of the vault, which stands in a file that anybody can put back."""

    number: int = 0
    """How many times the card was written."""

    paper: str = ""
    organisation: str = ""


class Index:
    """The index file of a vault, and the list of what it is behind on."""

    def __init__(self, layout: Layout, key: Key) -> None:
        """Create the index.

        Args:
            layout: Where it is.
            key: The person's key, which opens and marks it.
        """
        self._layout = layout
        self._place = Place(layout.index, layout.name(layout.index), "index", "vault")
        self._key = key
        self._storage = SealedStorage(self._place, key, [key.recipient])
        self._written: frozenset[str] = frozenset()
        self._behind: frozenset[str] = frozenset()
        self.workbook = 0
        """How many times the workbook was written, as the file has it."""
        self.card = KnownCard()
        """What is known of the card, as the file has it."""

    def read(self) -> dict[str, Summary]:
        """Return the summaries by the id of their incident, as the file has them.

        Raises:
            VaultError: The file cannot be read, is damaged, or was not written by us.
        """
        tables = TinyDB(storage=lambda: self._storage)
        documents = tables.table(_TABLE).all()
        summaries = {summary.id: summary for summary in decode_summaries(documents, self._place.name)}
        self._written = frozenset(summaries)
        self.workbook = max((line.get("sequence", 0) for line in tables.table(_WORKBOOK).all()), default=0)
        self.card = next((msgspec.convert(line, KnownCard) for line in tables.table(_CARD).all()), KnownCard())
        return summaries

    def previous_trouble(self) -> VaultError | None:
        """Return what is wrong with the version before; None when nothing is."""
        path = previous_of(self._place.path)
        place = replace(self._place, path=path, name=self._layout.name(path))
        storage = SealedStorage(place, self._key, [])
        try:
            decode_summaries(TinyDB(storage=lambda: storage).table(_TABLE).all(), place.name)
        except VaultError as error:
            return error
        return None

    def remembered_card(self) -> KnownCard:
        """Return what the file knows of the card; nothing when it does not open."""
        with suppress(VaultError):
            self.read()
        return self.card

    def write(self, summaries: Iterable[Summary], still_behind: Collection[str] = (), *, workbook: int = 0) -> None:
        """Replace all summaries in one write.

        Args:
            summaries: What it holds from now on.
            still_behind: The ids of incidents that could not be read, so that nobody knows whether it is right there.
            workbook: How many times the workbook was written, as far as known.

        Raises:
            VaultInUse: Another program wrote the file since we read it.
            VaultUnwritable: The disk or the folder refuses.
        """
        lines = {summary.id: encode_summary(summary) for summary in summaries}
        self.workbook = max(self.workbook, workbook)
        tables: dict[str, dict[str, Any]] = {
            _TABLE: {str(number): line for number, line in enumerate(lines.values(), start=1)}
        }
        tables[_WORKBOOK] = {"1": {"sequence": self.workbook}}
        tables[_CARD] = {"1": msgspec.to_builtins(self.card)}
        self._storage.write(tables)
        self._written = frozenset(lines)
        if still_behind:
            self._list_behind(frozenset(still_behind))
        else:
            remove(self._layout.behind)
            self._behind = frozenset()

    def begin_anew(self) -> None:
        """Let the next write make a new file; what is there, and does not open, is kept under another name.

        Raises:
            VaultUnwritable: The disk or the folder refuses.
        """
        if set_aside(self._layout.index):
            remove(self._layout.index)
        self._storage = SealedStorage(self._place, self._key, [self._key.recipient])
        self._storage.begin()

    def read_behind(self) -> frozenset[str]:
        """Return the ids of the incidents that were saved after the index was written."""
        try:
            listed = read_whole(self._layout.behind, self._layout.name(self._layout.behind))
        except VaultMissing:
            return frozenset()
        self._behind = frozenset(filter(is_incident_id, listed.decode("ascii", "replace").split()))
        return self._behind

    def expect(self, id: str) -> None:
        """Note that an incident is about to be saved, once; one that is not in the index yet is found without a note.

        Raises:
            VaultUnwritable: The disk or the folder refuses.
        """
        if id in self._written and id not in self._behind:
            self._list_behind(self._behind | {id})

    def _list_behind(self, ids: frozenset[str]) -> None:
        write_whole(self._layout.behind, "\n".join(sorted(ids)).encode() + b"\n", keep_previous=False)
        self._behind = ids
