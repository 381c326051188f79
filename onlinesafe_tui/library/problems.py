"""What can be wrong with content, said with file and line and with what to write instead."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from onlinesafe_tui.language import Words
from onlinesafe_tui.paths import shown


class Severity(StrEnum):
    """How bad it is."""

    ERROR = "error"
    """The file is not used like this."""

    NOTICE = "notice"
    """The file is used, but a human should look."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one place."""

    path: Path
    line: int
    """The line in the file, from 1."""

    message: str
    """What is wrong and what to write instead, an English message to translate, with `{name}`s for `values`."""

    values: dict[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    def told(self, words: Words) -> str:
        """Say it in one line: `file:line: what is wrong, what to write instead`."""
        return f"{shown(self.path)}:{self.line}: {words(self.message, **self.values)}"
