"""Making a backup of what was saved, and putting one back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import shown
from onlinesafe_tui.services.backups import (
    MAKE,
    PUT,
    WHERE,
    backup_words,
    latest_in,
    look_at,
    offered_place,
    write_backup,
)
from onlinesafe_tui.services.files import place_of
from onlinesafe_tui.tui.messages import PutBack
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.questions import tell_backup
from onlinesafe_tui.tui.screens.secret import Asked, SecretScreen, Typed

_FILE = Asked("path", N_("File"), is_seen=True)


class BackupScreen(SecretScreen):
    """Asks where the backup comes, and makes it."""

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The file."""
        return (_FILE,)

    def about(self) -> tuple[str, ...]:
        """Say what a backup is."""
        return (self.words(N_("Make a backup")), *map(self.words, MAKE))

    def on_mount(self) -> None:
        """Offer a place."""
        super().on_mount()
        self.field("path").value = shown(offered_place(self.workspace.exports, self.workspace.clock.today()))

    def doing(self, typed: Typed) -> Callable[[], None]:
        """Make it."""
        return partial(self._make, typed["path"])

    def _make(self, typed: str) -> None:
        self._place = write_backup(self.workspace, typed)

    def finish(self) -> None:
        """Say where it is, until the person goes on."""
        self.is_done = False
        self.app.push_screen(tell_backup(self.workspace, self._place), self._told)

    def _told(self, _: str | None) -> None:
        self.dismiss(True)


class RestoreScreen(SecretScreen):
    """Asks for a backup, looks at all of it, and says what is in it before anything is put back."""

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The file."""
        return (_FILE,)

    def about(self) -> tuple[str, ...]:
        """Say what happens."""
        return (self.words(N_("Put a backup back")), self.words(PUT))

    def on_mount(self) -> None:
        """Offer the last one that was made where files are offered to be kept."""
        super().on_mount()
        latest = latest_in(self.workspace.exports)
        self.field("path").value = shown(latest) if latest else ""

    def slip_in(self, typed: Typed) -> tuple[Callable[[], str], str] | None:
        """Say what to type when nothing was."""
        return None if typed["path"].strip() else (lambda: self.words(WHERE), "path")

    def doing(self, typed: Typed) -> Callable[[], None]:
        """Look at it."""
        return partial(self._look, typed["path"])

    def _look(self, typed: str) -> None:
        self._backup = look_at(place_of(typed, self.workspace.exports))

    def finish(self) -> None:
        """Say what is in it, and ask."""
        self.is_done = False
        self.say(str)
        told = "\n".join(f"· {line}" for line in backup_words(self._backup, self.words))
        answers = [("back", N_("Leave everything as it is")), ("put-back", N_("Put this backup back"))]
        ask = AskScreen(self.workspace, N_("This is in the backup"), "{told}", answers, {"told": told})
        self.app.push_screen(ask, self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer == "put-back":
            self.post_message(PutBack(self._backup.path))
