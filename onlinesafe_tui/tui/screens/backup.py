"""Making a backup of what was saved, and putting one back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from onlinesafe_tui.errors import ExportError, reason_of
from onlinesafe_tui.language import N_
from onlinesafe_tui.paths import shown
from onlinesafe_tui.services.backups import backup_words, look_at
from onlinesafe_tui.services.files import place_of
from onlinesafe_tui.tui.messages import PutBack
from onlinesafe_tui.tui.screens.asking import AskScreen
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
        words = self.words
        return (
            words(N_("Make a backup")),
            words(
                N_(
                    "Everything that you saved comes in one file, as sealed as it is here. Keep it on another disk. It "
                    "opens with the passphrase or the code of this moment."
                )
            ),
        )

    def on_mount(self) -> None:
        """Offer a place."""
        super().on_mount()
        name = f"{self.workspace.clock.today().isoformat()} OnlineSafe.backup"
        self.field("path").value = shown(self.workspace.exports / name)

    def doing(self, typed: Typed) -> Callable[[], None]:
        """Make it."""
        place = place_of(typed["path"], self.workspace.exports)

        def make() -> None:
            try:
                place.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ExportError(path=shown(place), reason=reason_of(error)) from error
            self.workspace.care.backup(place, self.workspace.clock.now())

        return make


class RestoreScreen(SecretScreen):
    """Asks for a backup, looks at all of it, and says what is in it before anything is put back."""

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The file."""
        return (_FILE,)

    def about(self) -> tuple[str, ...]:
        """Say what happens."""
        words = self.words
        return (
            words(N_("Put a backup back")),
            words(
                N_(
                    "First you see what is in it. What is saved here now is not removed: it gets another name beside "
                    "it. After that the passphrase of the backup is needed."
                )
            ),
        )

    def doing(self, typed: Typed) -> Callable[[], None]:
        """Look at it."""
        return partial(self._look, typed["path"])

    def _look(self, typed: str) -> None:
        self._backup = look_at(place_of(typed, self.workspace.exports))

    def finish(self) -> None:
        """Say what is in it, and ask."""
        self.is_done = False
        self.say(str)
        told = " · ".join(backup_words(self._backup, self.words))
        answers = [("back", N_("Leave everything as it is")), ("put-back", N_("Put this backup back"))]
        ask = AskScreen(self.workspace, N_("This is in the backup"), "{told}", answers, {"told": told})
        self.app.push_screen(ask, self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer == "put-back":
            self.post_message(PutBack(self._backup.path))
