"""Whom to call in danger, on the terminal before anything else is loaded.

Loading the screen takes a third of a second, and longer on a slow laptop; these words take none of it. They stand where
the bar of the screen will say the same, so that nothing jumps when it takes over. Nothing is imported here that a bare
Python has not loaded already.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence

from onlinesafe_tui.cli.options import bare_options, must_be_plain
from onlinesafe_tui.library.danger import dangers_in, numbers_for

_SCREEN = 2
"""Standard error: Textual draws there too."""

_ALTERNATE = "\x1b[?1049h"
_BACK = "\x1b[?1049l\x1b[?25h"
_MESSAGE = "In danger now? Call {numbers}"
_PACKAGE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120  (pathlib would be loaded for it)


class FirstWords:
    """What stands on the terminal before the screen does."""

    def __init__(self, drawn: str, write: Callable[[str], object]) -> None:
        """Draw it.

        Args:
            drawn: What draws it, without changing to another screen; empty for nothing at all.
            write: Sends something to the terminal.
        """
        self._drawn = drawn
        self._write = write
        if drawn:
            write(_ALTERNATE + drawn)

    def hand_over(self) -> str:
        """Return what draws it again for the screen, which clears it when it begins and takes it away when it ends."""
        drawn, self._drawn = self._drawn, ""
        return drawn

    def take_back(self) -> None:
        """Leave the terminal as it was, because no screen came; nothing when one did."""
        if self.hand_over():
            self._write(_BACK)


def first_words(args: Sequence[str], environ: Mapping[str, str]) -> FirstWords:
    """Draw whom to call, when the full screen is what comes.

    An organisation can give numbers of its own, in a folder that may be slow to answer: then nothing is drawn here.
    Neither is it on Windows, whose console must be asked first to obey such codes.
    """
    options = bare_options(args)
    if options is None or os.name == "nt" or must_be_plain(environ):
        return FirstWords("", _to_terminal)
    settings = _read(_settings_path(environ))
    if options.get("overlay") or environ.get("ONLINESAFE_OVERLAY") or _text_in(settings, "overlay"):
        return FirstWords("", _to_terminal)
    language = options.get("language") or _text_in(settings, "language")
    numbers = numbers_for(_text_in(settings, "country") or None, dangers_in(_contacts()).values())
    if not numbers:
        return FirstWords("", _to_terminal)
    said = translated(_MESSAGE, "en" if language == "en" else "nl").format(numbers=" / ".join(numbers))
    return FirstWords(drawn(said, os.get_terminal_size(_SCREEN).columns, environ), _to_terminal)


def drawn(said: str, width: int, environ: Mapping[str, str]) -> str:
    """Return what draws words on the first line as the bar does, in the colours that a terminal says it has."""
    if "NO_COLOR" in environ:
        look = "1;7"
    elif environ.get("COLORTERM", "") in ("truecolor", "24bit"):
        look = "1;38;2;255;255;255;48;2;143;20;20"
    elif environ.get("TERM", "").endswith("-256color"):
        look = "1;38;5;231;48;5;88"
    else:
        look = "1;97;41"
    return f"\x1b[?25l\x1b[H\x1b[{look}m{f' {said} '[:width]}\x1b[0m"


def translated(message: str, language: str) -> str:
    """Look one message up in the catalogue of a language, as gettext would; in English where there is none."""
    catalogue = _read(os.path.join(_PACKAGE, "locale", language, "LC_MESSAGES", "onlinesafe.mo"))  # noqa: PTH118
    if len(catalogue) < 20:
        return message
    count, messages, translations = (int.from_bytes(catalogue[at : at + 4], "little") for at in (8, 12, 16))
    wanted, low, high = message.encode(), 0, count
    while low < high:
        middle = (low + high) // 2
        if _entry(catalogue, messages, middle) < wanted:
            low = middle + 1
        else:
            high = middle
    found = low < count and _entry(catalogue, messages, low) == wanted
    return _entry(catalogue, translations, low).decode() if found else message


def _entry(catalogue: bytes, table: int, index: int) -> bytes:
    at = table + 8 * index
    length, start = (int.from_bytes(catalogue[at + part : at + part + 4], "little") for part in (0, 4))
    return catalogue[start : start + length]


def _contacts() -> str:
    """Return where the shipped contacts are, as `paths.content_folder` does."""
    inside = os.path.join(_PACKAGE, "content", "contacts")  # noqa: PTH118
    return inside if os.path.isdir(inside) else os.path.join(_PACKAGE, os.pardir, "content", "contacts")  # noqa: PTH112, PTH118


def _settings_path(environ: Mapping[str, str]) -> str:
    """Return where the settings are, as `paths.find_paths` does."""
    home = os.path.expanduser("~")  # noqa: PTH111
    if sys.platform == "darwin":
        folder = os.path.join(home, "Library", "Application Support")  # noqa: PTH118
    else:
        folder = environ.get("XDG_CONFIG_HOME", "").strip() or os.path.join(home, ".config")  # noqa: PTH118
    named = environ.get("ONLINESAFE_SETTINGS")
    return os.path.expanduser(named) if named else os.path.join(folder, "onlinesafe", "settings.json")  # noqa: PTH111, PTH118


def _text_in(settings: bytes, name: str) -> str:
    """Return a text of the settings; empty when it has none."""
    value = settings.partition(b'"%s"' % name.encode())[2].lstrip(b" \n:")
    return value[1:].partition(b'"')[0].decode(errors="replace") if value.startswith(b'"') else ""


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123  (pathlib would be loaded for it)
            return file.read()
    except (OSError, ValueError):
        return b""


def _to_terminal(sequence: str) -> None:
    """Write where the screen will be drawn, too."""
    os.write(_SCREEN, sequence.encode())
