"""An empty program in which a key changes one line."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Static


class Changing(App[None]):
    """Counts how often `n` was pressed."""

    BINDINGS = [("n", "more", "More")]  # noqa: RUF012
    count = 0

    def compose(self) -> ComposeResult:
        yield Static("ready")
        yield Footer()

    def action_more(self) -> None:
        self.count += 1
        self.query_one(Static).update(f"line {self.count} of many")


if __name__ == "__main__":
    Changing().run()
