"""The keys at the foot of a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.widget import Widget

from onlinesafe_tui.language import Words
from onlinesafe_tui.tui.guarded import GuardedApp
from onlinesafe_tui.tui.keys import key_name


class KeyBar(Widget):
    """Shows the keys that matter most here, as many as fit. Each can be clicked; F1 shows them all."""

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 1fr; dock: bottom; background: $panel; }
    """

    def __init__(self) -> None:
        """Create the bar, without keys yet."""
        super().__init__()
        self._keys: tuple[str, ...] = ()
        self._needed: tuple[str, ...] = ()
        self._labels: Mapping[str, str] = {}
        self._words: Words | None = None
        self._places: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Say it again when something else has the focus: keys may do something else there."""
        self.watch(self.screen, "focused", self._say_again, init=False)

    def show(self, words: Words, keys: Sequence[str], labels: Mapping[str, str], needed: Sequence[str]) -> None:
        """Show these keys, the most important first, with what they do here.

        Args:
            words: The language.
            keys: The keys.
            labels: What a key is called here when a field answers to it first; English messages, by key.
            needed: The keys that are shown even when others do not fit then.
        """
        self._words, self._keys, self._labels, self._needed = words, tuple(keys), labels, tuple(needed)
        self.refresh()

    def _say_again(self) -> None:
        self.refresh()

    def render(self) -> Content:
        """Draw the keys that fit."""
        self._places = []
        words = self._words
        if words is None:
            return Content("")
        bindings = self.screen.active_bindings
        moved = self._moved(bindings)
        found = {key: moved.get(key, key) for key in self._keys}
        # A key that does nothing here may be where somebody moved something else to, which has its own place.
        own = {key: now for key, now in found.items() if now in bindings and (key != now or key not in moved.values())}
        pieces = {key: self._piece(key, now, bindings[now], words) for key, now in own.items()}
        shown, room = set(), self.size.width
        for key in sorted(pieces, key=lambda key: key not in self._needed):
            if pieces[key].cell_length <= room:
                shown.add(key)
                room -= pieces[key].cell_length
            elif key not in self._needed:
                break
        line = Content("")
        for key in (key for key in pieces if key in shown):
            self._places.append((line.cell_length, line.cell_length + pieces[key].cell_length, found[key]))
            line = Content.assemble(line, pieces[key])
        return line

    def _moved(self, bindings: Mapping[str, ActiveBinding]) -> dict[str, str]:
        """Return the key of now by the usual one, for what somebody moved."""
        usual = self.app.keymap.usual if isinstance(self.app, GuardedApp) else {}
        found = ((active.binding.id or "", key) for key, active in bindings.items()) if usual else ()
        return {usual[id]: key for id, key in found if id in usual}

    def _piece(self, key: str, now: str, active: ActiveBinding, words: Words) -> Content:
        label = words(self._labels.get(key, active.binding.description))
        look = "" if active.enabled else "$muted"
        return Content.assemble((f" {key_name(now, words)}", f"bold {look or '$accent'}"), (f" {label} ", look))

    async def on_click(self, event: events.Click) -> None:
        """Do what the clicked key does."""
        for start, end, key in self._places:
            found = self.screen.active_bindings.get(key)
            if start <= event.x < end and found is not None and found.enabled:
                await self.app.run_action(found.binding.action, found.node)
