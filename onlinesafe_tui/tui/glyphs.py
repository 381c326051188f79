"""The signs on the screen. Each stands beside a word, never alone, and is one cell wide in any font."""

from typing import Final

CURSOR: Final = "▸"
TICKED: Final = "[x]"
OPEN: Final = "[ ]"
CHOSEN: Final = "(•)"
UNCHOSEN: Final = "( )"
BULLET: Final = "·"
WARNING: Final = "!"
QUOTE: Final = "│"
