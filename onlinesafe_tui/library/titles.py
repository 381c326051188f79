"""What a file is called, found without reading the rest of it: a hundred files are named before one is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.source import LARGEST

_TITLE: Final = re.compile(r"^#[ \t]+(.+?)[ \t]*\{lang=(nl|en)\}[ \t]*$", re.MULTILINE)
_COUNTRY: Final = re.compile(r"^country: *\[([a-z, ]*)\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the outside of a page."""

    titles: Mapping[Language, str] = field(default_factory=dict)
    countries: frozenset[Country] = frozenset(Country)
    """Where it holds: everywhere when it does not say."""

    is_own: bool = False
    """Whether the organisation's own folder gave it."""


def cover_of(path: Path) -> Cover:
    """Return the cover of a file that was checked before it shipped; an empty one when it cannot be read."""
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST).decode("utf-8", errors="replace")
    except (OSError, ValueError):  # no such path, or no path at all
        return Cover()
    titles = {Language(language): clean_text(title) for title, language in _TITLE.findall(text)}
    named = _COUNTRY.search(text)
    listed = named[1].replace(",", " ").split() if named else ()
    return Cover(titles, holding_in(path.stem, (country for country in Country if country in listed)))


def holding_in(id: str, countries: Iterable[Country]) -> frozenset[Country]:
    """Return where a page holds: where it says so, else where its name ends on, else everywhere.

    Advice has no country of its own: its rule decides. What holds in one country has a name that says so.
    """
    named = [country for country in Country if id.endswith(f"-{country}")]
    return frozenset(countries) or frozenset(named or Country)
