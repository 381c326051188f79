"""What every format says in the same words, and the cleaning that each of them needs."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.exports.shapes import Report, Score, Table
from onlinesafe_tui.language import N_, Words

AUTHOR: Final = "OnlineSafe"
"""Who made a file of which nobody says who made it. Never the name of the person at the computer."""

NAME: Final = N_("Name")
DAY: Final = N_("Date")
SIGNATURE: Final = N_("Signature")

_LOGO: Final = N_("Logo of {organisation}")
_SHADES: Final = "█▓▒░·"
_WRITE_ON: Final = "_" * 20
_NO_SIGNS: Final = re.compile(
    f"[\ufdd0-\ufdef{''.join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))}]"
)
_NARROWEST: Final = 8
_WIDEST: Final = 60


def cleaned(text: str) -> str:
    """Clean a text of what no file may hold: what a terminal obeys, and code points that are no signs at all."""
    return _NO_SIGNS.sub("\N{REPLACEMENT CHARACTER}", clean_text(text))


def flat(text: str) -> str:
    """Clean a text that stands on one line."""
    return " ".join(cleaned(text).split())


def rows_of(text: str) -> list[str]:
    """Clean a text that keeps its lines; an indent stays one to the eye."""
    return [_indented(line.rstrip()) for line in cleaned(text).strip("\n").split("\n")]


def shortened(text: str, longest: int) -> str:
    """Cut a text that has to stay on one line."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def dated(report: Report) -> str:
    """Say the day of a report in its own language; empty when it has none."""
    return long_day(report.made, report.language) if report.made else ""


def moment_of(report: Report) -> datetime:
    """Return the moment that a file carries in itself, in UTC: the begin of its day, or this one when it has none."""
    return datetime.combine(report.made, time(), UTC) if report.made else datetime.now(UTC).replace(microsecond=0)


def said_of(score: Score) -> str:
    """Say a score in words."""
    return ", ".join(f"{count.label} {count.number}" for count in score.counts)


def bar_of(score: Score) -> str:
    """Draw a score as a bar of letters, one for each; what is best is darkest."""
    return "".join(_SHADES[min(index, len(_SHADES) - 1)] * count.number for index, count in enumerate(score.counts))


def signing(words: Words) -> str:
    """Write the lines to sign on as letters."""
    return "  ".join(f"{words(label)}: {_WRITE_ON}" for label in (NAME, DAY, SIGNATURE))


def logo_alt(report: Report, words: Words) -> str:
    """Say what the logo shows, to who cannot see it."""
    return words(_LOGO, organisation=flat(report.organisation) or AUTHOR)


def column_widths(table: Table) -> list[float]:
    """Share the width of the paper among the columns: more for the longer texts, yet not as much more as they are."""
    columns = zip(table.head, *table.rows, strict=True)
    return [min(max(*map(len, column), _NARROWEST), _WIDEST) ** 0.7 for column in columns]


def _indented(line: str) -> str:
    text = line.lstrip(" \t")
    return "\N{NO-BREAK SPACE}" * len(line[: len(line) - len(text)].expandtabs(4)) + text
