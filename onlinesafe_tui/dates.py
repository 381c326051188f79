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
            for number, known in get_month_names(width, locale=language.value).items():
                if name == known.lower().rstrip("."):
                    return str(number)
    return ""
