"""What can be wrong with content, said with file and line and with what to write instead."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.paths import shown

NOWHERE: Final = N_("{found} leads nowhere; write the name of a file in {folder}/")
"""What is said of a link or a name that no file has."""


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

    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    def told(self, words: Words, within: Path | None = None) -> str:
        """Say it in one line: `file:line: what is wrong, what to write instead`.

        Args:
            words: The language.
            within: The folder that is known to whoever reads it, so that it is not said; None to say the whole path.
        """
        path = self.path.relative_to(within) if within and self.path.is_relative_to(within) else self.path
        return f"{shown(path)}:{self.line}: {words(self.message, **self.values)}"
