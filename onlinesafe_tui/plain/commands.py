"""The commands that every prompt understands, each by the first letter of its word."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.plain.moves import Back, Move


class Command(StrEnum):
    """Something that can be typed instead of an answer."""

    HELP = "help"
    BACK = "back"
    OVERVIEW = "overview"
    LOCK = "lock"
    STOP = "stop"
    NEXT = "next"


EVERYWHERE: Final = (Command.HELP, Command.BACK, Command.OVERVIEW, Command.LOCK, Command.STOP)
"""What every prompt understands. `NEXT` is only for those that offer it."""

_WORDS: Final = {
    Command.HELP: N_("help"),
    Command.BACK: N_("back"),
    Command.OVERVIEW: N_("overview"),
    Command.LOCK: N_("lock"),
    Command.STOP: N_("stop and save"),
    Command.NEXT: N_("next"),
}
"""In every language these begin with six different letters."""


def named(command: Command, words: Words) -> str:
    """Name a command with its letter: `t terug`."""
    word = words(_WORDS[command])
    return f"{word[0]} {word}"


def letter(command: Command, words: Words) -> str:
    """Return the letter that stands for a command."""
    return words(_WORDS[command])[0]


def command_in(reply: str, words: Words) -> Command | None:
    """Find the command that a reply is, in one language; None when it is an answer."""
    typed = reply.strip().casefold()
    return next((command for command in _WORDS if typed == letter(command, words)), None)


def command_in_any(reply: str, words: Words) -> Command | None:
    """Find the command that a reply is where an answer is a number: whole words and other languages count too."""
    typed = reply.strip().casefold()
    for language in (words, *(Words(language) for language in Language)):
        for command, message in _WORDS.items():
            word = language(message)
            if typed in (word[0], word, word.split()[0]):
                return command
    return None


class Again(Move):
    """A side talk that is open was asked for once more."""

    def __init__(self, aside: Aside) -> None:
        """Create the move.

        Args:
            aside: The side talk to begin anew.
        """
        super().__init__()
        self.aside = aside


class Aside:
    """A side talk that a command opens at any prompt, after which that prompt asks again. Back ends it.

    It can be asked for while it is open, at a prompt of its own or of what it led to; then it begins anew, so that
    side talks never pile up.
    """

    def __init__(self, talk: Callable[[], None]) -> None:
        """Create the side talk.

        Args:
            talk: Holds it.
        """
        self._talk = talk
        self._is_open = False

    @property
    def is_open(self) -> bool:
        """Whether it is going on."""
        return self._is_open

    def __call__(self) -> None:
        """Hold the talk."""
        if self._is_open:
            raise Again(self)
        self._is_open = True
        try:
            while not self._held():
                pass
        finally:
            self._is_open = False

    def _held(self) -> bool:
        try:
            self._talk()
        except Again as again:
            if again.aside is not self:
                raise
            return False
        except Back:
            return True
        return True
