"""A form whose fields are filled in with what is kept, also when that changes while the form is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from textual.widgets import Input, TextArea

from onlinesafe_tui.tui.screens.prevention.base import WorkbookForm

Result = TypeVar("Result")


class FilledForm(WorkbookForm[Result]):
    """Tells what somebody typed from what was filled in.

    With the passphrase comes what was kept before, and with another language come other words. Then a field in which
    nobody typed shows that, and is never taken for something that was written.
    """

    _known: Mapping[str, str]
    _texts: Mapping[str, str]

    def known(self) -> Mapping[str, str]:
        """Return what is kept, as it is written in each field, by the id of the field."""
        raise NotImplementedError

    def fill(self) -> None:
        """Write what is kept into every field."""
        self._known = self.known()
        for field, text in self._known.items():
            self._write(field, text)
        self.note_texts()

    def refill(self) -> None:
        """Write what changed meanwhile into the fields in which nobody typed."""
        known = self.known()
        if known == self._known:
            return
        for field, text in known.items():
            if not self.is_typed(field):
                self._write(field, text)
                self._texts = {**self._texts, field: self.text(field)}
        self._known = known

    def note_texts(self) -> None:
        """Take what the fields hold for what is kept."""
        self._known = self.known()
        self._texts = {field: self.text(field) for field in self._known}

    def is_typed(self, field: str) -> bool:
        """Tell whether somebody changed a field since it was filled in or kept."""
        return self.text(field) != self._texts[field]

    def text(self, field: str) -> str:
        """Return what stands in a field."""
        found = self.query_one(f"#{field}")
        return found.text if isinstance(found, TextArea) else found.value if isinstance(found, Input) else ""

    def _write(self, field: str, text: str) -> None:
        found = self.query_one(f"#{field}")
        with self.prevent(Input.Changed, TextArea.Changed):
            if isinstance(found, TextArea):
                found.text = text
                found.move_cursor(found.document.end)
            elif isinstance(found, Input):
                found.value = text
