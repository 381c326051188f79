"""Steps as one would first write them: each removed and mounted anew, its text in Textual's Markdown widget."""

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Checkbox, Footer, Input, Markdown

LINES = 60
TASKS = 12
FIELDS = 6


def step(number: int) -> VerticalScroll:
    """Return everything of one step."""
    lines = [f"# Heading of step {number} here"]
    lines.extend(f"Line {line} of it says **what** to do, and [why](https://example.org).\n" for line in range(LINES))
    tasks = (Checkbox(f"Task {task} of step {number}") for task in range(TASKS))
    return VerticalScroll(Markdown("\n".join(lines)), *tasks, *(Input() for _ in range(FIELDS)), id="step")


class Remounting(App[None]):
    """Goes a step on with `n`."""

    BINDINGS = [("ctrl+n", "on", "On")]  # noqa: RUF012
    number = 0

    def compose(self) -> ComposeResult:
        yield step(0)
        yield Footer()

    async def action_on(self) -> None:
        self.number += 1
        await self.query_one("#step").remove()
        await self.mount(step(self.number), before=self.query_one(Footer))


if __name__ == "__main__":
    Remounting().run()
