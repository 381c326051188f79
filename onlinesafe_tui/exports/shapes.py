"""What a report is made of. Every format draws these; none of them knows an incident."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from onlinesafe_tui.language import Language


@dataclass(frozen=True, slots=True)
class Row:
    """Something with its name."""

    label: str
    value: str

    under: tuple[Row, ...] = ()
    """What belongs to it."""

    @property
    def name(self) -> str:
        """The label as it stands before its value: with a colon, unless it ends a sentence by itself."""
        return self.label if self.label.endswith(("?", ":")) else f"{self.label}:"


@dataclass(frozen=True, slots=True)
class Check:
    """A task, done or still open."""

    text: str
    is_ticked: bool

    when: str = ""
    """When it was ticked, in words; empty when it is open."""


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of our own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What the person wrote, over as many lines as it has."""

    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Things with their names."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Checks:
    """A list of tasks."""

    items: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """A plain list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list in which the order matters."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Things side by side, under the names of the columns. A row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a kind."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Score:
    """One bar of a picture of scores."""

    label: str
    counts: tuple[Count, ...]
    """The parts of the bar, what is best first; all bars of a picture have the same kinds in the same order."""


@dataclass(frozen=True, slots=True)
class Scores:
    """A picture of scores. Each format draws it in its own way, and says it in words as well."""

    items: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on: for each of those who sign, a name, a date and a signature."""

    names: tuple[str, ...]
    """Who signs, as a role or as a name."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Empty lines to write on by hand."""

    label: str = ""
    """What to write there; empty when the text before it says so."""

    lines: int = 3


Part = Subheading | Paragraph | Quote | Rows | Checks | Lines | Numbered | Table | Scores | Signatures | Blank


class Picture(StrEnum):
    """A kind of picture that every format can hold."""

    PNG = "image/png"
    JPEG = "image/jpeg"


@dataclass(frozen=True, slots=True)
class Logo:
    """The sign of an organisation."""

    data: bytes = field(repr=False)
    media_type: Picture


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report, under its own title."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Something told in order. Its texts are not cleaned or escaped yet: each format does that for itself."""

    title: str
    language: Language
    sections: tuple[Section, ...]

    subtitle: str = ""
    """A line under the title; empty for none."""

    organisation: str = ""
    """The name of the organisation from which it comes; empty for none."""

    logo: Logo | None = None
    """The sign of that organisation."""

    made: date | None = None
    """The day that stands on it. With a day, the same report is the same bytes every time; None leaves it out."""

    fits_page: bool = False
    """Whether it has to be one sheet of A4: on paper its letters become smaller until it is, as far as one can read."""
