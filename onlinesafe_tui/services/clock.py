"""What time it is. Passed in, so that a test can say."""

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return this moment, timezone-aware, in UTC."""

    def today(self) -> date:
        """Return this day on the calendar of the place where the computer is."""


class SystemClock:
    """The clock of the computer."""

    def now(self) -> datetime:
        """Return this moment, timezone-aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return this day on the calendar of the place where the computer is."""
        return datetime.now().astimezone().date()
