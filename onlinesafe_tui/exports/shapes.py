"""What a report is made of. Every format draws these; none of them knows an incident."""

from __future__ import annotations

from dataclasses import dataclass

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


Part = Subheading | Paragraph | Quote | Rows | Checks | Lines


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report, under its own title."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """An incident, told in order. Its texts are not cleaned or escaped yet: each format does that for itself."""

    title: str
    language: Language
    sections: tuple[Section, ...]
