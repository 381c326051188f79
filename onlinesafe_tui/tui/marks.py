"""The signs for how far something is, as in `glyphs`."""

from typing import Final

from onlinesafe_tui.services.round_views import Mark
from onlinesafe_tui.services.views import Progress

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
