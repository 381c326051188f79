"""What is due and who to call, beside a page in a wide window."""

from __future__ import annotations

from threading import Thread

from textual import on
from textual.message import Message

from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import Lines
from onlinesafe_tui.tui.widgets.page_view import PageView


class Aside(PageView):
    """Shows what is due and who to call. Its place is there at once; what stands in it is read once the page is seen.

    Reading everybody who can be called takes longer than drawing the first screen, so a thread of its own does it, and
    only where the window is wide enough for it.
    """

    class AllRead(Message):
        """Everybody who can be called was read."""

    def __init__(self, workspace: Workspace) -> None:
        """Create it, with nothing in it yet.

        Args:
            workspace: What a person can do.
        """
        super().__init__(id="aside", classes="aside")
        self._workspace = workspace
        self._key = ""
        self._is_begun = self._is_read = False

    def show(self, key: str) -> None:
        """Say everything in the language of now.

        Args:
            key: What the key is called that shows everybody.
        """
        self._key = key
        self.draw(self._told)
        self._begin_later()

    def on_resize(self) -> None:
        """Begin to read when there is room for it."""
        self._begin_later()

    def _begin_later(self) -> None:
        if not self._is_begun:
            self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        # Before a country is chosen nobody knows who can be called.
        if self._is_begun or not self.size or self._workspace.country is None:
            return
        self._is_begun = True
        # The program never waits for it when it ends.
        Thread(target=self._read, name="beside", daemon=True).start()

    def _read(self) -> None:
        from onlinesafe_tui.tui import beside  # noqa: F401, PLC0415  (it comes with what reads pages)

        self._workspace.library.contacts(self._workspace.country, self._workspace.language)
        self.post_message(self.AllRead())

    @on(AllRead)
    def _show_all(self, event: AllRead) -> None:
        event.stop()
        self._is_read = True
        self.draw(self._told)

    def _told(self, width: int) -> Lines:
        if not self._is_read:
            return []
        from onlinesafe_tui.tui.beside import beside_lines  # noqa: PLC0415  (it comes with what reads pages)

        return beside_lines(self._workspace, self._key, width)
