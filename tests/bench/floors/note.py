"""A bare program with one field for text."""

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Note(App[None]):
    """Lets one write."""

    def compose(self) -> ComposeResult:
        yield TextArea("ready ")

    def on_mount(self) -> None:
        self.query_one(TextArea).move_cursor((0, 6))


if __name__ == "__main__":
    Note().run()
