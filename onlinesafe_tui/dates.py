"""Days and moments, written as people of a language write them."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from onlinesafe_tui.language import Language

if TYPE_CHECKING:
    from babel import Locale

_OF_THE_WORLD: Final = ("likely_subtags", "territory_aliases", "territory_currencies", "territory_languages")
"""The tables of Babel about all languages that no date needs; they take 2 MB."""

_OF_A_LANGUAGE: Final = (
    *("currency_names", "languages", "meta_zones", "scripts", "territories", "time_zones"),
    *("unit_display_names", "unit_patterns"),
)
"""Those about one language; they take half a MB each time."""


def long_day(day: date, language: Language) -> str:
    """Write a day in full: `22 november 2026`."""
    return _written(day, "d MMMM y", language)


def short_day(day: date, language: Language) -> str:
    """Write a day where there is little room: `22 nov`."""
    return _written(day, "d MMM", language).rstrip(".")


def month_name(day: date, language: Language) -> str:
    """Write the month of a day where there is little room: `nov 2026`."""
    return _written(day, "MMM y", language).replace(".", "")


def clock_time(moment: datetime) -> str:
    """Write the local time of a moment: `14:03`."""
    return moment.astimezone().strftime("%H:%M")


def moment_of(moment: datetime, language: Language) -> str:
    """Write the local day and time of a moment: `22 november 2026, 14:03`."""
    return f"{long_day(moment.astimezone().date(), language)}, {clock_time(moment)}"


def parse_day(text: str) -> date | None:
    """Read a day as people type it: `22-11-2026`, `22/11/26`, `22 11 2026` or `2026-11-22`; None when it is not a day.

    Days come before months, as in both countries of the program.
    """
    parts = [part for part in text.replace("/", "-").replace(".", "-").replace(" ", "-").split("-") if part]
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    if len(parts[0]) == 4:
        parts.reverse()
    try:
        day, month, year = (int(part) for part in parts)
        return date(year + 2000 if year < 100 else year, month, day)
    except (ValueError, OverflowError):
        return None


def parse_since(text: str) -> date | None:
    """Read since when something holds: a day, or a month as in `3-2025`, `maart 2025` or `Mar 2025`.

    A month is its first day. None when it is neither.
    """
    parts = [part for part in text.lower().replace("/", " ").replace("-", " ").replace(".", " ").split() if part]
    if len(parts) != 2 or len(parts[1]) != 4 or not parts[1].isdecimal():
        return parse_day(text)
    month = parts[0] if parts[0].isdecimal() else _month_number(parts[0])
    return parse_day(f"1-{month}-{parts[1]}") if month else None


def _month_number(name: str) -> str:
    from babel.dates import get_month_names  # noqa: PLC0415

    for language in Language:
        for width in ("wide", "abbreviated"):
            for number, known in get_month_names(width, locale=_locale(language)).items():
                if name == known.lower().rstrip("."):
                    return str(number)
    return ""


def _written(day: date, pattern: str, language: Language) -> str:
    from babel.dates import format_date  # noqa: PLC0415  (costs 10 ms, which a first screen without dates can do without)

    return format_date(day, pattern, locale=_locale(language))


@cache
def _locale(language: Language) -> Locale:
    """Return how people of a language write dates; Babel reads much more for it, which is let go."""
    from babel.core import Locale, get_global  # noqa: PLC0415
    from babel.localedata import load  # noqa: PLC0415

    locale, data = Locale(language.value), load(language.value)
    for table in _OF_A_LANGUAGE:
        data.pop(table, None)
    for table in _OF_THE_WORLD:
        cast("dict[str, Any]", get_global(cast("Any", table))).clear()
    return locale
