"""The signs for how far something is, as in `glyphs`."""

from typing import Final

from onlinesafe_tui.services.round_views import Mark
from onlinesafe_tui.services.views import Progress, RailEntry
from onlinesafe_tui.tui.glyphs import WARNING

PROGRESS: Final = {
    Progress.TO_DO: "○",
    Progress.READ: "•",
    Progress.BUSY: "◐",
    Progress.TICKED: "✓",
    Progress.SKIPPED: "–",
}
"""How far a step is."""

MONTHS: Final = {
    Mark.ROUND: "✓",
    Mark.MINUTE: "·",
    Mark.HALF: "◐",
    Mark.NONE: "○",
}
"""What a month of the calendar had."""


def sign_of(entry: RailEntry) -> str:
    """Return how far a step is as a sign; a warning about it that nobody read yet comes first."""
    return WARNING if entry.is_warned and entry.progress is Progress.TO_DO else PROGRESS[entry.progress]
