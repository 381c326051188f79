"""A browser that opens nothing, and remembers what it was asked to open."""

from __future__ import annotations

from onlinesafe_tui.domain.addresses import WebAddress
from onlinesafe_tui.errors import BrowserError


class RememberingBrowser:
    """The browser of a test."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        """Every address that was asked for, in order."""
        self.is_elsewhere = False
        self.fails: type[BrowserError] | None = None
        """How it fails; None when it does not."""

    def open(self, address: WebAddress, /) -> None:
        if self.fails:
            raise self.fails
        self.opened.append(address.whole)
