"""The last door before the terminal."""

from __future__ import annotations

import re
from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_FORBIDDEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


class ControlFilter(LineFilter):
    """Takes control, direction and invisible characters out of every line that is drawn.

    Text is cleaned where it comes in; this catches what any widget would still send raw. Deleting keeps every width,
    because these characters have none.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without such characters; segments that steer the terminal on purpose stay."""
        return [
            segment
            if segment.control or not _FORBIDDEN.search(segment.text)
            else Segment(_FORBIDDEN.sub("", segment.text), segment.style)
            for segment in segments
        ]
