"""Pastes in which nothing is a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Final

START: Final = "\x1b[200~"
"""What a terminal sends before a pasted text."""

END: Final = "\x1b[201~"
"""What it sends after one."""

PAUSE: Final = 0.03
"""Seconds without anything after which a paste is over; the rest of one comes at once."""

LONGEST: Final = 1.0
"""Seconds after which it is over even when more keeps coming, such as the moves of a mouse."""


class PasteKeeper:
    """Stands between the terminal and whoever looks for keys, and takes the sense out of what a paste holds.

    Some terminals send a pasted text as it is, also when it holds the sequence that ends a paste; what comes after
    that would be taken for keys. So only the last end of what comes together is one, and no other escape means
    anything.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """Begin outside a paste.

        Args:
            clock: Counts seconds.
        """
        self._clock = clock
        self._is_inside = False
        self._tail = ""
        self._held = ""
        self._held_since = self._last = 0.0

    @property
    def is_waiting(self) -> bool:
        """Whether something is held back to see what comes after it."""
        return bool(self._held)

    def take(self, data: str) -> str:
        """Take what the terminal sent, and return what can be given on by now."""
        self._last = self._clock()
        held, self._held = self._held, ""
        return "".join(self._inside(held + data) if self._is_inside else self._outside(data))

    def release(self) -> str:
        """Return what was held back, once nothing came after it; empty while it is too soon to tell."""
        now = self._clock()
        if not self._held or (now - self._last < PAUSE and now - self._held_since < LONGEST):
            return ""
        held, self._held = self._held, ""
        self._held_since = 0.0
        if not held.startswith(END):
            return _senseless(held)
        self._is_inside, self._tail = False, ""
        return END + "".join(self._outside(held[len(END) :]))

    def _outside(self, data: str) -> Iterator[str]:
        # What opens a paste may come in two parts.
        seen = self._tail + data
        at = seen.find(START)
        if at < 0:
            self._tail = seen[1 - len(START) :]
            yield data
            return
        begin = at + len(START) - len(self._tail)
        self._is_inside = True
        yield data[:begin]
        yield from self._inside(data[begin:])

    def _inside(self, data: str) -> Iterator[str]:
        end = data.rfind(END)
        kept = end if end >= 0 else len(data) - _begun(data, END)
        yield _senseless(data[:kept])
        self._held = data[kept:]
        self._held_since = (self._held_since or self._last) if self._held else 0.0


def _begun(data: str, sequence: str) -> int:
    """Return how many characters of a sequence stand at the end of what came."""
    return next((size for size in range(len(sequence) - 1, 0, -1) if data.endswith(sequence[:size])), 0)


def _senseless(text: str) -> str:
    return text.replace(START, "").replace(END, "").replace("\x1b", "␛")
