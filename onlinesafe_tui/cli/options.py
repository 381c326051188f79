"""What a start asks for, found out without loading a command line for those that have no command."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

_LANGUAGES = ("nl", "en")
_OPTIONS = ("--vault", "--overlay", "--language")


def bare_options(args: Sequence[str]) -> dict[str, str] | None:
    """Return the options by their names when nothing else stands on the line; None when there is more to look at."""
    found = {}
    rest = list(args)
    while rest:
        option, has_value, value = rest.pop(0).partition("=")
        if option not in _OPTIONS or not (has_value or rest):
            return None
        found[option.removeprefix("--")] = value if has_value else rest.pop(0)
    return found if found.get("language", "nl") in _LANGUAGES else None


def must_be_plain(environ: Mapping[str, str]) -> bool:
    """Tell whether there is no terminal that shows a full screen, or somebody wants none."""
    is_wanted = environ.get("ONLINESAFE_PLAIN", "") not in ("", "0")
    is_plain = is_wanted or environ.get("TERM") == "dumb" or not has_terminal()
    if sys.platform == "win32" and not is_plain:
        from onlinesafe_tui.services.console import knows_escapes

        is_plain = not knows_escapes()
    return is_plain


def has_terminal() -> bool:
    """Tell whether there is a person at a terminal: for what is typed, what is shown, and what is said."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
