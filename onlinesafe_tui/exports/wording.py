"""What every format says in the same words: the day, a score, where to sign."""

from __future__ import annotations

from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.exports.shapes import Report, Score
from onlinesafe_tui.language import N_, Words

NAME: Final = N_("Name")
DAY: Final = N_("Date")
SIGNATURE: Final = N_("Signature")

_SHADES: Final = "█▓▒░"
_WRITE_ON: Final = "_" * 20


def dated(report: Report) -> str:
    """Say the day of a report in its own language; empty when it has none."""
    return long_day(report.made, report.language) if report.made else ""


def said_of(score: Score) -> str:
    """Say a score in words."""
    return ", ".join(f"{count.label} {count.number}" for count in score.counts)


def bar_of(score: Score) -> str:
    """Draw a score as a bar of letters, one for each; what is best is darkest."""
    return "".join(_SHADES[min(index, len(_SHADES) - 1)] * count.number for index, count in enumerate(score.counts))


def signing(words: Words) -> str:
    """Write the lines to sign on as letters."""
    return "  ".join(f"{words(label)}: {_WRITE_ON}" for label in (NAME, DAY, SIGNATURE))
