"""Days and moments, written as people of a language write them."""

from datetime import date, datetime

from onlinesafe_tui.language import Language


def long_day(day: date, language: Language) -> str:
    """Write a day in full: `22 november 2026`."""
    from babel.dates import format_date  # noqa: PLC0415  (costs 10 ms, which a first screen without dates can do without)

    return format_date(day, "d MMMM y", locale=language.value)


def short_day(day: date, language: Language) -> str:
    """Write a day where there is little room: `22 nov`."""
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(day, "d MMM", locale=language.value).rstrip(".")


def month_name(day: date, language: Language) -> str:
    """Write the month of a day where there is little room: `nov 2026`."""
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(day, "MMM y", locale=language.value).replace(".", "")


def clock_time(moment: datetime) -> str:
    """Write the local time of a moment: `14:03`."""
    return moment.astimezone().strftime("%H:%M")


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
