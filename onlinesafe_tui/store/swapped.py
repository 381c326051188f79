"""Files of incidents that stand with another incident: finding where each belongs, and putting it back there.

A file is whose it says only when the mark of that incident vouches for it. What does not belong where it stands is kept
under another name until it is in its own place, so that at every moment all of it is on the disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onlinesafe_tui.errors import VaultError, VaultMissing, VaultSwapped
from onlinesafe_tui.store.files import previous_of, read_whole, remove, set_aside, write_whole
from onlinesafe_tui.store.incident_keys import IncidentKeys
from onlinesafe_tui.store.incidents import Incidents
from onlinesafe_tui.store.layout import Layout, incident_in, key_in
from onlinesafe_tui.store.stock import Stock


@dataclass(frozen=True, slots=True, repr=False)
class _Lost:
    """A file that stands elsewhere, and where it belongs."""

    place: Path
    sealed: bytes


class Swapped:
    """The incidents of a vault whose files somebody or a program put in one another's place."""

    def __init__(self, layout: Layout, keys: IncidentKeys, incidents: Incidents, stock: Stock) -> None:
        """Create it; nothing is looked at yet.

        Args:
            layout: Where the vault is.
            keys: The keys of the incidents.
            incidents: The incidents.
            stock: Says how many times each was saved.
        """
        self._layout = layout
        self._keys = keys
        self._incidents = incidents
        self._stock = stock

    def can_put_in_place(self, id: str) -> bool:
        """Tell whether the last version of an incident stands somewhere else in the vault, whole."""
        return any(True for _ in self._lost_keys([id])) or any(True for _ in self._lost_words([id]))

    def put_in_place(self) -> tuple[str, ...]:
        """Put everything back where it belongs of which the last version is still somewhere, and return whose it was.

        Raises:
            VaultUnwritable: The disk or the folder refuses. Nothing is lost, and one can try again.
        """
        ids = list(self._ids())
        asides: list[Path] = []
        mended: set[str] = set()
        # Whose the words are is only known with the keys in their places.
        for find in (self._lost_keys, self._lost_words):
            for lost in list(find(ids)):
                if aside := set_aside(lost.place):
                    asides.append(aside)
                write_whole(lost.place, lost.sealed, keep_previous=False)
                mended.add(lost.place.parent.name)
        self._remove_copies(asides)
        return tuple(sorted(mended))

    def _ids(self) -> Iterator[str]:
        return (id for id in sorted(self._layout.incident_ids()) if id not in self._stock.deleted)

    def _lost_keys(self, ids: list[str]) -> Iterator[_Lost]:
        """Find the keys of these incidents that stand elsewhere."""
        for id in ids:
            path = key_in(self._layout.incident_folder(id))
            for place in (path, previous_of(path)):
                trouble = self._keys.trouble(id, is_copy=place != path)
                is_gone = place == path and isinstance(trouble, VaultMissing)
                if not is_gone and not isinstance(trouble, VaultSwapped):
                    continue
                # A key that is gone is taken from its own copy on purpose, as one that is damaged.
                files = self._files(path.name, without=previous_of(path) if is_gone else None)
                sealed = next((found for found in files if self._keys.is_key_of(id, found)), None)
                if sealed is not None:
                    yield _Lost(place, sealed)

    def _lost_words(self, ids: list[str]) -> Iterator[_Lost]:
        """Find the incidents themselves of which the last version stands elsewhere."""
        for id in ids:
            path, at_least = incident_in(self._layout.incident_folder(id)), self._stock.sequence(id)
            if not self._is_away(id, at_least):
                continue
            files = self._files(path.name, without=previous_of(path))
            numbered = [(self._incidents.number_of(id, found), found) for found in files]
            number, sealed = max(numbered, default=(0, b""), key=lambda found: found[0])
            if number and number >= at_least:
                yield _Lost(path, sealed)

    def _is_away(self, id: str, at_least: int) -> bool:
        """Tell whether the file of an incident is not there, or another one's stands in its place."""
        if self._keys.trouble_with_key(id):
            return False
        try:
            self._incidents.peek(id, at_least)
        except (VaultSwapped, VaultMissing):
            return True
        except VaultError:
            return False
        return False

    def _files(self, name: str, *, without: Path | None) -> Iterator[bytes]:
        """Read every file of this name, its copies and what was kept of it, wherever they stand."""
        for id in self._ids():
            for path in sorted(self._layout.incident_folder(id).glob(f"{name}*")):
                if path != without and not path.name.endswith(".tmp"):
                    yield read_whole(path, self._layout.name(path))

    def _remove_copies(self, asides: list[Path]) -> None:
        """Remove what was kept for a moment, and stands in its own place by now."""
        current = {
            read_whole(place, self._layout.name(place))
            for id in self._ids()
            for own in (key_in, incident_in)
            for place in (own(self._layout.incident_folder(id)),)
            if place.exists()
        }
        for aside in asides:
            if read_whole(aside, self._layout.name(aside)) in current:
                remove(aside)
