"""The signs on the screen. Each stands beside a word, never alone, and is one cell wide in any font."""

from typing import Final

from onlinesafe_tui.services.round_views import Mark
from onlinesafe_tui.services.views import Progress

CURSOR: Final = "▸"
TICKED: Final = "[x]"
OPEN: Final = "[ ]"
CHOSEN: Final = "(•)"
UNCHOSEN: Final = "( )"
BULLET: Final = "·"
WARNING: Final = "!"
QUOTE: Final = "│"

PROGRESS: Final = {
    Progress.TO_DO: "○",
    Progress.READ: "○",
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
