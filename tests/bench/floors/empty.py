"""The least that Textual can be: a line and a footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Static


class Empty(App[None]):
    """Says that it is ready."""

    def compose(self) -> ComposeResult:
        yield Static("ready")
        yield Footer()


if __name__ == "__main__":
    Empty().run()
