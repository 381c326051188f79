"""The options before any command, read without a command line: nothing is loaded for a start that has no command."""

from __future__ import annotations

from collections.abc import Sequence

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
