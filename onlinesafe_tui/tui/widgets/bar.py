"""The bar on top of every screen: whom to call in danger, and whether everything is saved."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from onlinesafe_tui.language import N_, Words


class DangerBar(Widget):
    """Says whom to call, on every screen, and at its right end where things stand."""

    DEFAULT_CSS = """
    DangerBar { height: 1; width: 1fr; background: $panel; }
    """

    def __init__(self) -> None:
        """Create the bar, with nothing on it yet."""
        super().__init__()
        self._left = self._right = self._banner = self._right_style = ""

    def show(self, words: Words, numbers: tuple[str, ...], state: str, *, is_practice: bool, is_unsaved: bool) -> None:
        """Show the emergency numbers and where things stand.

        Args:
            words: The language.
            numbers: The numbers to call.
            state: A few words for the right end.
            is_practice: Whether everything is an exercise, which then stands here all the time.
            is_unsaved: Whether something would be gone if the program ended now.
        """
        self._left = words(N_("In danger now? Call {numbers}"), numbers=" / ".join(numbers))
        self._right = state
        self._right_style = "bold $warning" if is_unsaved else "$muted"
        self._banner = words(N_("PRACTICE")) if is_practice else ""
        self.refresh()

    def render(self) -> Content:
        """Draw the bar."""
        left = Content.styled(f" {self._left} ", "bold $danger-text on $danger-bar")
        banner = Content.styled(f" {self._banner} ", "bold $background on $warning") if self._banner else Content("")
        room = self.size.width - left.cell_length - banner.cell_length - 1
        right = Content.styled(self._right, self._right_style).truncate(max(room - 1, 0), ellipsis=True)
        gap = " " * max(room - right.cell_length, 0)
        return Content.assemble(left, banner, gap, right, " ")
